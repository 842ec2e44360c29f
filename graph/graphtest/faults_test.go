package graphtest

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// TestSuiteFindsFaults puts stores with one fault each through the random part of the suite.
// Every fault must be found, or the suite could not fail.
func TestSuiteFindsFaults(t *testing.T) {
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			o := &observer{TB: t}
			for world := range 40 {
				done := make(chan struct{})
				go func() { // Fatalf ends its goroutine
					defer close(done)
					f := &faulty{fault: fault}
					runWorld(o, 1, world, false, Subject{Store: f, Walk: f, Drive: f})
				}()
				<-done
				if o.failure != "" {
					t.Logf("found in world %d: %.300s", world, o.failure)
					return
				}
			}
			t.Error("not found")
		})
	}
}

// observer notes a failure instead of failing.
type observer struct {
	testing.TB
	failure string
}

func (o *observer) Fatalf(format string, args ...any) {
	o.failure = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// faulty is a Reference with one fault.
type faulty struct {
	Reference
	fault fault
}

type fault struct {
	name    string
	node    func(graph.Node) graph.Node
	query   func(*graph.Query)
	step    func(*graph.Expansion)
	found   func(graph.Query, *graph.Page[graph.Node])
	hops    func(graph.Expansion, *graph.Page[graph.Hop])
	changes func([]graph.Change) []graph.Change
	info    func(*graph.Info)
	batch   func(*graph.Batch)
	written func(*graph.Written)
}

var faults = []fault{
	{name: "closed evidence is not found by id", node: func(n graph.Node) graph.Node {
		if e, ok := n.(*graph.Evidence); ok && !graph.Open(e.Recorded) {
			return nil
		}
		return n
	}},
	{name: "a retracted article is not found by id", node: func(n graph.Node) graph.Node {
		if a, ok := n.(*graph.Article); ok && !graph.Open(a.Recorded) {
			return nil
		}
		return n
	}},
	{name: "the reason of a retraction is lost", changes: func(changes []graph.Change) []graph.Change {
		for i := range changes {
			changes[i].Reason = ""
		}
		return changes
	}},
	{name: "an interval is forgotten", node: func(n graph.Node) graph.Node {
		if e, ok := n.(*graph.Evidence); ok && len(e.Recorded) > 1 {
			c := *e
			c.Recorded = c.Recorded[1:]
			return &c
		}
		return n
	}},
	{name: "a fact is recorded when it was last written", node: func(n graph.Node) graph.Node {
		if e, ok := n.(*graph.Event); ok && e.Corroboration.Passages > 2 {
			c := *e
			c.RecordedAt = c.RecordedAt.Add(time.Hour)
			return &c
		}
		return n
	}},
	{name: "a number loses its upper bound", node: func(n graph.Node) graph.Node {
		if e, ok := n.(*graph.Event); ok && len(e.Numbers) > 0 && e.Numbers[0].High != nil {
			c := *e
			c.Numbers = slices.Clone(c.Numbers)
			c.Numbers[0].High = nil
			return &c
		}
		return n
	}},
	{name: "aliases in another order", node: func(n graph.Node) graph.Node {
		if a, ok := n.(*graph.Actor); ok && len(a.Aliases) > 1 {
			c := *a
			c.Aliases = slices.Clone(c.Aliases)
			slices.Reverse(c.Aliases)
			return &c
		}
		return n
	}},
	{name: "the total counts the page", found: func(q graph.Query, p *graph.Page[graph.Node]) {
		if q.Page.Total && q.Page.First > 0 {
			p.Total = len(p.Items)
		}
	}},
	{name: "a full last page promises more", found: func(q graph.Query, p *graph.Page[graph.Node]) {
		p.More = p.More || q.Page.First > 0 && len(p.Items) == q.Page.First
	}},
	{name: "equal keys by id in the other direction", found: func(_ graph.Query, p *graph.Page[graph.Node]) {
		for i := 1; i < len(p.Items); i++ {
			a, b := p.Positions[i-1], p.Positions[i]
			if a.Rank == b.Rank && a.Text == b.Text {
				p.Items[i-1], p.Items[i] = p.Items[i], p.Items[i-1]
				p.Positions[i-1], p.Positions[i] = b, a
			}
		}
	}},
	{name: "the item at the cursor comes again", query: func(q *graph.Query) {
		if q.Page.After != nil {
			after := *q.Page.After
			after.ID = ""
			q.Page.After = &after
		}
	}},
	{name: "not is forgotten", query: func(q *graph.Query) {
		if n, ok := q.Where.(*graph.Not); ok {
			q.Where = n.Filter
		}
	}},
	{name: "an empty or matches all", query: func(q *graph.Query) {
		if o, ok := q.Where.(graph.Or); ok && len(o) == 0 {
			q.Where = nil
		}
	}},
	{name: "a kind is any of the kinds", query: func(q *graph.Query) {
		if q.Kind != "" {
			q.Where = graph.And{&graph.Compare{Property: graph.PropKind, Texts: []string{string(q.Kind)}}, q.Where}
			q.Kind = ""
		}
	}},
	{name: "search takes the first word only", query: func(q *graph.Query) {
		if words := graph.Words(q.Search); len(words) > 1 {
			q.Search = words[0]
		}
	}},
	{name: "roles are ignored", step: func(e *graph.Expansion) { e.Roles = nil }},
	{name: "relations are ignored", step: func(e *graph.Expansion) { e.Relations = nil }},
	{name: "directions are ignored", step: func(e *graph.Expansion) { e.Direction = graph.Both }},
	{name: "the day is ignored", step: func(e *graph.Expansion) { e.At = 0 }},
	{name: "the filter of a step is ignored", step: func(e *graph.Expansion) { e.Where = nil }},
	{name: "a hop loses its standing", hops: func(e graph.Expansion, p *graph.Page[graph.Hop]) {
		for i := range p.Items {
			if e.Edge == graph.EdgeEvents {
				p.Items[i].Standing = graph.StandingStated
			}
		}
	}},
	{name: "a hop loses its tie", hops: func(_ graph.Expansion, p *graph.Page[graph.Hop]) {
		for i := range p.Items {
			p.Items[i].Tie = nil
		}
	}},
	{name: "an entry of the log is lost", changes: func(cs []graph.Change) []graph.Change {
		return slices.DeleteFunc(cs, func(c graph.Change) bool { return c.Kind == graph.Retracted && c.Node.Class() == graph.ClassActor })
	}},
	{name: "a changed field is not told", changes: func(cs []graph.Change) []graph.Change {
		for i, c := range cs {
			if len(c.Fields) > 1 {
				cs[i].Fields = c.Fields[1:]
			}
		}
		return cs
	}},
	{name: "closed evidence is counted", info: func(i *graph.Info) { i.Evidence++ }},
	{name: "an older extractor overwrites", batch: func(b *graph.Batch) {
		for i := range b.Extractions {
			b.Extractions[i].Version = Versions
		}
	}},
	{name: "a mention is dropped", batch: func(b *graph.Batch) {
		for i := range b.Extractions {
			if x := &b.Extractions[i]; len(x.Mentions) > 0 && x.Mentions[len(x.Mentions)-1].Kind == "" {
				x.Mentions = x.Mentions[:len(x.Mentions)-1]
			}
		}
	}},
	{name: "known articles are told as revised", written: func(w *graph.Written) {
		for i, o := range w.Outcomes {
			if o == graph.Known {
				w.Outcomes[i] = graph.Revised
			}
		}
	}},
	{name: "what is known is written again", written: func(w *graph.Written) { w.Rows++ }},
}

func (f *faulty) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	nodes, err := f.Reference.Nodes(ctx, v, ids, d)
	for i, n := range nodes {
		if n != nil && f.fault.node != nil {
			nodes[i] = f.fault.node(n)
		}
	}
	return nodes, err
}

