package neo4j

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// aggregating is a graph.Counting that takes the rows of a statement.
type aggregating struct {
	*graph.Counting
	a     graph.Aggregation
	days  [2]map[int64]uint32  // the numbers of keys that are intervals, by their first day
	names [2]map[string]uint32 // the numbers of articles and origins
	told  [2]map[uint64]uint32 // the same where they are packed
	parts [2]map[string]uint32 // the numbers of actors, by what a packed text has of an id
	row   graph.Row
}

func newAggregating(a graph.Aggregation) *aggregating {
	c := &aggregating{Counting: graph.NewCounting(a), a: a}
	for i := range 2 {
		c.days[i], c.names[i], c.told[i], c.parts[i] = map[int64]uint32{}, map[string]uint32{}, map[uint64]uint32{}, map[string]uint32{}
	}
	return c
}

func (c *aggregating) add(r *row) error {
	values := r.Values // in the order of the statement: a look-up by name costs more than all else
	many, told := len(values) == columnsOfMany, len(values) == columnsOfTold
	if many {
		return c.addMany(r)
	}
	for i := range c.a.By {
		c.row.Keys[i] = c.keys(i, values[i], c.row.Keys[i][:0])
	}
	c.row.Nodes = int(r.number(2))
	c.row.Score = r.number(3)
	if c.a.Distinct && told {
		c.row.Articles = c.numbers(0, values[4], c.row.Articles[:0])
		c.row.Origins = c.numbers(1, values[5], c.row.Origins[:0])
	}
	c.Add(c.row)
	return nil
}

// A row of many nodes has so many columns, and one of nodes that belong together with who tells of them.
const columnsOfMany, columnsOfTold = 3, 6

// addMany adds nodes with the same score.
func (c *aggregating) addMany(r *row) error {
	c.row.Nodes, c.row.Score = 1, r.number(1)
	for _, node := range r.list(2) {
		keys, _ := node.([]any)
		for i := range c.a.By {
			c.row.Keys[i] = c.keys(i, keys[i], c.row.Keys[i][:0])
		}
		c.Add(c.row)
	}
	return nil
}

// keys adds the numbers of a key, or of the keys in a list.
func (c *aggregating) keys(i int, value any, out []uint32) []uint32 {
	switch v := value.(type) {
	case string:
		if roles := rolesOf[c.a.By[i].Dimension]; roles != 0 {
			return c.actors(i, v, roles, out)
		}
		if v != "" {
			out = append(out, c.Number(i, v))
		}
	case int64:
		n, ok := c.days[i][v]
		if !ok {
			name := c.a.By[i].Interval.Of(graph.Date(v))
			if weeksOf(c.a, i) {
				name = c.a.By[i].Interval.Holding(&graph.Period{Start: graph.Date(v / afterStart), End: graph.Date(v % afterStart)})
			}
			n = c.Number(i, name)
			c.days[i][v] = n
		}
		out = append(out, n)
	case []any:
		for _, one := range v {
			out = c.keys(i, one, out)
		}
	}
	return out
}

// actors adds the numbers of the packed actors that have some of the roles.
func (c *aggregating) actors(i int, packed string, roles int64, out []uint32) []uint32 {
	eachPacked(packed, func(part string, its int64) {
		if its&roles == 0 {
			return
		}
		n, ok := c.parts[i][part]
		if !ok {
			n = c.Number(i, string(actorOf(part)))
			c.parts[i][strings.Clone(part)] = n // of the driver's text it is a little
		}
		out = append(out, n)
	})
	return out
}

// numbers adds the numbers of the names in a list, or of what is packed.
func (c *aggregating) numbers(i int, value any, out []uint32) []uint32 {
	eachTold(value, func(key uint64, _ int) {
		n, ok := c.told[i][key]
		if !ok {
			n = uint32(len(c.told[i]))
			c.told[i][key] = n
		}
		out = append(out, n)
	})
	list, _ := value.([]any)
	for _, v := range list {
		name, _ := v.(string)
		n, ok := c.names[i][name]
		if !ok {
			n = uint32(len(c.names[i]))
			c.names[i][name] = n
		}
		out = append(out, n)
	}
	return out
}
