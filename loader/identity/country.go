package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

func (v *resolver) registeredCountry(sc *scan, m *match, _ sense) *found {
	code := v.state(m, senseCountry)
	f := newFound(sc, m.first, m.last, TypeCountry)
	if sc.lower(f.first) == "the" && m.last > m.first {
		f.first++
	}
	f.name, f.folded, f.country = sc.text(v.doc, f.first, f.last), sc.fold(f.first, f.last), code
	if region, ok := m.has(sensePlace); ok && v.regionRather(code, string(v.r.places[region.at].place.CountryCode)) {
		f.typ, f.place, f.country = TypePlace, int(region.at), string(v.r.places[region.at].place.CountryCode)
		f.step(v.doc, "place.region", "a region of a state that the text speaks of", f.first, f.last)
		return f
	}
	if _, region := v.landBehind(sc, m.last); region != "" { // "Lebanon, Ohio"
		f.typ, f.country = TypePlace, ""
		v.unknownPlace(f)
		return f
	}
	// "US officials", "the UK minister": the name is used as an adjective.
	if v.modifies(sc, m.last) {
		f.bare = true
		f.step(v.doc, "country.modifier", "the name of a state before a noun says whose it is", f.first, f.last)
		return f
	}
	place, why := v.asPlace(sc, m.first, m.last, false)
	if place {
		f.land = code
		f.step(v.doc, "country.land", why+": the land is meant", f.first, f.last)
		return f
	}
	f.entry = v.r.countries[code]
	f.step(v.doc, "country.actor", why+": the state is meant", f.first, f.last)
	return f
}

// regionRather decides for a name of a state and of a region of another one, "Georgia".
func (v *resolver) regionRather(code, regionOf string) bool {
	return regionOf != "" && regionOf != code && v.evidence[regionOf] > v.evidence[code]
}

// modifies reports whether the token before a noun, without a mark between them, only
// qualifies it.
func (v *resolver) modifies(sc *scan, last int) bool {
	if last+1 >= len(sc.Tokens) {
		return false
	}
	n, t := &sc.Tokens[last+1], &sc.Tokens[last]
	if n.Text == "-" || n.Text == "–" {
		return last+2 < len(sc.Tokens) && sc.Tokens[last+2].POS != language.PUNCT && (t.Head > last || t.Relation.Is(language.Compound))
	}
	if n.POS != language.NOUN && n.POS != language.PROPN && n.POS != language.ADJ {
		return false
	}
	return t.Head > last && (t.Relation.Is(language.Compound) || t.Relation.Is(language.AMod) || t.Relation.Is(language.NMod) && sc.Tokens[t.Head].POS == language.NOUN)
}

// nationality is an adjective or a word for people.
func (v *resolver) nationality(sc *scan, m *match) *found {
	code := v.state(m, senseAdjective, sensePeople, sensePerson)
	f := newFound(sc, m.first, m.last, TypeNationality)
	f.name, f.folded, f.country = sc.text(v.doc, f.first, f.last), sc.fold(f.first, f.last), code
	t := &sc.Tokens[m.last]
	_, people := m.has(sensePeople)
	article := sc.lower(m.first-1) == "the"
	switch {
	case people && t.Tag != "JJ" && !v.modifies(sc, m.last) && !counted(sc, m.first):
		f.typ = TypeCountry
		f.entry = v.r.countries[code]
		f.step(v.doc, "people.country", "a people as a whole stands for its state", f.first, f.last)
	case article && !v.modifies(sc, m.last) && nounPhraseEnds(sc, m.last) && strings.HasSuffix(f.folded, "h") || article && nounPhraseEnds(sc, m.last) && strings.HasSuffix(f.folded, "ese"):
		f.typ = TypeCountry
		f.entry = v.r.countries[code]
		f.step(v.doc, "people.country", "\"the "+f.name+"\" stands for the state", f.first, f.last)
	default:
		f.step(v.doc, "nationality", "says of which state something is", f.first, f.last)
	}
	return f
}

// counted reports whether a number or "some" stands before a word.
func counted(sc *scan, first int) bool {
	if first == 0 {
		return false
	}
	t := &sc.Tokens[first-1]
	if t.POS == language.NUM {
		return true
	}
	switch strings.ToLower(t.Text) {
	case "some", "many", "several", "few", "dozens", "of", "other", "most":
		return t.Text != "of" || first > 1 && vague[strings.ToLower(sc.Tokens[first-2].Text)] > 0
	}
	return false
}

func nounPhraseEnds(sc *scan, last int) bool {
	if last+1 >= len(sc.Tokens) {
		return true
	}
	switch sc.Tokens[last+1].POS {
	case language.VERB, language.AUX, language.ADP, language.PUNCT, language.CCONJ, language.ADV, language.SCONJ, language.PRON:
		return sc.Tokens[last+1].Text != "-"
	}
	return false
}

