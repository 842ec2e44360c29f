package neo4j

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// tellings are what changes in who tells of the events that are counted together.
type tellings map[graph.MonthlyKey]*telling

// telling says of how many more events articles and origins tell; both by a hash of their names.
type telling struct{ articles, origins map[uint64]int }

// add counts who tells of an event, which its properties say, by times.
func (t tellings) add(e *graph.Event, p props, by int) {
	k := graph.MonthlyKeyOf(e)
	if t[k] == nil {
		t[k] = &telling{map[uint64]int{}, map[uint64]int{}}
	}
	t[k].add(p["articleIds"], p["origins"], by)
}

func (t *telling) add(articles, origins any, by int) {
	for _, l := range []struct {
		names any
		told  map[uint64]int
	}{{articles, t.articles}, {origins, t.origins}} {
		names, _ := l.names.([]any)
		for _, name := range names {
			text, _ := name.(string)
			l.told[tellerKey(text)] += by
		}
	}
}

// tellerKey is a hash of the name of an article or an origin.
func tellerKey(name string) uint64 {
	h := sha256.Sum256([]byte(name))
	return binary.BigEndian.Uint64(h[:])
}

// tellRollups adds to the rows of changes who tells of the events of each kind when they are made.
func (t *transaction) tellRollups(rows []any, changes []graph.Monthly, told tellings) error {
	byKey := map[string]map[string]any{}
	var keys []any
	for i, m := range changes {
		row := rows[i].(map[string]any)
		key := rollupKey(m.MonthlyKey)
		byKey[key] = row
		keys = append(keys, key)
	}
	for some := range slices.Chunk(keys, batch) {
		err := t.each(rollupReadText, map[string]any{"keys": some}, func(r *row) error {
			row := byKey[r.text("key")]
			row["articles"], row["origins"] = r.value("articles"), r.value("origins")
			return nil
		})
		if err != nil {
			return err
		}
	}
	for i, m := range changes {
		row := rows[i].(map[string]any)
		change := cmp.Or(told[m.MonthlyKey], &telling{})
		row["articles"], row["origins"] = moved(row["articles"], change.articles), moved(row["origins"], change.origins)
	}
	return nil
}

// sizeOfTold is that of one packed teller: its hash, and how many events it tells of.
const sizeOfTold = 12

// moved are packed tellers after a change; nil if none is left.
func moved(packed any, change map[uint64]int) any {
	told := maps.Clone(change)
	if told == nil {
		told = map[uint64]int{}
	}
	eachTold(packed, func(key uint64, events int) { told[key] += events })
	var b []byte
	for _, key := range slices.Sorted(maps.Keys(told)) {
		if events := told[key]; events > 0 {
			b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint64(b, key), uint32(events))
		}
	}
	if b == nil {
		return nil
	}
	return b
}

// eachTold unpacks tellers.
func eachTold(packed any, each func(key uint64, events int)) {
	b, _ := packed.([]byte)
	for ; len(b) >= sizeOfTold; b = b[sizeOfTold:] {
		each(binary.BigEndian.Uint64(b), int(binary.BigEndian.Uint32(b[8:])))
	}
}
