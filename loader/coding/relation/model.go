package relation

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// A model file is, in little-endian order: magic, bits of a row number, the scale of the
// weights, then for every label its bias (four bytes), its threshold (four), and the table of
// its confidences (Bins × two), then the rows: one byte a label.
const (
	// Magic begins the file.
	Magic = "AGTM"
	// Bins is the number of steps of the table of confidences.
	Bins = 12
	// BinWidth is how much score lies between two steps.
	BinWidth = 16
	// Scale is what a weight of one is in the file.
	Scale    = 32
	head     = 4 + 4
	perLabel = 4 + 4 + 2*Bins
)

// Model holds the weights. It is read-only and safe for concurrent use.
type Model struct {
	shift     uint
	bias      [Labels]int32
	threshold [Labels]int32
	steps     [Labels][Bins]uint16
	rows      []byte
}

var errFormat = errors.New("not a model of relations")

// Open reads a model from its file, of which it keeps the rows.
func Open(data []byte) (*Model, error) {
	if len(data) < head+Labels*perLabel || string(data[:4]) != Magic {
		return nil, errFormat
	}
	bits := binary.LittleEndian.Uint32(data[4:])
	if bits < 8 || bits > 24 || len(data) != head+Labels*perLabel+Labels<<bits {
		return nil, fmt.Errorf("%w: %d bytes for %d bits", errFormat, len(data), bits)
	}
	m := &Model{shift: uint(32 - bits)}
	at := head
	for l := range Labels {
		m.bias[l] = int32(binary.LittleEndian.Uint32(data[at:]))
		m.threshold[l] = int32(binary.LittleEndian.Uint32(data[at+4:]))
		for b := range Bins {
			m.steps[l][b] = binary.LittleEndian.Uint16(data[at+8+2*b:])
		}
		at += perLabel
	}
	m.rows = data[at:]
	return m, nil
}

// Row is the number of the row of a feature among 1<<bits.
func Row(feature uint32, bits uint) uint32 { return feature * 2654435761 >> (32 - bits) }

// Score sums the weights of the features for every label.
func (m *Model) Score(features []uint32, scores *[Labels]int32) {
	*scores = m.bias
	for _, f := range features {
		at := int(f*2654435761>>m.shift) * Labels
		row := m.rows[at : at+Labels]
		for l, w := range row {
			scores[l] += int32(int8(w))
		}
	}
}

// Holds reports whether a score is high enough to state a tie.
func (m *Model) Holds(l Label, score int32) bool { return score >= m.threshold[l] }

// Confidence says in thousandths how often a score of this height was right.
func (m *Model) Confidence(l Label, score int32) int {
	b := int(score-m.threshold[l]) / BinWidth
	return int(m.steps[l][min(max(b, 0), Bins-1)])
}

//go:embed weights.bin
var weights []byte

// Shipped is the embedded model.
var Shipped = sync.OnceValue(func() *Model {
	m, err := Open(weights)
	if err != nil {
		panic(fmt.Sprintf("relation: the embedded weights are broken: %v", err)) // a test reads them
	}
	return m
})
