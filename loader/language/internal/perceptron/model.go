// Package perceptron holds linear models: which of some labels fits a list of
// hashed features best. A [Trainer] learns one, a [Model] reads the result in
// place, from the bytes that the binary embeds. All arithmetic is on integers.
package perceptron

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A model file is, in little-endian order: magic, number of labels, bits of
// the index, number of bytes of rows, the labels each closed by a zero byte,
// padding to four, the index of 2^bits+1 offsets, the rows. A bucket of the
// index holds the rows whose features share the top bits; a row is the low 16
// bits of its feature, the number of entries, and entries of one byte label
// and two bytes weight.
const (
	magic      = "AGLM"
	headerSize = 16
	rowSize    = 3
	entrySize  = 3
)

// Model scores labels. It may be used from many goroutines.
type Model struct {
	labels []string
	shift  uint
	index  []byte
	rows   []byte
}

var errFormat = errors.New("not a model file")

// Open reads a model from its file. It keeps data, copies nothing of the
// weights, and checks that no later access can leave them.
func Open(data []byte) (*Model, error) {
	if len(data) < headerSize || string(data[:4]) != magic {
		return nil, errFormat
	}
	n := int(binary.LittleEndian.Uint32(data[4:]))
	bits := uint(binary.LittleEndian.Uint32(data[8:]))
	size := int(binary.LittleEndian.Uint32(data[12:]))
	if n < 1 || n > 256 || bits < 16 || bits > 24 {
		return nil, fmt.Errorf("%w: %d labels, %d bits", errFormat, n, bits)
	}
	m := &Model{shift: 32 - bits}
	at, from := headerSize, headerSize
	for ; len(m.labels) < n; at++ {
		if at >= len(data) {
			return nil, fmt.Errorf("%w: the labels break off", errFormat)
		}
		if data[at] == 0 {
			m.labels = append(m.labels, string(data[from:at]))
			from = at + 1
		}
	}
	at = (at + 3) &^ 3
	indexSize := 4 * (1<<bits + 1)
	if len(data) != at+indexSize+size {
		return nil, fmt.Errorf("%w: %d bytes instead of %d", errFormat, len(data), at+indexSize+size)
	}
	m.index, m.rows = data[at:at+indexSize], data[at+indexSize:]
	return m, m.check()
}

// check walks all rows once.
func (m *Model) check() error {
	at := uint32(0)
	for i := 0; i < len(m.index); i += 4 {
		to := binary.LittleEndian.Uint32(m.index[i:])
		if to < at || int(to) > len(m.rows) {
			return fmt.Errorf("%w: bad offset in the index", errFormat)
		}
		for at < to {
			if int(at)+rowSize > int(to) {
				return fmt.Errorf("%w: a row breaks off", errFormat)
			}
			at += rowSize + entrySize*uint32(m.rows[at+2])
		}
		if at != to {
			return fmt.Errorf("%w: a row crosses its bucket", errFormat)
		}
	}
	return nil
}

// Labels returns the labels; callers must not change them.
func (m *Model) Labels() []string { return m.labels }

// together is how many features are looked up at a time.
const together = 64

// Score sets scores, one for each label, to the sums of the weights of the
// features.
func (m *Model) Score(features []uint32, scores []int32) {
	clear(scores)
	for len(features) > together {
		m.add(features[:together], scores)
		features = features[together:]
	}
	m.add(features, scores)
}

// add looks up all features in the index, then all their rows, and only then
// adds the weights: so the processor waits for the memory of many at once and
// not of one after the other, which is most of the time of an analysis.
func (m *Model) add(features []uint32, scores []int32) {
	var from, to [together]uint32
	index, rows := m.index, m.rows
	for i, f := range features {
		b := int(f>>m.shift) * 4
		from[i] = binary.LittleEndian.Uint32(index[b:])
		to[i] = binary.LittleEndian.Uint32(index[b+4:])
	}
	for i, f := range features {
		at, end := from[i], to[i]
		from[i], to[i] = 0, 0
		for at < end {
			row := rows[at:]
			n := entrySize * uint32(row[2])
			at += rowSize
			if binary.LittleEndian.Uint16(row) == uint16(f) {
				from[i], to[i] = at, at+n
				break
			}
			at += n
		}
	}
	for i := range features {
		e := rows[from[i]:to[i]]
		for len(e) >= entrySize {
			if l := int(e[0]); l < len(scores) {
				scores[l] += int32(int16(binary.LittleEndian.Uint16(e[1:])))
			}
			e = e[entrySize:]
		}
	}
}
