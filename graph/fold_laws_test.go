package graph_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestFoldLaws folds the facts of generated worlds and checks what must hold for any
// passages, each law counted anew from the passages.
func TestFoldLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for seed := range uint64(5) {
		passages := map[graph.ID][]*graph.Evidence{}
		for _, x := range graphtest.NewWorld(seed, 60).Extractions() {
			for _, e := range x.Evidence {
				e.Origin = graph.Origin{Published: x.Article.Published, Publisher: x.Article.Publisher, CopyOfID: x.Article.CopyOfID}
				passages[e.Record] = append(passages[e.Record], &e)
			}
		}
		for id, ps := range passages {
			before := encoded(t, ps)
			var folded graph.Fact
			fold := func() graph.Fact {
				if id.Class() == graph.ClassTie {
					return graph.FoldTie(id, ps, nil)
				}
				return graph.FoldEvent(id, ps, nil)
			}
			folded = fold()
			if after := encoded(t, ps); after != before {
				t.Fatalf("folding changed the passages:\n%s\n%s", before, after)
			}
			r.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
			if diff := cmp.Diff(folded, fold()); diff != "" {
				t.Fatalf("the order of %d passages matters:\n%s", len(ps), diff)
			}
			checkStated(t, folded.Facts(), ps)
			if e, ok := folded.(*graph.Event); ok {
				checkEvent(t, e, ps)
			}
		}
	}
}

func encoded(t *testing.T, ps []*graph.Evidence) string {
	t.Helper()
	b, err := json.Marshal(ps)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func checkStated(t *testing.T, s *graph.Stated, ps []*graph.Evidence) {
	t.Helper()
	denials, articles := 0, map[graph.ID]bool{}
	said := func(status graph.Status, negated bool) bool {
		return slices.ContainsFunc(ps, func(e *graph.Evidence) bool { return e.Status == status && e.Negated == negated })
	}
	for _, e := range ps {
		articles[e.ArticleID] = true
		if e.Status == graph.Denied {
			denials++
		}
	}
	if !said(s.Status, s.Negated) {
		t.Errorf("no passage says %s, negated %v", s.Status, s.Negated)
	}
	if (s.Status == graph.Denied) != (denials == len(ps)) || s.Disputed != (denials > 0) {
		t.Errorf("%d of %d passages deny; status %s, disputed %v", denials, len(ps), s.Status, s.Disputed)
	}
	c := s.Corroboration
	if c.Passages != len(ps) || c.Articles != len(articles) || c.IndependentSources > len(ps) {
		t.Errorf("%d passages of %d articles: %+v", len(ps), len(articles), c)
	}
	for i, st := range s.Stages {
		if !said(st.Status, st.Negated) {
			t.Errorf("no passage says the stage %+v", st)
		}
		if i > 0 && (s.Stages[i-1].Since > st.Since || s.Stages[i-1].Status == st.Status && s.Stages[i-1].Negated == st.Negated) {
			t.Errorf("stages %+v", s.Stages)
		}
	}
	for _, d := range s.Disagreements {
		for i, v := range d.Values {
			if len(d.Values) < 2 || i > 0 && len(d.Values[i-1].EvidenceIDs) < len(v.EvidenceIDs) {
				t.Errorf("disagreement %+v", d)
			}
		}
	}
}

func checkEvent(t *testing.T, e *graph.Event, ps []*graph.Evidence) {
	t.Helper()
	named := map[graph.ID]int{}
	roles := map[graph.ID]map[graph.Role]bool{}
	for _, p := range ps {
		once := map[graph.ID]bool{}
		for _, w := range p.Wordings {
			role := map[graph.Part]graph.Role{graph.PartSource: graph.Source, graph.PartTarget: graph.Target}[w.Part]
			if role == "" || w.Party == "" {
				continue
			}
			if !once[w.Party] {
				once[w.Party] = true
				named[w.Party]++
			}
			if roles[w.Party] == nil {
				roles[w.Party] = map[graph.Role]bool{}
			}
			roles[w.Party][role] = true
		}
	}
	if len(e.Participants) != len(named) {
		t.Errorf("%d participants, and passages name %d", len(e.Participants), len(named))
	}
	for _, a := range e.Participants {
		if a.Passages != named[a.ActorID] || len(a.Roles) != len(roles[a.ActorID]) {
			t.Errorf("participant %+v, named by %d passages in the roles %v", a, named[a.ActorID], roles[a.ActorID])
		}
	}
	typed := slices.ContainsFunc(ps, func(p *graph.Evidence) bool {
		modes := slices.Clone(p.Modes)
		slices.Sort(modes)
		folded := slices.Clone(e.Modes)
		slices.Sort(folded)
		return p.EventType == e.Type && slices.Equal(modes, folded)
	})
	if !typed {
		t.Errorf("no passage says %s %v", e.Type, e.Modes)
	}
	if e.Score != graph.Score(e.Type, e.Modes) {
		t.Errorf("%s %v scores %d", e.Type, e.Modes, e.Score)
	}
	if e.When != nil {
		for _, p := range ps {
			if p.Status == e.Status && p.Negated == e.Negated && p.When != nil && p.When.Days() < e.When.Days() {
				t.Errorf("when is %v, and a passage of the stage says %v", e.When, p.When)
			}
		}
	}
}
