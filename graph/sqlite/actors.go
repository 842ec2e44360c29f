package sqlite

import (
	"cmp"
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
			w.ledger.AddCode(a.before.CountryID, -1, a.cause)
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
	ledTo  bool
	codes  int          // actors and places with its code, if it is a state
	old    []any        // its row, nil if it has none
	before *graph.Actor // what the row says
	cause  graph.ID
}

var (
	actorOpen     = actors.index("open")
	actorLedTo    = actors.index("led_to")
	actorPosition = actors.index("position")
	actorName     = actors.index("name")
	actorAliases  = actors.index("aliases")
)

func (a *actorChange) wasOpen() bool  { return a.old != nil && a.old[actorOpen] != int64(0) }
func (a *actorChange) wasLedTo() bool { return a.old != nil && a.old[actorLedTo] != int64(0) }

// recountActors makes actors from their records and counted values.
func (w *writing) recountActors(ids []graph.ID) ([]*actorChange, error) {
	var missing []graph.ID
	for _, id := range ids {
		if w.known.records[id] == nil {
			missing = append(missing, id)
		}
	}
	err := w.lookUpIDs(actorRecords, missing, func(id graph.ID, _ int64, row []any) error {
		w.known.records[id] = row
		return nil
	})
	if err != nil {
		return nil, err
	}
	old := map[graph.ID][]any{}
	err = w.lookUpIDs(actors, ids, func(id graph.ID, _ int64, row []any) error {
		old[id] = row
		return nil
	})
	if err != nil {
		return nil, err
	}
	counted, err := w.counted(ids)
	if err != nil {
		return nil, err
	}
	var changes []*actorChange
	for _, id := range ids {
		if w.known.records[id] == nil {
			continue // a state whose code is in use, but that nobody told of
		}
		r, err := w.known.record(id)
		if err != nil {
			return nil, err
		}
		a := &actorChange{old: old[id], cause: w.ledger.Cause(id)}
		a.Actor, a.ledTo = graph.ActorOf(r, counted[id]), graph.LedTo(counted[id])
		if a.old != nil {
			if a.before, err = decodeActor(a.old); err != nil {
				return nil, err
			}
		}
		changes = append(changes, a)
	}
	return changes, nil
}

// settleActor notes what changes about an actor.
func (w *writing) settleActor(a *actorChange) {
	open := a.ledTo || a.codes > 0
	if !open && !a.wasOpen() {
		return
	}
	row := encodeActor(a.Actor, open, a.ledTo, 0)
	if a.old != nil && equalRows(a.old, row, actorPosition) {
		return
	}
	w.rows++
	var logged *change
	switch {
	case !a.wasOpen():
		w.actors++
		logged = w.log.add(graph.Added, a.ID, a.cause, nil)
	case !open:
		w.actors--
		logged = w.log.add(graph.Retracted, a.ID, a.cause, nil)
	default:
		// Without fields, only what leads to it changed.
		if fields := graph.ChangedFields(a.before, a.Actor); len(fields) > 0 {
			logged = w.log.add(graph.Changed, a.ID, a.cause, fields)
		}
	}
	w.later(func() error {
		row[actorPosition] = int64(0)
		if logged != nil {
			row[actorPosition] = int64(logged.Sequence)
		} else if a.old != nil {
			row[actorPosition] = a.old[actorPosition]
		}
		put(a.old == nil, &w.tables.actor, &w.tables.actorChanged, row)
		if a.old != nil && a.old[actorName] == row[actorName] && a.old[actorAliases] == row[actorAliases] {
			return nil
		}
		return w.nameActor(row[0].(int64), a)
	})
}

