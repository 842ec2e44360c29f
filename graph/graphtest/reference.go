package graphtest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Reference is a graph.Store in memory: the meaning of the contract, against which every
// other store is tested. It is written to be checked by eye, not to be fast. It keeps every
// row it was ever given; after each write it draws the whole graph anew from the open ones
// (picture.go), and it answers every question by looking at every node.
//
// The zero Reference is an empty store, ready for use. Use by several goroutines is safe.
type Reference struct {
	mu     sync.Mutex
	closed bool

	articles map[graph.ID]*told
	texts    map[graph.RevisionID]graph.Text
	mentions map[graph.ID]*graph.Mention  // open and closed
	evidence map[graph.ID]*graph.Evidence // open and closed
	records  map[graph.ID]graph.ActorRecord
	places   map[graph.ID]graph.Place

	clock time.Time
	log   []graph.Change
	now   *picture // what the rows above add up to
}

var _ graph.Store = (*Reference)(nil)

// Migrate does nothing: there is no older Reference.
func (r *Reference) Migrate(ctx context.Context) error { return r.ready(ctx) }

// Ping reports whether the store is still open.
func (r *Reference) Ping(ctx context.Context) error { return r.ready(ctx) }

// Close makes every later call fail.
func (r *Reference) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	return nil
}

func (r *Reference) ready(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.check(ctx)
}

// check is the first line of every method; r.mu is held. It makes the zero Reference usable.
func (r *Reference) check(ctx context.Context) error {
	if r.closed {
		return fmt.Errorf("reference store is closed: %w", graph.ErrUnavailable)
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("%w: %w", graph.ErrTimeout, err)
	}
	if r.now == nil {
		r.articles = map[graph.ID]*told{}
		r.texts = map[graph.RevisionID]graph.Text{}
		r.mentions = map[graph.ID]*graph.Mention{}
		r.evidence = map[graph.ID]*graph.Evidence{}
		r.records = map[graph.ID]graph.ActorRecord{}
		r.places = map[graph.ID]graph.Place{}
		r.now = r.draw()
	}
	return nil
}

// Nodes implements graph.Reader.
func (r *Reference) Nodes(ctx context.Context, v graph.View, ids []graph.ID, d graph.Detail) ([]graph.Node, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	if err := graph.ValidateView(v); err != nil {
		return nil, err
	}
	out := make([]graph.Node, len(ids))
	for i, id := range ids {
		if n := r.node(id); n != nil {
			out[i] = d.Of(n)
		}
	}
	return out, nil
}

// node is the node of an id, nil if there is none. Evidence, mentions and articles are
// found even when closed; what only follows from them is not.
func (r *Reference) node(id graph.ID) graph.Node {
	if n := r.now.nodes[id]; n != nil {
		return n
	}
	if t := r.articles[id]; t != nil {
		a := t.article
		a.Body = "" // Texts gives it
		return &a
	}
	if m := r.mentions[id]; m != nil {
		return m
	}
	if e := r.evidence[id]; e != nil {
		return e
	}
	return nil
}

// Texts implements graph.Reader.
func (r *Reference) Texts(ctx context.Context, of []graph.RevisionID) ([]graph.Text, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	out := make([]graph.Text, len(of))
	for i, id := range of {
		out[i] = r.texts[id]
	}
	return out, nil
}

// Find implements graph.Reader.
func (r *Reference) Find(ctx context.Context, q graph.Query) (graph.Page[graph.Node], error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return graph.Page[graph.Node]{}, err
	}
	if err := q.Validate(); err != nil {
		return graph.Page[graph.Node]{}, err
	}
	order := q.Order
	if order == "" {
		order = graph.DefaultOrder(q.Class, q.Search)
	}
	var found []item[graph.Node]
	for _, n := range r.now.nodes {
		if n.NodeID().Class() != q.Class {
			continue
		}
		if a, ok := n.(*graph.Actor); ok && q.Kind != "" && a.Kind != q.Kind {
			continue
		}
		tier, ok := r.now.search(n, q.Search)
		if !ok || !r.now.Matches(n, q.Where) {
			continue
		}
		at := graph.PositionOf(n, order)
		if a, ok := n.(*graph.Actor); ok && order == graph.ByRelevance {
			at.Rank = int64(tier)<<graph.RelevanceShift + int64(a.Mentions)
		}
		found = append(found, item[graph.Node]{n, at})
	}
	return reduced(page(found, order, q.Page), q.Detail), nil
}

// item is one candidate of a list and its place in the order.
type item[T any] struct {
	value T
	at    graph.Position
}

// page sorts the items and cuts one page out.
func page[T any](items []item[T], order graph.Order, p graph.PageRequest) graph.Page[T] {
	slices.SortFunc(items, func(a, b item[T]) int { return order.Compare(a.at, b.at) })
	out := graph.Page[T]{Total: -1}
	if p.Total {
		out.Total = len(items)
	}
	for _, i := range items {
		if p.After != nil && order.Compare(i.at, *p.After) <= 0 {
			continue
		}
		if len(out.Items) == p.First {
			out.More = true
			break
		}
		out.Items = append(out.Items, i.value)
		out.Positions = append(out.Positions, i.at)
	}
	return out
}

// Changes implements graph.Reader.
func (r *Reference) Changes(ctx context.Context, after graph.Sequence, limit int) ([]graph.Change, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	if err := graph.ValidateChanges(limit); err != nil {
		return nil, err
	}
	var out []graph.Change
	for _, c := range r.log {
		if c.Sequence > after && len(out) < limit {
			out = append(out, c)
		}
	}
	return out, nil
}

// Info implements graph.Reader.
func (r *Reference) Info(ctx context.Context) (graph.Info, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return graph.Info{}, err
	}
	info := graph.Info{Store: "reference"}
	for _, n := range r.now.nodes {
		switch n.(type) {
		case *graph.Article:
			info.Articles++
		case *graph.Actor:
			info.Actors++
		case *graph.Event:
			info.Events++
		case *graph.Tie:
			info.Ties++
		case *graph.Evidence:
			info.Evidence++
		}
	}
	if n := len(r.log); n > 0 {
		info.LastChange, info.LastChangeAt = r.log[n-1].Sequence, r.log[n-1].At
	}
	return info, nil
}

// Paths is not built yet.
func (r *Reference) Paths(context.Context, graph.PathQuery) ([]graph.Path, error) {
	return nil, notYet("paths")
}

// Judge is not built yet.
func (r *Reference) Judge(context.Context, []graph.Judgement) error { return notYet("judgements") }

func notYet(what string) error { return fmt.Errorf("%s: %w", what, graph.ErrNotYet) }
