package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// senseKind says what a wording of the register can stand for.
type senseKind uint8

const (
	senseActor     senseKind = iota // the name of an actor; at: entries
	senseCountry                    // the name of a state
	senseCapital                    // a capital, used for its government
	senseAdjective                  // "French"
	sensePeople                     // "Frenchmen", "Americans"
	sensePerson                     // "Frenchman", "American"
	senseSurname                    // "Obama", of an official or a known person
	sensePlace                      // at: places
	senseBody                       // "foreign ministry"; at: bodies
)

// sense is one thing that a wording can stand for.
type sense struct {
	what    senseKind
	bound   bool   // a body that needs a country beside it
	acronym bool   // capitals only
	weak    bool   // of a body that it means only where the text speaks of its state: "SAF", "Saba"
	capital uint32 // bit i: word i begins with a capital
	at      int32
}

// index makes the lexicon from the entries.
func (r *Register) index() {
	for _, own := range []bool{true, false} { // a name of both means the user's actor
		for i := range r.entries {
			if r.entries[i].own == own && !r.replaced[int32(i)] {
				r.indexEntry(i)
			}
		}
	}
	// The names of the bodies have no entries of their own, so their ids are made on demand.
}

func (r *Register) indexEntry(i int) {
	e, at := &r.entries[i], int32(i)
	what := senseActor
	if e.Kind == graph.Country {
		what = senseCountry
	}
	for _, b := range e.bodies {
		r.bodyOf[string(e.Country)+" "+b] = i
	}
	bare := strings.HasPrefix(e.Key, "leader/")
	if !bare {
		r.addSense(e.Name, sense{what: what, at: at, weak: e.weakName})
	}
	for n, a := range e.Aliases {
		r.addSense(a, sense{what: what, at: at, weak: n < 64 && e.weakAliases&(1<<n) != 0})
	}
	for _, a := range e.Adjectives {
		r.addSense(a, sense{what: senseAdjective, at: at})
	}
	for _, p := range e.People {
		one, many, _ := strings.Cut(p, "/")
		r.addSense(one, sense{what: sensePerson, at: at})
		r.addSense(many, sense{what: sensePeople, at: at})
	}
	for _, c := range e.Capitals {
		r.addSense(c, sense{what: senseCapital, at: at})
	}
	if e.Kind == graph.Official || e.Kind == graph.Person {
		if s := e.Surname(); s != "" {
			r.addSense(s, sense{what: senseSurname, at: at})
		}
		if first, _, ok := strings.Cut(e.Name, " "); ok && !bare && !familyFirst[string(e.Country)] && r.roles.honorifics[graph.Fold(first)] == nil && len(first) > 2 {
			r.given[graph.Fold(first)] = true
		}
	}
}

// Surname is the part of a person's name that stands alone in texts, "" where none does.
func (e *Entry) Surname() string {
	if strings.HasPrefix(e.Key, "leader/") {
		return e.Name
	}
	return surname(e.Name)
}

// familyFirst are given-name-last languages by the states that speak them.
var familyFirst = map[string]bool{"CHN": true, "PRK": true, "KOR": true, "TWN": true, "VNM": true, "HKG": true}

// surname is the last name with its particles: "van der Bellen", "al-Assad", "bin Salman".
func surname(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && suffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return ""
	}
	at := len(words) - 1
	for at > 1 && particle(words[at-1]) {
		at--
	}
	return strings.Join(words[at:], " ")
}

func suffix(w string) bool {
	switch strings.TrimRight(strings.ToLower(w), ".") {
	case "jr", "sr", "ii", "iii", "iv", "vi", "xiv", "xvi":
		return true
	}
	return false
}

func particle(w string) bool {
	switch strings.ToLower(w) {
	case "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "do", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "abu", "ould", "ter", "zu":
		return true
	}
	return false
}

// addSense files a wording. Wordings of more than 12 words are no names.
func (r *Register) addSense(wording string, s sense) {
	words := appendWords(nil, wording)
	if len(words) == 0 || len(words) > 12 {
		return
	}
	var key strings.Builder
	letters := 0
	for i, w := range words {
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(w.folded)
		if w.upper && !(i == 0 && w.folded == "the") {
			s.capital |= 1 << i
		}
		letters += len(w.folded)
	}
	// "US", "U.N.", "FARC"; longer ones may be written as a word: "Nato".
	s.acronym = len(words) == 1 && words[0].all && letters >= 2 || len(words) > 1 && letters == len(words) && s.capital == 1<<len(words)-1
	k := key.String()
	for _, o := range r.senses[k] {
		if o == s {
			return
		}
	}
	r.senses[k] = append(r.senses[k], s)
	r.longest[words[0].folded] = max(r.longest[words[0].folded], len(words))
}

// word is a run of letters and digits of a token or name.
type word struct {
	folded string
	upper  bool // begins with a capital or a digit
	all    bool // all letters are capitals
	token  int
}

// appendWords splits s at what is no letter, digit or mark.
func appendWords(to []word, s string) []word {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			raw := s[start:end]
			if f := fold(raw); f != "" {
				first, _ := utf8.DecodeRuneInString(raw)
				to = append(to, word{folded: f, upper: unicode.IsUpper(first) || unicode.IsDigit(first), all: raw == strings.ToUpper(raw) && raw != strings.ToLower(raw)})
			}
			start = -1
		}
	}
	for i, c := range s {
		if unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c) {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(s))
	return to
}

// fold is graph.Fold with a short way for plain letters, which are nearly all.
func fold(raw string) string {
	for i := range len(raw) {
		if c := raw[i]; c >= utf8.RuneSelf || !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9') {
			return graph.Fold(raw)
		}
	}
	return strings.ToLower(raw)
}

// commonWords are words of the language that look like acronyms when a line is in capitals.
var commonWords = map[string]bool{"us": true, "is": true, "who": true, "it": true, "as": true, "an": true, "in": true, "on": true, "or": true, "care": true, "aids": true, "ice": true, "pen": true, "time": true, "may": true, "raw": true, "eta": true, "mit": true, "rai": true, "mas": true, "car": true, "gas": true}

// fits reports whether words of a text, all written as they are, can have the sense s.
func (s sense) fits(words []word, shouting bool) bool {
	for i, w := range words {
		if s.capital&(1<<i) != 0 && !w.upper {
			return false
		}
	}
	if !s.acronym {
		return true
	}
	if len(words) == 1 {
		if !words[0].all {
			return len(words[0].folded) >= 4 && !commonWords[words[0].folded]
		}
		return !shouting || !commonWords[words[0].folded]
	}
	return true
}
