package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// run finds the name that begins at token i and that the register does not know: a stretch
// of capitalised words, with "of" and "for" after words such as "Ministry" and with the
// particles of family names inside.
func (v *resolver) run(sc *scan, i int, taken []bool) (first, last int, ok bool) {
	if !v.partOfName(sc, i, taken) {
		return 0, 0, false
	}
	if n := v.titleAt(sc, i); n > 0 { // "Deputy Secretary of Defense Robert Work": the name comes behind
		return 0, 0, false
	}
	last = i
	for last+1 < len(sc.Tokens) {
		t := last + 1
		switch {
		case v.partOfName(sc, t, taken):
			last = t
			continue
		case joins(sc, last, t) && t+1 < len(sc.Tokens) && !taken[t+1] && sc.capitalised(t+1):
			if c := sc.covered[t+1]; c >= 0 {
				last = sc.matches[c].last
			} else {
				last = t + 1
			}
			continue
		case sc.possessive(t) && t+1 < len(sc.Tokens) && v.partOfName(sc, t+1, taken) && v.cueSoon(sc, t+1):
			last = t + 1
			continue
		case sc.Tokens[t].Text == "," && t+1 < len(sc.Tokens) && !taken[t+1] && incorporated[strings.TrimSuffix(sc.lower(t+1), ".")] && sc.capitalised(t+1): // "Acme, Inc."
			last = t + 1
			continue
		case roman[sc.Tokens[t].Text]: // "World War II"
			last = t
			continue
		case sc.covered[t] >= 0 && !taken[t] && last == i && v.surnameLike(sc, t) && (v.r.given[sc.fold(i, i)] || v.onlyPerson(sc, t)): // "Michael" "Jordan"
			last = t
			continue
		case sc.covered[t] >= 0 && !taken[t] && v.generic(sc, t): // "New" "Democratic Party"
			last = sc.matches[sc.covered[t]].last
			continue
		case sc.covered[t] >= 0 && !taken[t] && last == i && sc.start[i] < sc.start[i+1] && firstCues[sc.words[sc.start[i]].folded]:
			last = sc.matches[sc.covered[t]].last
			continue
		case sc.Tokens[t].Text == "-" && t+1 < len(sc.Tokens) && (v.partOfName(sc, t+1, taken) || sc.Tokens[t+1].POS == language.PROPN && sc.covered[t+1] < 0 && !taken[t+1]) && sc.Tokens[t].Start == sc.Tokens[last].End:
			last = t + 1
			continue
		case particle(sc.Tokens[t].Text) && sc.Tokens[t].Text == sc.lower(t) && v.partOfName(sc, t+1, taken):
			last = t + 1
			continue
		}
		break
	}
	if i == last && sc.opens(i) && sc.Tokens[i].POS != language.PROPN {
		return 0, 0, false
	}
	return i, last, true
}

// roman are numbers that end names.
var roman = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "VI": true, "XIV": true, "XVI": true}

// formerly are words before a title that open a sentence with a capital.
var formerly = map[string]bool{"former": true, "acting": true, "outgoing": true, "incoming": true, "late": true, "retired": true, "senior": true, "then": true, "veteran": true, "ousted": true}

// incorporated stand behind the comma of a company's name.
var incorporated = map[string]bool{"inc": true, "llc": true, "ltd": true, "llp": true, "lp": true, "l.l.c": true, "plc": true, "corp": true, "l.p": true, "co": true}

