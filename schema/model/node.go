package model

import (
	"github.com/actorgraph/actorgraph/graph"
)

// Node is anything with an id: Agency, Official, Person, Group, Organization, Country,
// Event, Tie, Evidence, Article, Place, Mention or Change.
type Node interface {
	NodeID() graph.ID
	typeName() string
}

// Party is either end of a tie: an Actor or a Place.
type Party interface {
	Node
	party()
}

// Actor is one of the six kinds.
type Actor interface {
	Party
	record() *graph.Actor
}

// Fact is an Event or a Tie.
type Fact interface {
	Node
	stated() *graph.Stated
}

// wrap makes a node of the graph one of the API; nil for nil and for what the API does not show.
func wrap(n graph.Node) Node {
	switch n := n.(type) {
	case *graph.Actor:
		if n == nil {
			return nil
		}
		return wrapActor(n)
	case *graph.Event:
		return Event{n}
	case *graph.Tie:
		return Tie{n}
	case *graph.Evidence:
		return Evidence{n}
	case *graph.Article:
		return Article{n}
	case *graph.Place:
		return Place{n}
	case *graph.Mention:
		return Mention{n}
	case *counterpart:
		return wrap(n.Node)
	case *logEntry:
		return Change{n}
	}
	return nil
}

func wrapActor(a *graph.Actor) Node {
	switch a.Kind {
	case graph.Agency:
		return Agency{actor{a}}
	case graph.Official:
		return Official{actor{a}}
	case graph.Person:
		return Person{actor{a}}
	case graph.Group:
		return Group{actor{a}}
	case graph.Organization:
		return Organization{actor{a}}
	case graph.Country:
		return Country{actor{a}}
	}
	return nil
}
