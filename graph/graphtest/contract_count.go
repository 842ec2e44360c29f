package graphtest

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// countContract holds the tests of single promises about counts, of a store that holds what they tell
// and nothing else.
var countContract = []struct {
	name string
	test func(*testing.T, *filled)
}{
	{"the empty intervals between two are counted where zeros are asked for", countZeros},
	{"what is not kept is the rest, or is said to be missing", countRest},
	{"weeks are those of ISO 8601", countWeeks},
	{"a date too vague for the interval has no key", countVague},
	{"articles and independent sources are counted once", countDistinctly},
	{"articles are counted by day, publisher and language", countArticles},
	{"two dimensions count what has both keys", countBoth},
	{"links come by events, then by ties, then by ids", linksOrder},
	{"first says how many links, and it is said that there are more", linksTruncated},
	{"unnamed actors stay out of links and counterparts unless asked for", unnamedLinks},
	{"an event of very many actors links all of them", manyParticipants},
	{"counterparts say who did what to whom", counterpartRoles},
}

const post, herald = graph.Text("Told Post"), graph.Text("Told Herald")

func onDay(d graph.Date) *graph.Period {
	p := graph.OnDay(d, "then")
	return &p
}

func during(start, end graph.Date, precision graph.Precision) *graph.Period {
	return &graph.Period{Start: start, End: end, Precision: precision, Text: "then"}
}

func events(by ...graph.By) graph.Aggregation {
	return graph.Aggregation{Class: graph.ClassEvent, By: by}
}

// counts compares the buckets of an Aggregation with lines such as "2016-04 ASSAULT: 3 events"; what is
// shown of each is said. Every bucket is fed back.
func (f *filled) counts(t *testing.T, a graph.Aggregation, show func(graph.Bucket) string, want ...string) graph.Buckets {
	t.Helper()
	b, err := f.Aggregate(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, bucket := range b.Buckets {
		var keys []string
		for _, k := range bucket.Keys {
			keys = append(keys, k.Value)
		}
		got = append(got, strings.Join(keys, " ")+": "+show(bucket))
		f.found(t, a.Class, bucket.Where, bucket.Events+bucket.Articles*btoi(a.Class == graph.ClassArticle))
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("%+v (-want +got):\n%s", a.By, d)
	}
	return b
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// found checks that so many nodes match.
func (f *filled) found(t *testing.T, class graph.Class, where graph.Filter, want int) {
	t.Helper()
	p := f.mustFind(t, graph.Query{Class: class, Where: where, Detail: graph.Bare, Page: graph.PageRequest{First: 0, Total: true}})
	if p.Total != want {
		t.Errorf("%d %ss match %s, want %d", p.Total, class, describe(where), want)
	}
}

func numberOfEvents(b graph.Bucket) string { return fmt.Sprint(b.Events) }

func countZeros(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20151130)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160301)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160331)},
		{sources: "Ada", targets: "Bob", kind: graph.Aid},
	}})
	months := graph.By{Dimension: graph.DimTime, First: 12, Zeros: true}
	f.counts(t, events(months), numberOfEvents, "2015-11: 1", "2015-12: 0", "2016-01: 0", "2016-02: 0", "2016-03: 2", ": 1")
	months.Zeros = false
	f.counts(t, events(months), numberOfEvents, "2015-11: 1", "2016-03: 2", ": 1")
	months.Zeros, months.Interval = true, graph.IntervalQuarter
	types := graph.By{Dimension: graph.DimType, First: 5}
	f.counts(t, events(months, types), numberOfEvents,
		"2015-Q4 ASSAULT: 1", "2015-Q4 AID: 0", "2016-Q1 ASSAULT: 2", "2016-Q1 AID: 0", " ASSAULT: 0", " AID: 1")
}

func countRest(t *testing.T, f *filled) {
	var told []toldEvent
	for n, kind := range []graph.EventType{graph.Protest, graph.Consult, graph.Aid, graph.Assault} {
		for i := range n + 1 {
			told = append(told, toldEvent{sources: "Ada", targets: "Bob", kind: kind, when: onDay(20160401 + graph.Date(i))})
		}
	}
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: told})
	for _, tt := range []struct {
		first     int
		rest      bool
		want      []string
		truncated bool
	}{
		{4, false, []string{"ASSAULT: 4", "AID: 3", "CONSULT: 2", "PROTEST: 1"}, false},
		{4, true, []string{"ASSAULT: 4", "AID: 3", "CONSULT: 2", "PROTEST: 1"}, false},
		{2, false, []string{"ASSAULT: 4", "AID: 3"}, true},
		{2, true, []string{"ASSAULT: 4", "AID: 3", "*: 3"}, false},
	} {
		b := f.counts(t, events(graph.By{Dimension: graph.DimType, First: tt.first, Rest: tt.rest}), numberOfEvents, tt.want...)
		if b.Truncated != tt.truncated || b.Total.Events != 10 {
			t.Errorf("first %d, rest %v: truncated %v, want %v; %d events in all, want 10", tt.first, tt.rest, b.Truncated, tt.truncated, b.Total.Events)
		}
	}
	// Of intervals the newest are kept.
	b := f.counts(t, events(graph.By{Dimension: graph.DimTime, Interval: graph.IntervalDay, First: 2, Rest: true}), numberOfEvents,
		"2016-04-03: 2", "2016-04-04: 1", "*: 7")
	if rest := b.Buckets[2].Keys[0]; !rest.Rest || b.Truncated {
		t.Errorf("the rest has the key %+v, truncated %v", rest, b.Truncated)
	}
}