// nameActor makes an actor findable by its names, and no longer by those it had.
func (w *writing) nameActor(key int64, a *actorChange) error {
	if a.old != nil {
		for _, text := range []string{
			"DELETE FROM actor_text WHERE rowid IN (SELECT row FROM actor_name WHERE actor = ?)",
			"DELETE FROM actor_name WHERE actor = ?",
		} {
			if _, err := w.conn.exec(w.ctx, text, key); err != nil {
				return err
			}
		}
	}
	for i, name := range append([]string{a.Name}, a.Aliases...) {
		fold, number := graph.Fold(name), take(&w.tables.nextName)
		w.tables.actorName.add(number, key, fold, flag(i > 0))
		w.tables.actorText.add(number, fold)
	}
	return nil
}

// moveCounts writes what the ledger has added up, and gives the actors whose counts moved.
func (w *writing) moveCounts() ([]graph.ID, error) {
	b := bulk{
		start: insertInto + "counted (actor, property, value, count) VALUES ",
		end:   " ON CONFLICT DO UPDATE SET count = count + excluded.count",
	}
	var actors []graph.ID
	var fewer [][]any
	for _, c := range w.ledger.Take() {
		key, ok := keyOf(c.Actor)
		if !ok {
			continue // a state's id is given by whoever made the place
		}
		actors = append(actors, c.Actor)
		row := []any{key, string(c.Property), c.Value, int64(c.Count)}
		b.rows = append(b.rows, row)
		if c.Count < 0 {
			fewer = append(fewer, row)
		}
	}
	// Rows of an actor stay together, in the order of the table.
	slices.SortStableFunc(b.rows, func(x, y []any) int { return cmp.Compare(x[0].(int64), y[0].(int64)) })
	if err := b.run(w.ctx, w.conn); err != nil {
		return nil, err
	}
	for _, row := range fewer {
		if _, err := w.conn.exec(w.ctx, "DELETE FROM counted WHERE actor = ? AND property = ? AND value = ? AND count <= 0", row[:3]...); err != nil {
			return nil, err
		}
	}
	return slices.Compact(actors), nil
}

// counted reads the counted values of actors. Of the days on which an actor was seen, of
// which there may be thousands, it reads the first and the last.
func (w *writing) counted(ids []graph.ID) (map[graph.ID][]graph.Counted, error) {
	of, keys := map[int64]graph.ID{}, []int64{}
	for _, id := range ids {
		if key, ok := keyOf(id); ok {
			of[key] = id
			keys = append(keys, key)
		}
	}
	rows := map[graph.ID][]graph.Counted{}
	if len(keys) == 0 {
		return rows, nil
	}
	return rows, w.conn.query(w.ctx, func(row []any) error {
		if row[2] == nil {
			return nil // never seen
		}
		id := of[row[0].(int64)]
		rows[id] = append(rows[id], graph.Counted{Property: graph.Tallied(row[1].(string)), Value: row[2].(string), Count: int(row[3].(int64))})
		return nil
	}, `SELECT k.value, c.property, c.value, c.count FROM json_each(?1) AS k CROSS JOIN counted AS c
			ON c.actor = k.value AND c.property IN ('country', 'events', 'facts', 'kind', 'label', 'mentions', 'name', 'parent', 'sector')
		UNION ALL SELECT k.value, 'seen', (SELECT min(value) FROM counted WHERE actor = k.value AND property = 'seen'), 1 FROM json_each(?1) AS k
		UNION ALL SELECT k.value, 'seen', (SELECT max(value) FROM counted WHERE actor = k.value AND property = 'seen'), 1 FROM json_each(?1) AS k`,
		encode(keys))
}

// countCodes reads how many actors and places have the code of each state.
func (w *writing) countCodes(changes []*actorChange) error {
	of, keys := map[int64]*actorChange{}, []int64{}
	for _, a := range changes {
		key, _ := keyOf(a.ID)
		of[key] = a
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil
	}
	return w.conn.query(w.ctx, func(row []any) error {
		of[row[0].(int64)].codes = int(row[1].(int64))
		return nil
	}, `SELECT c.actor, c.count FROM json_each(?) AS k CROSS JOIN counted AS c
		ON c.actor = k.value AND c.property = 'codes' AND c.value = ''`, encode(keys))
}
