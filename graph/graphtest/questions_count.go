package graphtest

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// aggregate compares a random count, and then feeds what finds its buckets back.
func (s *session) aggregate() {
	s.t.Helper()
	d := s.d
	a := graph.Aggregation{Class: graph.ClassEvent, Distinct: d.chance(50)}
	if d.chance(20) {
		a.Class = graph.ClassArticle
	} else {
		a.Reality = s.reality()
	}
	if d.chance(50) {
		a.Where = s.filter(a.Class, d.IntN(3), 2)
	}
	if actors := s.of(graph.ClassActor); a.Class == graph.ClassEvent && len(actors) > 0 && d.chance(30) {
		of := &graph.Has{Link: pick(d, []graph.Link{graph.LinkActor, graph.LinkSource, graph.LinkTarget}), Where: &graph.Compare{
			Property: graph.PropID, Texts: []string{string(pick(d, actors).NodeID())},
		}}
		switch where := a.Where.(type) { // as one condition of several, or alone
		case nil:
			a.Where = of
		case graph.And:
			a.Where = append(graph.And{of}, where...)
		default:
			a.Where = graph.And{where, of}
		}
	}
	for range pick(d, []int{0, 1, 1, 1, 2, 2, 2}) {
		by := graph.By{Dimension: pick(d, graph.DimensionsOf(a.Class)), First: pick(d, []int{1, 2, 3, 10, graph.MaxKeys}), Rest: d.chance(60), Zeros: d.chance(50)}
		if by.Dimension.Calendar() && d.chance(80) {
			by.Interval = pick(d, graph.CalendarIntervals)
		}
		a.By = append(a.By, by)
	}
	question := fmt.Sprintf("Aggregate %s by %+v, distinct %v, reality %q where %s", a.Class, a.By, a.Distinct, a.Reality, describe(a.Where))
	want, err := s.want.Aggregate(s.t.Context(), a)
	if err != nil {
		s.t.Fatalf("a random question is not valid: %s: %v", question, err)
	}
	var got graph.Buckets
	for _, form := range s.forms() {
		if got, err = form.reader.Aggregate(s.t.Context(), a); err != nil {
			s.fail(form.name+question, err.Error())
		}
		s.equal(form.name+question, withoutWhere(want), withoutWhere(got))
	}
	for range min(4, len(got.Buckets)) {
		i := d.IntN(len(got.Buckets))
		nodes := got.Buckets[i].Events
		if a.Class == graph.ClassArticle {
			nodes = got.Buckets[i].Articles
		}
		s.feedBack(question, a.Class, want.Buckets[i].Where, got.Buckets[i].Where, nodes)
	}
}

func withoutWhere(b graph.Buckets) graph.Buckets {
	buckets := make([]graph.Bucket, len(b.Buckets))
	for i, bucket := range b.Buckets {
		bucket.Where = nil
		buckets[i] = bucket
	}
	b.Buckets = buckets
	return b
}

func (s *session) reality() graph.Reality {
	return pick(s.d, append([]graph.Reality{""}, graph.Realities...))
}

// feedBack asks for the nodes that an answer has counted: those that the Reference finds by its own
// condition, those that it finds by the store's, and those that the store finds.
func (s *session) feedBack(question string, class graph.Class, mine, its graph.Filter, nodes int) {
	s.t.Helper()
	q := graph.Query{Class: class, Where: mine, Detail: graph.Bare, Page: graph.PageRequest{First: graph.MaxPage, Total: true}}
	want, err := s.want.Find(s.t.Context(), q)
	if err != nil {
		s.t.Fatalf("the condition of a bucket is not valid: %s: %s: %v", question, describeQuery(q), err)
	}
	s.equal("nodes of a bucket of "+question, nodes, want.Total)
	q.Where = its
	for _, form := range append(s.forms(), form{"reference: ", &s.want}) {
		got, err := form.reader.Find(s.t.Context(), q)
		if err != nil {
			s.fail(form.name+describeQuery(q), err.Error())
		}
		s.equal(fmt.Sprintf("%snodes of a bucket of %s\n%s", form.name, question, describeQuery(q)), pageIDs(want), pageIDs(got))
	}
}

func pageIDs(p graph.Page[graph.Node]) []graph.ID {
	var ids []graph.ID
	for _, n := range p.Items {
		ids = append(ids, n.NodeID())
	}
	return ids
}

// links compares a random network.
func (s *session) links() {
	s.t.Helper()
	d := s.d
	q := graph.LinkQuery{Reality: s.reality(), MinEvents: d.IntN(3), First: pick(d, []int{1, 3, 10, graph.MaxLinks})}
	if d.chance(40) {
		q.Events = s.filter(graph.ClassEvent, d.IntN(3), 2)
	}
	if d.chance(40) {
		q.Ties = s.filter(graph.ClassTie, d.IntN(2), 1)
	}
	if d.chance(40) {
		q.Actors = s.filter(graph.ClassActor, d.IntN(2), 1)
	}
	question := fmt.Sprintf("Links: first %d of at least %d events, reality %q where %s; ties where %s; actors where %s",
		q.First, q.MinEvents, q.Reality, describe(q.Events), describe(q.Ties), describe(q.Actors))
	want, err := s.want.Links(s.t.Context(), q)
	if err != nil {
		s.t.Fatalf("a random question is not valid: %s: %v", question, err)
	}
	var got graph.Links
	for _, form := range s.forms() {
		if got, err = form.reader.Links(s.t.Context(), q); err != nil {
			s.fail(form.name+question, err.Error())
		}
		s.equal(form.name+question, want, got)
	}
	for range min(2, len(got.Links)) {
		l := pick(d, got.Links)
		s.feedBack(question, graph.ClassEvent, l.Where, l.Where, l.Events)
	}
}

// counterparts compares with whom some actors share events, page by page of one of them.
func (s *session) counterparts() {
	s.t.Helper()
	d := s.d
	q := graph.CounterpartQuery{Reality: s.reality(), Detail: pick(d, details), Page: s.pageRequest()}
	if d.chance(40) {
		q.Where = s.filter(graph.ClassEvent, d.IntN(3), 2)
	}
	var of []graph.ID
	actors := s.of(graph.ClassActor)
	for range d.between(1, 6) {
		if len(actors) > 0 && d.chance(90) {
			of = append(of, pick(d, actors).NodeID())
		} else {
			of = append(of, s.ids(1)...)
		}
	}
	for range 40 { // pages
		question := fmt.Sprintf("Counterparts of %q, %s%s, reality %q where %s", of, describePage("", q.Page), describeDetail(q.Detail), q.Reality, describe(q.Where))
		want, err := s.want.Counterparts(s.t.Context(), of, q)
		if err != nil {
			s.t.Fatalf("a random question is not valid: %s: %v", question, err)
		}
		got, err := s.store.Counterparts(s.t.Context(), of, q)
		if err != nil {
			s.fail(question, err.Error())
		}
		for _, page := range got {
			for i, c := range page.Items {
				page.Items[i].Node = q.Detail.Of(c.Node)
			}
		}
		s.equal(question, want, got)
		if !want[0].More || q.Page.First == 0 {
			return
		}
		for _, c := range want[0].Items[:1] {
			s.feedBack(question, graph.ClassEvent, c.Where, c.Where, c.Events)
		}
		q.Page.After = &want[0].Positions[len(want[0].Positions)-1]
	}
}