func countWeeks(t *testing.T, f *filled) {
	var told []toldEvent
	for _, day := range []graph.Date{20181230, 20181231, 20190101, 20210103, 20210104} {
		told = append(told, toldEvent{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(day)})
	}
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20210105, events: told})
	weeks := graph.By{Dimension: graph.DimTime, Interval: graph.IntervalWeek, First: 10}
	b := f.counts(t, events(weeks), numberOfEvents, "2018-W52: 1", "2019-W01: 2", "2020-W53: 1", "2021-W01: 1")
	want := graph.Key{Value: "2020-W53", Label: "2020-W53", Start: 20201228, End: 20210103}
	if d := gocmp.Diff(want, b.Buckets[2].Keys[0]); d != "" {
		t.Errorf("the week of the new year's day of 2021 (-want +got):\n%s", d)
	}
}

func countVague(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160601, events: []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160425)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: during(20160401, 20160430, graph.Month)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: during(20160430, 20160501, graph.Approximate)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault},
	}})
	for interval, want := range map[graph.CalendarInterval][]string{
		graph.IntervalDay:     {"2016-04-25: 1", ": 3"},
		graph.IntervalWeek:    {"2016-W17: 2", ": 2"},
		graph.IntervalMonth:   {"2016-04: 2", ": 2"},
		graph.IntervalQuarter: {"2016-Q2: 3", ": 1"},
		graph.IntervalYear:    {"2016: 3", ": 1"},
	} {
		f.counts(t, events(graph.By{Dimension: graph.DimTime, Interval: interval, First: 5}), numberOfEvents, want...)
	}
}

func countDistinctly(t *testing.T, f *filled) {
	twice := []toldEvent{
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160425)},
		{sources: "Ada", targets: "Bob", kind: graph.Assault, when: onDay(20160426)},
		{sources: "Ada", targets: "Bob", kind: graph.Aid, when: onDay(20160501)},
	}
	f.tellAll(t,
		toldArticle{number: 1, publisher: post, published: 20160501, events: twice},
		toldArticle{number: 2, publisher: post, published: 20160502, events: twice[:1]},
		toldArticle{number: 3, publisher: herald, published: 20160503, events: twice[:1]},
	)
	show := func(b graph.Bucket) string { return fmt.Sprintf("%d in %d of %d", b.Events, b.Articles, b.Sources) }
	for _, by := range []graph.By{{Dimension: graph.DimTime, First: 5}, {Dimension: graph.DimTime, Interval: graph.IntervalWeek, First: 5}} {
		a := events(by)
		a.Distinct = true
		want := []string{"2016-04: 4 in 3 of 2", "2016-05: 1 in 1 of 1"}
		if by.Interval == graph.IntervalWeek {
			want = []string{"2016-W17: 5 in 3 of 2"}
		}
		b := f.counts(t, a, show, want...)
		if total := b.Total; total.Events != 5 || total.Articles != 3 || total.Sources != 2 {
			t.Errorf("%s: %+v in all", by.Interval, total)
		}
	}
}

func countArticles(t *testing.T, f *filled) {
	tell := []toldEvent{{sources: "Ada", targets: "Bob", kind: graph.Assault}, {sources: "Ada", targets: "Cem", kind: graph.Aid}}
	f.tellAll(t,
		toldArticle{number: 1, publisher: post, published: 20160501, events: tell},
		toldArticle{number: 2, publisher: post, published: 20160531, events: tell},
		toldArticle{number: 3, publisher: herald, published: 20160603, events: tell},
		toldArticle{number: 4, publisher: herald, events: tell},
	)
	show := func(b graph.Bucket) string { return fmt.Sprintf("%d, %s", b.Articles, b.Keys[len(b.Keys)-1].Label) }
	by := func(d graph.Dimension) graph.By { return graph.By{Dimension: d, First: 5} }
	count := func(ds ...graph.By) graph.Aggregation { return graph.Aggregation{Class: graph.ClassArticle, By: ds} }
	f.counts(t, count(by(graph.DimTime)), show, "2016-05: 2, 2016-05", "2016-06: 1, 2016-06", ": 1, ")
	f.counts(t, count(by(graph.DimPublisher)), show, "told herald: 2, Told Herald", "told post: 2, Told Post")
	f.counts(t, count(by(graph.DimLanguage), by(graph.DimPublisher)), show, "en told herald: 2, Told Herald", "en told post: 2, Told Post")
}

func countBoth(t *testing.T, f *filled) {
	f.tellAll(t, toldArticle{number: 1, publisher: post, published: 20160501, events: []toldEvent{
		{sources: "Ada Bob", targets: "Cem", kind: graph.Assault, when: onDay(20160425)},
		{sources: "Ada", targets: "Cem Dia", kind: graph.Aid, when: onDay(20160426)},
		{sources: "Dia", targets: "Ada", kind: graph.Aid, when: onDay(20160427), status: graph.Planned},
	}})
	by := func(d graph.Dimension) graph.By { return graph.By{Dimension: d, First: 2, Rest: true} }
	show := func(b graph.Bucket) string {
		return fmt.Sprintf("%d, %s to %s", b.Events, b.Keys[0].Label, b.Keys[1].Label)
	}
	b, err := f.Aggregate(t.Context(), events(by(graph.DimSource), by(graph.DimTarget)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, bucket := range b.Buckets {
		got = append(got, show(bucket))
		f.found(t, graph.ClassEvent, bucket.Where, bucket.Events)
	}
	// An event counts once for each pair of keys, and once in all; what is planned does not count.
	want := []string{"2, Ada to Cem", "1, Ada to Dia", "1, Bob to Cem"}
	if d := gocmp.Diff(want, got); d != "" || b.Total.Events != 2 {
		t.Errorf("%d events in all, want 2 (-want +got):\n%s", b.Total.Events, d)
	}
}
