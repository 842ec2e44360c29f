package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestOrders sorts a few nodes in every order that needs no more than the node.
func TestOrders(t *testing.T) {
	actor := func(id graph.ID, name string, events, mentions int, seen graph.Date) graph.Node {
		return &graph.Actor{ID: id, Name: name, Events: events, Mentions: mentions, LastSeen: seen}
	}
	event := func(id graph.ID, start graph.Date, sources int) graph.Node {
		e := &graph.Event{ID: id}
		e.Corroboration.IndependentSources = sources
		if start != 0 {
			e.When = &graph.Period{Start: start, End: start}
		}
		return e
	}
	evidence := func(id graph.ID, published graph.Date, confidence, start int) graph.Node {
		return &graph.Evidence{ID: id, Origin: graph.Origin{Published: published}, Confidence: confidence, Start: start}
	}
	actors := []graph.Node{actor("1", "Ångström", 5, 1, 0), actor("2", "ANGSTROM", 5, 3, 20160101), actor("3", "Öst", 0, 9, 20160102), actor("4", "Bay", 7, 3, 0)}
	openStart := event("4", 0, 2)
	openStart.(*graph.Event).When = &graph.Period{End: 20160101}
	events := []graph.Node{event("1", 20160101, 1), event("2", 20160102, 1), event("3", 0, 9), openStart, event("5", 20160101, 2)}
	passages := []graph.Node{evidence("1", 0, 500, 9), evidence("2", 20160102, 500, 3), evidence("3", 20160101, 900, 3)}
	ties := []graph.Node{&graph.Tie{ID: "1"}, &graph.Tie{ID: "2", Span: &graph.Period{Start: 20160101, End: 20160109}}, &graph.Tie{ID: "3", Span: &graph.Period{Start: 20160105, End: 20160105}}}
	articles := []graph.Node{&graph.Article{ID: "1"}, &graph.Article{ID: "2", Published: 20160101}, &graph.Article{ID: "3", Published: 20160102}}
	mentions := []graph.Node{&graph.Mention{ID: "1", Start: 7}, &graph.Mention{ID: "2", Published: 20160102, Start: 1}, &graph.Mention{ID: "3", Published: 20160102, Start: 7}}
	for _, tt := range []struct {
		name  string
		nodes []graph.Node
		order graph.Order
		want  []graph.ID
	}{
		{"names, folded", actors, graph.ByName, []graph.ID{"1", "2", "4", "3"}},
		{"most events", actors, graph.ByMostEvents, []graph.ID{"4", "2", "1", "3"}},
		{"most mentions", actors, graph.ByMostMentions, []graph.ID{"3", "4", "2", "1"}},
		{"last seen, never seen last", actors, graph.ByLastSeen, []graph.ID{"3", "2", "4", "1"}},
		{"newest events, undated last", events, graph.ByNewest, []graph.ID{"2", "5", "1", "4", "3"}},
		{"oldest events, undated last", events, graph.ByOldest, []graph.ID{"1", "5", "2", "3", "4"}},
		{"most sources", events, graph.ByMostSources, []graph.ID{"3", "5", "4", "2", "1"}},
		{"newest evidence", passages, graph.ByNewest, []graph.ID{"2", "3", "1"}},
		{"oldest evidence, unknown first", passages, graph.ByOldest, []graph.ID{"1", "3", "2"}},
		{"surest evidence", passages, graph.ByConfidence, []graph.ID{"3", "2", "1"}},
		{"evidence in the text", passages, graph.ByStart, []graph.ID{"2", "3", "1"}},
		{"ties by the last article", ties, graph.ByNewest, []graph.ID{"2", "3", "1"}},
		{"newest articles", articles, graph.ByNewest, []graph.ID{"3", "2", "1"}},
		{"oldest articles", articles, graph.ByOldest, []graph.ID{"1", "2", "3"}},
		{"newest mentions", mentions, graph.ByNewest, []graph.ID{"3", "2", "1"}},
		{"mentions in the text", mentions, graph.ByStart, []graph.ID{"2", "1", "3"}},
	} {
		nodes := slices.Clone(tt.nodes)
		slices.Reverse(nodes)
		slices.SortFunc(nodes, func(a, b graph.Node) int {
			return tt.order.Compare(graph.PositionOf(a, tt.order), graph.PositionOf(b, tt.order))
		})
		var got []graph.ID
		for _, n := range nodes {
			got = append(got, n.NodeID())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestCompareIsOneDirection shows that key and id run the same way, so that an index can
// serve the order.
func TestCompareIsOneDirection(t *testing.T) {
	low, high := graph.Position{Rank: 1, ID: "a"}, graph.Position{Rank: 1, ID: "b"}
	for _, o := range []graph.Order{
		graph.ByRelevance, graph.ByName, graph.ByMostEvents, graph.ByMostMentions, graph.ByLastSeen, graph.ByNewest,
		graph.ByOldest, graph.ByMostSources, graph.ByConfidence, graph.ByStart, graph.ByRank,
	} {
		want := -1
		if o.Descending() {
			want = 1
		}
		if o.Compare(low, high) != want || o.Compare(high, low) != -want || o.Compare(low, low) != 0 {
			t.Errorf("%s compares ids %d, keys %d", o, o.Compare(low, high), want)
		}
		if got := o.Compare(graph.Position{Rank: 1, ID: "b"}, graph.Position{Rank: 2, ID: "a"}); got != want {
			t.Errorf("%s compares keys %d, want %d", o, got, want)
		}
	}
}

func TestDefaultOrder(t *testing.T) {
	for _, c := range []graph.Class{graph.ClassActor, graph.ClassEvent, graph.ClassTie, graph.ClassEvidence, graph.ClassArticle, graph.ClassPlace} {
		if o := graph.DefaultOrder(c, ""); !graph.HasOrder(c, o) || o == graph.ByRelevance {
			t.Errorf("%s is listed %q by default", c, o)
		}
		if o := graph.DefaultOrder(c, "word"); !graph.HasOrder(c, o) || (o == graph.ByRelevance) != graph.HasOrder(c, graph.ByRelevance) {
			t.Errorf("%s is searched %q by default", c, o)
		}
	}
	if o := graph.DefaultOrder(graph.ClassJudgement, ""); o != "" {
		t.Errorf("judgements are listed %q", o)
	}
}

func TestHeldAt(t *testing.T) {
	period := func(start, end graph.Date) *graph.Period { return &graph.Period{Start: start, End: end} }
	for _, tt := range []struct {
		name    string
		t       graph.Tie
		on, off []graph.Date
	}{
		{"nothing known", graph.Tie{}, nil, []graph.Date{20160101}},
		{"between the articles that hold it", graph.Tie{Span: period(20160101, 20160201)}, []graph.Date{20160101, 20160115, 20160201}, []graph.Date{20151231, 20160202}},
		{"since is earlier than the first article", graph.Tie{Span: period(20160101, 20160201), Since: period(20100101, 20101231)}, []graph.Date{20100101, 20130101, 20160201}, []graph.Date{20091231, 20160202}},
		{"until is later than the last article", graph.Tie{Span: period(20160101, 20160201), Until: period(20170101, 20170131)}, []graph.Date{20160101, 20170131}, []graph.Date{20170201}},
		{"it was over before the article", graph.Tie{Span: period(20160101, 20160201), Since: period(20100101, 20100101), Until: period(20110101, 20110101)}, []graph.Date{20100601}, []graph.Date{20160101, 20110102}},
		{"since alone", graph.Tie{Since: period(20100101, 0)}, []graph.Date{20100101, 20300101}, []graph.Date{20091231}},
		{"until alone", graph.Tie{Until: period(0, 20100101)}, []graph.Date{19000101, 20100101}, []graph.Date{20100102}},
	} {
		for _, d := range tt.on {
			if !tt.t.HeldAt(d) {
				t.Errorf("%s: not held at %v", tt.name, d)
			}
		}
		for _, d := range tt.off {
			if tt.t.HeldAt(d) {
				t.Errorf("%s: held at %v", tt.name, d)
			}
		}
	}
}

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b [2]int
		want int
	}{
		{"nowhere", [2]int{52_000_000, 9_000_000}, [2]int{52_000_000, 9_000_000}, 0},
		{"a quarter of the globe", [2]int{0, 0}, [2]int{90_000_000, 0}, 10_007_557},
		{"to the other side", [2]int{0, 0}, [2]int{0, 180_000_000}, 20_015_114},
		{"over the date line", [2]int{0, 179_500_000}, [2]int{0, -179_500_000}, 111_195},
		{"pole to pole", [2]int{90_000_000, 17}, [2]int{-90_000_000, 5_000_000}, 20_015_114},
	} {
		for _, p := range [][2][2]int{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := graph.Distance(p[0][0], p[0][1], p[1][0], p[1][1]); got != tt.want {
				t.Errorf("%s: %d metres, want %d", tt.name, got, tt.want)
			}
		}
	}
}
