package neo4j

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// recount moves the counted values of actors by what the write changes, and makes anew the
// actors that it touches, and only those.
func (w *writing) recount() error {
	if _, err := w.moveCounts(); err != nil {
		return err
	}
	touched := w.ledger.Touched()
	changes, err := w.recountActors(touched)
	if err != nil {
		return err
	}
	// Which states have a code in use follows from the actors just counted. States that are
	// there for their code alone lead to no further ones.
	for _, a := range changes {
		if a.wasLedTo() {
			w.ledger.AddCode(a.before().CountryID, -1, a.cause)
		}
		if a.ledTo {
			w.ledger.AddCode(a.CountryID, 1, a.cause)
		}
	}
	states, err := w.moveCounts()
	if err != nil {
		return err
	}
	more, err := w.recountActors(slices.DeleteFunc(states, func(id graph.ID) bool {
		_, counted := slices.BinarySearch(touched, id)
		return counted
	}))
	if err != nil {
		return err
	}
	changes = append(changes, more...)
	if err := w.countCodes(changes); err != nil {
		return err
	}
	for _, a := range changes {
		w.settleActor(a)
	}
	return nil
}

// actorChange is an actor that a write may change.
type actorChange struct {
	*graph.Actor
	ledTo bool
	codes int // actors and places with its code, if it is a state
	known *knownActor
	cause graph.ID
}

// before is the actor that was there, nil if it was not.
func (a *actorChange) before() *graph.Actor {
	if a.known.actorNode == nil {
		return nil
	}
	return a.known.Actor
}

func (a *actorChange) wasLedTo() bool { return a.before() != nil && a.known.ledTo }

// recountActors makes actors from their records and counted values.
func (w *writing) recountActors(ids []graph.ID) ([]*actorChange, error) {
	if err := w.loadActors(ids); err != nil {
		return nil, err
	}
	counted, err := w.counted(ids)
	if err != nil {
		return nil, err
	}
	var changes []*actorChange
	for _, id := range ids {
		known := w.known.actors[id]
		if known == nil {
			continue // a state whose code is in use, but that nobody told of
		}
		a := &actorChange{known: known, cause: w.ledger.Cause(id)}
		a.Actor, a.ledTo = graph.ActorOf(known.record, counted[id]), graph.LedTo(counted[id])
		changes = append(changes, a)
	}
	return changes, nil
}

// settleActor notes what changes about an actor.
func (w *writing) settleActor(a *actorChange) {
	open, before := a.ledTo || a.codes > 0, a.before()
	next := &actorNode{ActorRecord: a.known.record, ledTo: a.ledTo}
	if open {
		next.Actor = a.Actor
	}
	p := encodeActor(next)
	if a.known.props != nil && (before != nil) == open && p.equal(a.known.props, "position", "fold") {
		return
	}
	w.rows++
	var logged *change
	switch {
	case open && before == nil:
		w.actors++
		logged = w.log.add(graph.Added, a.ID, a.cause, nil)
	case !open && before != nil:
		w.actors--
		logged = w.log.add(graph.Retracted, a.ID, a.cause, nil)
	case open:
		// Without fields, only what leads to it changed.
		if fields := graph.ChangedFields(before, a.Actor); len(fields) > 0 {
			logged = w.log.add(graph.Changed, a.ID, a.cause, fields)
		}
	}
	w.later = append(w.later, func() {
		switch {
		case logged != nil:
			p.number("position", int64(logged.Sequence))
		case a.known.actorNode != nil:
			p.number("position", int64(a.known.position))
		}
		w.saves.node(p, next.labels())
	})
}