func (f *faulty) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	asked := q
	if f.fault.query != nil {
		f.fault.query(&q)
	}
	p, err := f.Reference.Find(ctx, q)
	if f.fault.found != nil {
		f.fault.found(asked, &p)
	}
	return p, err
}

func (f *faulty) Expand(ctx context.Context, from []graph.ID, e graph.Expansion) ([]graph.Page[graph.Hop], error) {
	if f.fault.step != nil {
		f.fault.step(&e)
	}
	pages, err := f.Reference.Expand(ctx, from, e)
	for i := range pages {
		if f.fault.hops != nil {
			f.fault.hops(e, &pages[i])
		}
	}
	return pages, err
}

func (f *faulty) Changes(ctx context.Context, after graph.Sequence, limit int) ([]graph.Change, error) {
	changes, err := f.Reference.Changes(ctx, after, limit)
	if f.fault.changes != nil {
		changes = f.fault.changes(slices.Clone(changes))
	}
	return changes, err
}

func (f *faulty) Info(ctx context.Context) (graph.Info, error) {
	i, err := f.Reference.Info(ctx)
	if f.fault.info != nil {
		f.fault.info(&i)
	}
	return i, err
}

func (f *faulty) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	if f.fault.batch != nil {
		b.Extractions = slices.Clone(b.Extractions)
		f.fault.batch(&b)
	}
	w, err := f.Reference.Write(ctx, b)
	if f.fault.written != nil {
		f.fault.written(&w)
	}
	return w, err
}
