package graph

import (
	"cmp"
	"slices"
)

// metAtOnce is of how many counterparts of each actor it is asked first who they are; of more of
// them while a page is not full.
const metAtOnce = 1000

// Counterparts chooses a page of each of some meetings of one query, all but the nodes, and names the
// actors of each page in their order. of are the ids of the actors whose meetings they are; ids
// gives those of others as in Linking.Links. It is asked no more often for many meetings than for the
// one that needs most.
func Counterparts[K comparable](meetings []*Meeting[K], of []ID, ids func(actors []K) ([]ID, error)) (pages []Page[Counterpart], chosen [][]K, err error) {
	all := make([]*choosing[K], len(meetings))
	for i, m := range meetings {
		all[i] = m.choosing(of[i])
	}
	actors := newAdmission(ids)
	for at := metAtOnce; ; at *= 4 {
		var some []K
		for _, c := range all {
			for _, o := range c.next(at) {
				some = append(some, o.actor)
			}
		}
		if len(some) == 0 {
			break
		}
		if err := actors.ask(some); err != nil {
			return nil, nil, err
		}
		for _, c := range all {
			c.take(at, actors.known)
		}
	}
	pages, chosen = make([]Page[Counterpart], len(all)), make([][]K, len(all))
	for i, c := range all {
		pages[i], chosen[i] = c.page, c.chosen
	}
	return pages, chosen, nil
}

// choosing is a page on its way.
type choosing[K comparable] struct {
	*Meeting[K]
	id     ID
	rest   []met[K] // that are not looked at yet, in their order
	page   Page[Counterpart]
	chosen []K
}

func (m *Meeting[K]) choosing(of ID) *choosing[K] {
	slices.SortFunc(m.others, func(a, b met[K]) int { // ByMostEvents
		return -cmp.Or(cmp.Compare(a.Events, b.Events), m.compare(a.actor, b.actor))
	})
	c := &choosing[K]{Meeting: m, id: of, rest: m.others}
	if m.Page.Total {
		return c
	}
	c.page.Total = -1
	if after := m.Page.After; after != nil { // nobody need know who stood on earlier pages
		from, _ := slices.BinarySearchFunc(c.rest, after.Rank, func(o met[K], rank int64) int { return -cmp.Compare(int64(o.Events), rank) })
		c.rest = c.rest[from:]
	}
	return c
}

// next are those looked at next: so many, fewer at the end, none where the page is made.
func (c *choosing[K]) next(at int) []met[K] {
	if c.page.More && c.page.Total < 0 {
		return nil
	}
	return c.rest[:min(at, len(c.rest))]
}

// take looks at them.
func (c *choosing[K]) take(at int, known map[K]ID) {
	some := c.next(at)
	c.rest = c.rest[len(some):]
	for i := range some {
		id := known[some[i].actor]
		if id == "" {
			continue
		}
		if c.page.Total >= 0 {
			c.page.Total++
		}
		if c.show(id, &some[i]) {
			c.chosen = append(c.chosen, some[i].actor)
		}
	}
}

// show adds a counterpart to the page, if it belongs there.
func (c *choosing[K]) show(id ID, o *met[K]) bool {
	at := Position{Rank: int64(o.Events), ID: id}
	after := c.Page.After
	switch {
	case after != nil && ByMostEvents.Compare(at, *after) <= 0:
		return false
	case len(c.page.Items) == c.Page.First:
		c.page.More = true
		return false
	}
	c.page.Items = append(c.page.Items, Counterpart{
		Events: o.Events, Outgoing: o.outgoing, Incoming: o.incoming, Together: o.together,
		Score: o.Score, Since: o.Since, Until: o.Until, Where: c.PairFilter(c.id, id),
	})
	c.page.Positions = append(c.page.Positions, at)
	return true
}
