package sqlite

import (
	"context"
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Aggregate implements graph.Reader. One statement selects the keys of every node that matches,
// and Go adds them up: SQLite would sort all nodes for each dimension, and once more to count
// what is distinct.
func (s *Store) Aggregate(ctx context.Context, a graph.Aggregation) (graph.Buckets, error) {
	if err := a.Validate(); err != nil {
		return graph.Buckets{}, err
	}
	var out graph.Buckets
	err := s.reading(ctx, "aggregate "+string(a.Class), func(c *conn) error {
		g := newCounting(a)
		if err := g.selecting(ctx, s, c); err != nil {
			return err
		}
		labels := make([]map[string]graph.Label, len(a.By))
		for i, by := range a.By {
			var err error
			if labels[i], err = c.labels(ctx, by.Dimension, g.Kept(i)); err != nil {
				return err
			}
		}
		out = g.Buckets(labels...)
		return nil
	})
	return out, err
}

// counting is one Aggregation on its way.
type counting struct {
	*graph.Counting
	graph.Aggregation
	dimensions        []dimension
	sets              []map[any][]uint32 // by dimension: the keys of the sets seen so far, but for sets of ids
	ids               []map[string]uint32
	articles, origins map[string]uint32
}

func newCounting(a graph.Aggregation) *counting {
	g := &counting{Counting: graph.NewCounting(a), Aggregation: a, articles: map[string]uint32{}, origins: map[string]uint32{}}
	for _, by := range a.By {
		g.dimensions = append(g.dimensions, dimensionOf(a.Class, by.Dimension, by.Interval))
		g.sets = append(g.sets, map[any][]uint32{})
		g.ids = append(g.ids, map[string]uint32{})
	}
	return g
}

// selecting adds every node that matches.
func (g *counting) selecting(ctx context.Context, s *Store, c *conn) error {
	text, err := g.statement(ctx, s, c)
	if err != nil {
		return err
	}
	row, places := make([]any, 5), []int{0, 1, 2, 3, 4}
	var r graph.Row
	return c.queryInto(ctx, row, places, func() error {
		for i := range g.By {
			r.Keys[i] = g.keys(i, row[i], r.Keys[i])
		}
		r.Nodes = int(row[2].(int64))
		r.Score = row[3].(int64)
		r.Articles, r.Origins = r.Articles[:0], r.Origins[:0]
		if told, ok := row[4].(string); ok {
			for pair := range strings.SplitSeq(told, ",") {
				article, origin, _ := strings.Cut(pair, " ")
				r.Articles = append(r.Articles, number(g.articles, article))
				if origin != "0" {
					r.Origins = append(r.Origins, number(g.origins, origin))
				}
			}
		}
		g.Add(r)
		return nil
	}, text.text, text.args...)
}

// statement selects the sets of keys in both dimensions, the number of nodes and their score, and
// in what articles and by what origins they are told.
func (g *counting) statement(ctx context.Context, s *Store, c *conn) (fragment, error) {
	columns := []string{"NULL", "NULL", "1", "0", "NULL"}
	for i, d := range g.dimensions {
		columns[i] = named(d.keySet(), "n", "f", "b").text
	}
	if s.form == graph.FormAuto && g.Monthly() {
		return g.sums(columns)
	}
	from, err := s.matching(ctx, c, g.Class, g.Matching())
	if err != nil {
		return never, err
	}
	if g.Class == graph.ClassEvent {
		columns[3] = "n.score"
		if g.Distinct {
			columns[4] = "(SELECT group_concat(article || ' ' || origin) FROM event_source WHERE event = n.key)"
		}
	}
	return from.selecting(strings.Join(columns, ", ")), nil
}

// drivenForAll is how many times as many nodes as for a page it pays to drive from where all that
// match are read: a walk does not stop at the end of a page.
const drivenForAll = 10

// matched are the rows n of the nodes that a condition finds, each in exactly one of the parts.
type matched []fragment

// matching finds the nodes of a class for which a condition holds, in no order.
func (s *Store) matching(ctx context.Context, c *conn, class graph.Class, where graph.Filter) (matched, error) {
	q := graph.Query{Class: class, Where: where, Order: graph.DefaultOrder(class, "")}
	drive, err := s.chooseOf(ctx, c, q, drivenForAll)
	if err != nil {
		return nil, err
	}
	l, err := findList(q, drive)
	if err != nil {
		return nil, err
	}
	var out matched
	for _, r := range l.parts() {
		where := all(l.where, r.where)
		if w := leading(q.Where); w != nil && w.Property == graph.PropWhen && w.Numbers[1] != 0 {
			where = all(where, build("n.start <= ?", w.Numbers[1])) // follows from all matches; a list's bound is its cursor
		}
		from := l.from
		if r.index != "" && where.text != never.text { // of nothing no index is an index
			from = build("{} INDEXED BY {}", from, r.index)
		}
		out = append(out, build("{} WHERE {}", from, where))
	}
	return out, nil
}

// selecting selects some columns of all.
func (m matched) selecting(columns string) fragment {
	var texts []string
	var args []any
	for _, part := range m {
		texts = append(texts, "SELECT "+columns+" FROM "+part.text)
		args = append(args, part.args...)
	}
	return fragment{strings.Join(texts, " UNION ALL "), args}
}

// keySet selects all keys of a row as one value, which counting.keys reads.
func (d dimension) keySet() string {
	switch {
	case d.set != "":
		return d.set
	case d.key != "":
		return d.key
	}
	return "(SELECT group_concat(DISTINCT " + d.each + ") FROM " + d.from + ")"
}

// keys are the numbers of the keys that a set holds; it writes over out.
func (g *counting) keys(i int, set any, out []uint32) []uint32 {
	by := g.By[i]
	if by.Dimension.Actors() || by.Dimension == graph.DimPlace {
		out = out[:0]
		list, _ := set.(string)
		for key := range strings.SplitSeq(list, ",") {
			if key == "" {
				continue
			}
			n, ok := g.ids[i][key]
			if !ok {
				n = g.Number(i, sortable(key))
				g.ids[i][strings.Clone(key)] = n
			}
			out = append(out, n)
		}
		return out
	}
	if known, ok := g.sets[i][set]; ok {
		return known
	}
	var numbers []uint32
	for _, key := range keysOfSet(g.Class, by, set) {
		if key != "" {
			numbers = append(numbers, g.Number(i, key))
		}
	}
	g.sets[i][set] = numbers
	return numbers
}

// keysOfSet reads the keys of a set that keySet selects, but for ids.
func keysOfSet(class graph.Class, by graph.By, set any) []string {
	switch by.Dimension {
	case graph.DimTime:
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
		// JSON lists of the values of a closed set, one after another: ["A","B"],["C"]
		return strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(`[]",`, r) })
	case graph.DimPublisher, graph.DimPlaceCountry, graph.DimActorCountry, graph.DimSourceCountry, graph.DimTargetCountry:
		return strings.Split(list, ",") // folds and codes have no comma
	}
	return []string{list}
}

// number numbers texts from 0 on.
func number(numbers map[string]uint32, text string) uint32 {
	n, ok := numbers[text]
	if !ok {
		n = uint32(len(numbers))
		numbers[strings.Clone(text)] = n
	}
	return n
}

// sortable writes a key, which is a decimal number, so that it sorts as the id does.
func sortable(key string) string {
	n, _ := strconv.ParseUint(key, 10, 64)
	return string(binary.BigEndian.AppendUint64(nil, n))
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
			out[string(binary.BigEndian.AppendUint64(nil, uint64(key)))] = label
		} else {
			out[row[0].(string)] = label
		}
		return nil
	}, text.text, text.args...)
	return out, err
}
