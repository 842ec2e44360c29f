package identity

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// containedBy is the state, with the region where the gazetteer has it, in which the text puts
// a place that nobody knows: "Ames, Iowa", "the Brook Dam in Maine", "Orlec is a village on
// the coast of Croatia". Without any of these it is the state that the whole text is about.
func (v *resolver) containedBy(f *found) (code, region, why string) {
	sc := f.sc
	if code, region = v.landBehind(sc, f.last); code != "" {
		return code, region, "its land stands behind a comma"
	}
	head := f.head
	for n := 0; n < 3; n++ {
		for c := range sc.Children(head) {
			if c <= f.last || !(sc.Tokens[c].Relation.Is(language.NMod) || sc.Tokens[c].Relation.Is(language.Obl)) {
				continue
			}
			if code, region = v.landAt(sc, c); code != "" {
				return code, region, "the land that the phrase puts it in"
			}
		}
		t := &sc.Tokens[head]
		switch {
		case t.Relation.Is(language.NSubj) && t.Head >= 0 && sc.Child(t.Head, language.Cop) >= 0:
			head = t.Head // "is a village in …"
		case n == 0 && sc.Child(head, language.Appos) > f.last:
			head = sc.Child(head, language.Appos) // ", a village in …"
		default:
			n = 3
		}
	}
	if code = v.mainState(); code != "" {
		return code, "", "the state that the text is about"
	}
	return "", "", ""
}

// landAt is the state of a land, region or city that a token names behind a preposition of
// place, "" for none.
func (v *resolver) landAt(sc *scan, token int) (code, region string) {
	p := sc.Child(token, language.Case)
	if p < 0 {
		return "", ""
	}
	switch sc.lower(p) {
	case "in", "of", "near", "at", "within", "on":
	default:
		return "", ""
	}
	c := sc.covered[token]
	if c < 0 {
		for k := range sc.Children(token) { // "on the coast of Croatia"
			if sc.Tokens[k].Relation.Is(language.NMod) && sc.covered[k] >= 0 && k > token {
				c = sc.covered[k]
			}
		}
	}
	if c < 0 {
		return "", ""
	}
	m := &sc.matches[c]
	if code := v.state(m, senseCountry); code != "" {
		return code, ""
	}
	if at := v.choosePlace(m); at >= 0 {
		place := &v.r.places[at].place
		if place.Precision == graph.Region {
			return string(place.CountryCode), place.Name
		}
		return string(place.CountryCode), ""
	}
	return "", ""
}

// mainState is the state that a text is about: named or spoken of three times and more, and
// three times as often as any other.
func (v *resolver) mainState() string {
	if v.main == nil {
		first, most, second := "", 0, 0
		for _, sc := range v.scans {
			for i := range sc.matches {
				code := v.state(&sc.matches[i], senseCountry, senseAdjective)
				switch n := v.evidence[code]; {
				case code == "" || code == first:
				case n > most:
					first, most, second = code, n, most
				case n > second:
					second = n
				}
			}
		}
		for code, n := range v.evidence {
			if code != first {
				second = max(second, n) // a sum of maxima: the order does not matter
			}
		}
		if most < 3 || most < 3*second {
			first = ""
		}
		v.main = &first
	}
	return *v.main
}
