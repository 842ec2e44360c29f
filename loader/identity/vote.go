package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
)

// placeNouns stand right before the name of a place, or before "of" and it: "the river Ossa", "the
// town of Kadun".
var placeNouns = map[string]bool{
	"river": true, "lake": true, "mountain": true, "town": true, "city": true, "village": true, "port": true, "province": true, "district": true, "island": true,
	"suburb": true, "region": true, "county": true, "municipality": true, "valley": true, "desert": true, "strait": true, "hamlet": true, "neighbourhood": true,
	"neighborhood": true, "township": true, "settlement": true, "peninsula": true, "creek": true, "stream": true, "volcano": true, "reservoir": true, "parish": true,
	"commune": true, "canton": true, "prefecture": true, "governorate": true, "oblast": true, "borough": true, "enclave": true, "oasis": true, "glacier": true,
}

// partsOfPlaces stand before "of" and a place, or behind it and "'s".
var partsOfPlaces = map[string]bool{
	"resident": true, "inhabitant": true, "outskirt": true, "street": true, "suburb": true, "mayor": true, "centre": true, "center": true, "north": true, "south": true,
	"east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true, "coast": true, "shore": true, "bank": true, "airport": true,
	"harbour": true, "harbor": true, "population": true, "climate": true, "villager": true, "edge": true, "tributary": true, "source": true, "neighbourhood": true,
}

// bodyNouns stand right before the name of a body that is no actor by the noun alone.
var bodyNouns = map[string]bool{
	"band": true, "group": true, "duo": true, "trio": true, "orchestra": true, "ensemble": true, "choir": true, "club": true, "team": true, "label": true, "studio": true, "brand": true,
	"chain": true, "website": true, "blog": true, "store": true, "theatre": true, "quartet": true,
}

// onlyPlaces are prepositions that persons and bodies do not follow, but for rare uses.
var onlyPlaces = map[string]bool{"in": true, "near": true, "across": true, "inside": true, "outside": true, "throughout": true, "around": true}

// vote decides what a name is that nothing but its shape explains by all the places of the text
// where it stands: one "residents of Kadun" makes a place of every Kadun.
func (v *resolver) vote() {
	type votes struct {
		place, person, body bool
		typ                 MentionType // of a body, which the noun beside it has told
	}
	all := map[string]*votes{}
	of := func(name string) *votes {
		if all[name] == nil {
			all[name] = &votes{}
		}
		return all[name]
	}
	for _, names := range v.found {
		for _, f := range names {
			if f.folded == "" {
				continue
			}
			if words := strings.Fields(f.folded); len(words) > 1 && (f.typ == TypePerson || f.typ == TypeOfficial) {
				of(words[0]).person, of(words[len(words)-1]).person = true, true
			}
			x := of(f.folded)
			if f.unregistered() && (f.typ == TypeAgency || f.typ == TypeGroup || f.typ == TypeOrganization) && !v.guessed(f) && !f.titled {
				x.typ = f.typ
				continue
			}
			x.person = x.person || f.titled || f.typ != TypePlace && !v.guessed(f) || v.behaves(f)
			x.place = x.place || v.guessed(f) && v.placeCue(f)
			x.body = x.body || bodyNouns[lemmaAt(f.sc, f.first-1)] && f.sc.Tokens[f.first-1].POS == language.NOUN
		}
	}
	for _, names := range v.found {
		for _, f := range names {
			x := all[f.folded]
			switch {
			case x == nil || x.person || !v.guessed(f):
			case x.typ != "":
				if f.typ != x.typ {
					f.typ = x.typ
					f.step(v.doc, "name.vote", "elsewhere the text says what bears this name", f.first, f.last)
				}
			case x.body:
				f.typ = TypeOrganization
				f.step(v.doc, "name.vote", "the noun before this name, here or elsewhere, says that it is a body's", f.first, f.last)
			case x.place && (f.typ == TypePerson || f.typ == ""):
				f.typ = TypePlace
				f.step(v.doc, "name.vote", "the words around this name, here or elsewhere, make it a place's", f.first, f.last)
			case f.typ == TypePerson && f.sc.lower(f.first-1) == "the" && !f.sc.possessive(f.last+1):
				f.typ = TypeOrganization
				f.step(v.doc, "name.article", "a name with an article is no person's", f.first, f.last)
			}
		}
	}
}

func lemmaAt(sc *scan, t int) string {
	if t < 0 || t >= len(sc.Tokens) {
		return ""
	}
	return lemma(sc, t)
}

// behaves reports whether a name does in its sentence what persons do: it speaks.
func (v *resolver) behaves(f *found) bool {
	head := &f.sc.Tokens[f.head]
	return head.Relation.Is(language.NSubj) && head.Head >= 0 && speech[lemma(f.sc, head.Head)]
}

// placeCue reports whether the words around a name are those around a place.
func (v *resolver) placeCue(f *found) bool {
	sc := f.sc
	t := f.first - 1
	if sc.lower(t) == "the" {
		t--
	}
	if sc.lower(t) == "near" && !sc.possessive(f.last+1) {
		return true // one sits beside somebody, near a village
	}
	if t >= 0 && onlyPlaces[sc.lower(t)] && sc.Tokens[t].POS == language.ADP {
		return f.typ == TypePlace
	}
	before := lemmaAt(sc, t)
	if before == "of" {
		noun := lemmaAt(sc, t-1)
		return placeNouns[noun] || partsOfPlaces[noun] && noun != "source" && noun != "bank"
	}
	if placeNouns[before] && sc.Tokens[t].POS == language.NOUN {
		return true
	}
	if sc.lower(f.last+1) == "," && sc.lower(f.last+2) == "where" {
		return true
	}
	if sc.possessive(f.last + 1) {
		return partsOfPlaces[lemmaAt(sc, f.last+2)]
	}
	return false
}
