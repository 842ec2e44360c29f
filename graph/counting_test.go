package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// counted is one kind of node to count: its keys in each dimension, "a b|x", how many there are,
// and perhaps articles and origins.
type counted struct {
	keys     string
	nodes    int
	articles []uint32
	origins  []uint32
}

func buckets(a graph.Aggregation, rows ...counted) graph.Buckets {
	c := graph.NewCounting(a)
	for _, r := range rows {
		row := graph.Row{Nodes: r.nodes, Score: int64(10 * r.nodes), Articles: r.articles, Origins: r.origins}
		for i, keys := range strings.Split(r.keys, "|") {
			for key := range strings.FieldsSeq(keys) {
				row.Keys[i] = append(row.Keys[i], c.Number(i, key))
			}
		}
		c.Add(row)
	}
	return c.Buckets()
}

// lines writes buckets one a line: "a|x 3".
func lines(b graph.Buckets) []string {
	var out []string
	for _, b := range b.Buckets {
		var keys []string
		for _, k := range b.Keys {
			keys = append(keys, k.Value)
		}
		n := b.Events
		if b.Events == 0 {
			n = b.Articles
		}
		out = append(out, fmt.Sprintf("%s %d", strings.Join(keys, "|"), n))
	}
	return out
}

func by(d graph.Dimension, first int, options string) graph.By {
	return graph.By{Dimension: d, First: first, Rest: strings.Contains(options, "rest"), Zeros: strings.Contains(options, "zeros")}
}

// TestCounting shows which keys are kept, in which order, and what the rest and the zeros are.
func TestCounting(t *testing.T) {
	days := []counted{{"2016-01", 1, nil, nil}, {"2016-04", 2, nil, nil}, {"", 5, nil, nil}, {"2016-02", 3, nil, nil}}
	modes := []counted{{"a", 2, nil, nil}, {"a b", 3, nil, nil}, {"b c", 1, nil, nil}, {"c d", 1, nil, nil}, {"", 1, nil, nil}, {"d", 1, nil, nil}}
	pairs := []counted{{"a|x", 2, nil, nil}, {"a b|y", 4, nil, nil}, {"c|x y", 1, nil, nil}, {"c|", 1, nil, nil}}
	for _, tt := range []struct {
		name      string
		by        []graph.By
		rows      []counted
		want      []string
		truncated bool
	}{
		{"nothing", nil, nil, []string{" 0"}, false},
		{"no dimension", nil, []counted{{"", 3, nil, nil}, {"", 4, nil, nil}}, []string{" 7"}, false},
		{"nothing by type", []graph.By{by(graph.DimType, 5, "zeros rest")}, nil, nil, false},
		{"time runs up, and what has none comes last", []graph.By{by(graph.DimTime, 9, "")}, days, []string{"2016-01 1", "2016-02 3", "2016-04 2", " 5"}, false},
		{"months in between", []graph.By{by(graph.DimTime, 9, "zeros")}, days, []string{"2016-01 1", "2016-02 3", "2016-03 0", "2016-04 2", " 5"}, false},
		{"the newest are kept", []graph.By{by(graph.DimTime, 2, "zeros rest")}, days, []string{"2016-02 3", "2016-03 0", "2016-04 2", " 5", "* 1"}, false},
		{"what is dropped is said", []graph.By{by(graph.DimTime, 1, "")}, days, []string{"2016-04 2", " 5"}, true},
		{"a node counts once for each key", []graph.By{by(graph.DimMode, 9, "")}, modes, []string{"a 5", "b 4", "c 2", "d 2", " 1"}, false},
		{"a node counts once in the rest", []graph.By{by(graph.DimMode, 1, "rest")}, modes, []string{"a 5", " 1", "* 6"}, false},
		{"two dimensions", []graph.By{by(graph.DimMode, 9, ""), by(graph.DimContext, 9, "")}, pairs,
			[]string{"a|y 4", "a|x 2", "b|y 4", "c|y 1", "c|x 1", "c| 1"}, false},
		{"empty combinations", []graph.By{by(graph.DimMode, 9, "zeros"), by(graph.DimContext, 9, "")}, pairs,
			[]string{"a|y 4", "a|x 2", "a| 0", "b|y 4", "b|x 0", "b| 0", "c|y 1", "c|x 1", "c| 1"}, false},
		{"rests of both", []graph.By{by(graph.DimMode, 1, "rest"), by(graph.DimContext, 1, "rest")}, pairs,
			[]string{"a|y 4", "a|* 2", "*|y 5", "*| 1", "*|* 1"}, false},
		{"keys of each by its own totals", []graph.By{by(graph.DimMode, 1, ""), by(graph.DimContext, 1, "")}, pairs, []string{"a|y 4"}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := buckets(graph.Aggregation{Class: graph.ClassEvent, By: tt.by}, tt.rows...)
			if d := cmp.Diff(tt.want, lines(got)); d != "" || got.Truncated != tt.truncated {
				t.Errorf("truncated %v (-want +got):\n%s", got.Truncated, d)
			}
			total := 0
			for _, r := range tt.rows {
				total += r.nodes
			}
			if got.Total.Events != total || got.Total.Score != int64(10*total) {
				t.Errorf("total %+v, want %d", got.Total, total)
			}
		})
	}
}

