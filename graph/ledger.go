package graph

import (
	"cmp"
	"maps"
	"slices"
)

// Ledger adds up what a write changes in the counted values of actors, so that a store moves
// each of its rows once. It remembers every actor it was told of, also where nothing changes
// in sum. Not for concurrent use.
type Ledger struct {
	moved  map[ledgerKey]int
	causes map[ID]ID
}

// ledgerKey is a counted value of an actor.
type ledgerKey struct {
	actor    ID
	property Tallied
	value    string
}

// NewLedger is an empty Ledger.
func NewLedger() *Ledger {
	return &Ledger{moved: map[ledgerKey]int{}, causes: map[ID]ID{}}
}

func (l *Ledger) add(actor ID, c Counted, by int, cause ID) {
	l.moved[ledgerKey{actor, c.Property, c.Value}] += by * c.Count
	l.Touch(actor, cause)
}

// Touch notes that an article changes something about an actor that is not counted.
func (l *Ledger) Touch(actor, cause ID) { l.causes[actor] = cause }

// AddMention counts an open mention by times.
func (l *Ledger) AddMention(m *Mention, by int) {
	for _, c := range m.Tally() {
		l.add(m.ActorID, c, by, m.ArticleID)
	}
}

// AddSpeakers counts the speakers of an open passage by times.
func (l *Ledger) AddSpeakers(e *Evidence, by int) {
	for _, a := range e.Attribution {
		l.addFact(a.Speaker, by, e.ArticleID)
	}
}

// AddEvent counts a folded event by times.
func (l *Ledger) AddEvent(e *Event, by int, cause ID) {
	for _, c := range e.Tally() {
		l.add(c.Actor, c.Counted, by, cause)
	}
	for i := range e.Participants {
		l.addFact(e.Participants[i].ActorID, by, cause)
	}
}

// AddTie counts a folded tie by times.
func (l *Ledger) AddTie(t *Tie, by int, cause ID) {
	for _, c := range t.Tally() {
		l.add(c.Actor, c.Counted, by, cause)
	}
	l.addFact(t.FromID, by, cause)
	l.addFact(t.ToID, by, cause)
}

// addFact counts what leads to an actor; places count for themselves.
func (l *Ledger) addFact(actor ID, by int, cause ID) {
	if actor.Class() == ClassActor {
		l.add(actor, Counted{TallyFacts, "", 1}, by, cause)
	}
}

// AddCode counts by times an actor or place that has the code of a state, if it has one.
func (l *Ledger) AddCode(state ID, by int, cause ID) {
	if state != "" {
		l.add(state, Counted{TallyCodes, "", 1}, by, cause)
	}
}

// Touched are the actors the ledger was told of, sorted.
func (l *Ledger) Touched() []ID { return slices.Sorted(maps.Keys(l.causes)) }

// Cause is the last article that touched an actor.
func (l *Ledger) Cause(actor ID) ID { return l.causes[actor] }

// Take gives the differences since the last Take, by actor, property and value; Count is the
// difference, never 0. Who was touched stays.
func (l *Ledger) Take() []ActorCounted {
	var rows []ActorCounted
	for k, by := range l.moved {
		if by != 0 {
			rows = append(rows, ActorCounted{k.actor, Counted{k.property, k.value, by}})
		}
	}
	clear(l.moved)
	slices.SortFunc(rows, func(a, b ActorCounted) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Property, b.Property), cmp.Compare(a.Value, b.Value))
	})
	return rows
}
