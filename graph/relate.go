package graph

import (
	"fmt"
	"slices"
)

// LinkQuery asks which pairs of actors are linked. Unnamed actors stay out, unless a condition
// on actors (Actors, or what Events says of its participants) asks for named false, or names them
// by id.
type LinkQuery struct {
	View      View
	Events    Filter  // the events that link
	Ties      Filter  // the ties that link
	Actors    Filter  // both actors of a pair
	Reality   Reality // of events; "" is RealityReal. Of ties those that are real.
	MinEvents int     // of a link; 0 brings in pairs with ties alone
	First     int     // 1 to MaxLinks
}

// MaxLinks is the largest LinkQuery.First.
const MaxLinks = 1000

// Links are the strongest links: by events, then by ties, both descending, then by Source, Target,
// and the directed one first.
type Links struct {
	Links     []PairLink
	Truncated bool // there are more
}

// PairLink is what links two actors. They may have three links: one in either direction and an
// undirected one.
//
// A directed one counts the events of which Source is a source and Target a target, and the
// ties from Source to Target. An undirected one (Source is the smaller id) counts the events
// without any target of which both are sources, such as a meeting, and the ties of a symmetric
// relation. Two sources of an event with a target are not linked by it: its score is about
// the target.
type PairLink struct {
	Source, Target ID
	Directed       bool
	Events, Ties   int
	Score          int64  // the sum of the events' scores, in tenths
	Since, Until   Date   // the first day on which any of the events starts and the last on which any ends; 0 unknown
	Where          Filter // finds exactly the events
}

// CounterpartQuery asks with whom actors share events. Unnamed counterparts stay out, unless
// what Where says of participants asks for named false, or names them by id.
type CounterpartQuery struct {
	View    View
	Where   Filter  // the events that are shared
	Reality Reality // of them; "" is RealityReal
	Detail  Detail  // of the nodes
	Page    PageRequest
}

// Counterpart is an actor that shares events with another.
type Counterpart struct {
	Node         Node
	Events       int // in which both take part, each once
	Outgoing     int // of them those in which the other is a source and this one a target
	Incoming     int // the reverse
	Together     int // those in which both have the same role
	Score        int64
	Since, Until Date   // as in PairLink
	Where        Filter // finds exactly the events
}

// Validate refuses a LinkQuery that no store can answer.
func (q LinkQuery) Validate() error {
	if err := ValidateView(q.View); err != nil {
		return err
	}
	if q.First < 1 || q.First > MaxLinks {
		return &ArgumentError{Argument: "first", Message: fmt.Sprintf("%d is not a number of links", q.First), Hint: fmt.Sprintf("ask for 1 to %d", MaxLinks)}
	}
	if q.MinEvents < 0 {
		return &ArgumentError{Argument: "minEvents", Message: fmt.Sprintf("%d is not a number of events", q.MinEvents), Hint: "give 0 or more"}
	}
	if err := validateReality(q.Reality); err != nil {
		return err
	}
	for _, f := range []struct {
		class Class
		where Filter
	}{{ClassEvent, q.Events}, {ClassTie, q.Ties}, {ClassActor, q.Actors}} {
		if err := ValidateFilter(f.class, f.where); err != nil {
			return err
		}
	}
	return nil
}

// Validate refuses a CounterpartQuery that no store can answer.
func (q CounterpartQuery) Validate() error {
	if err := ValidateView(q.View); err != nil {
		return err
	}
	if err := validateReality(q.Reality); err != nil {
		return err
	}
	if err := ValidateFilter(ClassEvent, q.Where); err != nil {
		return err
	}
	return q.Page.Validate()
}

// EventFilter is the condition on the events that link.
func (q LinkQuery) EventFilter() Filter { return conjunction(q.Events, q.Reality.Filter()) }

// TieFilter is the condition on the ties that link. They must lead to an actor as well.
func (q LinkQuery) TieFilter() Filter { return conjunction(q.Ties, RealityReal.Filter()) }

// ActorFilter is the condition on both actors of a pair; nil for all.
func (q LinkQuery) ActorFilter() Filter {
	return conjunction(q.Actors, namedUnless(unnamed{}.actors(q.Actors).events(q.Events)))
}

// EventFilter is the condition on the events that are shared.
func (q CounterpartQuery) EventFilter() Filter { return conjunction(q.Where, q.Reality.Filter()) }

// ActorFilter is the condition on counterparts; nil for all.
func (q CounterpartQuery) ActorFilter() Filter { return namedUnless(unnamed{}.events(q.Where)) }

// PairFilter finds the events of one link.
func (q LinkQuery) PairFilter(l PairLink) Filter {
	if l.Directed {
		return conjunction(q.EventFilter(), takesPart(LinkSource, l.Source), takesPart(LinkTarget, l.Target))
	}
	return conjunction(q.EventFilter(), takesPart(LinkSource, l.Source), takesPart(LinkSource, l.Target), &Not{&Has{Link: LinkTarget}})
}

// PairFilter finds the events that an actor shares with a counterpart.
func (q CounterpartQuery) PairFilter(of, counterpart ID) Filter {
	return conjunction(q.EventFilter(), takesPart(LinkActor, of), takesPart(LinkActor, counterpart))
}

func takesPart(l Link, actor ID) Filter {
	return &Has{Link: l, Where: &Compare{Property: PropID, Texts: []string{string(actor)}}}
}

// unnamed is what conditions on actors say of unnamed ones.
type unnamed struct {
	wanted bool     // they ask for them
	ids    []string // they name these
}

// actors looks into a condition on actors. What stands under a Not asks for nobody.
func (u unnamed) actors(f Filter) unnamed {
	switch f := f.(type) {
	case And:
		for _, g := range f {
			u = u.actors(g)
		}
	case Or:
		for _, g := range f {
			u = u.actors(g)
		}
	case *Compare:
		switch {
		case f.Property == PropID:
			u.ids = append(u.ids, f.Texts...)
		case f.Property == PropNamed && f.Numbers[0] == 0:
			u.wanted = true
		}
	}
	return u
}

// events looks into what a condition on events says of participants.
func (u unnamed) events(f Filter) unnamed {
	switch f := f.(type) {
	case And:
		for _, g := range f {
			u = u.events(g)
		}
	case Or:
		for _, g := range f {
			u = u.events(g)
		}
	case *Has:
		if f.Link == LinkActor || f.Link == LinkSource || f.Link == LinkTarget {
			u = u.actors(f.Where)
		}
	}
	return u
}

// namedUnless lets in named actors, and the unnamed ones that are asked for.
func namedUnless(u unnamed) Filter {
	if u.wanted {
		return nil
	}
	named := &Compare{Property: PropNamed, Numbers: []int64{1}}
	if len(u.ids) == 0 {
		return named
	}
	out := Or{named}
	for ids := range slices.Chunk(u.ids, MaxFilterList) {
		out = append(out, &Compare{Property: PropID, Texts: ids})
	}
	return out
}
