package coding_test

import (
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
)

// judged is a fact that was found in a marked sentence, and how far the marks agree.
type judged struct {
	learned    bool
	confidence int
	kind       bool // the marks have an event of this type at this trigger
	whole      bool // of this status too, and everybody who is named takes part as said
}

// judgeMarked codes the marked sentences and compares what is found with the marks.
func judgeMarked(t *testing.T) []judged {
	t.Helper()
	all, err := sentences.ReadFolder("../../training/sentences")
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	for _, s := range all {
		_, _, found := facts(s.Text, graph.NewDate(2024, 3, 13))
		for _, e := range found {
			if e.EventType != "" {
				out = append(out, judge(&s, e))
			}
		}
	}
	return out
}

func meets(a graph.Span, in []graph.Span) bool {
	return slices.ContainsFunc(in, func(b graph.Span) bool { return a.Start < b.End && b.Start < a.End })
}

func judge(s *sentences.Sentence, e graph.Evidence) judged {
	j := judged{learned: learned(e), confidence: e.Confidence}
	for _, want := range s.Events {
		if !meets(e.Trigger, want.Trigger) || want.Type != e.EventType {
			continue
		}
		j.kind = true
		whole := want.Status == e.Status && (want.Negated == e.Negated || e.Status == graph.Denied)
		for _, w := range e.Wordings {
			switch w.Part {
			case graph.PartSource:
				whole = whole && (w.Absent || meets(w.Span, want.Sources))
			case graph.PartTarget:
				whole = whole && meets(w.Span, want.Targets)
			}
		}
		j.whole = j.whole || whole
	}
	return j
}

// learned reports whether the classifier found an event.
func learned(e graph.Evidence) bool {
	return slices.ContainsFunc(e.Steps, func(s graph.Step) bool { return s.Rule == "learned" })
}

// TestReliability compares stated confidence with how often events of that confidence are right in
// the marked sentences. What the classifier added is left out: it has learned from these very
// sentences, and measures itself on held-out ones. -v prints the table.
func TestReliability(t *testing.T) {
	type row struct{ all, kind, whole, stated int }
	var rows [10]row
	for _, j := range judgeMarked(t) {
		if j.learned {
			continue
		}
		r := &rows[max(0, min(j.confidence/50-10, 9))]
		r.all++
		r.stated += j.confidence
		if j.kind {
			r.kind++
		}
		if j.whole {
			r.whole++
		}
	}
	for i, r := range rows {
		if r.all == 0 {
			continue
		}
		stated, right := r.stated/r.all, 1000*r.kind/r.all
		t.Logf("from %.2f: %4d events, stated %.3f, type right %.3f, status and all who take part right too %.3f",
			float64(i*50+500)/1000, r.all, float64(stated)/1000, float64(right)/1000, float64(r.whole)/float64(r.all))
		if r.all >= 100 && (right < stated-120 || right > stated+150) {
			t.Errorf("events of confidence %d are right %d times in a thousand: measure the ways anew, see confidence.go", stated, right)
		}
	}
}
