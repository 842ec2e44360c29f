package graph

import "slices"

// slot is one key of the answer in one dimension.
type slot struct {
	Key
	filter Filter
	number int32 // noSlot for an empty interval
}

// noSlot is the number of what has no slot.
const noSlot int32 = -1

// axis are the keys of the answer in one dimension.
type axis struct {
	slots []slot  // in order
	of    []int32 // by the number of a key: the number of its slot, noSlot if it is dropped
	lost  bool    // some key was dropped
	wide  bool    // there are more empty intervals than fit into an answer
}

// Buckets makes the answer. labels give, for each dimension, the keys that Kept named their
// labels; a key without one is shown as it is.
func (c *Counting) Buckets(labels ...map[string]Label) Buckets {
	var axes [2]axis
	out := Buckets{}
	zeros, wide := false, false
	for i := range axes {
		if i >= len(c.a.By) {
			axes[i] = axis{slots: make([]slot, 1), of: []int32{0}} // one key for everything
			continue
		}
		var names map[string]Label
		if i < len(labels) {
			names = labels[i]
		}
		axes[i] = c.axis(i, names)
		out.Truncated = out.Truncated || axes[i].lost
		zeros, wide = zeros || c.a.By[i].Zeros, wide || axes[i].wide
	}
	counts := c.count(axes)
	out.Total = c.total()
	if zeros && (wide || len(axes[0].slots)*len(axes[1].slots) > MaxBuckets) {
		zeros, out.Truncated = false, true
	}
	matching := c.a.Matching()
	for _, row := range axes[0].slots {
		for _, column := range axes[1].slots {
			n, ok := counts[[2]int32{row.number, column.number}]
			if !ok && !zeros && len(c.a.By) > 0 {
				continue
			}
			if len(out.Buckets) == MaxBuckets {
				out.Truncated = true
				return out
			}
			b := Bucket{Keys: []Key{}, Totals: n, Where: conjunction(matching, row.filter, column.filter)}
			for i := range c.a.By {
				b.Keys = append(b.Keys, []Key{row.Key, column.Key}[i])
			}
			out.Buckets = append(out.Buckets, b)
		}
	}
	return out
}

// axis chooses the keys of a dimension.
func (c *Counting) axis(i int, names map[string]Label) axis {
	by := c.a.By[i]
	kept, others, empty := c.kept(i)
	x := axis{of: make([]int32, len(c.values[i]))}
	for n := range x.of {
		x.of[n] = noSlot
	}
	number := int32(0)
	add := func(k Key, f Filter) int32 {
		x.slots = append(x.slots, slot{k, f, number})
		number++
		return number - 1
	}
	values := []string{""} // which is not of the rest either
	for _, n := range kept {
		label, ok := names[c.values[i][n]]
		if !ok {
			label = Label{Value: c.values[i][n]}
		}
		x.of[n] = add(by.key(label), by.keyFilter(c.a.Class, label.Value))
		values = append(values, label.Value)
	}
	if by.Zeros && by.Dimension.Calendar() {
		x.fill(by, c.a.Class)
	}
	if empty {
		x.of[0] = add(by.key(Label{}), by.keyFilter(c.a.Class, ""))
	}
	switch {
	case others && by.Rest:
		rest := add(Key{Value: RestValue, Rest: true}, &Keyed{Dimension: by.Dimension, Interval: by.Interval, NotIn: values})
		for n := range x.of {
			if n > 0 && x.of[n] == noSlot {
				x.of[n] = rest
			}
		}
	case others:
		x.lost = true
	}
	return x
}

// fill adds the intervals between the kept ones that nothing lies in. There may be millions of
// days between two: then none is added.
func (x *axis) fill(by By, class Class) {
	var filled []slot
	for i, s := range x.slots {
		if i > 0 {
			for name := by.Interval.next(x.slots[i-1].Value); name != "" && name != s.Value; name = by.Interval.next(name) {
				filled = append(filled, slot{by.key(Label{Value: name}), by.keyFilter(class, name), noSlot})
				if len(filled) > MaxBuckets {
					x.wide = true
					return
				}
			}
		}
		filled = append(filled, s)
	}
	x.slots = filled
}

// count counts the nodes of each pair of slots that has any.
func (c *Counting) count(axes [2]axis) map[[2]int32]Totals {
	index := map[[2]int32]uint32{}
	var totals []Totals
	var buckets []uint32 // of all cells, one after another
	ends := make([]int, len(c.cells))
	var first, second []int32
	for i := range c.cells {
		cell := &c.cells[i]
		first, second = axes[0].slotsOf(c, cell.keys[0], first), axes[1].slotsOf(c, cell.keys[1], second)
		for _, a := range first {
			for _, b := range second {
				n, ok := index[[2]int32{a, b}]
				if !ok {
					n = uint32(len(totals))
					index[[2]int32{a, b}] = n
					totals = append(totals, Totals{})
				}
				totals[n].add(c.a.Class, cell)
				if c.a.Distinct {
					buckets = append(buckets, n)
				}
			}
		}
		ends[i] = len(buckets)
	}
	of := func(cell uint32) []uint32 {
		if cell == 0 {
			return buckets[:ends[0]]
		}
		return buckets[ends[cell-1]:ends[cell]]
	}
	for i, links := range c.links {
		for b, n := range countDistinct(links, of, len(totals)) {
			*totals[b].links(i) += n
		}
	}
	out := make(map[[2]int32]Totals, len(index))
	for at, n := range index {
		out[at] = totals[n]
	}
	return out
}

// countDistinct counts what is linked to the cells of each of so many buckets, each once. It sorts nothing:
// it puts the links together by bucket, and marks what it has met in the bucket at hand.
func countDistinct(links []uint64, of func(cell uint32) []uint32, buckets int) []int {
	ends, most := make([]int, buckets+1), uint32(0)
	for _, l := range links {
		most = max(most, uint32(l))
		for _, b := range of(uint32(l >> 32)) {
			ends[b+1]++
		}
	}
	for b := range buckets {
		ends[b+1] += ends[b]
	}
	linked := make([]uint32, ends[buckets])
	for _, l := range links {
		for _, b := range of(uint32(l >> 32)) {
			linked[ends[b]] = uint32(l)
			ends[b]++ // where the next bucket begins, in the end
		}
	}
	out, met, start := make([]int, buckets), make([]uint32, int(most)+1), 0
	for b := range buckets {
		for _, n := range linked[start:ends[b]] {
			if met[n] != uint32(b)+1 {
				met[n] = uint32(b) + 1
				out[b]++
			}
		}
		start = ends[b]
	}
	return out
}

// slotsOf are the slots of a cell's keys, each once; it writes over out.
func (x *axis) slotsOf(c *Counting, keys keySet, out []int32) []int32 {
	out = out[:0]
	var one [1]uint32
	for _, n := range c.of(keys, &one) {
		if s := x.of[n]; s != noSlot && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func (t *Totals) add(class Class, c *cell) {
	if class == ClassArticle {
		t.Articles += c.nodes
		return
	}
	t.Events += c.nodes
	t.Score += c.score
}

// links is the count of what Counting.links[i] holds.
func (t *Totals) links(i int) *int { return []*int{&t.Articles, &t.Sources}[i] }

// total counts every node once.
func (c *Counting) total() Totals {
	var t Totals
	for i := range c.cells {
		t.add(c.a.Class, &c.cells[i])
	}
	for i, links := range c.links {
		one := []uint32{0}
		*t.links(i) += countDistinct(links, func(uint32) []uint32 { return one }, 1)[0]
	}
	return t
}
