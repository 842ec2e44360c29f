package sqlite

import (
	"slices"

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

// refold folds the facts anew whose evidence changed, and only those.
func (w *writing) refold() error {
	changed := map[graph.Class][]graph.ID{}
	for _, id := range sortedKeys(w.facts) {
		if w.facts[id].changed {
			changed[id.Class()] = append(changed[id.Class()], id)
		}
	}
	if err := w.refoldEvents(changed[graph.ClassEvent]); err != nil {
		return err
	}
	return w.refoldTies(changed[graph.ClassTie])
}

// stored reads the rows of facts, and adds to the facts the evidence of articles outside of
// the batch.
func (w *writing) stored(t *table, ids []graph.ID) (map[graph.ID][]any, error) {
	rows := map[graph.ID][]any{}
	var keys []int64
	err := w.lookUpIDs(t, ids, func(id graph.ID, _ int64, row []any) error {
		rows[id] = row
		keys = append(keys, row[0].(int64))
		return nil
	})
	if err != nil || len(keys) == 0 {
		return rows, err
	}
	var told []int64
	for _, id := range sortedKeys(w.told) {
		key, _ := keyOf(id)
		told = append(told, key)
	}
	each := func(row []any) error {
		e, err := decodeEvidence(row)
		if err != nil {
			return err
		}
		t := w.touch(e.FactID)
		t.evidence = append(t.evidence, e)
		return nil
	}
	return rows, w.conn.query(w.ctx, each, "SELECT "+evidences.list("n.")+` FROM json_each(?) AS k
		CROSS JOIN evidence AS n ON n.fact = k.value AND n.open = 1
		WHERE n.article NOT IN (SELECT value FROM json_each(?))`, encode(keys), encode(told))
}

var factOpen = events.index("open")

func isOpen(row []any) bool { return row != nil && row[factOpen] != int64(0) }

func (w *writing) refoldEvents(ids []graph.ID) error {
	rows, err := w.stored(events, ids)
	if err != nil {
		return err
	}
	before, now := map[graph.ID]*graph.Event{}, map[graph.ID]*graph.Event{}
	lead := map[graph.ID]bool{} // places to which the events lead or led
	for _, id := range ids {
		if row := rows[id]; isOpen(row) {
			if before[id], err = decodeEvent(row); err != nil {
				return err
			}
		}
		now[id] = graph.FoldEvent(id, w.facts[id].evidence, nil)
		for _, e := range []*graph.Event{before[id], now[id]} {
			if e != nil {
				for _, p := range e.PlaceIDs {
					lead[p] = true
				}
			}
		}
	}
	if err := w.loadPlaces(lead); err != nil {
		return err
	}
	for _, id := range ids {
		w.settleEvent(rows[id], before[id], now[id], w.facts[id])
	}
	return nil
}

// settleEvent notes what changes about an event; before and now may be nil.
func (w *writing) settleEvent(old []any, before, now *graph.Event, t *touched) {
	if before == nil && now == nil {
		return
	}
	var row []any
	if now != nil {
		row = encodeEvent(now, t.evidence, 0)
		if before != nil && equalRows(old, row, factPosition, eventTellers) {
			if !equalRows(old, row, factPosition) { // the same event, told by others
				row[factPosition] = old[factPosition]
				w.tables.eventChanged.add(prepend(nil, row)...)
			}
			return
		}
	}
	if before != nil {
		w.monthly.Add(before, -1)
		w.events--
		w.ledger.AddEvent(before, -1, t.cause)
		w.leadToPlaces(before.PlaceIDs, -1, t.cause)
	}
	if now != nil {
		w.monthly.Add(now, 1)
		w.events++
		w.ledger.AddEvent(now, 1, t.cause)
		w.leadToPlaces(now.PlaceIDs, 1, t.cause)
	}
	change, row := w.logFact(before != nil, now != nil, old, row, t, func() []string { return graph.ChangedFields(before, now) })
	w.later(func() error {
		row[factPosition] = int64(change.Sequence)
		put(old == nil, &w.tables.event, &w.tables.eventChanged, row)
		if before != nil {
			if err := w.dropEvent(row[0].(int64)); err != nil {
				return err
			}
		}
		if now != nil {
			w.spreadEvent(row[0].(int64), now, t)
		}
		return nil
	})
}

// logFact logs what happened to a fact and gives the row that it has now.
func (w *writing) logFact(was, is bool, old, row []any, t *touched, fields func() []string) (*change, []any) {
	switch {
	case was && is:
		return w.log.add(graph.Changed, graph.ID(row[1].(string)), t.cause, fields()), row
	case is:
		return w.log.add(graph.Added, graph.ID(row[1].(string)), t.cause, nil), row
	default:
		row = slices.Clone(old)
		row[factOpen] = flag(false)
		return w.log.add(graph.Retracted, graph.ID(row[1].(string)), t.cause, nil), row
	}
}

// dropEvent takes away the rows that are derived from an event.
func (w *writing) dropEvent(key int64) error {
	for _, table := range []string{"part", "event_place", "event_about", "event_number"} {
		if _, err := w.conn.exec(w.ctx, "DELETE FROM "+table+" WHERE event = ?", key); err != nil {
			return err
		}
	}
	return nil
}

// spreadEvent makes the rows that are derived from an event.
func (w *writing) spreadEvent(key int64, e *graph.Event, t *touched) {
	start, stop := e.When.Ends()
	packed := packActors(e)
	for rank, p := range e.Participants {
		actor, _ := keyOf(p.ActorID)
		meant, _ := keyOf(p.Record)
		standing := slices.Index(graph.Standings, p.Standing)
		w.tables.part.add(actor, int64(start), key, meant, graph.RoleBits(p.Roles), int64(standing), int64(rank),
			int64(max(start, stop)), string(e.Type), string(e.Status), flag(e.Negated), int64(e.Score), packed)
	}
	for _, id := range e.PlaceIDs {
		place, _ := keyOf(id)
		w.tables.eventPlace.add(place, int64(start), key)
	}
	for _, id := range e.AboutIDs {
		about, _ := keyOf(id)
		w.tables.eventAbout.add(key, about)
	}
	lows := graph.LeastNumbers(t.evidence)
	for _, of := range graph.Counts {
		if low, ok := lows[of]; ok {
			w.tables.eventNumber.add(key, string(of), low)
		}
	}
}

func (w *writing) refoldTies(ids []graph.ID) error {
	rows, err := w.stored(ties, ids)
	if err != nil {
		return err
	}
	before, now := map[graph.ID]*graph.Tie{}, map[graph.ID]*graph.Tie{}
	lead := map[graph.ID]bool{}
	for _, id := range ids {
		if row := rows[id]; isOpen(row) {
			if before[id], err = decodeTie(row); err != nil {
				return err
			}
		}
		now[id] = graph.FoldTie(id, w.facts[id].evidence, nil)
		for _, t := range []*graph.Tie{before[id], now[id]} {
			if t != nil {
				lead[t.ToID] = true
			}
		}
	}
	if err := w.loadPlaces(lead); err != nil {
		return err
	}
	for _, id := range ids {
		w.settleTie(rows[id], before[id], now[id], w.facts[id])
	}
	return nil
}

func (w *writing) settleTie(old []any, before, now *graph.Tie, t *touched) {
	if before == nil && now == nil {
		return
	}
	var row []any
	if now != nil {
		row = encodeTie(now, 0)
		if before != nil && equalRows(old, row, factPosition) {
			return
		}
	}
	if before != nil {
		w.ties--
		w.ledger.AddTie(before, -1, t.cause)
		w.leadToPlaces([]graph.ID{before.ToID}, -1, t.cause)
	}
	if now != nil {
		w.ties++
		w.ledger.AddTie(now, 1, t.cause)
		w.leadToPlaces([]graph.ID{now.ToID}, 1, t.cause)
	}
	change, row := w.logFact(before != nil, now != nil, old, row, t, func() []string { return graph.ChangedFields(before, now) })
	w.later(func() error {
		row[factPosition] = int64(change.Sequence)
		put(old == nil, &w.tables.tie, &w.tables.tieChanged, row)
		return nil
	})
}

// loadPlaces reads those of the nodes that are places the batch itself does not speak of.
func (w *writing) loadPlaces(nodes map[graph.ID]bool) error {
	ids := slices.DeleteFunc(sortedKeys(nodes), func(id graph.ID) bool {
		return id.Class() != graph.ClassPlace || w.known.places[id] != nil
	})
	return w.lookUpIDs(places, ids, func(id graph.ID, _ int64, row []any) error {
		p, err := decodePlace(row)
		w.known.places[id] = p
		return err
	})
}

// leadToPlaces counts the facts that lead to places.
func (w *writing) leadToPlaces(ids []graph.ID, by int, cause graph.ID) {
	for _, id := range ids {
		if id.Class() == graph.ClassPlace {
			w.touchPlace(id, cause).facts += by
		}
	}
}