func TestCountingDistinct(t *testing.T) {
	a := graph.Aggregation{Class: graph.ClassEvent, By: []graph.By{by(graph.DimMode, 2, "rest")}, Distinct: true}
	got := buckets(a,
		counted{"a", 1, []uint32{1}, []uint32{7}},
		counted{"a", 1, []uint32{1, 2}, []uint32{7}},
		counted{"a b", 1, []uint32{3, 3}, []uint32{8, 7}},
		counted{"c", 1, []uint32{3}, nil},
		counted{"d c", 1, []uint32{3, 4}, []uint32{9}},
	)
	var sums []string
	for _, b := range got.Buckets {
		sums = append(sums, fmt.Sprintf("%s %d events of %d articles and %d sources", b.Keys[0].Value, b.Events, b.Articles, b.Sources))
	}
	want := []string{
		"a 3 events of 3 articles and 2 sources",
		"c 2 events of 2 articles and 1 sources",
		"* 2 events of 2 articles and 3 sources",
	}
	if d := cmp.Diff(want, sums); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(graph.Totals{Events: 5, Articles: 4, Sources: 3, Score: 50}, got.Total); d != "" {
		t.Error(d)
	}
}

// TestCountingArticles counts articles in place of events.
func TestCountingArticles(t *testing.T) {
	got := buckets(graph.Aggregation{Class: graph.ClassArticle, By: []graph.By{by(graph.DimLanguage, 2, "")}}, counted{"en", 2, nil, nil}, counted{"", 1, nil, nil})
	if d := cmp.Diff([]string{"en 2", " 1"}, lines(got)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(graph.Totals{Articles: 3}, got.Total); d != "" {
		t.Error(d)
	}
}

// TestCountingLimits makes more buckets than fit into one answer.
func TestCountingLimits(t *testing.T) {
	var rows []counted
	for i := range 80 {
		for j := range 80 {
			rows = append(rows, counted{fmt.Sprintf("a%02d|b%02d", i, j), 1, nil, nil})
		}
	}
	mode, context := by(graph.DimMode, 1000, "zeros"), by(graph.DimContext, 1000, "zeros")
	got := buckets(graph.Aggregation{Class: graph.ClassEvent, By: []graph.By{mode, context}}, rows...)
	if len(got.Buckets) != graph.MaxBuckets || !got.Truncated || got.Total.Events != 6400 {
		t.Errorf("%d buckets, truncated %v, total %+v", len(got.Buckets), got.Truncated, got.Total)
	}
	day := graph.By{Dimension: graph.DimTime, Interval: graph.IntervalDay, First: 9, Zeros: true}
	got = buckets(graph.Aggregation{Class: graph.ClassEvent, By: []graph.By{day}}, counted{"0001-01-02", 1, nil, nil}, counted{"9999-12-31", 1, nil, nil})
	if d := cmp.Diff([]string{"0001-01-02 1", "9999-12-31 1"}, lines(got)); d != "" || !got.Truncated {
		t.Errorf("zeros that do not fit: truncated %v\n%s", got.Truncated, d)
	}
}

// TestBucketsDescribe pins what a bucket says of its keys, and how it is found again.
func TestBucketsDescribe(t *testing.T) {
	where := &graph.Compare{Property: graph.PropDisputed, Numbers: []int64{1}}
	a := graph.Aggregation{Class: graph.ClassEvent, Where: where, By: []graph.By{
		{Dimension: graph.DimTime, Interval: graph.IntervalWeek, First: 2, Rest: true},
		{Dimension: graph.DimSource, First: 1, Rest: true},
	}}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	actor := graph.CountryID("FRA")
	c := graph.NewCounting(a)
	c.Add(graph.Row{Nodes: 1, Keys: [2][]uint32{{c.Number(0, "2016-W17")}, {c.Number(1, "short")}}})
	c.Add(graph.Row{Nodes: 1})
	if d := cmp.Diff([]string{"short"}, c.Kept(1)); d != "" {
		t.Error(d)
	}
	got := c.Buckets(nil, map[string]graph.Label{"short": {Value: string(actor), Text: "France"}})
	real := []graph.Filter{
		where, &graph.Compare{Property: graph.PropStatus, Texts: []string{"HAPPENED", "ONGOING"}}, &graph.Compare{Property: graph.PropNegated, Numbers: []int64{0}},
	}
	want := []graph.Bucket{
		{
			Keys: []graph.Key{
				{Value: "2016-W17", Label: "2016-W17", Start: 20160425, End: 20160501},
				{Value: string(actor), Label: "France", Actor: actor},
			},
			Totals: graph.Totals{Events: 1},
			Where: append(graph.And(slices.Clone(real)),
				&graph.Compare{Property: graph.PropWhen, Texts: []string{"WITHIN"}, Numbers: []int64{20160425, 20160501}},
				&graph.Has{Link: graph.LinkSource, Where: &graph.Compare{Property: graph.PropID, Texts: []string{string(actor)}}}),
		},
		{
			Keys:   []graph.Key{{}, {}},
			Totals: graph.Totals{Events: 1},
			Where: append(graph.And(slices.Clone(real)),
				&graph.Keyed{Dimension: graph.DimTime, Interval: graph.IntervalWeek, In: []string{""}},
				&graph.Keyed{Dimension: graph.DimSource, In: []string{""}}),
		},
	}
	if d := cmp.Diff(want, got.Buckets); d != "" {
		t.Error(d)
	}
	for _, b := range got.Buckets {
		if err := graph.ValidateFilter(graph.ClassEvent, b.Where); err != nil {
			t.Error(err)
		}
	}
}
