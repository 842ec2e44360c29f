package neo4j

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	countedMoveText  = statement("counted_move")
	countedDropText  = statement("counted_drop")
	countedReadText  = statement("counted_read")
	countedCodesText = statement("counted_codes")
)

// key names the node of a counted value. Values may be as long as somebody likes, so it is
// a hash.
func (e entry) key() string {
	h := sha256.New()
	for _, part := range []string{string(e.actor), string(e.property), e.value} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:18])
}

// day is the value of a counted day as a number, 0 of all others.
func (e entry) day() int64 {
	if e.property != graph.TallySeen {
		return 0
	}
	d, err := graph.ParseDate(e.value)
	if err != nil {
		return 0
	}
	return int64(d)
}

// moveCounts writes what the book has added up, and empties it; who was touched stays.
func (w *writing) moveCounts() error {
	var moved, fewer []any
	for _, e := range slices.Collect(maps.Keys(w.book.moved)) {
		by := w.book.moved[e]
		if by == 0 {
			continue
		}
		row := map[string]any{
			"key": e.key(), "actor": string(e.actor), "property": string(e.property), "value": e.value, "day": e.day(), "by": int64(by),
		}
		moved = append(moved, row)
		if by < 0 {
			fewer = append(fewer, row)
		}
	}
	clear(w.book.moved)
	sortRows(moved, "key")
	sortRows(fewer, "key")
	if err := w.execRows(countedMoveText, moved); err != nil {
		return err
	}
	return w.execRows(countedDropText, fewer)
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
