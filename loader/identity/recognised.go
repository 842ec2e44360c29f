package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// recognised decides between what tables and runs of capitals make of the name at token i,
// f, and what the language engine found there, which has learned where names end: "the
// Party for Peace and Work" is one name. A longer name of the register stands.
//
// next is the token behind what was decided, 0 where the engine changes nothing.
func (v *resolver) recognised(sc *scan, i int, f *found, taken []bool) (out *found, next int) {
	if v.creedBefore(sc, i, f) {
		return v.unknown(sc, i, i), i + 1
	}
	name, ok := v.nameFrom(sc, i)
	if !ok && f != nil && sc.lower(i) == "the" && f.last > i { // "the Independent Review Panel" is no newspaper
		if name, ok = v.nameFrom(sc, i+1); ok && name.Last <= f.last {
			return f, 0
		}
	}
	if !ok {
		if f != nil && f.typ == "" && f.unregistered() && !v.beforeOffice(sc, f.last+1) && !sc.surnameOfMonth(f.first) && !v.afterBody(sc, f.first) {
			return nil, i + 1 // a run of capitals that nothing but capitals speaks for
		}
		return f, 0
	}
	if hyphen := name.Last + 1; f != nil && f.unregistered() && hyphen < f.last && sc.Tokens[hyphen].Text == "-" && sc.Tokens[hyphen].Start == sc.Tokens[name.Last].End {
		name.Last = hyphen + 1 // no name ends within a word
	}
	for t := name.First; t <= name.Last; t++ {
		if taken[t] {
			return f, 0
		}
	}
	switch {
	case v.isNominal(sc, name),
		f != nil && !f.unregistered() && f.last >= name.Last && !v.otherwise(f, name.Type),
		f != nil && f.unregistered() && f.first == name.First && f.last >= name.Last && f.typ != "" && !v.anotherName(sc, name.Last+1, f.last),
		f != nil && name.Type == language.NORP:
		return f, 0
	}
	u := v.unknown(sc, name.First, name.Last)
	if u == nil {
		return f, 0
	}
	v.typed(u, name.Type)
	if u.typ == "" && name.Type == language.MISC && !v.afterBody(sc, u.first) {
		return nil, name.Last + 1 // a law, a book: nothing of it is a name of its own
	}
	return u, name.Last + 1
}

// creedBefore reports whether a run of capitals begins with a word for a creed or a party
// before what the language engine takes for a person: "Democrat Ann Lee".
func (v *resolver) creedBefore(sc *scan, i int, f *found) bool {
	if f == nil || !f.unregistered() || f.last == i || !creeds[sc.fold(i, i)] {
		return false
	}
	n := sc.NameAt(i + 1)
	return n >= 0 && sc.Names[n].First == i+1 && sc.Names[n].Type == language.PER
}

// anotherName reports whether the language engine finds a name that begins among the tokens
// and leaves the run of capitals there: "Union Party" "Joe Doe". What a comma brought into the
// run belongs to it: "Acme, Inc."
func (v *resolver) anotherName(sc *scan, first, last int) bool {
	if first <= last && sc.Tokens[first].Text == "," {
		return false
	}
	for t := first; t <= last; t++ {
		if n := sc.NameAt(t); n >= 0 && sc.Names[n].First == t {
			return true
		}
	}
	return false
}

// ownName reports whether the language engine takes the general wording of a body for a name,
// or for the beginning of one: "Ministry of Health", "Legislative Assembly of Ulster". Without
// an "of" a wording alone stays the body of the state that the text is about.
func ownName(sc *scan, first, last int) bool {
	n := sc.NameAt(last)
	if n < 0 || sc.Names[n].Type != language.ORG || sc.Names[n].First > first {
		return false
	}
	of := first + 1
	for of < last && sc.lower(of) != "of" {
		of++
	}
	return sc.Names[n].Last > last || of < last
}

// bareFirst is the first token of a mention without the article before what the language
// engine has as a name: "the Interior Ministry" is called Interior Ministry.
func bareFirst(f *found) int {
	if f.sc.lower(f.first) != "the" || f.first == f.last || f.form == Name && f.sc.Tokens[f.first].Text == "The" {
		return f.first
	}
	if n := f.sc.NameAt(f.first + 1); n >= 0 && f.sc.Names[n].First == f.first+1 && f.sc.Names[n].Last == f.last {
		return f.first + 1
	}
	return f.first
}

// unregistered reports whether no table of the register knows the name.
func (f *found) unregistered() bool {
	return f.entry < 0 && f.body < 0 && f.place < 0 && !f.settled && f.land == "" && f.typ != TypeCountry && f.typ != TypeNationality
}

// nameFrom is the name of the language engine that begins at token i, titles and a leading
// article left aside: they are read before the name.
func (v *resolver) nameFrom(sc *scan, i int) (language.Name, bool) {
	n := sc.NameAt(i)
	if n < 0 {
		return language.Name{}, false
	}
	name := sc.Names[n]
	if name.First < name.Last && sc.Tokens[name.First].POS == language.DET {
		name.First++
	}
	for name.Type != language.ORG && name.First < name.Last { // "Christian Democracy" is all name
		k := v.titleAt(sc, name.First)
		if k == 0 || name.First+k > name.Last {
			break
		}
		name.First += k
	}
	return name, name.First == i
}

// afterBody: "the security firm Pellucid" names the firm, known or not.
func (v *resolver) afterBody(sc *scan, first int) bool {
	if first < 2 || sc.Tokens[first-1].POS != language.NOUN || sc.capitalised(first-1) {
		return false
	}
	r, noun := v.r.roles.nouns[sc.fold(first-1, first-1)]
	return noun && r.isBody() && !r.plural && r.use != roleAgency
}

// beforeOffice: "the Acme president", "the Sunrise leader" say of whom, named or not.
func (v *resolver) beforeOffice(sc *scan, t int) bool {
	if t >= len(sc.Tokens) {
		return false
	}
	_, noun := v.r.roles.nouns[sc.fold(t, t)]
	return noun || v.titleAt(sc, t) > 0
}

// isNominal: "Senators", "the Court" are words for somebody, whatever their capitals.
func (v *resolver) isNominal(sc *scan, name language.Name) bool {
	words := sc.fold(name.First, name.Last)
	if _, noun := v.r.roles.nouns[words]; noun {
		return true
	}
	_, cue := lastCues[words]
	return cue
}

// otherwise reports whether a name that the register knows only as a place is, in its
// sentence, that of somebody.
func (v *resolver) otherwise(f *found, t language.NameType) bool {
	if _, part := v.longer[f.folded]; part {
		return false // of a city whose whole name the text has
	}
	if f.place >= 0 && !f.settled && v.r.places[f.place].place.Precision == graph.Region && strings.Contains(f.folded, " ") {
		return false // "Kano State"
	}
	return f.typ == TypePlace && f.entry < 0 && (t == language.PER || t == language.ORG)
}

// typed settles the type of an unknown name by that of the language engine, where its own
// words do not say better.
func (v *resolver) typed(f *found, t language.NameType) {
	var typ MentionType
	switch t {
	case language.PER:
		typ = TypePerson
	case language.LOC:
		typ = TypePlace
	case language.ORG:
		if f.typ == TypeAgency || f.typ == TypeGroup || f.typ == TypeOrganization {
			return
		}
		typ = TypeOrganization
	default:
		return
	}
	if f.typ != typ {
		f.typ = typ
		f.step(v.doc, "name.shape", "the language engine takes it for "+string(t), f.first, f.last)
	}
}
