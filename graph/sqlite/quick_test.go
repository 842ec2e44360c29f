package sqlite

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
)

// quickSeeds are columns as rows have them, and some that are odd.
func quickSeeds(t testing.TB) []string {
	low := int64(2)
	when := &graph.Period{Start: 20160425, End: 20160430, Exact: true, Precision: graph.Day, Text: "\"that\" week\n"}
	seeds := []string{`[ "a" , "b" ]`, `{"start":"0000-13-99"}`, `{"start":"2016-02-30"}`, `{"start":"2016-01-01","start":"2017-01-01"}`, `["\xff"]`}
	for _, v := range []any{
		[]graph.Stage{{Status: graph.Planned, Negated: true, When: when, Since: 20160424, EvidenceID: "evidence:a"}, {}},
		[]graph.Participant{{ActorID: "actor:a", Roles: graph.Roles, Passages: 3, Number: &graph.Quantity{Of: graph.Dead, Low: &low, Text: "two", EvidenceID: "evidence:b"}}},
		graph.Assertion{
			EventType: graph.Coerce, Modes: []graph.Mode{"CYBER"}, Contexts: []graph.Context{"CYBER"}, Status: graph.Ongoing, Negated: true, When: when,
			Wordings:    []graph.Wording{{Part: graph.PartSource, Party: "actor:a", Inferred: true, Absent: true, Number: &graph.Quantity{Of: graph.Dead, Text: "two"}, Text: "they", Span: graph.Span{Start: 3, End: 7}}},
			Numbers:     []graph.Quantity{{Of: graph.Dead, High: &low, Text: "at most two"}},
			Attribution: []graph.Attribution{{Speaker: "actor:b", Outlet: "Grain Daily", Text: "she", Verb: "say", Hedged: true, Span: graph.Span{End: 3}}},
			About:       []graph.ID{"event:a"},
		},
		graph.Assertion{Relation: graph.Leads, Role: "head", Since: when, Until: when, Status: graph.Happened},
		[]graph.Step{{Rule: "r", Says: "s", Text: "t", Span: graph.Span{Start: 1, End: 2}}},
		[]graph.Interval{{From: time.Unix(1, 1000).UTC(), To: time.Unix(2, 0).UTC()}, {From: time.Unix(3, 0).UTC()}},
		when, graph.OnDay(20160102, "Monday"), []string{"a", "é", `b"c`}, []string{}, nil,
	} {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, string(b))
	}
	return seeds
}

// FuzzQuick holds the quick reader to encoding/json: whatever a column holds, both read the
// same, or both refuse it.
func FuzzQuick(f *testing.F) {
	for _, s := range quickSeeds(f) {
		f.Add(s)
	}
	f.Fuzz(compareAllQuick)
}

// TestQuickDamaged does the same with every seed damaged at every place.
func TestQuickDamaged(t *testing.T) {
	for _, s := range quickSeeds(t) {
		for i := range s {
			compareAllQuick(t, s[:i])
			compareAllQuick(t, s[:i]+s[i+1:])
			for _, c := range []string{`"`, "]", ",", `\`, "0", "\xff"} {
				compareAllQuick(t, s[:i]+c+s[i+1:])
			}
		}
	}
}

func compareAllQuick(t *testing.T, s string) {
	if s == "" {
		return // NULL
	}
	compareQuick(t, s, func(c *cursor, dst *[]graph.Stage) { c.stages(dst) })
	compareQuick(t, s, func(c *cursor, dst *[]graph.Participant) { c.participants(dst) })
	compareQuick(t, s, func(c *cursor, dst **graph.Period) { c.period(dst) })
	compareQuick(t, s, func(c *cursor, dst *[]graph.ID) { texts(c, dst) })
	compareQuick(t, s, func(c *cursor, dst *graph.Assertion) { c.assertion(dst) })
	compareQuick(t, s, func(c *cursor, dst *[]graph.Step) { c.steps(dst) })
	compareQuick(t, s, func(c *cursor, dst *[]graph.Interval) { c.intervals(dst) })
}

func compareQuick[T any](t *testing.T, s string, read func(*cursor, *T)) {
	t.Helper()
	var want, got T
	err := json.Unmarshal([]byte(s), &want)
	c := &cursor{row: []any{s}}
	read(c, &got)
	if (err != nil) != (c.err != nil) {
		t.Fatalf("%T of %q: encoding/json says %v, the quick reader %v", want, s, err, c.err)
	}
	if err == nil {
		if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%T of %q (-want +got):\n%s", want, s, d)
		}
	}
}
