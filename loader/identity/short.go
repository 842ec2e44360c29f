package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// knownName is a name that the text has given an actor.
type knownName struct {
	words  []string // folded, without "the"
	actor  int
	person bool
	sc     int // sentence
}

// titledActor remembers that a text called somebody "foreign minister".
type titledActor struct {
	title string // folded noun
	actor int
}

// know remembers a name of the text and an acronym that it introduces in brackets.
func (v *resolver) know(f *found, person bool) {
	words := strings.Fields(f.folded)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	v.remember(knownName{words: words, actor: f.actor, person: person, sc: f.sc.index})
	sc, t := f.sc, f.last+1
	if person || sc.lower(t) != "(" || sc.lower(t+2) != ")" && sc.lower(t+2) != "," && sc.lower(t+2) != ";" {
		return
	}
	if short := sc.Tokens[t+1].Text; initialsOf(short, words) {
		v.acronyms[graph.Fold(short)] = f.actor
	}
}

// remember files the name of a person under its first and last word, and a body's under all
// that may stand for it later.
func (v *resolver) remember(k knownName) {
	if len(k.words) == 0 {
		return
	}
	if !k.person {
		v.rememberBody(k)
		return
	}
	last := k.words[len(k.words)-1]
	filed := v.bySuffix[last]
	for n := len(filed) - 1; n >= 0 && n >= len(filed)-64; n-- {
		if o := &v.known[filed[n]]; o.actor == k.actor && o.sc == k.sc && slices.Equal(o.words, k.words) {
			return
		}
	}
	at := len(v.known)
	v.known = append(v.known, k)
	v.file(last, at)
	if first := k.words[0]; first != last {
		v.file(first, at)
	}
}

// rememberBody files a name, its ends, and its beginnings without "Corp." and the like. The
// last name filed under a short form has it.
func (v *resolver) rememberBody(k knownName) {
	for at := max(0, len(k.words)-8); at < len(k.words); at++ {
		if end := k.words[at:]; at == 0 || !slices.Contains(end, "of") && (len(end) > 1 || v.ownName(k.actor, end[0])) {
			v.short[strings.Join(end, " ")] = k.actor
		}
	}
	company := corporate[k.words[len(k.words)-1]] && v.profiles[k.actor].Kind == graph.Organization
	for n := 1; n < len(k.words) && n <= 8; n++ {
		rest := k.words[n:]
		if n == 1 && company && len(k.words[0]) > 3 || !slices.ContainsFunc(rest, func(w string) bool { return !corporate[w] }) {
			v.short[strings.Join(k.words[:n], " ")] = k.actor
		}
	}
	v.whole[strings.Join(k.words, " ")] = true
}

// ownName reports whether the last word of a name stands for it later in a text: any of a name that
// the register does not know, and of those that it knows the words that say what bears them,
// "the Commission", not "the House" of the White House.
func (v *resolver) ownName(actor int, word string) bool {
	_, cue := lastCues[word]
	return cue || v.actors[actor].Register == nil
}

// file keeps the names under a word in the order of their sentences.
func (v *resolver) file(word string, at int) {
	list := v.bySuffix[word]
	pos, _ := slices.BinarySearchFunc(list, v.known[at].sc+1, func(i, sc int) int { return v.known[i].sc - sc })
	v.bySuffix[word] = slices.Insert(list, pos, at)
}

// initialsOf reports whether capitals can be the initials of a name, in order.
func initialsOf(short string, words []string) bool {
	if len(short) < 2 || len(short) > 8 || short != strings.ToUpper(short) || strings.ToLower(short) == short {
		return false
	}
	letters, at, hit := graph.Fold(short), 0, 0
	for _, c := range letters {
		for k := at; k < len(words); k++ {
			if strings.HasPrefix(words[k], string(c)) {
				hit, at = hit+1, k+1
				break
			}
		}
	}
	return hit >= 2 && hit*4 >= len(letters)*3
}

// shorter finds the earlier name of which f is the end, or the beginning with only
// "Corp." and the like left off.
func (v *resolver) shorter(f *found) (actor int, ok bool) {
	words := strings.Fields(f.folded)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	key := strings.Join(words, " ")
	if len(words) == 1 {
		if a, ok := v.acronyms[key]; ok {
			return a, true
		}
	}
	a, ok := v.short[key]
	if !ok || f.entry >= 0 && v.whole[key] {
		return -1, false // the register's name stands for itself
	}
	return a, true
}
