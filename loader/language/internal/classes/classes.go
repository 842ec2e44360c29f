// Package classes knows of many words which parts of speech and which
// inflections they can be, and what kind of thing a noun names. It tells the
// models something of words that their training text lacks.
package classes

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

// Class is a set of the forms that a word can be, and the sense of the noun.
type Class uint32

// The forms.
const (
	Noun Class = 1 << iota
	Plural
	Verb
	Third      // "employs"
	Past       // "employed"
	Participle // "broken"
	Gerund     // "employing"
	Adjective
	Compared // "higher", "highest"
	Adverb

	Forms = 1<<iota - 1 // all of the above
)

// senseShift is where the sense begins: the number of the lexicographers' file,
// plus one, of the noun's most frequent meaning; 0 for none.
const senseShift = 16

// Sense returns what kind of thing the noun names, 0 if it is none.
func (c Class) Sense() uint32 { return uint32(c >> senseShift) }

// A file of classes is the magic, the number of rows, an index of the rows by
// the top bits of the hash, and the rows: hash, forms, sense, in the order of
// the hashes.
const (
	magic     = "AGWC"
	topBits   = 12
	indexSize = 4 * (1<<topBits + 1)
	rowSize   = 7
)

// Lexicon knows the classes of words. It may be used from many goroutines.
type Lexicon struct{ index, rows []byte }

var errFormat = errors.New("not a file of word classes")

// Open reads a lexicon from its file, which it keeps.
func Open(data []byte) (*Lexicon, error) {
	if len(data) < 8+indexSize || string(data[:4]) != magic {
		return nil, errFormat
	}
	n := int(binary.LittleEndian.Uint32(data[4:]))
	l := &Lexicon{index: data[8 : 8+indexSize], rows: data[8+indexSize:]}
	if len(l.rows) != n*rowSize {
		return nil, fmt.Errorf("%w: %d bytes of %d rows", errFormat, len(l.rows), n)
	}
	last := uint32(0)
	for i := 0; i < indexSize; i += 4 {
		at := binary.LittleEndian.Uint32(l.index[i:])
		if at < last || int(at) > n {
			return nil, fmt.Errorf("%w: bad index", errFormat)
		}
		last = at
	}
	return l, nil
}

// Lookup returns the class of a word by the hash of its small letters, 0 of an
// unknown one.
func (l *Lexicon) Lookup(lower uint32) Class {
	b := lower >> (32 - topBits) * 4
	lo, hi := binary.LittleEndian.Uint32(l.index[b:]), binary.LittleEndian.Uint32(l.index[b+4:])
	for lo < hi {
		mid := (lo + hi) / 2
		row := l.rows[mid*rowSize:]
		switch h := binary.LittleEndian.Uint32(row); {
		case h == lower:
			return Class(binary.LittleEndian.Uint16(row[4:])) | Class(row[6])<<senseShift
		case h < lower:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

// Match sets the classes of words.
func (l *Lexicon) Match(words []form.Word) {
	for i := range words {
		words[i].Class = uint32(l.Lookup(words[i].Lower))
	}
}
