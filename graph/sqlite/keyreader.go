package sqlite

import (
	"context"
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// keyReader reads the sets of keys in one dimension of a count as the numbers that its
// graph.Counting gives them. What it read is good until it reads the next.
type keyReader struct {
	by      graph.By
	class   graph.Class
	number  func(value string) uint32
	sets    map[any][]uint32 // the keys of the sets seen so far
	out     []uint32
	cast    []member
	numbers map[int64]uint32 // of ids, by their keys

	// of dimensions of participants
	roles     int64              // those of whom the keys are
	attribute string             // the column of the table actor that has them; "" where they are the actors themselves
	of        map[int64][]uint32 // the keys of each actor
	all       bool               // of holds those of all actors
}

func (g *counting) newKeyReader(i int) keyReader {
	by := g.By[i]
	k := keyReader{
		by: by, class: g.Class, number: func(value string) uint32 { return g.Number(i, value) },
		sets: map[any][]uint32{}, numbers: map[int64]uint32{}, of: map[int64][]uint32{},
	}
	switch by.Dimension.Link() {
	case graph.LinkActor:
		k.roles = isSource | isTarget
	case graph.LinkSource:
		k.roles = isSource
	case graph.LinkTarget:
		k.roles = isTarget
	}
	switch by.Dimension {
	case graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry:
		k.attribute = "country"
	case graph.DimSourceKind, graph.DimTargetKind:
		k.attribute = "kinds"
	case graph.DimSourceSector, graph.DimTargetSector:
		k.attribute = "sectors"
	}
	return k
}

// read are the numbers of the keys that a set holds.
func (k *keyReader) read(set any) []uint32 {
	switch {
	case k.roles != 0:
		return k.ofCast(set)
	case k.by.Dimension == graph.DimSpeaker || k.by.Dimension == graph.DimPlace:
		k.out = k.out[:0]
		list, _ := set.(string)
		for key := range strings.SplitSeq(list, ",") {
			if n, err := strconv.ParseInt(key, 10, 64); err == nil {
				k.out = append(k.out, k.id(n))
			}
		}
		return k.out
	}
	if known, ok := k.sets[set]; ok {
		return known
	}
	var numbers []uint32
	for _, key := range keysOfSet(k.class, k.by, set) {
		if key != "" {
			numbers = append(numbers, k.number(key))
		}
	}
	k.sets[set] = numbers
	return numbers
}

// ofCast are the numbers of the keys that participants have.
func (k *keyReader) ofCast(set any) []uint32 {
	k.out = k.out[:0]
	k.cast = unpackActors(set, k.cast)
	for _, p := range k.cast {
		switch {
		case p.Roles&k.roles == 0:
		case k.attribute == "":
			k.out = append(k.out, k.id(p.Actor))
		default:
			k.out = append(k.out, k.of[p.Actor]...)
		}
	}
	return k.out
}

// id is the number of an id.
func (k *keyReader) id(key int64) uint32 {
	n, ok := k.numbers[key]
	if !ok {
		n = k.number(sortable(key))
		k.numbers[key] = n
	}
	return n
}

// manyActors is of how many actors it pays to read all there are.
const manyActors = 1000

// ask asks what is not known yet of the participants in a column of some rows.
func (k *keyReader) ask(ctx context.Context, c *conn, column int, rows [][]any) error {
	if k.attribute == "" || k.all {
		return nil
	}
	var unknown []int64
	for _, row := range rows {
		k.cast = unpackActors(row[column], k.cast)
		for _, p := range k.cast {
			if p.Roles&k.roles == 0 {
				continue
			}
			if _, ok := k.of[p.Actor]; !ok {
				k.of[p.Actor] = nil
				unknown = append(unknown, p.Actor)
			}
		}
	}
	text := build("SELECT n.key, n.{} FROM json_each(?) AS k CROSS JOIN actor AS n ON n.key = k.value WHERE n.open = 1", k.attribute, encode(unknown))
	switch {
	case len(unknown) == 0:
		return nil
	case len(unknown) >= manyActors:
		k.all = true
		text = build("SELECT key, {} FROM actor WHERE open = 1", k.attribute)
		if k.attribute == "country" {
			text = fragment{text: "SELECT key, country FROM actor INDEXED BY actor_country WHERE open = 1"}
		}
	}
	row := make([]any, 2)
	return c.queryInto(ctx, row, allOf(row), func() error {
		actor, value := row[0].(int64), row[1]
		known, ok := k.sets[value]
		if !ok {
			for _, key := range keysOfSet(k.class, k.by, value) {
				if key != "" {
					known = append(known, k.number(key))
				}
			}
			k.sets[value] = known
		}
		k.of[actor] = known
		return nil
	}, text.text, text.args...)
}

// keysOfSet reads the keys of a set that dimension.keySet selects, but for ids.
func keysOfSet(class graph.Class, by graph.By, set any) []string {
	if by.Dimension == graph.DimTime {
		n := set.(int64)
		if class == graph.ClassArticle {
			return []string{by.Interval.Of(graph.Date(n))}
		}
		const after = 100_000_000
		return []string{by.Interval.Holding(&graph.Period{Start: graph.Date(n / after), End: graph.Date(n % after)})}
	}
	list, _ := set.(string)
	switch by.Dimension {
	case graph.DimPublished:
		var names []string
		for day := range strings.SplitSeq(list, ",") {
			n, _ := strconv.Atoi(day) // "" is the unknown day
			names = append(names, by.Interval.Of(graph.Date(n)))
		}
		return names
	case graph.DimMode, graph.DimContext, graph.DimSourceKind, graph.DimTargetKind, graph.DimSourceSector, graph.DimTargetSector:
		// A JSON list of values of a closed set: ["A","B"]
		return strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(`[]",`, r) })
	case graph.DimPublisher, graph.DimPlaceCountry:
		return strings.Split(list, ",") // folds and codes have no comma
	}
	return []string{list}
}

