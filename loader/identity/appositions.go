package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// appositions ties nominals to the names they stand beside: "Ann Lee, the trade minister,"
// and "the trade minister, Ann Lee,", and by a copula.
func (v *resolver) appositions(sc *scan, names []*found, nominals []*nominal) {
	for _, n := range nominals {
		if n.many && (n.role.use == roleOffice || n.role.use == rolePerson) {
			v.titleOfSeveral(sc, names, n)
		}
		if n.many || n.role.use == roleModifier {
			continue
		}
		subject, becomes := sc.Child(n.head, language.NSubj), v.becomer(sc, n)
		if becomes >= 0 {
			subject = becomes
		}
		near, _ := slices.BinarySearchFunc(names, n.first-20, func(f *found, t int) int { return f.first - t })
		for at := 0; at < len(names); at++ {
			f := names[at]
			if f.first > n.last+20 {
				break
			}
			if at < near && !(f.first <= subject && subject <= f.last) {
				if subject < 0 || f.first > subject {
					at = near - 1
				}
				continue
			}
			if v.labelled(sc, f, n) || v.calledSo(sc, f, n) {
				n.named = f
				f.step(v.doc, "name.label", "the noun beside the name says what it is", n.first, n.last)
				break
			}
			person := f.typ == "" || f.typ == TypePerson || f.typ == TypeOfficial
			start := f.first
			if f.titled && f.from > n.last {
				start = f.from
			}
			if v.guessed(f) && n.role.isBody() && sc.lower(start-1) == "the" {
				start-- // "the watchdog, the CNIL,"
			}
			fits := person && (n.role.use == roleOffice || n.role.use == rolePerson) ||
				n.role.isBody() && (f.typ == TypeGroup || f.typ == TypeOrganization || f.typ == TypeAgency || v.guessed(f))
			if !fits || f.titled && f.from <= n.first && n.last < f.first {
				continue
			}
			switch {
			case n.role.isBody() && n.definite && start == n.last+1 && !person && nounPhraseEnds(sc, f.last): // "the alliance NATO met"
			case n.first == f.last+2 && sc.Tokens[f.last+1].Text == "," && !v.listed(sc, n.last):
			case start == n.last+2 && sc.Tokens[n.last+1].Text == "," && (n.definite || n.owned || n.country != "" || sc.lower(f.last+1) == ",") && closes(sc, f.last):
			case start > n.last+2 && sc.Tokens[start-1].Text == "," && (n.definite || n.owned) && v.onePhrase(sc, n.last+1, start-2) && closes(sc, f.last):
			case v.copula(sc, f, n), person && f.first <= becomes && becomes <= f.last:
			default:
				continue
			}
			if n.role.isBody() && v.guessed(f) {
				f.takes(n)
			}
			v.join(f, n)
			break
		}
		if n.named == nil && becomes >= 0 && !n.role.isBody() && len(nominals) < 100 { // "the deputy, Ann Lee, takes over as mayor"
			for _, o := range nominals {
				if o.head == becomes && o.named != nil {
					v.join(o.named, n)
					break
				}
			}
		}
	}
}

// titleOfSeveral reads a title before a list of names: "Presidents Lee and Park", "ministers Ann
// Lee, Omar Said and Per Holm".
func (v *resolver) titleOfSeveral(sc *scan, names []*found, n *nominal) {
	next := n.last + 1
	at, _ := slices.BinarySearchFunc(names, next, func(f *found, t int) int { return f.first - t })
	var list []*found
	for ; at < len(names) && len(list) < 8; at++ {
		f := names[at]
		if f.first != next || f.titled || f.typ != "" && f.typ != TypePerson && f.typ != TypeOfficial {
			break
		}
		list = append(list, f)
		next = f.last + 1
		if sc.lower(next) == "," {
			next++
		}
		if sc.lower(next) == "and" {
			next++
		}
		if next == f.last+1 {
			break
		}
	}
	if len(list) < 2 {
		return
	}
	for _, f := range list {
		if f.entry < 0 && f.body < 0 {
			f.titled, f.title = true, role{use: n.role.use, sectors: n.sectors}
			if f.country == "" {
				f.country = n.country
			}
		}
		f.step(v.doc, "title.several", "the title before the list says what each is", n.first, n.last)
	}
	n.several = list
}

