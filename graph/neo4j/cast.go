package neo4j

import (
	"github.com/actorgraph/actorgraph/graph"
)

// meet takes what a result says of its actors and places; what is said last stands.
func (w *writing) meet(x *graph.Extraction) {
	for i := range x.Actors {
		r := x.Actors[i]
		old := w.known.actors[r.ID]
		switch {
		case old == nil:
			w.known.actors[r.ID] = &knownActor{record: r}
		case sameRecord(old.record, r):
			continue
		default:
			old.record = r
		}
		w.rows++
		w.ledger.Touch(r.ID, x.Article.ID)
	}
	for i := range x.Places {
		p := x.Places[i]
		if old := w.known.places[p.ID]; old != nil && old.Place == p {
			continue
		}
		w.rows++
		w.touchPlace(p.ID, x.Article.ID).Place = p
	}
}

// sameRecord compares records. The loader's entries are the same ones again and again.
func sameRecord(a, b graph.ActorRecord) bool {
	if a.Named != b.Named || (a.Register == nil) != (b.Register == nil) {
		return false
	}
	return a.Register == b.Register || encode(a.Register) == encode(b.Register)
}

// placeChange is a place that a write may change.
type placeChange struct {
	before *placeNode // nil if new
	*placeNode
	cause graph.ID
}

// touchPlace gives a place to be changed. The place is known, or about to be.
func (w *writing) touchPlace(id, cause graph.ID) *placeChange {
	p := w.places[id]
	if p == nil {
		p = &placeChange{placeNode: &placeNode{}}
		if old := w.known.places[id]; old != nil {
			p.before = old
			node := *old
			p.placeNode = &node
		}
		w.places[id] = p
		w.known.places[id] = p.placeNode
	}
	p.cause = cause
	return p
}

// placeFacts is how many more facts lead to a place than before.
type placeFacts struct {
	by    int
	cause graph.ID
}

// leadToPlaces counts the facts that lead to places. Ids of other classes are left out.
func (w *writing) leadToPlaces(ids []graph.ID, by int, cause graph.ID) {
	for _, id := range ids {
		if id.Class() == graph.ClassPlace {
			w.placeFacts[id] = placeFacts{w.placeFacts[id].by + by, cause}
		}
	}
}

var (
	placesAroundText = statement("places_around")
	placesOpenText   = statement("places_open")
	placesWriteText  = statement("places_write")
)

// settlePlaces opens the places that a fact leads to, or to a place within them, and closes
// the others. Those around a changed one, as it was and as it is, are settled with it.
func (w *writing) settlePlaces() error {
	led := sortedKeys(w.placeFacts)
	if err := w.loadPlaces(led); err != nil {
		return err
	}
	for _, id := range led {
		w.touchPlace(id, w.placeFacts[id].cause).facts += w.placeFacts[id].by
	}
	if len(w.places) == 0 {
		return nil
	}
	if err := w.touchAround(); err != nil {
		return err
	}
	var rows, within []any
	for _, id := range sortedKeys(w.places) {
		p := w.places[id]
		rows = append(rows, map[string]any{"id": string(id), "facts": int64(p.facts)})
		if p.WithinID != "" {
			within = append(within, edgeRow("WITHIN", id, p.WithinID, props{}))
		}
	}
	if err := w.execRows(placesWriteText, rows); err != nil {
		return err
	}
	if err := w.execRows(edgeWriteText, within); err != nil {
		return err
	}
	if err := w.touchAround(); err != nil {
		return err
	}
	err := w.each(placesOpenText, map[string]any{"ids": idList(sortedKeys(w.places))}, func(r *row) error {
		w.places[r.id("id")].open = r.flag("open")
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range sortedKeys(w.places) {
		w.settlePlace(w.places[id])
	}
	return nil
}

// touchAround makes sure that the places around the touched ones, as the database has them
// now, are settled too.
func (w *writing) touchAround() error {
	touched := sortedKeys(w.places)
	var around []graph.ID
	err := w.each(placesAroundText, map[string]any{"ids": idList(touched)}, func(r *row) error {
		around = append(around, r.id("id"))
		return nil
	})
	if err != nil {
		return err
	}
	around = without(around, w.places)
	if err := w.loadPlaces(around); err != nil {
		return err
	}
	for _, id := range around {
		w.touchPlace(id, w.places[touched[0]].cause)
	}
	return nil
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
	case p.before != nil && *p.before == *p.placeNode:
		return // only looked at
	}
	w.later = append(w.later, func() {
		if logged != nil {
			p.position = logged.Sequence
		}
		w.saves.node(encodePlace(p.placeNode), p.labels())
	})
}
