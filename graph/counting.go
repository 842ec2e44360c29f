package graph

import (
	"cmp"
	"slices"
)

// Counting adds up what a store selects for an Aggregation and makes the Buckets of it: which
// keys are kept, what is the rest, in which order, with which zeros and filters. So stores
// differ only in how they come by the rows. Add every row, give the keys that Kept names their
// labels, and take the Buckets.
//
// A row is some nodes that have the same keys in every dimension; each node is in one row. Keys
// are numbered by Number, articles and origins by the store, from 0 on. A Counting is used by
// one goroutine.
type Counting struct {
	a       Aggregation
	numbers []map[string]uint32 // of keys, by dimension
	values  [][]string          // by dimension and number; 0 is ""
	cells   []cell
	simple  map[[2]uint32]uint32 // cells of one key in each dimension
	sets    []uint32             // keys of the other cells
	links   [2][]uint64          // articles and origins of cells: the number of the cell, then that of what it has
}

// cell is what has the same keys. Where a dimension has several, they are in sets.
type cell struct {
	nodes int
	score int64
	keys  [2]keySet
}

// keySet is a slice of Counting.sets or, if its length is 1, a number.
type keySet struct{ at, length uint32 }

// Row is one row of an Aggregation.
type Row struct {
	Keys     [2][]uint32 // of each dimension, by Number; none stands for the key ""
	Nodes    int
	Score    int64
	Articles []uint32 // if Aggregation.Distinct: those of the open evidence of the nodes; repeats are fine
	Origins  []uint32 // if Aggregation.Distinct: OriginsOf the nodes; repeats are fine
}

// NewCounting starts from nothing. a is valid.
func NewCounting(a Aggregation) *Counting {
	c := &Counting{a: a, simple: map[[2]uint32]uint32{}}
	for range a.By {
		c.numbers = append(c.numbers, map[string]uint32{"": 0})
		c.values = append(c.values, []string{""})
	}
	return c
}

// Number is the number of a key in the dimension By[i].
func (c *Counting) Number(i int, value string) uint32 {
	n, ok := c.numbers[i][value]
	if !ok {
		n = uint32(len(c.values[i]))
		c.numbers[i][value] = n
		c.values[i] = append(c.values[i], value)
	}
	return n
}

// Add adds a row. It keeps nothing of it.
func (c *Counting) Add(r Row) {
	at := c.cell(&r)
	c.cells[at].nodes += r.Nodes
	c.cells[at].score += r.Score
	for i, numbers := range [][]uint32{r.Articles, r.Origins} {
		for _, n := range numbers {
			c.links[i] = append(c.links[i], uint64(at)<<32|uint64(n))
		}
	}
}

// cell finds or makes the cell of a row's keys.
func (c *Counting) cell(r *Row) uint32 {
	at, simple := uint32(len(c.cells)), len(r.Keys[0]) <= 1 && len(r.Keys[1]) <= 1
	if simple {
		var keys [2]uint32
		for i, k := range r.Keys {
			if len(k) == 1 {
				keys[i] = k[0]
			}
		}
		known, ok := c.simple[keys]
		if ok {
			return known
		}
		c.simple[keys] = at
		c.cells = append(c.cells, cell{keys: [2]keySet{{keys[0], 1}, {keys[1], 1}}})
		return at
	}
	next := cell{}
	for i, k := range r.Keys {
		switch len(k) {
		case 0:
			next.keys[i] = keySet{0, 1}
		case 1:
			next.keys[i] = keySet{k[0], 1}
		default:
			start := len(c.sets)
			for _, n := range k {
				if !slices.Contains(c.sets[start:], n) {
					c.sets = append(c.sets, n)
				}
			}
			next.keys[i] = keySet{uint32(start), uint32(len(c.sets) - start)}
			if len(c.sets) == start+1 {
				next.keys[i] = keySet{c.sets[start], 1}
			}
		}
	}
	c.cells = append(c.cells, next)
	return at
}

// of are the numbers of a set.
func (c *Counting) of(s keySet, one *[1]uint32) []uint32 {
	if s.length == 1 {
		one[0] = s.at
		return one[:]
	}
	return c.sets[s.at : s.at+s.length]
}

// kept are the numbers of the keys that are kept in a dimension, in order, and whether there are
// others and whether there is the key "".
func (c *Counting) kept(i int) (kept []uint32, others, empty bool) {
	nodes := make([]int, len(c.values[i]))
	var one [1]uint32
	for j := range c.cells {
		for _, n := range c.of(c.cells[j].keys[i], &one) {
			nodes[n] += c.cells[j].nodes
		}
	}
	for n, count := range nodes {
		if n > 0 && count > 0 {
			kept = append(kept, uint32(n))
		}
	}
	by, values := c.a.By[i], c.values[i]
	if by.Dimension.Calendar() {
		slices.SortFunc(kept, func(a, b uint32) int { return cmp.Compare(values[a], values[b]) })
		if late := len(kept) - by.First; late > 0 {
			kept, others = kept[late:], true
		}
		return kept, others, nodes[0] > 0
	}
	slices.SortFunc(kept, func(a, b uint32) int {
		return cmp.Or(-cmp.Compare(nodes[a], nodes[b]), cmp.Compare(values[a], values[b]))
	})
	if len(kept) > by.First {
		kept, others = kept[:by.First], true
	}
	return kept, others, nodes[0] > 0
}

// Kept are the keys that will be kept in the dimension By[i], in order, without "" and the rest.
func (c *Counting) Kept(i int) []string {
	kept, _, _ := c.kept(i)
	out := make([]string, len(kept))
	for j, n := range kept {
		out[j] = c.values[i][n]
	}
	return out
}

// Label is how a key is shown.
type Label struct {
	Value string // Key.Value; it may be another than the one counted by, if that sorts as this does
	Text  string // Key.Label; "" for Value
}

// key describes a key.
func (by By) key(label Label) Key {
	k := Key{Value: label.Value, Label: cmp.Or(label.Text, label.Value)}
	switch {
	case by.Dimension.Actors():
		k.Actor = ID(k.Value)
	case by.Dimension == DimPlace:
		k.Place = ID(k.Value)
	case by.Dimension.Calendar() && k.Value != "":
		k.Start, k.End, _ = by.Interval.Days(k.Value)
	}
	return k
}
