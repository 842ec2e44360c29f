package graph

import (
	"cmp"
	"slices"
)

// Meeting adds up what a store selects for one actor of a CounterpartQuery and chooses the page of
// them that is asked for; see Linking. Not for concurrent use.
type Meeting[K comparable] struct {
	CounterpartQuery
	of      K
	compare func(a, b K) int
	numbers map[K]int32 // in others
	others  []met[K]
}

// met is an actor that shares events with another, on its way.
type met[K comparable] struct {
	actor K
	sharing
	outgoing, incoming, together int
}

// NewMeeting starts from nothing. q is valid; compare orders actors as their ids are ordered.
func NewMeeting[K comparable](q CounterpartQuery, of K, compare func(a, b K) int) *Meeting[K] {
	return &Meeting[K]{CounterpartQuery: q, of: of, compare: compare, numbers: map[K]int32{}}
}

// Add adds events in which the actor takes part and that match CounterpartQuery.EventFilter, as
// Linking.Add does.
func (m *Meeting[K]) Add(cast []CastMember[K], e Shared) {
	own := int64(0)
	for _, a := range cast {
		if a.Actor == m.of {
			own = a.Roles
		}
	}
	for _, a := range cast {
		if a.Actor == m.of {
			continue
		}
		n, ok := m.numbers[a.Actor]
		if !ok {
			n = int32(len(m.others))
			m.numbers[a.Actor] = n
			m.others = append(m.others, met[K]{actor: a.Actor})
		}
		o := &m.others[n]
		o.add(e)
		if own&sourceBit != 0 && a.Roles&targetBit != 0 {
			o.outgoing += e.Events
		}
		if own&targetBit != 0 && a.Roles&sourceBit != 0 {
			o.incoming += e.Events
		}
		if own&a.Roles != 0 {
			o.together += e.Events
		}
	}
}

// metAtOnce is of how many counterparts it is asked in one go who they are.
const metAtOnce = 1000

// Counterparts chooses those of a page, all but their nodes, and names the actors in their order. of
// is the id of the actor; ids gives those of others as in Linking.Links.
func (m *Meeting[K]) Counterparts(of ID, ids func(actors []K) ([]ID, error)) (page Page[Counterpart], chosen []K, err error) {
	page.Total = -1
	if m.Page.Total {
		page.Total = 0
	}
	slices.SortFunc(m.others, func(a, b met[K]) int { // ByMostEvents
		return -cmp.Or(cmp.Compare(a.events, b.events), m.compare(a.actor, b.actor))
	})
	for some := range slices.Chunk(m.others, metAtOnce) {
		if page.More && page.Total < 0 {
			break
		}
		actors := make([]K, len(some))
		for i := range some {
			actors[i] = some[i].actor
		}
		found, err := ids(actors)
		if err != nil {
			return Page[Counterpart]{}, nil, err
		}
		for i := range some {
			if found[i] == "" {
				continue
			}
			if page.Total >= 0 {
				page.Total++
			}
			if m.show(&page, of, found[i], &some[i]) {
				chosen = append(chosen, actors[i])
			}
		}
	}
	return page, chosen, nil
}

// show adds a counterpart to a page, if it belongs there.
func (m *Meeting[K]) show(page *Page[Counterpart], of, id ID, o *met[K]) bool {
	at := Position{Rank: int64(o.events), ID: id}
	after := m.Page.After
	switch {
	case after != nil && ByMostEvents.Compare(at, *after) <= 0:
		return false
	case len(page.Items) == m.Page.First:
		page.More = true
		return false
	}
	page.Items = append(page.Items, Counterpart{
		Events: o.events, Outgoing: o.outgoing, Incoming: o.incoming, Together: o.together,
		Score: o.score, Since: o.since, Until: o.until, Where: m.PairFilter(of, id),
	})
	page.Positions = append(page.Positions, at)
	return true
}
