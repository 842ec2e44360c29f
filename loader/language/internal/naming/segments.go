package naming

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// The longest names considered: in text with capitals that mean something, and
// in text all in capitals, where every stretch could be one.
const (
	longest        = 14
	longestShouted = 7
	longestGap     = 3 // words in a row without a capital
)

// starts reports whether a name can begin with word i: one with a capital or a
// digit, or a particle before one.
func (f *Finder) starts(i int) bool {
	w := &f.words[i]
	if w.Flags&(form.Capital|form.Digit) != 0 {
		return true
	}
	if w.Flags&form.Shouted != 0 {
		return w.Flags&form.Letter != 0
	}
	if w.Cues&Connector == 0 || w.Flags&form.Letter == 0 || i+1 == len(f.words) {
		return false
	}
	next := &f.words[i+1]
	return next.Flags&form.Capital != 0 || next.Flags&form.Hyphen != 0 && i+2 < len(f.words) && f.words[i+2].Flags&form.Capital != 0
}

// closes reports whether a name can end with word i.
func (f *Finder) closes(i int) bool {
	w := &f.words[i]
	return w.Flags&(form.Capital|form.Digit) != 0 || w.Flags&form.Shouted != 0 && w.Flags&form.Letter != 0 || votes[w.Lower]
}

// votes end names of events in small letters: "2017 French presidential
// election".
var votes = lowers("election elections referendum by-election")

// IsVote reports whether a word ends the name of an event though it is in small
// letters.
func IsVote(word string) bool { return votes[form.Lower(word)] }

// candidates calls visit with the last word of every stretch from a that could
// be a name.
func (f *Finder) candidates(a int, visit func(b int)) {
	limit, gap := longest, 0
	if f.words[a].Flags&form.Shouted != 0 {
		limit = longestShouted
	}
	free := f.starts(a)
	for b := a; b < len(f.words) && b < a+limit; b++ {
		if f.asked(a, b) {
			visit(b)
		} else if free && f.closes(b) {
			visit(b)
		}
		switch {
		case f.closes(b):
			gap = 0
		case b > a && breaks[f.words[b].Lower]:
			free = false
		default:
			if gap++; gap > longestGap {
				free = false
			}
		}
		if !free && len(f.gold) == 0 {
			return
		}
	}
}

// asked reports whether training asks for the name.
func (f *Finder) asked(a, b int) bool {
	for _, g := range f.gold {
		if g.First == a && g.Last == b {
			return true
		}
	}
	return false
}

// breaks are marks that no name holds.
var breaks = lowers(`. ? ! ; : ... " “ ” ( ) [ ]`)

// segment appends the features of the words a to b as one name.
func (f *Finder) segment(fs []uint32, a, b int) []uint32 {
	n := 100
	add := func(x, y, z uint32) {
		fs = append(fs, perceptron.Join(n, x, y, z))
		n++
	}
	words := f.words
	first, last := &words[a], &words[b]
	p, q, x, y := at(words, a-1), at(words, a-2), at(words, b+1), at(words, b+2)
	length := uint32(min(b-a+1, 6))
	shout := first.Flags & form.Shouted
	s := f.survey(a, b)

	add(length, shout, 0)
	add(s.phrase, 0, 0)
	add(s.known, shout, length)
	add(s.known, uint32(last.Cues), 0)
	add(s.known, p.Lower, 0)
	add(s.known, x.Lower, 0)
	add(first.Lower, last.Lower, 1)
	add(first.Lower, length, 0)
	add(last.Lower, length, 0)
	add(last.Suffix[2], length, shout)
	add(first.Lower, uint32(last.Cues), length)
	add(uint32(last.Cues), length, shout)
	add(uint32(first.Cues), uint32(last.Cues), length)
	add(uint32(s.head.Cues), uint32(last.Cues), s.shape)
	add(s.head.Lower, length, 0)
	add(s.shape, shout, 0)
	add(s.shape, uint32(s.cues), 0)
	add(s.pattern, 0, 0)
	add(s.pattern, uint32(s.cues), 0)
	add(first.Known, last.Known, length)
	add(p.Lower, uint32(s.head.Cues), 0)
	add(x.Lower, uint32(s.head.Cues), 0)
	add(p.Lower, x.Lower, 0)
	add(q.Lower, p.Lower, length)
	add(x.Lower, y.Lower, length)
	add(p.XPOS, x.XPOS, s.shape)
	add(p.Lower, p.Flags&form.Capital, length)
	add(uint32(p.Cues), s.known, length)
	add(uint32(p.Cues), p.Flags&form.Capital, uint32(first.Cues))
	add(uint32(x.Cues), x.Flags&form.Capital, uint32(last.Cues))
	add(first.Lower, p.Lower, 0)
	add(last.Lower, x.Lower, 0)
	add(s.shortened, shout, length)
	add(s.outside, s.headless, length)
	add(s.top.Relation, s.outside, length)
	add(s.top.Relation, s.governor.Lemma, 0)
	add(s.top.Relation, uint32(s.governor.Cues), s.known)
	add(s.marks, length, 0)
	return fs
}

