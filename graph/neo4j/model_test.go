package neo4j_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// TestModel asks in Cypher what the package comment promises to people who write their own,
// after articles came, changed, went and came back.
func TestModel(t *testing.T) {
	server := testserver.Empty(t)
	s := open(t, server)
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	world := graphtest.NewWorld(5, 16)
	write(t, s, world.Extractions()...)
	write(t, s, graphtest.Crowd(200)) // too many for the index
	for i := range world.Articles() {
		x := world.Extraction(i, i%graphtest.TextsPerArticle, 2)
		if i%5 == 0 {
			x.Mentions, x.Evidence, x.Actors, x.Places = nil, nil, nil, nil
		}
		write(t, s, x)
	}
	if err := s.Retract(t.Context(), []graph.ID{world.Extraction(1, 0, 1).Article.ID, world.Extraction(2, 0, 1).Article.ID}, "a test"); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore(t.Context(), []graph.ID{world.Extraction(2, 0, 1).Article.ID}, "a test"); err != nil {
		t.Fatal(err)
	}
	// What the relationships say, beside what the nodes say themselves.
	for name, tt := range map[string]struct{ relationships, nodes string }{
		"participants": {
			`MATCH (a:Actor)-[r:SOURCE]->(e:Event) RETURN e.id + ' SOURCE ' + a.id + ' ' + r.standing AS x
			 UNION ALL MATCH (a:Actor)<-[r:TARGET]-(e:Event) RETURN e.id + ' TARGET ' + a.id + ' ' + r.standing AS x`, ""},
		"packed participants": {
			"MATCH (a:Actor)-[r:SOURCE|TARGET]-(e:Event) WHERE r.counts RETURN DISTINCT e.id + r.roles + substring(a.id, 6)",
			"MATCH (e:Event) WITH e, CASE e.actors WHEN '*' THEN e.allActors ELSE e.actors END AS actors UNWIND range(0, size(actors) / 27 - 1) AS i RETURN e.id + substring(actors, 27 * i, 27)"},
		"ends of ties": {
			"MATCH (a:Actor)<-[:FROM]-(t:Fact:Tie)-[:TO]->(b) WHERE b:Actor OR b:Place RETURN t.id + a.id + b.id",
			"MATCH (t:Tie) RETURN t.id + t.fromId + t.toId"},
		"real ties": {
			"MATCH (a:Actor)-[r]->(b) WHERE r.tie IS NOT NULL RETURN r.tie + type(r) + a.id + b.id",
			"MATCH (t:Tie) WHERE t.status IN ['HAPPENED', 'ONGOING'] AND NOT t.negated RETURN t.id + t.relation + t.fromId + t.toId"},
		"places of events": {
			"MATCH (e:Event)-[:AT]->(p:Place) RETURN e.id + p.id",
			"MATCH (e:Event) UNWIND e.placeIds AS p RETURN e.id + p"},
		"places within": {
			"MATCH (p:Place)-[:WITHIN]->(q:Place) RETURN p.id + q.id",
			"MATCH (p:Place) WHERE p.withinId IS NOT NULL RETURN p.id + p.withinId"},
		"events about": {
			"MATCH (e:Event)-[:ABOUT]->(o:Event) RETURN e.id + o.id",
			"MATCH (e:Event) UNWIND e.aboutIds AS o RETURN e.id + o"},
		"evidence": {
			"MATCH (a:Article)<-[:IN]-(e:Evidence)-[:SUPPORTS]->(f:Fact) RETURN e.id + a.id + f.id",
			"MATCH (e:Evidence) RETURN e.id + e.articleId + e.factId"},
		"speakers": {
			"MATCH (e:Evidence)-[:SPEAKER]->(a:Actor) RETURN e.id + a.id",
			"MATCH (e:Evidence) WHERE e.speakerId IS NOT NULL RETURN e.id + e.speakerId"},
		"mentions": {
			"MATCH (a:Article)-[r:MENTIONS]->(b:Actor) RETURN r.mention + a.id + b.id + r.start + r.end",
			"MATCH (m:Mention) RETURN m.id + m.articleId + m.actorId + m.start + m.end"},
	} {
		t.Run(name, func(t *testing.T) {
			want := participantsOf(t, s)
			if tt.nodes != "" {
				want = texts(server.Run(t, tt.nodes))
			}
			if len(want) == 0 {
				t.Fatal("the world has none, so this shows nothing")
			}
			if d := cmp.Diff(want, texts(server.Run(t, tt.relationships))); d != "" {
				t.Errorf("(-nodes +relationships):\n%s", d)
			}
		})
	}
	t.Run("closed", func(t *testing.T) {
		if n := server.Run(t, "MATCH (n:Closed) RETURN n.id"); len(n) == 0 {
			t.Error("nothing was closed, so this shows nothing")
		}
		for _, statement := range []string{
			"MATCH (n:Closed)-[r]-() WHERE type(r) <> 'WITHIN' RETURN type(r) + ' ' + n.id",
			"MATCH (n:Closed) WHERE size(labels(n)) <> 2 RETURN n.id",
			"MATCH (n:Node) WHERE size(labels(n)) < 2 RETURN n.id",
			"MATCH (n:Actor) WHERE size(labels(n)) <> 3 RETURN n.id",
		} {
			if n := server.Run(t, statement); len(n) != 0 {
				t.Errorf("%s: %v", statement, n)
			}
		}
	})
	t.Run("numbers of events", func(t *testing.T) {
		kind := " n.type + n.quad + n.status + toString(n.negated) + ' '"
		month := func(day string) string {
			return " + CASE n.start WHEN 0 THEN 0 ELSE " + day + " / 100 * 100 + 1 END + ' '"
		}
		want := texts(server.Run(t, "MATCH (n:Event) WITH"+kind+month("n.start")+month("n.end")+" AS kind, count(*) AS events, sum(n.score) AS sum RETURN kind + events + ' ' + sum"))
		got := texts(server.Run(t, "MATCH (n:Rollup) RETURN"+kind+" + n.start + ' ' + n.end + ' ' + n.events + ' ' + n.sum"))
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("(-recount +kept):\n%s", d)
		}
	})
	t.Run("numbers of events of actors", func(t *testing.T) {
		kind := " n.type + n.quad + n.status + toString(n.negated) + ' '"
		month := func(day string) string {
			return " + CASE n.start WHEN 0 THEN 0 ELSE " + day + " / 100 * 100 + 1 END + ' '"
		}
		want := texts(server.Run(t, "MATCH (a:Actor)-[r:SOURCE|TARGET]-(n:Event) WHERE r.counts WITH DISTINCT a, n, r.roles AS roles WITH a.id + ' ' + roles + "+kind+month("n.start")+month("n.end")+" AS kind, count(*) AS events, sum(n.score) AS sum RETURN kind + events + ' ' + sum"))
		got := texts(server.Run(t, "MATCH (n:ActorRollup) RETURN n.actor + ' ' + n.roles + "+kind+" + n.start + ' ' + n.end + ' ' + n.events + ' ' + n.sum"))
		if d := cmp.Diff(want, got); d != "" || len(got) == 0 {
			t.Errorf("(-recount +kept):\n%s", d)
		}
	})
	t.Run("who tells of events", func(t *testing.T) {
		want := texts(server.Run(t, "MATCH (e:Event)<-[:SUPPORTS]-(p:Evidence) RETURN DISTINCT e.id + p.articleId"))
		if d := cmp.Diff(want, texts(server.Run(t, "MATCH (e:Event) UNWIND e.articleIds AS a RETURN e.id + a"))); d != "" {
			t.Errorf("articles (-recount +kept):\n%s", d)
		}
		if wrong := server.Run(t, "MATCH (e:Event) WHERE size(coalesce(e.origins, [])) <> e.sources RETURN e.id"); len(wrong) > 0 {
			t.Errorf("other independent sources than are counted: %v", wrong)
		}
	})
	t.Run("counted values", func(t *testing.T) {
		if n := server.Run(t, "MATCH (c:Counted) WHERE c.count <= 0 RETURN c.property"); len(n) != 0 {
			t.Errorf("values that nobody counts: %v", n)
		}
		want := texts(server.Run(t, "MATCH (m:Mention) WITH m.actorId AS a, count(m) AS n RETURN a + ' ' + n"))
		got := texts(server.Run(t, "MATCH (c:Counted {property: 'mentions'}) RETURN c.actor + ' ' + c.count"))
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("mentions (-recount +kept):\n%s", d)
		}
	})
}

func write(t *testing.T, s graph.Store, xs ...graph.Extraction) {
	t.Helper()
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: xs}); err != nil {
		t.Fatal(err)
	}
}

// participantsOf lists the roles of all events.
func participantsOf(t *testing.T, s *neo4j.Store) []string {
	t.Helper()
	page, err := s.Find(t.Context(), graph.Query{Class: graph.ClassEvent, Page: graph.PageRequest{First: graph.MaxPage}})
	if err != nil || page.More {
		t.Fatalf("more events: %v, error %v", page.More, err)
	}
	var out []string
	for _, n := range page.Items {
		e := n.(*graph.Event)
		for _, p := range e.Participants {
			for _, role := range p.Roles {
				out = append(out, string(e.ID)+" "+string(role)+" "+string(p.ActorID)+" "+string(p.Standing))
			}
		}
	}
	slices.Sort(out)
	return out
}

// texts are sorted texts.
func texts(values []any) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i], _ = v.(string)
	}
	slices.Sort(out)
	return out
}
