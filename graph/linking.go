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

// ends are what tells the links of a LinkQuery apart.
type ends[K comparable] struct {
	source, target K
	directed       bool
}

// linked is one of them on its way.
type linked[K comparable] struct {
	ends[K]
	Shared
	ties int
}

// Shared are events that actors share: some in which the same take part in the same roles, or what
// those of two actors add up to.
type Shared struct {
	Events       int
	Score        int64 // the sum of theirs
	Since, Until Date  // the first day on which any starts and the last on which any ends, 0 if unknown
}

func (s *Shared) add(e Shared) {
	s.Events += e.Events
	s.Score += e.Score
	if e.Since != 0 && (s.Since == 0 || e.Since < s.Since) {
		s.Since = e.Since
	}
	s.Until = max(s.Until, e.Until)
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
	targets := slices.ContainsFunc(cast, func(p CastMember[K]) bool { return p.Roles&TargetBit != 0 })
	for _, a := range cast {
		if a.Roles&SourceBit == 0 {
			continue
		}
		for _, b := range cast {
			switch {
			case a.Actor == b.Actor:
			case targets && b.Roles&TargetBit != 0:
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

// pairsSought is of how many pairs the ties are sought by their ends; those of more are among all.
const pairsSought = 5000

// Links chooses the strongest links. ids gives the id of each of some actors whom LinkQuery.ActorFilter
// lets in, and "" of the others, in the order of the actors; it is asked once for each. ties adds, by AddTie, all ties between the two
// actors of each pair, in either direction, each once; of all actors where pairs is nil. More ties than asked for
// do no harm. It is called once at most; no pair stands twice in pairs.
func (l *Linking[K]) Links(ids func(actors []K) ([]ID, error), ties func(pairs [][2]K) error) (Links, error) {
	var in []admitted
	rest := make([]int32, 0, len(l.pairs))
	for n := range l.pairs {
		if l.pairs[n].Events >= l.MinEvents {
			rest = append(rest, int32(n))
		}
	}
	actors := newAdmission(ids)
	for at := pairsAtOnce; len(rest) > 0 && len(in) <= l.First; at *= 4 {
		var some []int32
		some, rest = l.most(rest, at)
		var err error
		if in, err = l.admit(in, some, actors); err != nil {
			return Links{}, err
		}
	}
	if l.MinEvents > 0 || len(in) > l.First { // pairs with ties alone come after all these
		if len(in) == 0 {
			return Links{}, nil
		}
		pairs := l.unordered(in)
		if len(pairs) > pairsSought {
			pairs = nil
		}
		if err := ties(pairs); err != nil {
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
	in, err := l.admit(in, some, actors)
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
		most = max(most, l.pairs[n].Events)
	}
	having := make([]int, most+1) // pairs, by their events
	for _, n := range pairs {
		having[l.pairs[n].Events]++
	}
	least := most
	for taken := having[most]; taken < at && least > 0; taken += having[least] {
		least--
	}
	for _, n := range pairs {
		if l.pairs[n].Events >= least {
			some = append(some, n)
		} else {
			rest = append(rest, n)
		}
	}
	return some, rest
}

// admit adds those of some pairs whose actors are both let in.
func (l *Linking[K]) admit(in []admitted, some []int32, actors *admission[K]) ([]admitted, error) {
	both := make([]K, 0, 2*len(some))
	for _, n := range some {
		both = append(both, l.pairs[n].source, l.pairs[n].target)
	}
	if err := actors.ask(both); err != nil {
		return nil, err
	}
	for _, n := range some {
		a := admitted{n, actors.known[l.pairs[n].source], actors.known[l.pairs[n].target]}
		if a.source != "" && a.target != "" {
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
			-cmp.Compare(x.Events, y.Events), -cmp.Compare(x.ties, y.ties),
			cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target), -compareBools(x.directed, y.directed),
		)
	})
	out := Links{Truncated: len(in) > l.First}
	for _, a := range in[:min(len(in), l.First)] {
		p := &l.pairs[a.number]
		link := PairLink{
			Source: a.source, Target: a.target, Directed: p.directed, Events: p.Events, Ties: p.ties,
			Score: p.Score, Since: p.Since, Until: p.Until,
		}
		link.Where = l.PairFilter(link)
		out.Links = append(out.Links, link)
	}
	return out
}
