package tagging

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

// A verb in -ed is finite in "soldiers burned the house" and not in "the house
// burned last year was theirs": what tells is whether the clause has its finite
// verb already, or one still to come, which may be far from the word.

// kind is what a label says of its word for the clause.
type kind uint8

const (
	other  kind = iota
	finite      // its finite verb
	opener      // a clause begins with it or behind it
)

func kindOf(label string) kind {
	u, x, _ := strings.Cut(label, " ")
	switch x {
	case "VBD", "VBZ", "VBP", "MD":
		return finite
	case "WDT", "WP", "WRB", "WP$", "CC", ":", "``", "''":
		return opener
	}
	if u == "SCONJ" {
		return opener
	}
	return other
}

// reach is how many words back the clause is looked for.
const reach = 12

// clause says what stands nearest before word i of a finite verb, an opener and
// an auxiliary that wants a participle or an infinitive behind it.
func (t *Tagger) clause(words []form.Word, tags []uint8, i int) uint32 {
	comma := uint32(0)
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		switch t.kinds[tags[j]] {
		case finite:
			if a := auxiliaries[words[j].Lower]; a != 0 {
				return a<<2 | comma<<1 | 1
			}
			return 1<<8 | comma<<1 | 1
		case opener:
			return 2<<8 | uint32(tags[j])<<10 | comma<<1
		}
		if words[j].Lower == commaForm {
			comma = 1
		}
	}
	return 3<<8 | comma<<1
}

// look sets, for every word, what may be the next finite verb behind it and
// how far away.
func (t *Tagger) look(words []form.Word) {
	if cap(t.coming) < len(words) {
		t.coming = make([]uint32, 2*len(words))
	}
	t.coming = t.coming[:len(words)]
	next, what := -1, uint32(0)
	for i := len(words) - 1; i >= 0; i-- {
		switch d := next - i; {
		case next < 0 || d > reach:
			t.coming[i] = 0
		case d == 1:
			t.coming[i] = what<<2 | 1
		case d < 5:
			t.coming[i] = what<<2 | 2
		default:
			t.coming[i] = what<<2 | 3
		}
		if a := auxiliaries[words[i].Lower]; a != 0 {
			next, what = i, a
		} else if c := words[i].Class & uint32(classes.Forms); c&uint32(classes.Past|classes.Third) != 0 {
			next, what = i, 64+c
		}
	}
}

var commaForm = form.Lower(",")

// auxiliaries groups the finite auxiliaries by what they want.
var auxiliaries = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for i, group := range []string{
		"is are was were am 's 're 'm", "has have had 've 'd", "do does did",
		"will would can could may might must shall should 'll wo ca", "get gets got",
	} {
		for _, w := range strings.Fields(group) {
			m[form.Lower(w)] = uint32(i + 1)
		}
	}
	return m
}()