// between appends the features of a name that begins at a behind one of type p
// that ends before word e.
func (f *Finder) between(fs []uint32, e, a int, p uint8) []uint32 {
	gap := uint32(a - e)
	var link uint32
	for i := e; i < a; i++ {
		link = link*31 + f.words[i].Lower
	}
	return append(fs,
		perceptron.Join(90, uint32(p), gap, 0),
		perceptron.Join(91, uint32(p), link, 0),
		perceptron.Join(92, uint32(p), link, uint32(f.words[a].Cues)))
}

// summary is what a stretch of words looks like as a whole.
type summary struct {
	phrase    uint32 // hash of all words
	known     uint32 // what the gazetteer knows of the phrase
	cues      Cue    // of all words
	head      *Word  // the last word before "of", "for" and the like
	shape     uint32 // capitals, particles and marks in their order
	pattern   uint32 // cues in their order
	shortened uint32 // an abbreviation, or what one stands for
	outside   uint32 // words whose head is outside
	headless  uint32 // words outside that hang on one inside, on the left
	top       *Word  // the word whose head is outside
	governor  *Word  // its head
	marks     uint32 // hyphens, ampersands, apostrophes
}

func (f *Finder) survey(a, b int) summary {
	words := f.words
	s := summary{head: &words[b], top: &words[b], governor: &outside}
	found := false
	for i := a; i <= b; i++ {
		w := &words[i]
		s.phrase = perceptron.Join(i-a, s.phrase, w.Lower, 0)
		s.cues |= w.Cues
		kind := uint32(1)
		switch {
		case w.Flags&form.Capitals != 0:
			kind = 2
		case w.Flags&(form.Capital|form.Shouted) != 0:
			kind = 3
		case w.Flags&form.Digit != 0:
			kind = 4
		case w.Flags&form.Letter == 0:
			kind = 5
			s.marks |= 1 << min(uint32(i-a), 3)
		case w.Lower == of || w.Lower == for_:
			kind = 6
		case w.Lower == and:
			kind = 7
		}
		s.shape = s.shape*8 + kind
		s.pattern = s.pattern*31 + uint32(w.Cues) + uint32(w.Known)<<16
		if !found && i > a && (kind == 6 || w.Cues&Placing != 0 && w.Flags&form.Capital == 0) {
			s.head, found = &words[i-1], true
		}
		if w.Head < a || w.Head > b {
			s.outside = min(s.outside+1, 3)
			s.top, s.governor = w, at(words, w.Head)
		}
	}
	if a > 0 && words[a-1].Head >= a && words[a-1].Head <= b {
		s.headless = 1 + min(words[a-1].Flags&form.Capital, 1)
	}
	s.known = uint32(f.gazetteer.phrase(words[a : b+1]))
	s.shortened = f.shortened(a, b)
	return s
}

// shortened tells whether an abbreviation in brackets behind the stretch has
// its first letters, and whether the stretch is one behind such a name:
// "National Reform Council (NRC)".
func (f *Finder) shortened(a, b int) uint32 {
	words := f.words
	if b+3 < len(words) && words[b+1].Lower == bracket && words[b+3].Lower == unbracket && b > a {
		if f.initials(a, b, b+2) {
			return 1
		}
		return 2
	}
	if a == b && a > 1 && b+1 < len(words) && words[a-1].Lower == bracket && words[b+1].Lower == unbracket {
		for from := a - 2; from >= 0 && from > a-10; from-- {
			if f.initials(from, a-2, a) {
				return 3
			}
		}
		return 4
	}
	return 0
}

// initials reports whether the capitals of words a to b spell the word short.
func (f *Finder) initials(a, b, short int) bool {
	w := &f.words[short]
	if w.Flags&(form.Capitals|form.Shouted) == 0 || w.Letters == 0 {
		return false
	}
	var all, names uint64 // first letters, of all words and of those with capitals
	for i := a; i <= b; i++ {
		c := uint64(f.words[i].Prefix[0])
		if f.words[i].Flags&form.Letter == 0 {
			continue
		}
		all = all*31 + c
		if f.words[i].Flags&form.Capital != 0 || w.Flags&form.Shouted != 0 && f.words[i].Cues&Connector == 0 {
			names = names*31 + c
		}
	}
	return names == w.Letters || all == w.Letters
}

var (
	of, for_, and      = form.Lower("of"), form.Lower("for"), form.Lower("and")
	bracket, unbracket = form.Lower("("), form.Lower(")")
)

func lowers(list string) map[uint32]bool {
	m := map[uint32]bool{}
	for w := range strings.FieldsSeq(list) {
		m[form.Lower(w)] = true
	}
	return m
}