// guessed reports whether nothing but its shape speaks for what a name bears: a phrase beside
// it, which says what it is, knows better.
func (v *resolver) guessed(f *found) bool {
	if !f.unregistered() || f.titled {
		return false
	}
	for _, s := range f.steps {
		if s.Rule != "name.shape" {
			return false
		}
	}
	first, _, _ := strings.Cut(f.folded, " ")
	return f.typ != TypePerson || !v.r.given[first]
}

// labelled reports whether a name stands right beside the noun that says what it is: "the
// Dagens Nyheter newspaper", "the group Morning Front". An unknown name takes the noun's type.
func (v *resolver) labelled(sc *scan, f *found, n *nominal) bool {
	behind := f.last+1 == n.head && f.first >= n.first
	if f.titled || !behind && (f.first != n.head+1 || !n.definite && !n.owned && n.country == "") {
		return false
	}
	if !n.role.isBody() {
		return false
	}
	switch {
	case f.entry >= 0 || f.body >= 0:
		return f.typ == n.typ
	case f.land != "" || f.place >= 0 || f.typ == TypeNationality || f.typ == TypeCountry || f.typ == TypeEventName:
		return false
	}
	if n.role.use == roleAgency || n.noun == "family" || n.noun == "team" || n.noun == "administration" {
		return false // "the Ortega government" is named after a person
	}
	f.takes(n)
	return true
}

// onePhrase reports whether tokens are a phrase of the noun before them: "of the central bank".
func (v *resolver) onePhrase(sc *scan, first, last int) bool {
	if w := sc.lower(first); w != "of" && w != "for" && w != "at" && w != "in" || last-first > 8 {
		return false
	}
	for t := first; t <= last; t++ {
		switch sc.Tokens[t].POS {
		case language.VERB, language.AUX, language.SCONJ, language.PRON:
			return false
		case language.PUNCT:
			if sc.Tokens[t].Text != "-" {
				return false
			}
		}
	}
	return true
}

// listed reports whether a list goes on right behind a noun, so that the comma before it
// was one of a list: "Lee, a minister and two aides".
func (v *resolver) listed(sc *scan, last int) bool {
	w := sc.lower(last + 1)
	return w == "and" || w == "or"
}

// closes reports whether a phrase ends behind a token: a comma, a full stop, a verb.
func closes(sc *scan, last int) bool {
	if last+1 >= len(sc.Tokens) {
		return true
	}
	switch sc.Tokens[last+1].POS {
	case language.PUNCT, language.VERB, language.AUX, language.ADV, language.SCONJ, language.ADP:
		return true
	}
	return false
}

// copula reports whether the sentence says that f is n: "Lee is the minister".
func (v *resolver) copula(sc *scan, f *found, n *nominal) bool {
	if sc.Child(n.head, language.Cop) < 0 {
		return false
	}
	s := sc.Child(n.head, language.NSubj)
	return s >= f.first && s <= f.last
}

// join gives a name what the phrase beside it says.
func (v *resolver) join(f *found, n *nominal) {
	n.named = f
	code := n.country
	if code == "" && len(n.codes) == 1 {
		code = n.codes[0].code
	}
	if code == "" && n.with != nil {
		code = n.with.country
	}
	if f.entry < 0 && f.body < 0 && f.country == "" && (f.typ == "" || f.typ == TypePerson || f.typ == TypeOfficial) {
		f.country = code
	}
	if f.entry < 0 && f.body < 0 && (n.role.use == roleOffice || n.role.use == rolePerson) {
		if !f.titled || f.title.use != roleOffice {
			f.title = role{use: n.role.use, sectors: n.sectors}
		}
		f.titled = true
	}
	if f.entry < 0 && f.body < 0 && len(f.sectors) == 0 {
		f.sectors = n.sectors
	}
	f.step(v.doc, "name.beside", "the phrase beside the name says what it is", n.first, n.last)
}
