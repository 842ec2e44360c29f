package model

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/actorgraph/actorgraph/graph"
)

// run reads a level and all below it, breadth first.
func (s *Scope) run(ctx context.Context, l *level) error {
	for depth := 1; !l.empty(); depth++ {
		if depth > maxLevels {
			return &LimitError{
				Message: "the query is nested too deep",
				Hint:    "ask in several requests: take ids from one and go on from nodes(ids)",
			}
		}
		if err := s.afford(len(l.ids)); err != nil {
			return err
		}
		if err := s.read(ctx, l); err != nil {
			return err
		}
		fronts, err := s.below(l)
		if err != nil {
			return err
		}
		l = &level{}
		for _, f := range fronts {
			if err := s.gather(ctx, l, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// read makes the calls of a level, concurrently: one for nodes, one for texts, one for each
// edge field.
func (s *Scope) read(ctx context.Context, l *level) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	unread, detail := s.unread(l)
	ids, entries := split(unread, func(id graph.ID) bool { return id.Class() != graph.ClassChange })
	if len(entries) > 0 {
		g.Go(guarded(func() error { return s.readEntries(ctx, entries) }))
	}
	if len(ids) > 0 {
		g.Go(guarded(func() error {
			nodes, err := s.source.reader.Nodes(ctx, s.view, ids, detail)
			if err != nil {
				return err
			}
			s.keepNodes(ids, nodes, detail)
			return nil
		}))
	}
	if texts := s.unknownTexts(l.texts); len(texts) > 0 {
		g.Go(guarded(func() error { return s.readTexts(ctx, texts) }))
	}
	for _, st := range l.steps {
		if parents := s.unexpanded(st); len(parents) > 0 {
			g.Go(guarded(func() error { return s.expand(ctx, l, st, parents) }))
		}
	}
	return g.Wait()
}

// split parts a list into those that are something and those that are not.
func split[T any](list []T, is func(T) bool) (those, others []T) {
	for _, v := range list {
		if is(v) {
			those = append(those, v)
		} else {
			others = append(others, v)
		}
	}
	return those, others
}

// guarded makes a panic of f an error: in a goroutine of ours nobody else would catch it.
func guarded(f func() error) func() error {
	return func() (err error) {
		defer func() {
			if cause := recover(); cause != nil {
				err = fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
			}
		}()
		return f()
	}
}

// atOnce bounds the nodes that one call of the store can bring.
const atOnce = MaxNodes / 4

// expand reads the pages of a step in one call, unless they could hold more than atOnce:
// then in several, as long as the budget lasts for what all steps of the level have found.
func (s *Scope) expand(ctx context.Context, l *level, st *step, parents []graph.ID) error {
	for some := range slices.Chunk(parents, atOnce/max(1, st.arguments.page.First)) {
		pages, err := s.pagesOf(ctx, some, st.arguments)
		if err != nil {
			return atField(st.field, st.path, err)
		}
		found := 0
		for _, p := range pages {
			found += len(p.Items)
		}
		if err := s.afford(len(l.ids) + int(l.found.Add(int64(found)))); err != nil {
			return atField(st.field, st.path, err)
		}
		s.keepPages(st.arguments, some, pages)
	}
	return nil
}

// below are the selections of the next level with the objects they apply to. Objects keep
// their number, for each is answered as often as it is reached; that spends the budget.
func (s *Scope) below(l *level) ([]front, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var fronts []front
	for _, c := range l.next {
		f := c.front
		for _, id := range c.ids {
			if n := wrap(s.nodes[id].Node); n != nil {
				f.objects = append(f.objects, n)
			}
		}
		reached := len(f.objects)
		for _, parent := range c.parents {
			p := s.pages[pageKey{c.of, parent}]
			reached += len(p.Items)
			f.objects = append(f.objects, p)
		}
		if err := s.spend(reached); err != nil {
			return nil, err
		}
		if len(f.objects) > 0 {
			fronts = merge(fronts, f)
		}
	}
	return fronts, nil
}

// spend takes nodes off the request's budget.
func (s *Scope) spend(nodes int) error {
	if s.budget.Add(-int64(nodes)) >= 0 {
		return nil
	}
	return errTooManyNodes
}

// afford looks whether the budget has so many nodes left, before they are read. Other root
// fields spend it too.
func (s *Scope) afford(nodes int) error {
	if s.budget.Load() >= int64(nodes) {
		return nil
	}
	return errTooManyNodes
}

var errTooManyNodes = &LimitError{
	Message:  "the answer would hold too many nodes",
	Argument: "first",
	Hint:     "ask for fewer a page (first), for fewer levels, or in several requests",
}

// merge joins a front to one of the same selection, so that kinds which were told apart on
// one level do not multiply the work on the next.
func merge(fronts []front, f front) []front {
	for i := range fronts {
		if fronts[i].typ == f.typ && slices.Equal(fronts[i].selections, f.selections) {
			fronts[i].objects = append(fronts[i].objects, f.objects...)
			return fronts
		}
	}
	return append(fronts, f)
}
