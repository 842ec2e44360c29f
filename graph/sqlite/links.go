package sqlite

import (
	"cmp"
	"context"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// Links implements graph.Reader. One statement selects the cast of every event that links, a
// second the ties; Go counts the pairs, and asks for the actors of the strongest of them.
func (s *Store) Links(ctx context.Context, q graph.LinkQuery) (graph.Links, error) {
	if err := q.Validate(); err != nil {
		return graph.Links{}, err
	}
	var out graph.Links
	err := s.reading(ctx, "links", func(c *conn) error {
		l := &linking{LinkQuery: q, pairs: map[pair]int{}}
		if err := l.events(ctx, s, c); err != nil {
			return err
		}
		if err := l.ties(ctx, s, c); err != nil {
			return err
		}
		var err error
		out, err = l.strongest(ctx, c)
		return err
	})
	return out, err
}

// pair is one of the three links that two actors may have.
type pair struct {
	source, target int64
	directed       bool
}

// linking is one LinkQuery on its way.
type linking struct {
	graph.LinkQuery
	pairs map[pair]int // number in links
	links []linked
}

type linked struct {
	pair
	shared
	ties int
}

func (l *linking) at(p pair) *linked {
	i, ok := l.pairs[p]
	if !ok {
		i = len(l.links)
		l.pairs[p] = i
		l.links = append(l.links, linked{pair: p})
	}
	return &l.links[i]
}

func (l *linking) events(ctx context.Context, s *Store, c *conn) error {
	text, err := l.eventsText(ctx, s, c)
	if err != nil {
		return err
	}
	var cast []roleOf
	row := make([]any, 4)
	return c.queryInto(ctx, row, []int{0, 1, 2, 3}, func() error {
		cast = unpackActors(row[0], cast)
		targets := slices.ContainsFunc(cast, func(p roleOf) bool { return p.roles&isTarget != 0 })
		for _, a := range cast {
			if a.roles&isSource == 0 {
				continue
			}
			for _, b := range cast {
				switch {
				case targets && b.roles&isTarget != 0 && a.actor != b.actor:
					l.at(pair{a.actor, b.actor, true}).add(row[1].(int64), row[2].(int64), row[3].(int64))
				case !targets && a.actor < b.actor:
					l.at(pair{a.actor, b.actor, false}).add(row[1].(int64), row[2].(int64), row[3].(int64))
				}
			}
		}
		return nil
	}, text.text, text.args...)
}

// eventsText selects who takes part in the events that link.
func (l *linking) eventsText(ctx context.Context, s *Store, c *conn) (fragment, error) {
	from, err := s.matching(ctx, c, graph.ClassEvent, l.EventFilter())
	return from.selecting("n.actors, n.score, n.start, n.stop"), err
}

func (l *linking) ties(ctx context.Context, s *Store, c *conn) error {
	text, err := l.tiesText(ctx, s, c)
	if err != nil {
		return err
	}
	row := make([]any, 3)
	return c.queryInto(ctx, row, []int{0, 1, 2}, func() error {
		p := pair{row[0].(int64), row[1].(int64), true}
		if p.source == p.target || classOf(p.target) != graph.ClassActor {
			return nil
		}
		if graph.Relation(row[2].(string)).Symmetric() {
			p = pair{min(p.source, p.target), max(p.source, p.target), false}
		}
		if _, ok := l.pairs[p]; ok || l.MinEvents == 0 {
			l.at(p).ties++
		}
		return nil
	}, text.text, text.args...)
}

// tiesText selects the ends of the ties that link. Where nothing is asked of them but that they are
// real, an index has all there is to know.
func (l *linking) tiesText(ctx context.Context, s *Store, c *conn) (fragment, error) {
	const ends = "n.from_actor, n.to_node, n.relation"
	if l.Ties != nil {
		from, err := s.matching(ctx, c, graph.ClassTie, l.TieFilter())
		return from.selecting(ends), err
	}
	where, err := (&filters{}).compile(graph.ClassTie, "n", l.TieFilter())
	return matched{build("tie AS n INDEXED BY tie_real WHERE n.open = 1 AND {}", where)}.selecting(ends), err
}

// asked is for how many pairs the store asks at once who their actors are.
const asked = 1000

// strongest are the links that are shown.
func (l *linking) strongest(ctx context.Context, c *conn) (graph.Links, error) {
	l.links = slices.DeleteFunc(l.links, func(k linked) bool { return k.events < l.MinEvents })
	slices.SortFunc(l.links, compareLinks)
	actors := newAdmission(l.ActorFilter())
	var out graph.Links
	for some := range slices.Chunk(l.links, asked) {
		var keys []int64
		for _, k := range some {
			keys = append(keys, k.source, k.target)
		}
		if err := actors.ask(ctx, c, keys); err != nil {
			return out, err
		}
		for _, k := range some {
			source, target := actors.known[k.source], actors.known[k.target]
			if source == "" || target == "" {
				continue
			}
			if len(out.Links) == l.First {
				out.Truncated = true
				return out, nil
			}
			link := graph.PairLink{
				Source: source, Target: target, Directed: k.directed, Events: k.events, Ties: k.ties,
				Score: k.score, Since: k.since, Until: k.until,
			}
			link.Where = l.PairFilter(link)
			out.Links = append(out.Links, link)
		}
	}
	return out, nil
}

// compareLinks is the order of graph.Links: keys sort as ids do.
func compareLinks(a, b linked) int {
	return cmp.Or(
		-cmp.Compare(a.events, b.events), -cmp.Compare(a.ties, b.ties),
		cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target),
		-cmp.Compare(flag(a.directed), flag(b.directed)),
	)
}
