package sqlite

import (
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// meet takes what a result says of its actors and places; what is said last stands.
func (w *writing) meet(x *graph.Extraction) {
	for i := range x.Actors {
		r := &x.Actors[i]
		// The loader's register gives the same entry with article after article.
		if last := w.known.said[r.ID]; last != nil && last.Named == r.Named && last.Register == r.Register {
			continue
		}
		w.known.said[r.ID] = r
		row := encodeActorRecord(r)
		if old := w.known.records[r.ID]; old != nil && equalRows(old, row) {
			continue
		}
		w.rows++
		w.known.records[r.ID] = row
		w.records[r.ID] = row
		w.ledger.Touch(r.ID, x.Article.ID)
	}
	for i := range x.Places {
		p := x.Places[i]
		old := w.known.places[p.ID]
		if old != nil && old.Place == p {
			continue
		}
		w.rows++
		w.touchPlace(p.ID, x.Article.ID).Place = p
	}
}

// placeChange is a place that a write may change.
type placeChange struct {
	before *placeRow // nil if new
	*placeRow
	cause graph.ID
}

// touchPlace gives a place to be changed. The place is known, or about to be.
func (w *writing) touchPlace(id, cause graph.ID) *placeChange {
	p := w.places[id]
	if p == nil {
		p = &placeChange{placeRow: &placeRow{}}
		if old := w.known.places[id]; old != nil {
			p.before = old
			row := *old
			p.placeRow = &row
		}
		w.places[id] = p
		w.known.places[id] = p.placeRow
	}
	p.cause = cause
	return p
}

// settlePlaces opens the places that a fact leads to, or to a place within them, and closes
// the others.
func (w *writing) settlePlaces() error {
	if err := w.loadAround(); err != nil {
		return err
	}
	fewer := w.fewerPlaces()
	for _, id := range sortedKeys(w.places) {
		p := w.places[id]
		if p.before == nil || !p.before.open || fewer {
			open, err := w.hasFacts(id, map[graph.ID]bool{})
			if err != nil {
				return err
			}
			p.open = open
		}
		w.settlePlace(p)
	}
	return nil
}

// fewerPlaces reports whether a place may have to be closed: some place lost its last fact, or lies
// elsewhere now. Seldom, so that the places within a country need not be looked through each time.
func (w *writing) fewerPlaces() bool {
	for _, p := range w.places {
		if p.before != nil && (p.before.facts > 0 && p.facts == 0 || p.before.WithinID != p.WithinID) {
			return true
		}
	}
	return false
}

// loadAround makes sure that the places around a changed one, as it was and as it is, are
// settled with it.
func (w *writing) loadAround() error {
	for next := sortedKeys(w.places); len(next) > 0; {
		var around []graph.ID
		cause := map[graph.ID]graph.ID{}
		for _, id := range next {
			p := w.places[id]
			within := []graph.ID{p.WithinID}
			if p.before != nil {
				within = append(within, p.before.WithinID)
			}
			for _, outer := range within {
				if outer != "" && w.places[outer] == nil && cause[outer] == "" {
					cause[outer] = p.cause
					around = append(around, outer)
				}
			}
		}
		var missing []graph.ID
		for _, id := range around {
			if w.known.places[id] == nil {
				missing = append(missing, id)
			}
		}
		err := w.lookUpIDs(places, missing, func(id graph.ID, _ int64, row []any) error {
			p, err := decodePlace(row)
			w.known.places[id] = p
			return err
		})
		if err != nil {
			return err
		}
		next = nil
		for _, id := range around {
			if w.known.places[id] != nil {
				w.touchPlace(id, cause[id])
				next = append(next, id)
			}
		}
	}
	return nil
}

// hasFacts reports whether a fact leads to a place or to one within it. seen keeps a ring of
// places from being walked for ever.
func (w *writing) hasFacts(id graph.ID, seen map[graph.ID]bool) (bool, error) {
	if seen[id] {
		return false, nil
	}
	seen[id] = true
	p := w.known.places[id]
	if p == nil {
		return false, nil
	}
	if p.facts > 0 {
		return true, nil
	}
	inner, err := w.inner(id)
	if err != nil {
		return false, err
	}
	for _, within := range inner {
		if found, err := w.hasFacts(within, seen); found || err != nil {
			return found, err
		}
	}
	return false, nil
}

// inner are the places directly within one, as they will be after the write.
func (w *writing) inner(id graph.ID) ([]graph.ID, error) {
	key, _ := keyOf(id)
	inner := map[graph.ID]bool{}
	err := w.lookUp(places, "within", []int64{key}, func(_ int64, row []any) error {
		p, err := decodePlace(row)
		if err != nil {
			return err
		}
		if w.known.places[p.ID] == nil {
			w.known.places[p.ID] = p
		}
		inner[p.ID] = true
		return nil
	})
	for other, p := range w.places {
		if p.WithinID == id {
			inner[other] = true
		} else {
			delete(inner, other)
		}
	}
	return slices.Sorted(maps.Keys(inner)), err
}

// settlePlace notes what changes about a place.
func (w *writing) settlePlace(p *placeChange) {
	var before graph.Place
	wasOpen := p.before != nil && p.before.open
	if wasOpen {
		before = p.before.Place
		w.ledger.AddCode(before.CountryID, -1, p.cause)
	}
	if p.open {
		w.ledger.AddCode(p.CountryID, 1, p.cause)
	}
	var logged *change
	switch {
	case p.open && !wasOpen:
		logged = w.log.add(graph.Added, p.ID, p.cause, nil)
	case wasOpen && !p.open:
		logged = w.log.add(graph.Retracted, p.ID, p.cause, nil)
	case p.open && before != p.Place:
		logged = w.log.add(graph.Changed, p.ID, p.cause, graph.ChangedFields(&before, &p.Place))
	case p.before != nil && *p.before == *p.placeRow:
		return // only looked at
	}
	w.later(func() error {
		if logged != nil {
			p.position = logged.Sequence
		}
		return w.savePlace(p)
	})
}

// savePlace writes the row of a place and makes its name findable.
func (w *writing) savePlace(p *placeChange) error {
	if err := w.saveOne(places, nil, encodePlace(p.placeRow)); err != nil {
		return err
	}
	if p.before != nil && p.before.Name == p.Name {
		return nil
	}
	key, _ := keyOf(p.ID)
	if p.before != nil {
		if _, err := w.conn.exec(w.ctx, "DELETE FROM place_text WHERE rowid = (SELECT row FROM place WHERE key = ?)", key); err != nil {
			return err
		}
	}
	_, err := w.conn.exec(w.ctx, "INSERT INTO place_text (rowid, fold) SELECT row, name_fold FROM place WHERE key = ?", key)
	return err
}
