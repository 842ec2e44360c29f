package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// ordinary reports whether a word that opens a sentence with a capital is one of the roles'
// words: "Army chiefs", "Protesters".
func (v *resolver) ordinary(folded string) bool {
	if _, ok := v.r.roles.modifiers[folded]; ok {
		return true
	}
	_, ok := v.r.roles.nouns[folded]
	return ok
}

// titleAt is the number of tokens of a capitalised title that begins at i and is followed by a
// name, 0 for none.
func (v *resolver) titleAt(sc *scan, i int) int {
	for n := min(6, len(sc.Tokens)-i-1); n > 0; n-- {
		if !sc.capitalised(i + n) {
			continue
		}
		key := sc.fold(i, i+n-1)
		if n == 2 && portfolio[sc.fold(i+1, i+1)] {
			return n // "Culture Minister"
		}
		if r, ok := v.r.roles.nouns[key]; ok && !r.plural && (r.use == roleOffice || r.use == rolePerson) {
			return n
		}
		if _, ok := v.r.roles.honorifics[key]; ok {
			if sc.Tokens[i+n].Text == "." {
				n++
			}
			return n
		}
	}
	return 0
}

// portfolio are offices that carry any word for their field before them.
var portfolio = map[string]bool{"minister": true, "secretary": true, "commissioner": true, "spokesman": true, "spokeswoman": true}

// titleBefore reads the title that stands right before a name, with what qualifies it:
// "French Foreign Minister", "rebel commander", "Gen."
func (v *resolver) titleBefore(f *found, taken []bool) {
	if f.typ == TypeCountry || f.typ == TypeNationality || f.typ == TypePlace && f.place >= 0 {
		return
	}
	sc, end := f.sc, f.first-1
	if end >= 0 && sc.Tokens[end].Text == "." {
		end--
	}
	for n := min(6, end+1); n > 0; n-- {
		start := end - n + 1
		if taken[start] || taken[end] || sc.start[end] == sc.start[end+1] || sc.start[start] == sc.start[start+1] {
			continue
		}
		key := sc.fold(start, end)
		if honour, ok := v.r.roles.honorifics[key]; ok && sc.capitalised(start) && (f.typ == "" || f.typ == TypePerson || f.entry >= 0 && f.typ != TypeAgency && f.typ != TypeOrganization) {
			f.titled, f.from = true, start
			f.title = role{use: rolePerson, sectors: honour}
			if len(honour) > 0 && honour[0] != "REL" && honour[0] != "EDU" {
				f.title.use = roleOffice
			}
			f.step(v.doc, "title.honorific", "a title before the name", start, end)
			v.beforeTitle(f, start, key)
			v.officeBefore(f, start-1, taken)
			return
		}
		r, ok := v.r.roles.nouns[key]
		if !ok || r.plural || r.use != roleOffice && r.use != rolePerson {
			continue
		}
		if f.entry < 0 && f.typ != "" && f.typ != TypePerson && f.typ != TypeOfficial {
			return // "leader Cambridge University" is no title
		}
		if f.entry >= 0 && f.typ != TypeOfficial && f.typ != TypePerson {
			return
		}
		if v.anothers(f, start, key) {
			return
		}
		f.titled, f.title, f.from = true, r, start
		f.step(v.doc, "title.office", "the words before the name say what the person is", start, end)
		v.beforeTitle(f, start, key)
		return
	}
}

// anothers reports whether a title right before a bare surname is that of somebody else, of whom
// the name says something: "the North Korean leader Trump called" is not Trump. So it is where
// the register knows who holds the office on the day, and the surname as that of another
// state's official.
func (v *resolver) anothers(f *found, start int, noun string) bool {
	words := strings.Fields(f.folded)
	code, _, _ := v.modifiersBefore(f.sc, start)
	if len(words) != 1 || !graph.IsState(code) || v.c.Published.Year() == 0 {
		return false
	}
	holder, ok := v.r.Holder(code, noun, v.c.Published)
	if !ok || slices.Contains(strings.Fields(graph.Fold(holder.Name)), words[0]) {
		return false
	}
	elsewhere := false
	for _, s := range v.r.senses[words[0]] {
		if s.what != senseSurname || !v.inOffice(&v.r.entries[s.at]) {
			continue
		}
		if string(v.r.entries[s.at].Country) == code {
			return false
		}
		elsewhere = true
	}
	return elsewhere
}

// officeBefore reads the office that stands before an honorific: "defence minister Gen.". It
// says more than that.
func (v *resolver) officeBefore(f *found, end int, taken []bool) {
	sc := f.sc
	for n := min(6, end+1); n > 0; n-- {
		start := end - n + 1
		if taken[start] || taken[end] || sc.start[end] == sc.start[end+1] || sc.start[start] == sc.start[start+1] {
			continue
		}
		key := sc.fold(start, end)
		if r, ok := v.r.roles.nouns[key]; ok && !r.plural && r.use == roleOffice {
			f.title, f.from = r, start
			f.step(v.doc, "title.office", "the words before the name say what the person is", start, end)
			v.beforeTitle(f, start, key)
			return
		}
	}
}

