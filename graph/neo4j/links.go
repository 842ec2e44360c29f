package neo4j

import (
	"cmp"
	"context"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	linksText     = statement("links")
	linksTiesText = statement("links_ties")
)

// Links implements graph.Reader.
func (s *Store) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	if err := q.Validate(); err != nil {
		return graph.Links{}, err
	}
	var out graph.Links
	err := s.reading(ctx, "links", func(r *reader) error {
		found := pairs{}
		if err := s.eventLinks(r, q, found); err != nil {
			return err
		}
		if err := s.tieLinks(r, q, found); err != nil {
			return err
		}
		out = found.strongest(q)
		return nil
	})
	if err != nil {
		return graph.Links{}, err
	}
	return out, nil
}

// pair is what tells links apart.
type pair struct {
	source, target graph.ID
	directed       bool
}

type pairs map[pair]*graph.PairLink

func (ps pairs) of(row *row) *graph.PairLink {
	p := pair{row.id("source"), row.id("target"), row.flag("directed")}
	if ps[p] == nil {
		ps[p] = &graph.PairLink{Source: p.source, Target: p.target, Directed: p.directed}
	}
	return ps[p]
}

// eventLinks adds what events link.
func (s *Store) eventLinks(r *reader, q graph.LinkQuery, found pairs) error {
	drive, err := s.chooseAll(r, graph.ClassEvent, q.EventFilter())
	if err != nil {
		return err
	}
	text, params, err := linkStatement(q, drive)
	if err != nil {
		return err
	}
	return r.stream(text, params, func(row *row) error {
		l := found.of(row)
		l.Events, l.Score = int(row.int("events")), row.int("score")
		l.Since, l.Until = graph.Date(row.int("since")), graph.Date(row.int("until"))
		return nil
	})
}

// linkStatement is the one that finds what events link.
func linkStatement(q graph.LinkQuery, drive *graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	found, err := c.foundAll(graph.ClassEvent, drive, q.EventFilter())
	if err != nil {
		return "", nil, err
	}
	both, err := c.bothEnds(q)
	return found + "\nWITH n\n" + fill(linksText, both), c.with(map[string]any{"min": int64(max(q.MinEvents, 1))}), err
}

// bothEnds is the condition on both actors of a pair.
func (c *filters) bothEnds(q graph.LinkQuery) (string, error) {
	x, err := c.compile(graph.ClassActor, "x", q.ActorFilter())
	if err != nil {
		return "", err
	}
	y, err := c.compile(graph.ClassActor, "y", q.ActorFilter())
	return all([]string{x, y}), err
}

// tieLinks adds what ties link: to pairs that events link already, or, where no event is
// asked for, to any.
func (s *Store) tieLinks(r *reader, q graph.LinkQuery, found pairs) error {
	if q.MinEvents > 0 && len(found) == 0 {
		return nil
	}
	drive, err := s.chooseAll(r, graph.ClassTie, q.TieFilter())
	if err != nil {
		return err
	}
	text, params, err := tieStatement(q, drive)
	if err != nil {
		return err
	}
	return r.stream(text, params, func(row *row) error {
		if q.MinEvents > 0 && found[pair{row.id("source"), row.id("target"), row.flag("directed")}] == nil {
			return nil
		}
		found.of(row).Ties = int(row.int("ties"))
		return nil
	})
}

// tieStatement is the one that finds what ties link.
func tieStatement(q graph.LinkQuery, drive *graph.Drive) (string, map[string]any, error) {
	c := newFilters()
	found, err := c.foundAll(graph.ClassTie, drive, q.TieFilter())
	if err != nil {
		return "", nil, err
	}
	both, err := c.bothEnds(q)
	var symmetric []any
	for _, r := range graph.Relations {
		if r.Symmetric() {
			symmetric = append(symmetric, string(r))
		}
	}
	return found + "\nWITH n\n" + fill(linksTiesText, both), c.with(map[string]any{"symmetric": symmetric}), err
}

// strongest are the links that were asked for, in order.
func (ps pairs) strongest(q graph.LinkQuery) graph.Links {
	all := make([]*graph.PairLink, 0, len(ps))
	for _, l := range ps {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *graph.PairLink) int {
		return cmp.Or(-cmp.Compare(a.Events, b.Events), -cmp.Compare(a.Ties, b.Ties),
			cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), undirected(a)-undirected(b))
	})
	out := graph.Links{Truncated: len(all) > q.First}
	for _, l := range all[:min(len(all), q.First)] {
		l.Where = q.PairFilter(*l)
		out.Links = append(out.Links, *l)
	}
	return out
}

func undirected(l *graph.PairLink) int {
	if l.Directed {
		return 0
	}
	return 1
}
