package graph

import (
	"cmp"
	"slices"
)

// Linking adds up what a store selects for a LinkQuery and makes the Links of it, as Counting does
// for an Aggregation: stores differ only in how they come by who takes part in an event. K is how a
// store names an actor meanwhile. Add all events, then take the Links. Not for concurrent use.
type Linking[K comparable] struct {
	LinkQuery
	compare func(a, b K) int
	numbers map[ends[K]]int32 // in pairs
	pairs   []linked[K]
}

// CastMember is one actor in an event, with its roles as RoleBits writes them.
type CastMember[K comparable] struct {
	Actor K
	Roles int64
}

// Bits of CastMember.Roles.
const (
	sourceBit = 1 << iota
	targetBit
)

// ends are what tells the links of a LinkQuery apart.
type ends[K comparable] struct {
	source, target K
	directed       bool
}

// linked is one of them on its way.
type linked[K comparable] struct {
	ends[K]
	sharing
	ties int
}

// Shared are some events in which the same actors take part in the same roles, or one of them.
type Shared struct {
	Events       int
	Score        int64 // the sum of theirs
	Since, Until Date  // the first day on which any starts and the last on which any ends, 0 if unknown
}

// sharing is what the events add up to that two actors share.
type sharing struct {
	events       int
	score        int64
	since, until Date
}

func (s *sharing) add(e Shared) {
	s.events += e.Events
	s.score += e.Score
	if e.Since != 0 && (s.since == 0 || e.Since < s.since) {
		s.since = e.Since
	}
	s.until = max(s.until, e.Until)
}

// NewLinking starts from nothing. q is valid; compare orders actors as their ids are ordered.
func NewLinking[K comparable](q LinkQuery, compare func(a, b K) int) *Linking[K] {
	return &Linking[K]{LinkQuery: q, compare: compare, numbers: map[ends[K]]int32{}}
}

func (l *Linking[K]) at(e ends[K]) *linked[K] {
	n, ok := l.numbers[e]
	if !ok {
		n = int32(len(l.pairs))
		l.numbers[e] = n
		l.pairs = append(l.pairs, linked[K]{ends: e})
	}
	return &l.pairs[n]
}

// Add adds events that match LinkQuery.EventFilter: those of their participants that count, each once, and
// what they share. It keeps nothing of cast.
func (l *Linking[K]) Add(cast []CastMember[K], e Shared) {
	targets := slices.ContainsFunc(cast, func(p CastMember[K]) bool { return p.Roles&targetBit != 0 })
	for _, a := range cast {
		if a.Roles&sourceBit == 0 {
			continue
		}
		for _, b := range cast {
			switch {
			case a.Actor == b.Actor:
			case targets && b.Roles&targetBit != 0:
				l.at(ends[K]{a.Actor, b.Actor, true}).add(e)
			case !targets && l.compare(a.Actor, b.Actor) < 0:
				l.at(ends[K]{a.Actor, b.Actor, false}).add(e)
			}
		}
	}
}

// AddTie adds a tie that matches LinkQuery.TieFilter and leads from one actor to another. It is for
// what is given to Links.
func (l *Linking[K]) AddTie(from, to K, relation Relation) {
	if from == to {
		return
	}
	e := ends[K]{from, to, true}
	if relation.Symmetric() {
		e = ends[K]{from, to, false}
		if l.compare(to, from) < 0 {
			e.source, e.target = to, from
		}
	}
	if _, ok := l.numbers[e]; ok || l.MinEvents == 0 {
		l.at(e).ties++
	}
}

// pairsAtOnce is how many pairs are looked at in one go; more of them while too few are let in.
const pairsAtOnce = 1000

