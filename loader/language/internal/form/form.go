// Package form turns written words into the numbers that the models see:
// hashes of the word in small letters, of its ends, and of its shape.
package form

import (
	"unicode"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// The lengths of the longest suffix and prefix looked at.
const (
	Suffixes = 5
	Prefixes = 3
)

// Word is what the models see of one word.
type Word struct {
	Lower  uint32           // the word in small letters, digits as 0
	Suffix [Suffixes]uint32 // of 1 to 5 letters, 0 where the word is shorter
	Prefix [Prefixes]uint32
	Shape  uint32 // capitals, small letters, digits, marks, runs cut short
	Flags  uint32 // some of the constants below
	Known  uint32 // what a gazetteer knows of it; Sentence sets it to 0
	Class  uint32 // what a lexicon knows of it; Sentence sets it to 0
}

// What a word holds.
const (
	Capital  = 1 << iota // starts with a capital
	Capitals             // has no small letter and more than one capital
	Digit
	Hyphen
	Letter
	Shouted // stands in a sentence all in capitals, which say nothing
)

// Reader reads the words of sentences. It keeps a buffer between calls and must
// not be shared.
type Reader struct{ buf []byte }

// Sentence sets words, which is as long as texts, to what the models see of
// them.
func (r *Reader) Sentence(texts []string, words []Word) {
	shouted := Shouts(texts)
	for i, t := range texts {
		r.word(t, shouted, &words[i])
	}
}

// Shouts reports whether a sentence is all in capitals.
func Shouts(texts []string) bool {
	long, upper, lower := 0, 0, 0
	for _, t := range texts {
		n := 0
		for _, c := range t {
			switch {
			case unicode.IsUpper(c):
				upper++
				n++
			case unicode.IsLower(c):
				lower++
			}
		}
		if n > 1 {
			long++
		}
	}
	return long > 2 && upper > 15*lower
}

func (r *Reader) word(t string, shouted bool, w *Word) {
	*w = Word{}
	r.buf = r.buf[:0]
	var (
		shape    uint64 = 1
		last     byte
		run      int
		upper    int
		lower    int
		position int
		ends     [Suffixes + 1]int // starts of the last runes
		runes    int
	)
	for _, c := range t {
		if c == '\u00ad' {
			continue
		}
		kind := byte('.')
		switch {
		case c >= 'a' && c <= 'z':
			kind = 'a'
			lower++
		case c >= 'A' && c <= 'Z':
			kind = 'A'
			upper++
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			kind = '0'
			c = '0'
			w.Flags |= Digit
		case c == '-' || c == '–':
			kind = '-'
			w.Flags |= Hyphen
		case c == '’':
			kind = '\''
			c = '\''
		case c >= utf8.RuneSelf && unicode.IsLetter(c):
			kind = 'a'
			if unicode.IsUpper(c) {
				kind = 'A'
				upper++
				c = unicode.ToLower(c)
			} else {
				lower++
			}
		case c == '.' || c == ',' || c == '/' || c == ':' || c == '$' || c == '%' || c == '&' || c == '@':
			kind = byte(c)
		}
		if position == 0 && kind == 'A' {
			w.Flags |= Capital
		}
		if kind == last {
			run++
		} else {
			run = 1
		}
		if run <= 2 && position < 24 {
			shape = shape*31 + uint64(kind)
		}
		last = kind
		position++
		copy(ends[1:], ends[:Suffixes])
		ends[0] = len(r.buf)
		r.buf = utf8.AppendRune(r.buf, c)
		runes++
		if runes <= Prefixes {
			w.Prefix[runes-1] = hash(r.buf)
		}
	}
	if upper+lower > 0 {
		w.Flags |= Letter
	}
	if upper > 1 && lower == 0 {
		w.Flags |= Capitals
	}
	if shouted {
		w.Flags |= Shouted
		w.Flags &^= Capital | Capitals
		shape = 7 // capitals are no evidence here
		if upper+lower == 0 {
			shape = 8
		}
	}
	w.Shape = perceptron.Mix(shape)
	w.Lower = hash(r.buf)
	for n := 1; n <= Suffixes && n <= runes; n++ {
		w.Suffix[n-1] = hash(r.buf[ends[n-1]:])
	}
	for n := runes; n < Prefixes; n++ {
		w.Prefix[n] = 0
	}
}

func hash(b []byte) uint32 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return perceptron.Mix(h)
}

// Lower returns the hash of a word as Word.Lower has it.
func Lower(word string) uint32 {
	var r Reader
	var w Word
	r.word(word, false, &w)
	return w.Lower
}
