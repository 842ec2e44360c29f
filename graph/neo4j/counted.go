package neo4j

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	countedMoveText  = statement("counted_move")
	countedDropText  = statement("counted_drop")
	countedReadText  = statement("counted_read")
	countedCodesText = statement("counted_codes")
)

// countedKey names the node of a counted value. Values may be as long as somebody likes, so it
// is a hash.
func countedKey(c graph.ActorCounted) string {
	h := sha256.New()
	for _, part := range []string{string(c.Actor), string(c.Property), c.Value} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:18])
}

// countedDay is the value of a counted day as a number, 0 of all others.
func countedDay(c graph.ActorCounted) int64 {
	if c.Property != graph.TallySeen {
		return 0
	}
	d, err := graph.ParseDate(c.Value)
	if err != nil {
		return 0
	}
	return int64(d)
}

// moveCounts writes what the ledger has added up, and gives the actors whose counts moved.
func (w *writing) moveCounts() ([]graph.ID, error) {
	var actors []graph.ID
	var moved, fewer []any
	for _, c := range w.ledger.Take() {
		actors = append(actors, c.Actor)
		row := map[string]any{
			"key": countedKey(c), "actor": string(c.Actor), "property": string(c.Property), "value": c.Value, "day": countedDay(c), "by": int64(c.Count),
		}
		moved = append(moved, row)
		if c.Count < 0 {
			fewer = append(fewer, row)
		}
	}
	sortRows(moved, "key")
	sortRows(fewer, "key")
	if err := w.execRows(countedMoveText, moved); err != nil {
		return nil, err
	}
	return slices.Compact(actors), w.execRows(countedDropText, fewer)
}

// counted reads the counted values of actors; of the days on which they were seen the first
// and the last.
func (w *writing) counted(ids []graph.ID) (map[graph.ID][]graph.Counted, error) {
	rows := map[graph.ID][]graph.Counted{}
	if len(ids) == 0 {
		return rows, nil
	}
	return rows, w.each(countedReadText, map[string]any{"ids": idList(ids)}, func(r *row) error {
		id := r.id("id")
		rows[id] = append(rows[id], graph.Counted{Property: graph.Tallied(r.text("property")), Value: r.text("value"), Count: int(r.int("count"))})
		return nil
	})
}

// countCodes reads how many actors and places have the code of each state.
func (w *writing) countCodes(changes []*actorChange) error {
	if len(changes) == 0 {
		return nil
	}
	of := map[graph.ID]*actorChange{}
	for _, a := range changes {
		of[a.ID] = a
	}
	return w.each(countedCodesText, map[string]any{"ids": idList(sortedKeys(of))}, func(r *row) error {
		of[r.id("id")].codes = int(r.int("count"))
		return nil
	})
}