// Links chooses the strongest links. ids gives the id of each of some actors whom LinkQuery.ActorFilter
// lets in, and "" of the others, in the order of the actors. ties adds, by AddTie, all ties between the two
// actors of each pair, in either direction, each once; of all actors where pairs is nil. More ties than asked for
// do no harm. It is called once at most; no pair stands twice in pairs.
func (l *Linking[K]) Links(ids func(actors []K) ([]ID, error), ties func(pairs [][2]K) error) (Links, error) {
	var in []admitted
	rest := make([]int32, 0, len(l.pairs))
	for n := range l.pairs {
		if l.pairs[n].events >= l.MinEvents {
			rest = append(rest, int32(n))
		}
	}
	known := map[K]ID{}
	for at := pairsAtOnce; len(rest) > 0 && len(in) <= l.First; at *= 4 {
		var some []int32
		some, rest = l.most(rest, at)
		var err error
		if in, err = l.admit(in, some, known, ids); err != nil {
			return Links{}, err
		}
	}
	if l.MinEvents > 0 || len(in) > l.First { // pairs with ties alone come after all these
		if len(in) == 0 {
			return Links{}, nil
		}
		if err := ties(l.unordered(in)); err != nil {
			return Links{}, err
		}
		return l.strongest(in), nil
	}
	begun := len(l.pairs)
	if err := ties(nil); err != nil {
		return Links{}, err
	}
	some := make([]int32, 0, len(l.pairs)-begun)
	for n := begun; n < len(l.pairs); n++ {
		some = append(some, int32(n))
	}
	in, err := l.admit(in, some, known, ids)
	if err != nil {
		return Links{}, err
	}
	return l.strongest(in), nil
}

// unordered are the actors of pairs, whatever the direction.
func (l *Linking[K]) unordered(in []admitted) [][2]K {
	var out [][2]K
	met := make(map[[2]K]bool, len(in))
	for _, a := range in {
		pair := [2]K{l.pairs[a.number].source, l.pairs[a.number].target}
		if a.target < a.source {
			pair[0], pair[1] = pair[1], pair[0]
		}
		if !met[pair] {
			met[pair] = true
			out = append(out, pair)
		}
	}
	return out
}

// admitted is the number of a pair that is let in, and its ids.
type admitted struct {
	number         int32
	source, target ID
}

// most takes from some pairs those with most events: so many of them or a few more, and all that have
// as many events as the last of them. The order of neither part means anything.
func (l *Linking[K]) most(pairs []int32, at int) (some, rest []int32) {
	if len(pairs) <= at {
		return pairs, nil
	}
	most := 0
	for _, n := range pairs {
		most = max(most, l.pairs[n].events)
	}
	having := make([]int, most+1) // pairs, by their events
	for _, n := range pairs {
		having[l.pairs[n].events]++
	}
	least := most
	for taken := having[most]; taken < at && least > 0; taken += having[least] {
		least--
	}
	for _, n := range pairs {
		if l.pairs[n].events >= least {
			some = append(some, n)
		} else {
			rest = append(rest, n)
		}
	}
	return some, rest
}

// admit adds those of some pairs whose actors are both let in.
func (l *Linking[K]) admit(in []admitted, some []int32, known map[K]ID, ids func([]K) ([]ID, error)) ([]admitted, error) {
	var unknown []K
	for _, n := range some {
		for _, k := range []K{l.pairs[n].source, l.pairs[n].target} {
			if _, ok := known[k]; !ok {
				known[k] = ""
				unknown = append(unknown, k)
			}
		}
	}
	if len(unknown) > 0 {
		found, err := ids(unknown)
		if err != nil {
			return nil, err
		}
		for i, id := range found {
			known[unknown[i]] = id
		}
	}
	for _, n := range some {
		if a := (admitted{n, known[l.pairs[n].source], known[l.pairs[n].target]}); a.source != "" && a.target != "" {
			in = append(in, a)
		}
	}
	return in, nil
}

// strongest are the links that are shown, of all that may be.
func (l *Linking[K]) strongest(in []admitted) Links {
	slices.SortFunc(in, func(a, b admitted) int {
		x, y := &l.pairs[a.number], &l.pairs[b.number]
		return cmp.Or(
			-cmp.Compare(x.events, y.events), -cmp.Compare(x.ties, y.ties),
			cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target), -compareBools(x.directed, y.directed),
		)
	})
	out := Links{Truncated: len(in) > l.First}
	for _, a := range in[:min(len(in), l.First)] {
		p := &l.pairs[a.number]
		link := PairLink{
			Source: a.source, Target: a.target, Directed: p.directed, Events: p.events, Ties: p.ties,
			Score: p.score, Since: p.since, Until: p.until,
		}
		link.Where = l.PairFilter(link)
		out.Links = append(out.Links, link)
	}
	return out
}
