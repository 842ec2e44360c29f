package perceptron

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
)

// Trainer learns the weights of a model, one mistake at a time. The zero value
// is not usable, see [NewTrainer].
type Trainer struct {
	labels []string
	slots  []slot // open addressing; empty where n is 0
	used   int
	pool   []entry
	pasts  []past // of the entries
	rows   []row  // a buffer of Score
	step   int64
	unit   int64   // what a first step is
	moves  []int32 // see Slow

	// waiting counts the updates of features that have no weights yet: one that
	// was part of few mistakes says little, and there are millions of them.
	waiting []uint8
	enough  uint8
}

// slot finds the entries of one feature in the pool.
type slot struct {
	feature uint32
	at      uint32
	n, room uint16
}

// entry is one weight.
type entry struct {
	weight int32
	label  int32
}

// past is what scores need not know of a weight: how often it was moved, and
// the sum of its moves, each times the step at which it was made, from which
// the average over the steps follows.
type past struct {
	late  int64
	moved uint32
}

// row is where the entries of one feature stand.
type row struct{ at, end uint32 }

// NewTrainer returns a trainer of a model with the labels, of which there may
// be 255. A feature gets weights when it takes part in a mistake for the time
// enough, 1 being the first.
func NewTrainer(labels []string, enough int) *Trainer {
	return &Trainer{labels: labels, slots: make([]slot, 1<<16), waiting: make([]uint8, 1<<24), enough: uint8(enough), unit: 1}
}

// Slow makes the steps of a weight smaller the more often it was moved: the
// n-th is unit divided by the root of n (AdaGrad), so that frequent features
// settle and rare ones still learn. Without it every step is one. It must be
// called before the first update.
func (t *Trainer) Slow(unit int32) {
	t.unit = int64(unit)
	t.moves = make([]int32, 1<<14)
	for n := range t.moves {
		// The root by whole numbers alone, which every processor takes alike.
		square, root := int64(n+1)<<20, int64(1)
		for root*root < square {
			root <<= 1
		}
		for root*root > square {
			root = (root + square/root) / 2
		}
		t.moves[n] = max(int32(divide(int64(unit)<<10, root)), 1)
	}
}

// Labels returns the labels; callers must not change them.
func (t *Trainer) Labels() []string { return t.labels }

// Score sets scores to the sums of the present weights.
func (t *Trainer) Score(features []uint32, scores []int32) {
	clear(scores)
	// All rows are looked for before any is read: so the memory is waited for
	// once and not once a feature.
	t.rows = t.rows[:0]
	for _, f := range features {
		s := t.find(f)
		t.rows = append(t.rows, row{s.at, s.at + uint32(s.n)})
	}
	for _, r := range t.rows {
		for _, e := range t.pool[r.at:r.end] {
			scores[e.label] += e.weight
		}
	}
}

func (t *Trainer) find(f uint32) *slot {
	mask := uint32(len(t.slots) - 1)
	for i := f * 2654435769 >> 3 & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.n == 0 || s.feature == f {
			return s
		}
	}
}

// Step counts one decision, whether it led to an update or not: averages are
// over steps.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of the features towards the label right and away
// from the label wrong.
func (t *Trainer) Update(features []uint32, right, wrong int) {
	if right == wrong {
		return
	}
	for _, f := range features {
		if t.counts(f) {
			t.add(f, right, 1)
			t.add(f, wrong, -1)
		}
	}
}

// Add moves the weights of the features for one label.
func (t *Trainer) Add(features []uint32, label int, by int32) {
	for _, f := range features {
		if t.counts(f) {
			t.add(f, label, by)
		}
	}
}

// counts reports whether a feature has weights, or has been part of enough
// mistakes now.
func (t *Trainer) counts(f uint32) bool {
	if t.find(f).n > 0 {
		return true
	}
	w := &t.waiting[f>>8]
	if *w++; *w < t.enough {
		return false
	}
	*w = t.enough - 1
	return true
}

func (t *Trainer) add(f uint32, label int, by int32) {
	s := t.find(f)
	if s.n == 0 {
		if t.used*2 > len(t.slots) {
			t.grow()
			s = t.find(f)
		}
		t.used++
		*s = slot{feature: f, at: uint32(len(t.pool)), room: 2}
		t.pool = append(t.pool, entry{}, entry{})
		t.pasts = append(t.pasts, past{}, past{})
	}
	es := t.pool[s.at : s.at+uint32(s.n)]
	for i := range es {
		if int(es[i].label) == label {
			t.move(s.at+uint32(i), by)
			return
		}
	}
	if s.n == s.room {
		at, end := uint32(len(t.pool)), s.at+uint32(s.n)
		t.pool = append(t.pool, t.pool[s.at:end]...)
		t.pool = append(t.pool, make([]entry, s.room)...)
		t.pasts = append(t.pasts, t.pasts[s.at:end]...)
		t.pasts = append(t.pasts, make([]past, s.room)...)
		s.at, s.room = at, s.room*2
	}
	at := s.at + uint32(s.n)
	t.pool[at], t.pasts[at] = entry{label: int32(label)}, past{}
	t.move(at, by)
	s.n++
}

