package neo4j

import (
	"github.com/actorgraph/actorgraph/graph"
)

// touched is a fact of which the batch has evidence.
type touched struct {
	evidence []*graph.Evidence // open ones, of the articles whose result is taken
	changed  bool              // some of its evidence is new, changed or closed
	cause    graph.ID          // the last article that did it
}

func (w *writing) touch(fact graph.ID) *touched {
	t := w.facts[fact]
	if t == nil {
		t = &touched{}
		w.facts[fact] = t
	}
	return t
}

// knownFact is a fact as the database has it.
type knownFact struct {
	props props
	open  bool
}

// refold folds the facts anew whose evidence changed, and only those.
func (w *writing) refold() error {
	var changed []graph.ID
	for _, id := range sortedKeys(w.facts) {
		if w.facts[id].changed {
			changed = append(changed, id)
		}
	}
	known := map[graph.ID]knownFact{}
	var there []graph.ID
	err := w.lookUp(changed, func(id graph.ID, p props, open bool) error {
		known[id] = knownFact{p, open}
		there = append(there, id)
		return nil
	})
	if err != nil {
		return err
	}
	if err := w.addEvidence(there); err != nil {
		return err
	}
	for _, id := range changed {
		if id.Class() == graph.ClassTie {
			err = w.settleTie(known[id], id)
		} else {
			err = w.settleEvent(known[id], id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addEvidence adds to facts the evidence of articles outside of the batch.
func (w *writing) addEvidence(facts []graph.ID) error {
	if len(facts) == 0 {
		return nil
	}
	params := map[string]any{"ids": idList(facts), "told": idList(sortedKeys(w.told))}
	return w.each(evidenceOfText, params, func(r *row) error {
		e, err := decodeEvidence(r.props("node"))
		if err != nil {
			return err
		}
		t := w.touch(e.FactID)
		t.evidence = append(t.evidence, e)
		return nil
	})
}

// settleEvent notes what changes about an event.
func (w *writing) settleEvent(old knownFact, id graph.ID) error {
	t := w.facts[id]
	var before *graph.Event
	if old.open {
		var err error
		if before, err = decodeEvent(old.props); err != nil {
			return err
		}
	}
	now := graph.FoldEvent(id, t.evidence, nil)
	if before == nil && now == nil {
		return nil
	}
	var p props
	if now != nil {
		p = encodeEvent(now, t.evidence)
		if before != nil && p.equal(old.props, "position", "articleIds", "origins") {
			if !p.equal(old.props, "position") { // the same event, told by others
				p["position"] = old.props["position"]
				w.saves.node(p, eventLabels)
				w.tellings.add(before, old.props, -1)
				w.tellings.add(now, p, 1)
			}
			return nil
		}
	}
	if before != nil {
		w.events--
		w.monthly.Add(before, -1)
		w.actorMonthly.AddActors(before, -1)
		w.tellings.add(before, old.props, -1)
		w.ledger.AddEvent(before, -1, t.cause)
		w.leadToPlaces(before.PlaceIDs, -1, t.cause)
		w.saves.facts = append(w.saves.facts, string(id))
	}
	if now != nil {
		w.events++
		w.monthly.Add(now, 1)
		w.actorMonthly.AddActors(now, 1)
		w.tellings.add(now, p, 1)
		w.ledger.AddEvent(now, 1, t.cause)
		w.leadToPlaces(now.PlaceIDs, 1, t.cause)
		w.spreadEvent(now)
	}
	w.writeFact(old, p, eventLabels, t, func() []string { return graph.ChangedFields(before, now) })
	return nil
}

// writeFact logs what happened to a fact and writes its node; p is nil if it is gone.
func (w *writing) writeFact(old knownFact, p props, labels []any, t *touched, fields func() []string) {
	var logged *change
	switch {
	case p == nil:
		id := old.props.id()
		p, labels = props{"id": string(id)}, closedLabels
		logged = w.log.add(graph.Retracted, id, t.cause, nil)
	case old.open:
		logged = w.log.add(graph.Changed, p.id(), t.cause, fields())
	default:
		logged = w.log.add(graph.Added, p.id(), t.cause, nil)
	}
	w.later = append(w.later, func() {
		p.number("position", int64(logged.Sequence))
		w.saves.node(p, labels)
	})
}

// spreadEvent makes the relationships of an event.
func (w *writing) spreadEvent(e *graph.Event) {
	start, _ := e.When.Ends()
	for rank, a := range e.Participants {
		for _, role := range a.Roles {
			p := props{
				"party": string(a.ActorID), "fact": string(e.ID), "start": int64(start), "oldest": oldest(start),
				"sources": int64(e.Corroboration.IndependentSources), "record": string(a.Record), "roles": graph.RoleBits(a.Roles),
				"standing": string(a.Standing), "counts": a.Counts(), "passages": int64(a.Passages), "rank": int64(rank),
			}
			if role == graph.Source {
				w.saves.edge("SOURCE", a.ActorID, e.ID, p)
			} else {
				w.saves.edge("TARGET", e.ID, a.ActorID, p)
			}
		}
	}
	for _, id := range e.PlaceIDs {
		w.saves.edge("AT", e.ID, id, props{})
	}
	for _, id := range e.AboutIDs {
		w.saves.edge("ABOUT", e.ID, id, props{})
	}
}

// settleTie notes what changes about a tie.
func (w *writing) settleTie(old knownFact, id graph.ID) error {
	t := w.facts[id]
	var before *graph.Tie
	if old.open {
		var err error
		if before, err = decodeTie(old.props); err != nil {
			return err
		}
	}
	now := graph.FoldTie(id, t.evidence, nil)
	if before == nil && now == nil {
		return nil
	}
	var p props
	if now != nil {
		p = encodeTie(now)
		if before != nil && p.equal(old.props, "position") {
			return nil
		}
	}
	if before != nil {
		w.ties--
		w.ledger.AddTie(before, -1, t.cause)
		w.leadToPlaces([]graph.ID{before.ToID}, -1, t.cause)
		w.saves.facts = append(w.saves.facts, string(id))
		if graph.RealityReal.Real(before.Status, before.Negated) {
			w.saves.dropTie(before)
		}
	}
	if now != nil {
		w.ties++
		w.ledger.AddTie(now, 1, t.cause)
		w.leadToPlaces([]graph.ID{now.ToID}, 1, t.cause)
		w.spreadTie(now)
	}
	w.writeFact(old, p, tieLabels, t, func() []string { return graph.ChangedFields(before, now) })
	return nil
}

// spreadTie makes the relationships of a tie, and of its two ends while it is real.
func (w *writing) spreadTie(t *graph.Tie) {
	_, last := t.Span.Ends()
	edge := func(party graph.ID) props {
		return props{"party": string(party), "fact": string(t.ID), "last": int64(last)}
	}
	w.saves.edge("FROM", t.ID, t.FromID, edge(t.FromID))
	w.saves.edge("TO", t.ID, t.ToID, edge(t.ToID))
	if t.ToID.Class() == graph.ClassPlace {
		w.saves.edge("AT", t.ID, t.ToID, props{})
	}
	if graph.RealityReal.Real(t.Status, t.Negated) {
		p := props{"tie": string(t.ID)}
		p.text("role", string(t.Role))
		w.saves.edge(string(t.Relation), t.FromID, t.ToID, p)
	}
}
