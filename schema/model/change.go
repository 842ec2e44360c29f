package model

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// logEntry is an entry of the change log as a page holds it.
type logEntry struct{ graph.Change }

// NodeID names the entry, not the thing that changed.
func (e *logEntry) NodeID() graph.ID { return graph.ChangeID(e.Sequence) }

// Change is one entry of the change log.
type Change struct{ entry *logEntry }

func (Change) typeName() string   { return "Change" }
func (c Change) NodeID() graph.ID { return c.entry.NodeID() }

// ID names the entry.
func (c Change) ID() graph.ID { return c.entry.NodeID() }

// Cursor is the place after it.
func (c Change) Cursor() string { return changeCursor(c.entry.Sequence) }

// At is when it was written.
func (c Change) At() time.Time { return c.entry.At }

// Change is what happened.
func (c Change) Change() graph.ChangeKind { return c.entry.Kind }

// Fields are those of a changed thing that have other values.
func (c Change) Fields() []string { return listOf(c.entry.Fields) }

// Replaced are the ids that stood for a merged or split thing before.
func (c Change) Replaced() []graph.ID { return listOf(c.entry.Replaced) }

// Node is the thing as it is now, nil where it is gone.
func (c Change) Node(ctx context.Context) (Node, error) { return node(ctx, c.entry.Change.Node) }

// CausedBy is the article that caused it, nil for judgements.
func (c Change) CausedBy(ctx context.Context) (*Article, error) {
	return one[Article](ctx, c.entry.CausedBy)
}

func listOf[T any](values []T) []T {
	if values == nil {
		return []T{}
	}
	return values
}

// NodeClass is a class of things that the change log tells of, as the API spells it.
type NodeClass string

func (c NodeClass) class() graph.Class { return graph.Class(strings.ToLower(string(c))) }

const (
	entriesAtOnce = 1_000  // of one reading of the log
	entriesAtMost = 10_000 // that one page looks at for those of some classes
)

// FindChanges answers the root field changes.
func FindChanges(ctx context.Context, after *string, classes []NodeClass, first int) (*Connection[Change], error) {
	s, fc := scopeOf(ctx), graphql.GetFieldContext(ctx)
	a := &arguments{first: first, page: graph.PageRequest{First: first}}
	if err := a.page.Validate(); err != nil {
		return nil, err
	}
	if err := s.spend(0); err != nil {
		return nil, err
	}
	from := graph.Sequence(0)
	if after != nil {
		var err error
		if from, err = decodeChangeCursor(*after); err != nil {
			return nil, err
		}
		a.page.After = &graph.Position{Rank: int64(from)}
	}
	p, at, err := s.readChanges(ctx, from, classes, first)
	if err != nil {
		return nil, err
	}
	a.end = new(string)
	*a.end = changeCursor(at)
	if err := s.fromRoot(ctx, fc.Field, p, graph.Whole); err != nil {
		return nil, err
	}
	return connection[Change](p, a)
}

// readChanges reads up to first entries of the classes, and says up to where it looked.
func (s *Scope) readChanges(ctx context.Context, at graph.Sequence, classes []NodeClass, first int) (p graph.Page[graph.Hop], end graph.Sequence, err error) {
	p.Total = -1
	limit := first + 1
	if len(classes) > 0 {
		limit = entriesAtOnce
	}
	for looked := 0; ; {
		entries, err := s.source.reader.Changes(ctx, at, limit)
		if err != nil {
			return p, at, err
		}
		for _, e := range entries {
			wanted := len(classes) == 0 || slices.ContainsFunc(classes, func(c NodeClass) bool { return c.class() == e.Node.Class() })
			if wanted && len(p.Items) == first {
				p.More = true
				return p, at, nil
			}
			at = e.Sequence
			if wanted {
				p.Items = append(p.Items, graph.Hop{Node: &logEntry{e}})
				p.Positions = append(p.Positions, graph.Position{Rank: int64(e.Sequence)})
			}
		}
		looked += len(entries)
		if p.More = looked >= entriesAtMost; p.More || len(entries) < limit {
			return p, at, nil
		}
	}
}

// readEntries reads entries of the change log by id, nil where there is none.
func (s *Scope) readEntries(ctx context.Context, ids []graph.ID) error {
	entries := make([]graph.Node, len(ids))
	for i, id := range ids {
		at, ok := graph.ChangeSequence(id)
		if !ok {
			continue
		}
		found, err := s.source.reader.Changes(ctx, at-1, 1)
		if err != nil {
			return fmt.Errorf("read %s: %w", id, err)
		}
		if len(found) == 1 && found[0].Sequence == at {
			entries[i] = &logEntry{found[0]}
		}
	}
	s.keepNodes(ids, entries, graph.Whole)
	return nil
}