func (v *resolver) registeredPlace(sc *scan, m *match) *found {
	capital := v.state(m, senseCapital)
	f := newFound(sc, m.first, m.last, TypePlace)
	f.name, f.folded = sc.text(v.doc, f.first, f.last), sc.fold(f.first, f.last)
	if code := capital; v.choosePlace(m) >= 0 || code != "" {
		if at := v.choosePlaceBefore(m, sc); at >= 0 {
			code = string(v.r.places[at].place.CountryCode)
		}
		if behind, _ := v.landBehind(sc, m.last); v.townRather(f.folded, code) || behind != "" && behind != code {
			if _, ok := v.town(f); ok {
				v.unknownPlace(f)
				return f
			}
		}
	}
	if at, ok := v.longer[f.folded]; ok && capital != "" && v.evidence[v.codeOf(at)] > v.evidence[capital] {
		capital = ""
	}
	if capital != "" {
		if place, why := v.asPlace(sc, m.first, m.last, true); !place && !v.modifies(sc, m.last) {
			f.typ, f.entry, f.country = TypeCountry, v.r.countries[capital], capital
			if union, ok := v.unionIn(capital); ok {
				e := &v.r.entries[union]
				f.typ, f.entry, f.country, f.sectors = MentionType(e.Kind), union, string(e.Country), e.Sectors
				why = "the text speaks of the union that sits there, and not of the state"
			}
			f.step(v.doc, "capital.actor", why, f.first, f.last)
			return f
		}
	}
	f.place = v.choosePlaceBefore(m, sc)
	if f.place < 0 { // a capital without an entry of its own
		f.land = capital
		f.step(v.doc, "place.capital", "the capital of "+capital, f.first, f.last)
		return f
	}
	f.country = string(v.r.places[f.place].place.CountryCode)
	f.step(v.doc, "place.gazetteer", "the gazetteer knows this place", f.first, f.last)
	return f
}

// unionsAt are the unions of states by the state in whose capital they have their seat.
var unionsAt = map[string]string{"BEL": "igo/eu", "ETH": "igo/au"}

// unionIn is the register's entry for the union that has its seat in the capital of a state, where
// the text speaks of the union and not of the state: "Brussels" in a report about the European
// Union. False where it means the state.
func (v *resolver) unionIn(host string) (int, bool) {
	key := unionsAt[host]
	if key == "" {
		return 0, false
	}
	at, known := v.unions[host]
	if !known {
		at = v.unionNamed(host, key)
		v.unions[host] = at
	}
	return at, at >= 0
}

func (v *resolver) unionNamed(host, key string) int {
	union := -1
	for _, sc := range v.scans {
		for i := range sc.matches {
			m := &sc.matches[i]
			if v.state(m, senseCountry, senseAdjective, sensePeople) == host {
				return -1
			}
			if s, ok := m.has(senseActor); ok && (v.r.entries[s.at].Key == key || v.r.entries[s.at].Parent == key) {
				union = v.r.byKey[key]
			}
		}
	}
	return union
}

// choosePlaceBefore is choosePlace for a place behind which its land may stand.
func (v *resolver) choosePlaceBefore(m *match, sc *scan) int {
	if v.governed(sc, m.first) {
		for _, s := range m.senses {
			if s.what == sensePlace && v.r.places[s.at].place.Precision == graph.Region {
				return int(s.at)
			}
		}
	}
	if at, ok := v.longer[sc.fold(m.first, m.last)]; ok {
		if best := v.choosePlace(m); best < 0 || v.evidence[v.codeOf(at)] > v.evidence[v.codeOf(best)] {
			return at
		}
	}
	code, region := v.landBehind(sc, m.last)
	if code == "" {
		return v.choosePlace(m)
	}
	best, most := -1, -1
	for _, s := range m.senses {
		if s.what != sensePlace || s.weak {
			continue
		}
		p := &v.r.places[s.at]
		score := p.population/1000 + 1
		if string(p.place.CountryCode) == code {
			score += 100_000_000
		}
		if at, ok := v.r.regions[code+" "+graph.Fold(region)]; ok && p.place.WithinID == v.r.places[at].place.ID {
			score += 200_000_000
		}
		if score > most {
			best, most = int(s.at), score
		}
	}
	if best >= 0 && string(v.r.places[best].place.CountryCode) != code {
		return v.choosePlace(m)
	}
	return best
}

// codeOf is the state of a place of the gazetteer.
func (v *resolver) codeOf(place int) string { return string(v.r.places[place].place.CountryCode) }

// governed reports whether a name stands behind what regions have and cities of the same name
// have not: "the governor of New York", "the state of Washington".
func (v *resolver) governed(sc *scan, first int) bool {
	if sc.lower(first-1) != "of" {
		return false
	}
	switch sc.lower(first - 2) {
	case "governor", "legislature", "state", "province", "senator", "oblast":
		return true
	}
	return false
}

// choosePlace prefers the place in a state that the text speaks of, then the larger one.
func (v *resolver) choosePlace(m *match) int {
	best, most := -1, -1
	for _, s := range m.senses {
		if s.what != sensePlace {
			continue
		}
		if s.weak {
			continue
		}
		p := &v.r.places[s.at]
		score := min(v.evidence[string(p.place.CountryCode)], 20)*100_000_000 + p.population
		if score > most {
			best, most = int(s.at), score
		}
	}
	return best
}
