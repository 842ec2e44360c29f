package model

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// Source is where all requests read. It is safe for concurrent use.
type Source struct {
	reader  graph.Reader
	writer  graph.Writer // nil where only questions are answered
	version string
	texts   bool
	names   map[string][]string // object type → itself and its interfaces
}

// NewSource makes the source of a server of that version, which gives the texts of articles
// out or not, and changes w where it is not nil.
func NewSource(r graph.Reader, w graph.Writer, s *ast.Schema, version string, texts bool) *Source {
	src := &Source{reader: r, writer: w, version: version, texts: texts, names: map[string][]string{}}
	for name, def := range s.Types {
		if def.Kind == ast.Object {
			src.names[name] = append([]string{name}, def.Interfaces...)
		}
	}
	return src
}

// Scope is what one root field of one request sees and has read. It is safe for concurrent use.
type Scope struct {
	source *Source
	view   graph.View

	mu        sync.Mutex
	nodes     map[graph.ID]held
	pages     map[pageKey]graph.Page[graph.Hop]
	texts     map[graph.RevisionID]graph.Text
	arguments map[*ast.Field][]meeting
	budget    *atomic.Int64 // nodes that may still be answered; all root fields of a request share it
}

// held is a node that was read: nil if it is not in the graph.
type held struct {
	graph.Node
	graph.Detail
}

// pageKey names one page: two fields of one selection may ask for different pages of one
// parent, and a field that several fragments spread is one.
type pageKey struct {
	of     *arguments
	parent graph.ID
}

type (
	scopeKey  struct{}
	budgetKey struct{}
)

// WithBudget gives a request the nodes that all its root fields together may answer.
func WithBudget(ctx context.Context) context.Context {
	budget := new(atomic.Int64)
	budget.Store(MaxNodes)
	return context.WithValue(ctx, budgetKey{}, budget)
}

// WithScope gives a root field its own Scope, in a request that has a budget.
func (s *Source) WithScope(ctx context.Context) context.Context {
	budget := ctx.Value(budgetKey{}).(*atomic.Int64)
	budget.Add(-rootCost)
	return context.WithValue(ctx, scopeKey{}, &Scope{
		source:    s,
		nodes:     map[graph.ID]held{},
		pages:     map[pageKey]graph.Page[graph.Hop]{},
		texts:     map[graph.RevisionID]graph.Text{},
		arguments: map[*ast.Field][]meeting{},
		budget:    budget,
	})
}

// scopeOf is the Scope of the root field under which ctx runs.
func scopeOf(ctx context.Context) *Scope {
	s, ok := ctx.Value(scopeKey{}).(*Scope)
	if !ok {
		panic("model: a field is answered outside of a Scope; see Source.WithScope")
	}
	return s
}

// page is what was read ahead for a field of a parent; a miss reads it and goes on below.
func (s *Scope) page(ctx context.Context, parent graph.ID) (graph.Page[graph.Hop], *arguments, error) {
	fc := graphql.GetFieldContext(ctx)
	row, _ := s.source.rowOf(fc.Object, fc.Field.Name)
	a, err := s.argumentsOf(ctx, fc.Field, row.edge)
	if err != nil {
		return graph.Page[graph.Hop]{}, nil, err
	}
	key := pageKey{a, parent}
	if p, ok := s.known(key); ok {
		return p, a, nil
	}
	l := &level{}
	l.follow(fc.Field, a, []graph.ID{parent}, graphql.GetPath(ctx))
	if err := s.run(ctx, l); err != nil {
		return graph.Page[graph.Hop]{}, nil, err
	}
	p, _ := s.known(key)
	return p, a, nil
}

func (s *Scope) known(k pageKey) (graph.Page[graph.Hop], bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.pages[k]
	return p, ok
}

// load gives nodes by id, nil for those that are not in the graph; it reads what is not
// known yet, and goes on below for the field that is being answered.
func (s *Scope) load(ctx context.Context, ids []graph.ID) ([]Node, error) {
	field := graphql.GetFieldContext(ctx).Field
	d := detailOf(field.Selections)
	if out, ok := s.lookUp(ids, d); ok {
		return out, nil
	}
	l := &level{}
	l.reach(field, ids, graphql.GetPath(ctx))
	if err := s.run(ctx, l); err != nil {
		return nil, err
	}
	out, _ := s.lookUp(ids, d)
	return out, nil
}

// lookUp gives what was read of the ids, and whether that is all.
func (s *Scope) lookUp(ids []graph.ID, d graph.Detail) ([]Node, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Node, len(ids))
	for i, id := range ids {
		n, ok := s.get(id, d)
		if !ok && id != "" {
			return nil, false
		}
		out[i] = wrap(n)
	}
	return out, true
}

// lookUpOne is lookUp for one id that is not empty.
func (s *Scope) lookUpOne(id graph.ID, d graph.Detail) (Node, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.get(id, d)
	return wrap(n), ok
}

// get is what was read of an id, and whether that is enough; s.mu is held.
func (s *Scope) get(id graph.ID, d graph.Detail) (graph.Node, bool) {
	h, ok := s.nodes[id]
	return h.Node, ok && h.Detail <= d
}

func (s *Scope) keepNodes(ids []graph.ID, nodes []graph.Node, d graph.Detail) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, id := range ids {
		s.keep(id, nodes[i], d)
	}
}

func (s *Scope) keepPages(a *arguments, parents []graph.ID, pages []graph.Page[graph.Hop]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, p := range pages {
		s.pages[pageKey{a, parents[i]}] = p
		s.keepHops(p, a.expansion.Detail)
	}
}

// keepHops remembers the nodes of a page; s.mu is held.
func (s *Scope) keepHops(p graph.Page[graph.Hop], d graph.Detail) {
	for i := range p.Items {
		h := &p.Items[i]
		s.keep(h.Node.NodeID(), h.Node, d)
		if h.Tie != nil {
			s.keep(h.Tie.ID, h.Tie, d)
		}
	}
}

// keep remembers what was read of an id, unless more of it is known; s.mu is held.
func (s *Scope) keep(id graph.ID, n graph.Node, d graph.Detail) {
	if _, enough := s.get(id, d); !enough {
		s.nodes[id] = held{n, d}
	}
}

// unread are the ids of a level of which not enough is known yet, each once, in order, and how
// much is needed of them.
func (s *Scope) unread(l *level) ([]graph.ID, graph.Detail) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []graph.ID
	seen := make(map[graph.ID]bool, len(l.ids))
	d := graph.Bare
	for _, w := range l.ids {
		if w.id == "" {
			continue
		}
		if _, enough := s.get(w.id, w.Detail); enough {
			continue
		}
		d = min(d, w.Detail)
		if !seen[w.id] {
			seen[w.id] = true
			ids = append(ids, w.id)
		}
	}
	return ids, d
}

func (s *Scope) unexpanded(st *step) []graph.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return once(st.parents, func(id graph.ID) bool { _, ok := s.pages[pageKey{st.arguments, id}]; return ok })
}

// once are the ids that are not known, each once, in order; the zero id is none.
func once[K comparable](ids []K, known func(K) bool) []K {
	var none K
	seen := make(map[K]bool, len(ids))
	var out []K
	for _, id := range ids {
		if id != none && !seen[id] && !known(id) {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
