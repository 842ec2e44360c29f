package neo4j

import (
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// What leads to an actor is counted like its values, so that it is there while the count is
// above 0. Mentions are counted by graph already.
const (
	tallyFacts graph.Tallied = "facts" // facts, and passages of which it is a speaker
	tallyCodes graph.Tallied = "codes" // of a state: actors and places with its code
)

// book adds up what a write changes in the counted values of actors.
type book struct {
	moved  map[entry]int
	actors map[graph.ID]graph.ID // who is touched, and the last article that did it
}

// entry is a counted value of an actor.
type entry struct {
	actor    graph.ID
	property graph.Tallied
	value    string
}

func newBook() *book {
	return &book{moved: map[entry]int{}, actors: map[graph.ID]graph.ID{}}
}

func (b *book) add(actor graph.ID, c graph.Counted, by int, cause graph.ID) {
	b.moved[entry{actor, c.Property, c.Value}] += by * c.Count
	b.actors[actor] = cause
}

func (b *book) addMention(m *graph.Mention, by int) {
	for _, c := range m.Tally() {
		b.add(m.ActorID, c, by, m.ArticleID)
	}
}

func (b *book) addSpeakers(e *graph.Evidence, by int) {
	for _, a := range e.Attribution {
		b.addFact(a.Speaker, by, e.ArticleID)
	}
}

func (b *book) addEvent(e *graph.Event, by int, cause graph.ID) {
	for _, c := range e.Tally() {
		b.add(c.Actor, c.Counted, by, cause)
	}
	for i := range e.Participants {
		b.addFact(e.Participants[i].ActorID, by, cause)
	}
}

func (b *book) addTie(t *graph.Tie, by int, cause graph.ID) {
	for _, c := range t.Tally() {
		b.add(c.Actor, c.Counted, by, cause)
	}
	b.addFact(t.FromID, by, cause)
	b.addFact(t.ToID, by, cause)
}

// addFact counts what leads to an actor; places count for themselves.
func (b *book) addFact(actor graph.ID, by int, cause graph.ID) {
	if actor.Class() == graph.ClassActor {
		b.add(actor, graph.Counted{Property: tallyFacts, Count: 1}, by, cause)
	}
}

// addCode counts an actor or place that has the code of a state.
func (b *book) addCode(state graph.ID, by int, cause graph.ID) {
	if state != "" {
		b.add(state, graph.Counted{Property: tallyCodes, Count: 1}, by, cause)
	}
}

// movedActors are those whose counts change, sorted.
func (b *book) movedActors() []graph.ID {
	moved := map[graph.ID]bool{}
	for e, by := range b.moved {
		if by != 0 {
			moved[e.actor] = true
		}
	}
	return slices.Sorted(maps.Keys(moved))
}