// move moves one weight by so many steps of its present size.
func (t *Trainer) move(at uint32, by int32) {
	p := &t.pasts[at]
	if t.moves != nil {
		by *= t.moves[min(int(p.moved), len(t.moves)-1)]
	}
	p.moved++
	p.late += int64(by) * t.step
	t.pool[at].weight += by
}

func (t *Trainer) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.n > 0 {
			*t.find(s.feature) = s
		}
	}
}

// scale turns an average weight of one into this many units.
const scale = 256

// weight is one averaged weight on its way into the file.
type weight struct {
	feature uint32
	label   uint8
	value   int32
}

// Weights are averaged weights, of one trainer or of several.
type Weights struct {
	labels []string
	all    []weight // in the order of compare
	of     int32    // the number of trainers
}

// Weights returns the averages over all steps so far.
func (t *Trainer) Weights() *Weights {
	w := &Weights{labels: t.labels, of: 1}
	for _, s := range t.slots {
		for i := s.at; i < s.at+uint32(s.n); i++ {
			e := t.pool[i]
			sum := int64(e.weight)*t.step - t.pasts[i].late
			if v := divide(sum*scale, max(t.step, 1)*t.unit); v != 0 {
				w.all = append(w.all, weight{s.feature, uint8(e.label), int32(min(max(v, math.MinInt16), math.MaxInt16))})
			}
		}
	}
	slices.SortFunc(w.all, compare)
	return w
}

// Add adds the weights of a trainer with the same labels that has seen the
// examples in another order. What a single one learned by chance weighs less
// then: linear models can be added, a committee of them costs what one does.
func (w *Weights) Add(o *Weights) {
	out := make([]weight, 0, len(w.all)+len(o.all)/2)
	a, b := w.all, o.all
	for len(a) > 0 && len(b) > 0 {
		switch c := compare(a[0], b[0]); {
		case c < 0:
			out, a = append(out, a[0]), a[1:]
		case c > 0:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, weight{a[0].feature, a[0].label, a[0].value + b[0].value})
			a, b = a[1:], b[1:]
		}
	}
	w.all = append(append(out, a...), b...)
	w.of += o.of
}

// Model returns the file of the averaged weights, see [Weights.Model].
func (t *Trainer) Model(least, most int) []byte { return t.Weights().Model(least, most) }

// Model returns the file of a model. Weights of less than least units are left
// out, and then the smallest until at most most are left.
func (w *Weights) Model(least, most int) []byte {
	ws := make([]weight, 0, len(w.all))
	for _, x := range w.all {
		x.value = int32(divide(int64(x.value), int64(w.of)))
		if size(x.value) >= int32(max(least, 1)) {
			ws = append(ws, x)
		}
	}
	if len(ws) > most {
		slices.SortFunc(ws, func(a, b weight) int {
			if x, y := size(a.value), size(b.value); x != y {
				return int(y - x)
			}
			return compare(a, b)
		})
		ws = ws[:most]
		slices.SortFunc(ws, compare)
	}
	return encode(w.labels, ws)
}

// divide rounds halves away from zero.
func divide(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

func size(v int32) int32 {
	if v < 0 {
		return -v
	}
	return v
}

func compare(a, b weight) int {
	if a.feature != b.feature {
		if a.feature < b.feature {
			return -1
		}
		return 1
	}
	return int(a.label) - int(b.label)
}

func encode(labels []string, ws []weight) []byte {
	bits := uint(16)
	for bits < 20 && 1<<(bits+2) < len(ws) {
		bits++
	}
	var rows []byte
	index := make([]uint32, 1<<bits+1)
	bucket := 0
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && ws[j].feature == ws[i].feature {
			j++
		}
		for b := int(ws[i].feature >> (32 - bits)); bucket < b; {
			bucket++
			index[bucket] = uint32(len(rows))
		}
		rows = binary.LittleEndian.AppendUint16(rows, uint16(ws[i].feature))
		rows = append(rows, uint8(j-i))
		for _, w := range ws[i:j] {
			rows = append(rows, w.label)
			rows = binary.LittleEndian.AppendUint16(rows, uint16(w.value))
		}
		i = j
	}
	for bucket < 1<<bits {
		bucket++
		index[bucket] = uint32(len(rows))
	}
	var out bytes.Buffer
	out.WriteString(magic)
	for _, n := range []int{len(labels), int(bits), len(rows)} {
		out.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
	}
	for _, l := range labels {
		out.WriteString(l)
		out.WriteByte(0)
	}
	for out.Len()%4 != 0 {
		out.WriteByte(0)
	}
	for _, at := range index {
		out.Write(binary.LittleEndian.AppendUint32(nil, at))
	}
	out.Write(rows)
	return out.Bytes()
}
