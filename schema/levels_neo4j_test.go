package schema_test

import (
	"cmp"
	"encoding/json"
	"os"
	"slices"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

func TestMain(m *testing.M) { os.Exit(testserver.Main(m)) }

// cypher are the levels of levelsQuery by hand, for Neo4j.
type cypher struct{ driver driver.DriverWithContext }

const (
	cypherActors = `MATCH (n:Actor) USING INDEX SEEK n:Actor(events, id) WHERE n.events >= 0 AND n.id IS NOT NULL
		RETURN n.id, n.name ORDER BY n.events DESC, n.id DESC LIMIT 20`
	cypherEvents = `UNWIND range(0, size($ids) - 1) AS i
		CALL (i) {
			CALL (i) {
				MATCH ()-[r:SOURCE]->(e) USING INDEX SEEK r:SOURCE(party, start, fact) WHERE r.party = $ids[i] AND r.start IS NOT NULL AND r.fact IS NOT NULL
				WITH r, e ORDER BY r.party DESC, r.start DESC, r.fact DESC LIMIT 10 RETURN r, e
			}
			RETURN r, e
			UNION ALL
			CALL (i) {
				MATCH (e)-[r:TARGET]->() USING INDEX SEEK r:TARGET(party, start, fact) WHERE r.party = $ids[i] AND r.start IS NOT NULL AND r.fact IS NOT NULL
				WITH r, e ORDER BY r.party DESC, r.start DESC, r.fact DESC LIMIT 10 RETURN r, e
			}
			RETURN r, e
		}
		RETURN i, r.start, e.id, e.type, e.status`
	cypherParts = `UNWIND $ids AS id
		MATCH (e:Node)-[r:SOURCE|TARGET]-(a:Actor) USING INDEX SEEK e:Node(id)
		WHERE e.id = id AND r.standing IN ['STATED', 'CLAIMED']
		RETURN id, type(r), a.id, a.name`
	cypherEvidence = `UNWIND $ids AS id
		CALL (id) {
			MATCH (v:Evidence) USING INDEX SEEK v:Evidence(factId, published, id)
			WHERE v.factId = id AND v.published IS NOT NULL AND v.id IS NOT NULL
			WITH v ORDER BY v.factId, v.published, v.id LIMIT 3
			MATCH (v)-[:IN]->(a:Article)
			RETURN v, a
		}
		RETURN id, v.id, v.quote, a.id, a.title`
)

func newCypher(b *testing.B, s testserver.Server) cypher {
	d, err := driver.NewDriverWithContext(s.URI, driver.BasicAuth(s.Username, s.Password, ""))
	if s.Username == "" {
		d, err = driver.NewDriverWithContext(s.URI, driver.NoAuth())
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = d.Close(b.Context()) })
	return cypher{d}
}

// rows are those of one statement.
func (c cypher) rows(b *testing.B, text string, ids any, row func([]any)) {
	session := c.driver.NewSession(b.Context(), driver.SessionConfig{AccessMode: driver.AccessModeRead})
	defer session.Close(b.Context())
	result, err := session.Run(b.Context(), text, map[string]any{"ids": ids})
	if err != nil {
		b.Fatal(err)
	}
	for result.Next(b.Context()) {
		row(result.Record().Values)
	}
	if err := result.Err(); err != nil {
		b.Fatal(err)
	}
}

func (c cypher) answer(b *testing.B) []byte {
	var actors []*actorRow
	var ids []string
	c.rows(b, cypherActors, nil, func(v []any) {
		actors = append(actors, &actorRow{ID: v[0].(string), Name: v[1].(string)})
		ids = append(ids, v[0].(string))
	})
	events := map[string]*eventRow{}
	starts := map[string]int64{}
	c.rows(b, cypherEvents, ids, func(v []any) {
		a, id := actors[v[0].(int64)], v[2].(string)
		if events[id] == nil {
			events[id] = &eventRow{ID: id, Type: v[3].(string), Status: v[4].(string)}
			starts[id] = v[1].(int64)
		}
		a.Events = append(a.Events, events[id])
	})
	ids = ids[:0]
	seen := map[string]bool{}
	for _, a := range actors { // as source and as target, the latest ten of both together
		slices.SortFunc(a.Events, func(e, f *eventRow) int {
			return cmp.Or(cmp.Compare(starts[f.ID], starts[e.ID]), cmp.Compare(f.ID, e.ID))
		})
		a.Events = slices.Compact(a.Events)
		a.Events = a.Events[:min(10, len(a.Events))]
		for _, e := range a.Events {
			if !seen[e.ID] {
				seen[e.ID] = true
				ids = append(ids, e.ID)
			}
		}
	}
	c.rows(b, cypherParts, ids, func(v []any) {
		e, n := events[v[0].(string)], nameRow{v[2].(string), v[3].(string)}
		if v[1].(string) == "SOURCE" {
			e.Sources = append(e.Sources, n)
		} else {
			e.Targets = append(e.Targets, n)
		}
	})
	c.rows(b, cypherEvidence, ids, func(v []any) {
		e := events[v[0].(string)]
		e.Evidence = append(e.Evidence, evidenceRow{v[1].(string), v[2].(string), articleRow{v[3].(string), v[4].(string)}})
	})
	text, err := json.Marshal(actors)
	if err != nil {
		b.Fatal(err)
	}
	return text
}
