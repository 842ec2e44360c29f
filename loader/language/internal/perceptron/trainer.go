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
	step   int64

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

// entry is one weight, with its sum over all steps up to stamp.
type entry struct {
	sum    int64
	stamp  int64
	weight int32
	label  int32
}

// NewTrainer returns a trainer of a model with the labels, of which there may
// be 255. A feature gets weights when it takes part in a mistake for the time
// enough, 1 being the first.
func NewTrainer(labels []string, enough int) *Trainer {
	return &Trainer{labels: labels, slots: make([]slot, 1<<16), waiting: make([]uint8, 1<<24), enough: uint8(enough)}
}

// Labels returns the labels; callers must not change them.
func (t *Trainer) Labels() []string { return t.labels }

// Score sets scores to the sums of the present weights.
func (t *Trainer) Score(features []uint32, scores []int32) {
	clear(scores)
	for _, f := range features {
		s := t.find(f)
		if s.n == 0 {
			continue
		}
		for _, e := range t.pool[s.at : s.at+uint32(s.n)] {
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
	}
	es := t.pool[s.at : s.at+uint32(s.n)]
	for i := range es {
		if e := &es[i]; int(e.label) == label {
			e.sum += int64(e.weight) * (t.step - e.stamp)
			e.stamp = t.step
			e.weight += by
			return
		}
	}
	if s.n == s.room {
		at := uint32(len(t.pool))
		t.pool = append(t.pool, es...)
		t.pool = append(t.pool, make([]entry, s.room)...)
		s.at, s.room = at, s.room*2
	}
	t.pool[s.at+uint32(s.n)] = entry{weight: by, label: int32(label), stamp: t.step}
	s.n++
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
	value   int16
}

// Model returns the file of the averaged weights. Those of less than least
// units are left out, and then the smallest until at most most are left.
func (t *Trainer) Model(least int, most int) []byte {
	var ws []weight
	for _, s := range t.slots {
		for _, e := range t.pool[s.at : s.at+uint32(s.n)] {
			sum := e.sum + int64(e.weight)*(t.step-e.stamp)
			v := divide(sum*scale, max(t.step, 1))
			v = min(max(v, math.MinInt16), math.MaxInt16)
			if v >= int64(least) || v <= int64(-least) {
				ws = append(ws, weight{s.feature, uint8(e.label), int16(v)})
			}
		}
	}
	if len(ws) > most {
		slices.SortFunc(ws, func(a, b weight) int {
			if x, y := size(a.value), size(b.value); x != y {
				return y - x
			}
			return compare(a, b)
		})
		ws = ws[:most]
	}
	slices.SortFunc(ws, compare)
	return encode(t.labels, ws)
}

// divide rounds halves away from zero.
func divide(a, b int64) int64 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

func size(v int16) int {
	if v < 0 {
		return -int(v)
	}
	return int(v)
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
