package naming

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Kind is a set of kinds of known names.
type Kind uint16

// The kinds of names that the gazetteer knows.
const (
	Country Kind = 1 << iota
	Demonym
	City
	Region
	Given
	Family
	Organization
	Person // in full
	starts // a name of several words starts here
)

var kindLetters = map[string]Kind{
	"country": Country, "demonym": Demonym, "city": City, "region": Region, "given": Given, "family": Family,
	"body": Organization, "person": Person,
}

// Gazetteer knows names by the hashes of their words.
type Gazetteer struct{ names map[uint32]Kind }

// longestName is the number of words of the longest name looked up.
const longestName = 6

// ReadGazetteer reads lines "kind<TAB>name", the name in small letters, its
// tokens parted by blanks.
func ReadGazetteer(data []byte) (*Gazetteer, error) {
	text := string(data)
	g := &Gazetteer{names: make(map[uint32]Kind, strings.Count(text, "\n"))}
	for line := 1; text != ""; line++ {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		kind, name, ok := strings.Cut(row, "\t")
		if !ok || kindLetters[kind] == 0 {
			return nil, fmt.Errorf("gazetteer, line %d: %q", line, row)
		}
		h, n := uint32(0), 0
		for w := range strings.SplitSeq(name, " ") {
			h = perceptron.Join(n, h, form.Lower(w), 0)
			n++
		}
		g.names[h] |= kindLetters[kind]
	}
	return g, nil
}

// Lookup returns what is known of a whole name, its tokens parted by blanks.
func (g *Gazetteer) Lookup(name string) Kind {
	h, n := uint32(0), 0
	for w := range strings.SplitSeq(name, " ") {
		if n == longestName {
			return 0
		}
		h = perceptron.Join(n, h, form.Lower(w), 0)
		n++
	}
	return g.names[h]
}

// Match sets what is known of each word: the kinds of the longest known name
// that covers it. Only capitalised words start a name.
func (g *Gazetteer) Match(words []form.Word) {
	for i := 0; i < len(words); {
		words[i].Known = 0
		if words[i].Flags&(form.Capital|form.Shouted) == 0 {
			i++
			continue
		}
		h, length := uint32(0), 0
		var found Kind
		for n := 0; n < longestName && i+n < len(words); n++ {
			h = perceptron.Join(n, h, words[i+n].Lower, 0)
			if k := g.names[h]; k != 0 {
				length, found = n+1, k
			}
		}
		for n := range length {
			words[i+n].Known = uint32(found)
		}
		if length > 1 {
			words[i].Known |= uint32(starts)
		}
		i += max(length, 1)
	}
}

// IsDemonym reports whether a gazetteer knows the words together as a word for
// a people, "South African".
func IsDemonym(g *Gazetteer, words []Word) bool { return g.phrase(words)&Demonym != 0 }

// phrase returns what is known of the words as one name.
func (g *Gazetteer) phrase(words []Word) Kind {
	if len(words) > longestName {
		return 0
	}
	h := uint32(0)
	for i := range words {
		h = perceptron.Join(i, h, words[i].Lower, 0)
	}
	return g.names[h]
}