var directions = map[string]bool{"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true}

// surnameLike reports whether the name of a land or city at a token is the surname of the
// given name before it.
func (v *resolver) surnameLike(sc *scan, t int) bool {
	m := &sc.matches[sc.covered[t]]
	_, actor := m.has(senseActor)
	return !actor && m.first == m.last && !m.senses[0].acronym && sc.Tokens[t].POS == language.PROPN && !v.modifies(sc, t)
}

// onlyPerson reports whether a match is a word for one of a people and nothing else, which
// behind a name is a surname: "Volker" "Turk".
func (v *resolver) onlyPerson(sc *scan, t int) bool {
	for _, s := range sc.matches[sc.covered[t]].senses {
		if s.what != sensePerson {
			return false
		}
	}
	return sc.capitalised(t - 1)
}

// generic reports whether a match that begins at a token is a group's or body's name of
// general words, of which longer names are made: "Democratic Party", "Supreme Court".
func (v *resolver) generic(sc *scan, t int) bool {
	m := &sc.matches[sc.covered[t]]
	s, ok := m.has(senseActor)
	if !ok || m.first != t || m.last == m.first {
		return false
	}
	if k := v.r.entries[s.at].Kind; k != graph.Group && k != graph.Agency {
		return false
	}
	_, cue := lastCues[sc.fold(m.last, m.last)]
	return cue
}

// prefixes stand before a hyphen and begin no name: "Ex-CIA director".
var prefixes = map[string]bool{"ex": true, "anti": true, "pro": true, "non": true, "post": true, "pre": true, "mid": true, "former": true, "then": true, "vice": true}

// cueSoon reports whether a name's last word is near: "St. Mary's" "Hospital".
func (v *resolver) cueSoon(sc *scan, t int) bool {
	for k := t; k < len(sc.Tokens) && k <= t+2 && sc.capitalised(k); k++ {
		if _, ok := lastCues[sc.fold(k, k)]; ok {
			return true
		}
	}
	return false
}

// joins reports whether a small word ties two capitalised words to one name.
func joins(sc *scan, last, t int) bool {
	switch sc.lower(t) {
	case "of", "for":
		_, cue := lastCues[sc.fold(last, last)]
		return cue && sc.Tokens[t].Text != "Of"
	case "&":
		return true
	case "and": // "Ministry of Trade and Industry"
		for k := last - 1; k >= max(0, last-3); k-- {
			if sc.lower(k) == "of" || sc.lower(k) == "for" {
				_, cue := lastCues[sc.fold(max(0, k-1), max(0, k-1))]
				return cue && sc.covered[last] < 0
			}
		}
	}
	return false
}

// partOfName reports whether a token can belong to an unknown name.
func (v *resolver) partOfName(sc *scan, i int, taken []bool) bool {
	if i < 0 || i >= len(sc.Tokens) || taken[i] || sc.covered[i] >= 0 || sc.start[i] == sc.start[i+1] || !sc.capitalised(i) {
		return false
	}
	t := &sc.Tokens[i]
	w := sc.words[sc.start[i]]
	if sc.opens(i) && (v.ordinary(sc.fold(i, i)) || formerly[w.folded]) || prefixes[w.folded] && (sc.lower(i+1) == "-" || sc.start[i+1]-sc.start[i] > 1) {
		return false
	}
	if calendar[w.folded] && !((w.folded == "march" || w.folded == "may" || directions[w.folded]) && sc.capitalised(i+1) && !sc.numeral(i+1)) && !sc.surnameOfMonth(i) || w.folded[0] >= '0' && w.folded[0] <= '9' {
		return false
	}
	switch t.POS {
	case language.PROPN:
		return true
	case language.AUX:
		return sc.surnameOfMonth(i)
	case language.NOUN, language.ADJ, language.X:
		return !sc.opens(i) && !sc.shouting
	case language.VERB, language.ADV, language.INTJ:
		return !sc.opens(i) && !sc.shouting && sc.capitalised(i+1)
	}
	return false
}

// numeral reports whether a token begins with a digit.
func (sc *scan) numeral(token int) bool {
	c := sc.Tokens[token].Text[0]
	return '0' <= c && c <= '9'
}

// cueAfter finds the words that make a longer name of a name of the register: "London"
// "School of Economics", "Clinton" "Foundation".
func (v *resolver) cueAfter(sc *scan, last int, taken []bool) (end int, ok bool) {
	for t := last + 1; t < len(sc.Tokens) && t <= last+5; t++ {
		if !v.partOfName(sc, t, taken) || v.titleAt(sc, t) > 0 {
			return 0, false
		}
		if _, cue := lastCues[sc.fold(t, t)]; cue {
			if _, e, ok := v.run(sc, t, taken); ok {
				return e, true
			}
			return t, true
		}
	}
	return 0, false
}

// unknown is the mention for a name that the register does not know. Its type may stay
// open until the rest of the text has been read.
func (v *resolver) unknown(sc *scan, first, last int) *found {
	if sc.lower(first) == "the" && last > first {
		first++
	}
	f := newFound(sc, first, last, "")
	f.name, f.folded = sc.text(v.doc, first, last), sc.fold(first, last)
	if f.folded == "" {
		return nil
	}
	words := strings.Fields(f.folded)
	end := words[len(words)-1]
	if len(words) > 2 && roman[sc.Tokens[last].Text] {
		end = words[len(words)-2]
	}
	if len(words) == 1 && creeds[end] {
		if at := v.ofParty(sc, f); at >= 0 {
			f.entry, f.typ = at, TypeGroup
			f.country, f.sectors = string(v.r.entries[at].Country), v.r.entries[at].Sectors
			f.step(v.doc, "name.party", "the party of this creed in a state that the text speaks of: "+v.r.entries[at].Name, first, last)
			return f
		}
		f.typ = TypeNationality
		f.step(v.doc, "name.creed", "a word for a creed, a people or a party's followers", first, last)
		return f
	}
	if of := slices.IndexFunc(words, func(w string) bool { return w == "of" || w == "for" }); of > 0 {
		if c, ok := lastCues[words[of-1]]; ok {
			v.cued(f, c, words[of-1])
			v.stateInside(f)
			return f
		}
	}
	if c, ok := lastCues[end]; ok && len(words) > 1 {
		v.cued(f, c, end)
		v.stateInside(f)
		return f
	}
	if firstCues[words[0]] && len(words) > 1 && words[0] != "san" && words[0] != "el" {
		v.cued(f, cue{typ: TypePlace}, words[0])
		return f
	}
	if settled(sc, first, last) {
		f.typ = TypePlace
		f.step(v.doc, "name.settlement", "a word for a settlement stands with it", first, last)
		return f
	}
	if n := sc.NameAt(last); n >= 0 {
		switch sc.Names[n].Type {
		case language.PER:
			f.typ = TypePerson
		case language.LOC:
			if len(words) == 1 || first > 0 && sc.Tokens[first-1].POS == language.ADP {
				f.typ = TypePlace
			}
		case language.NORP:
			f.typ = TypeNationality
		}
		if f.typ != "" {
			f.step(v.doc, "name.shape", "the language engine takes it for "+string(sc.Names[n].Type), first, last)
		}
	}
	return f
}

func (v *resolver) cued(f *found, c cue, word string) {
	f.typ, f.sectors = c.typ, c.sectors
	f.step(v.doc, "name.cue", "the word "+word+" says what bears the name", f.first, f.last)
}

// stateInside takes the state of a name from a state, adjective or city in it or before it.
func (v *resolver) stateInside(f *found) {
	for t := f.first; t <= f.last; t++ {
		c := f.sc.covered[t]
		if c < 0 {
			continue
		}
		if code := v.state(&f.sc.matches[c], senseAdjective, senseCountry, senseCapital); code != "" {
			f.country = code
			return
		}
		if p := v.choosePlace(&f.sc.matches[c]); p >= 0 && (t == f.first || f.sc.lower(t-1) == "of") {
			f.country = string(v.r.places[p].place.CountryCode)
			return
		}
	}
	if code := v.stateBefore(f.sc, f.first); code != "" {
		f.country = code
	}
}