// sortable writes a key so that it sorts as the id does.
func sortable(key int64) string {
	return string(binary.BigEndian.AppendUint64(nil, uint64(key)))
}

// labels are the ids and names of keys.
func (c *conn) labels(ctx context.Context, d graph.Dimension, keys []string) (map[string]graph.Label, error) {
	out := map[string]graph.Label{}
	var text fragment
	var numbers []int64
	table := "actor"
	switch {
	case d == graph.DimPublisher:
		text = build("SELECT publisher_fold, publisher_fold, min(publisher) FROM article WHERE open = 1 AND {} GROUP BY publisher_fold", in("publisher_fold", keys))
	case d.Countries():
		code := map[string]string{}
		for _, k := range keys {
			id := graph.CountryID(k)
			code[string(id)] = k
			key, _ := keyOf(id)
			numbers = append(numbers, key)
		}
		err := c.query(ctx, func(row []any) error {
			if k, ok := code[row[0].(string)]; ok {
				out[k] = graph.Label{Value: k, Text: row[1].(string)}
			}
			return nil
		}, "SELECT id, name FROM actor WHERE open = 1 AND key IN (SELECT value FROM json_each(?))", encode(numbers))
		return out, err
	case d == graph.DimPlace, d.Actors():
		if d == graph.DimPlace {
			table = "place"
		}
		for _, k := range keys {
			numbers = append(numbers, int64(binary.BigEndian.Uint64([]byte(k))))
		}
		text = build("SELECT key, id, name FROM "+table+" WHERE {}", in("key", numbers))
	default:
		return nil, nil
	}
	err := c.query(ctx, func(row []any) error {
		label := graph.Label{Value: row[1].(string), Text: row[2].(string)}
		if key, ok := row[0].(int64); ok {
			out[sortable(key)] = label
		} else {
			out[row[0].(string)] = label
		}
		return nil
	}, text.text, text.args...)
	return out, err
}