// beforeTitle reads state and sector before a title.
func (v *resolver) beforeTitle(f *found, start int, noun string) {
	code, s, from := v.modifiersBefore(f.sc, start)
	if f.country == "" {
		f.country = code
	}
	if len(s) > 0 && privateSectors[s[0]] && f.title.use == roleOffice && (general[noun] || noun == "president" || noun == "vice president") {
		f.title = role{use: rolePerson, sectors: s} // "Taliban spokesman", "Acme president"
	}
	f.title.sectors = mergeSpheres(s, f.title.sectors)
	f.from = min(f.from, from)
	if f.title.use == roleOffice && f.sc.formerly(from-1, start) {
		f.title.sectors = mergeSectors([]graph.Sector{"ELI"}, f.title.sectors)
	}
}

// formerly reports whether a word among the tokens says that an office is over.
func (sc *scan) formerly(first, end int) bool {
	for t := max(first, 0); t < end; t++ {
		switch sc.lower(t) {
		case "former", "ex", "ousted", "deposed", "retired", "onetime":
			return true
		}
	}
	return false
}

// precise are the public spheres that say more than GOV: a legislator of the European Union
// is one of its legislature, a soldier of the government one of its army.
var precise = map[graph.Sector]bool{"LEG": true, "MIL": true, "COP": true, "JUD": true, "SPY": true, "ELI": true}

// mergeSpheres is the sectors of what stands before a noun with those of the noun, the more
// precise first.
func mergeSpheres(before, noun []graph.Sector) []graph.Sector {
	if len(before) > 0 && before[0] == "GOV" && len(noun) > 0 && precise[noun[0]] {
		return mergeSectors(noun, before)
	}
	return mergeSectors(before, noun)
}

// modifiersBefore goes left from a noun through what qualifies it.
func (v *resolver) modifiersBefore(sc *scan, start int) (code string, s []graph.Sector, from int) {
	from = start
	for t := start - 1; t >= max(0, start-7); t-- {
		if sc.possessive(t) || sc.Tokens[t].Text == "-" {
			continue
		}
		if c := sc.covered[t]; c >= 0 {
			m := &sc.matches[c]
			if sc.possessive(t+1) || sc.Tokens[t+1].Text != "," {
				if one := v.state(m, senseAdjective, senseCountry); one != "" {
					if code == "" {
						code = one
					}
					from = m.first
				} else if p := v.choosePlace(m); p >= 0 && t == start-1 {
					if code == "" {
						code = string(v.r.places[p].place.CountryCode)
					}
					from = m.first
				} else if a := v.chooseEntry(sc, m); a >= 0 {
					e := &v.r.entries[a]
					if e.Kind == graph.Official || e.Kind == graph.Person {
						break
					}
					if code == "" && e.Country != "" {
						code = string(e.Country)
					}
					s = mergeSectors(s, e.Sectors)
					from = m.first
				} else {
					break
				}
			}
			t = m.first
			continue
		}
		if sc.start[t] == sc.start[t+1] {
			break
		}
		key := sc.fold(t, t)
		if key == "least" || key == "more" || key == "than" || key == "most" || dated[key] && sc.capitalised(t) {
			break // "Friday police" are the police on Friday
		}
		if two := t - 1; two >= 0 {
			if x, ok := v.r.roles.modifiers[sc.fold(two, t)]; ok && sc.start[two] < sc.start[two+1] {
				s = mergeSectors(s, x)
				from = two
				t = two
				continue
			}
		}
		if x, ok := v.r.roles.modifiers[key]; ok {
			s = mergeSectors(s, x)
			from = t
			continue
		}
		switch sc.Tokens[t].POS {
		case language.ADJ, language.NOUN, language.PROPN, language.NUM, language.DET:
			if sc.Tokens[t].POS == language.DET {
				if sc.lower(t) != "no" {
					from = t
				}
				return code, s, from
			}
			from = t
			continue
		case language.VERB:
			if tag := sc.Tokens[t].Tag; sc.Tokens[t].Relation.Is(language.AMod) && (tag == "VBN" || tag == "VBG") {
				if t == 0 || sc.Tokens[t-1].POS != language.NOUN && !v.nounEnds(sc, t-1) { // "the report mentioned soldiers" is a clause
					from = t
					continue
				}
			}
		}
		break
	}
	return code, s, from
}

// nounEnds reports whether a role noun ends with a token, whatever its tag: "secretary-general".
func (v *resolver) nounEnds(sc *scan, last int) bool {
	for first := last; first >= max(0, last-3); first-- {
		if _, noun := v.r.roles.nouns[sc.fold(first, last)]; noun && sc.start[first] < sc.start[first+1] {
			return true
		}
	}
	return false
}

// mergeSectors is a with what b adds, in order, three at most.
func mergeSectors(a, b []graph.Sector) []graph.Sector {
	out := slices.Clone(a)
	for _, s := range b {
		if s != "UNK" && !slices.Contains(out, s) && len(out) < 3 {
			out = append(out, s)
		}
	}
	return out
}
