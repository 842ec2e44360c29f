package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// guess types a name by its surroundings. A name that nothing explains stays no mention.
func (v *resolver) guess(f *found, words []string) {
	sc := f.sc
	head := &sc.Tokens[f.head]
	word, _ := v.preposition(sc, f.first, f.head)
	speaks := head.Relation.Is(language.NSubj) && head.Head >= 0 && speech[lemma(sc, head.Head)]
	one := sc.Tokens[f.first].Text
	if sc.shouting {
		f.typ = ""
		return
	}
	for _, l := range v.r.townLines(f.folded) {
		if fields := strings.Split(l, "\t"); v.evidence[fields[2]] > 0 && f.typ == "" && !f.titled && !speaks {
			v.unknownPlace(f)
			return
		}
	}
	if len(words) == 1 && dated[words[0]] {
		f.typ = "" // a month, after all
		return
	}
	switch {
	case f.typ == TypePlace || settled(sc, f.first, f.last) || placePrepositions[word] && word != "on" && word != "over" && word != "through":
		v.unknownPlace(f)
		return
	case f.typ == TypePerson || f.titled:
		v.linkPerson(f)
		return
	case len(words) == 1 && innerCapital(one):
		f.typ = TypeOrganization
		f.step(v.doc, "name.camel", "a capital inside the word, as brands have", f.first, f.last)
	case len(words) == 1 && len(one) >= 2 && len(one) <= 8 && one == strings.ToUpper(one) && one != strings.ToLower(one) && !sc.shouting && !strings.Contains(one, "."):
		f.typ = TypeOrganization
		f.step(v.doc, "name.acronym", "capitals that no place or person bears", f.first, f.last)
	case len(words) >= 2 && sc.lower(f.first-1) == "the":
		f.typ = TypeOrganization
		f.step(v.doc, "name.article", "a name with an article is no person's", f.first, f.last)
	case len(words) >= 2 && len(words) <= 4 && (speaks || allProper(sc, f)):
		f.typ = TypePerson
		f.step(v.doc, "name.default", "two or more capitalised words without a cue", f.first, f.last)
		v.linkPerson(f)
		return
	case speaks:
		f.typ = TypePerson
		f.step(v.doc, "name.speaks", "the subject of a verb of saying", f.first, f.last)
		v.linkPerson(f)
		return
	default:
		if n := sc.NameAt(f.last); n >= 0 && sc.Names[n].Type == language.ORG {
			f.typ = TypeOrganization
			f.step(v.doc, "name.shape", "the language engine takes it for ORG", f.first, f.last)
			break
		}
		f.typ = ""
		return
	}
	v.newBody(f)
}

// innerCapital reports whether small letters stand before a capital: "LinkedIn", not "McCain".
func innerCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			return !strings.HasPrefix(w, "Mc") && !strings.HasPrefix(w, "Mac") && !strings.HasPrefix(w, "De")
		}
	}
	return false
}

var speech = map[string]bool{"say": true, "tell": true, "add": true, "warn": true, "claim": true, "argue": true, "insist": true, "explain": true, "write": true, "note": true, "testify": true, "recall": true, "tweet": true, "declare": true, "admit": true, "reply": true}

func allProper(sc *scan, f *found) bool {
	for t := f.first; t <= f.last; t++ {
		if sc.Tokens[t].POS != language.PROPN && !particle(sc.Tokens[t].Text) {
			return false
		}
	}
	return true
}

// unknownPlace files a place that the gazetteer of cities lacks: a town, or a bare name.
func (v *resolver) unknownPlace(f *found) {
	p, ok := v.town(f)
	if !ok {
		region := ""
		if f.country == "" {
			var why string
			if f.country, region, why = v.containedBy(f); why != "" {
				f.step(v.doc, "place.within", why, f.first, f.last)
			}
		}
		p = graph.Place{Name: f.name, CountryCode: graph.Text(f.country), Precision: graph.UnknownPlace}
		if f.country != "" {
			v.r.placeWithin(&p, region)
		}
		p.ID = graph.PlaceID("", f.name, f.country)
		f.step(v.doc, "place.new", "a place that the gazetteer does not know", f.first, f.last)
	} else {
		f.step(v.doc, "place.town", "the gazetteer knows a town of this name", f.first, f.last)
	}
	f.typ, f.country = TypePlace, string(p.CountryCode)
	f.place = v.placeIndex(p)
	f.settled = true
}

// town searches the towns for a name: in a state that the text speaks of, or the only one.
func (v *resolver) town(f *found) (graph.Place, bool) {
	lines := v.r.townLines(f.folded)
	best, most := "", -1
	behind, region := v.landBehind(f.sc, f.last)
	for _, l := range lines {
		fields := strings.Split(l, "\t")
		n := v.evidence[fields[2]]
		if behind != "" && behind == fields[2] {
			n += 100
			if region != "" && region == fields[3] {
				n += 100
			}
		}
		if n > most {
			best, most = l, n
		}
	}
	if best == "" || most == 0 && len(lines) > 1 {
		return graph.Place{}, false
	}
	fields := strings.Split(best, "\t")
	p := graph.Place{Name: fields[1], CountryCode: graph.Text(fields[2]), Precision: graph.City}
	v.r.placeWithin(&p, fields[3])
	p.ID = graph.PlaceID("geonames:"+fields[4], "", "")
	return p, true
}

// landBehind is the state that stands behind a place and a comma, "Ames, Iowa", "Oruro,
// Bolivia", with the region where that is what stands there; "" for none.
func (v *resolver) landBehind(sc *scan, last int) (code, region string) {
	if last+2 >= len(sc.Tokens) || sc.Tokens[last+1].Text != "," || sc.covered[last+2] < 0 {
		return "", ""
	}
	m := &sc.matches[sc.covered[last+2]]
	if m.first != last+2 || m.last+1 < len(sc.Tokens) && sc.lower(m.last+1) == "and" {
		return "", "" // "Lima, Peru and Chile" may be a list
	}
	for _, s := range m.senses {
		if s.what == sensePlace && v.r.places[s.at].place.Precision == graph.Region {
			p := &v.r.places[s.at].place
			return string(p.CountryCode), p.Name
		}
	}
	return v.state(m, senseCountry), ""
}

// townLines are the lines of the towns of one folded name.
func (r *Register) townLines(folded string) []string { return linesOf(r.towns, folded) }
