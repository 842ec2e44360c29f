package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// state gives the code of the state that a match names or whose people or adjective it is,
// "" for none.
func (v *resolver) state(m *match, kinds ...senseKind) string {
	var codes []string
	for _, k := range kinds {
		for _, s := range m.senses {
			if s.what == k {
				codes = append(codes, string(v.r.entries[s.at].Country))
			}
		}
		if len(codes) > 0 {
			break
		}
	}
	if len(codes) == 0 {
		return ""
	}
	return v.likeliest(codes)
}

// preferred are the states meant by a word of two states where the text does not decide:
// the ones that are reported far more often.
var preferred = map[string]int{"COD": 3, "KOR": 2, "IND": 2, "USA": 5, "DOM": 2, "FRA": 3, "GBR": 4, "NLD": 3, "NOR": 3, "NGA": 2, "VIR": 1, "WSM": 2}

// likeliest chooses among several states: the one whose other names the text holds most,
// then the preferred one, then the first.
func (v *resolver) likeliest(codes []string) string {
	best := codes[0]
	for _, c := range codes[1:] {
		a, b := v.evidence[c], v.evidence[best]
		if a > b || a == b && preferred[c] > preferred[best] {
			best = c
		}
	}
	return best
}

// weigh counts for every state how often the text names it or one of its cities by a
// wording that can mean nothing else.
func (v *resolver) weigh() {
	for _, sc := range v.scans {
		for i := range sc.matches {
			v.noteLonger(sc, &sc.matches[i])
			code, several := "", false
			for _, s := range sc.matches[i].senses {
				c := ""
				if s.what == sensePlace {
					c = string(v.r.places[s.at].place.CountryCode)
				} else if s.weak {
					continue
				} else {
					c = string(v.r.entries[s.at].Country)
				}
				if code != "" && c != code {
					several = true
				}
				code = c
			}
			if _, actor := sc.matches[i].has(senseActor); actor && anyStates(sc.fold(sc.matches[i].first, sc.matches[i].last)) {
				continue // "Republicans" are those of any state
			}
			if !several && code != "" && !v.elsewhere(sc, &sc.matches[i], code) {
				v.evidence[code]++
			}
		}
	}
}

// noteLonger files a city whose name has several words under the first of them.
func (v *resolver) noteLonger(sc *scan, m *match) {
	words := strings.Fields(sc.fold(m.first, m.last))
	if len(words) < 2 || len(words[0]) < 4 {
		return
	}
	for _, s := range m.senses {
		if s.what == sensePlace && v.r.places[s.at].place.Precision == graph.City {
			if _, ok := v.longer[words[0]]; !ok {
				v.longer[words[0]] = int(s.at)
			}
		}
	}
}

// elsewhere reports whether a city that the gazetteer has in one state is a town of another
// one as well, which is then no sign of either: "Tripoli".
func (v *resolver) elsewhere(sc *scan, m *match, code string) bool {
	if _, ok := m.has(senseCountry, senseAdjective, sensePeople, sensePerson, senseActor); ok {
		return false
	}
	for _, l := range v.r.townLines(sc.fold(m.first, m.last)) {
		if strings.Split(l, "\t")[2] != code {
			return true
		}
	}
	return false
}

// townRather reports whether a name means a town of a state that the text speaks of, rather
// than a city of one that it speaks of less.
func (v *resolver) townRather(folded, code string) bool {
	for _, l := range v.r.townLines(folded) {
		if of := strings.Split(l, "\t")[2]; of != code && v.evidence[of] > v.evidence[code] {
			return true
		}
	}
	return false
}

// placePrepositions put what follows on the map, whatever governs them.
var placePrepositions = map[string]bool{
	"in": true, "at": true, "near": true, "inside": true, "across": true, "throughout": true, "into": true, "within": true,
	"around": true, "outside": true, "onto": true, "along": true, "via": true, "through": true, "over": true, "on": true, "off": true,
}

// motion are verbs and nouns after which "to" and "from" lead to places.
var motion = map[string]bool{
	"go": true, "travel": true, "fly": true, "return": true, "flee": true, "deploy": true, "arrive": true, "move": true, "trip": true,
	"visit": true, "withdraw": true, "come": true, "deport": true, "evacuate": true, "escape": true, "head": true, "drive": true, "flight": true,
	"journey": true, "withdrawal": true, "send": true, "bring": true, "extradite": true, "expel": true, "migrate": true, "fled": true, "sail": true,
	"march": true, "cross": true, "pull": true, "retreat": true, "ship": true, "back": true, "way": true, "road": true, "route": true, "refugee": true, "deployment": true,
}

// laidUpon are words after which "on" leads to whom they concern, which is no place: "sanctions
// on Minsk", "called on Kyiv to".
var laidUpon = map[string]bool{
	"sanction": true, "embargo": true, "pressure": true, "tariff": true, "restriction": true, "ban": true, "curb": true, "penalty": true,
	"duty": true, "tax": true, "demand": true, "impose": true, "call": true, "rely": true, "depend": true, "reliance": true, "dependence": true,
	"prevail": true, "press": true, "lean": true, "influence": true, "measure": true, "war": true, "report": true, "talk": true, "spy": true,
}

// preposition finds the one that governs a token: the case of it, or of the first member
// of the list that it stands in. before is the token in front of the preposition's phrase.
func (v *resolver) preposition(sc *scan, first, head int) (word string, governor int) {
	for range min(64, len(sc.Tokens)) {
		if c := sc.Child(head, language.Case); c >= 0 && c < first {
			return sc.lower(c), sc.Tokens[head].Head
		}
		if !sc.Tokens[head].Relation.Is(language.Conj) && !sc.Tokens[head].Relation.Is(language.Appos) && !sc.Tokens[head].Relation.Is(language.Flat) && !sc.Tokens[head].Relation.Is(language.Compound) {
			break
		}
		h := sc.Tokens[head].Head
		if h < 0 || h >= head && !sc.Tokens[head].Relation.Is(language.Compound) || sc.Tokens[head].Relation.Is(language.Compound) && sc.covered[h] != sc.covered[head] {
			break
		}
		head = h
	}
	// Where the tree is silent the words before it speak: "in the Crimea".
	for t := first - 1; t >= max(0, first-3); t-- {
		switch sc.Tokens[t].POS {
		case language.DET, language.ADJ:
			continue
		case language.ADP:
			return sc.lower(t), t - 1
		}
		break
	}
	return "", -1
}

// asPlace reports whether a name of a land or city stands for the place here, and why.
// A city's default is the place; a state's the actor.
func (v *resolver) asPlace(sc *scan, first, last int, capital bool) (bool, string) {
	head := headOf(sc, first, last)
	t := &sc.Tokens[head]
	word, governor := v.preposition(sc, first, head)
	switch {
	case !capital && v.behindPlace(sc, first):
		return true, "behind a place and a comma"
	case word == "on" && governor >= 0 && laidUpon[lemma(sc, governor)]:
		return false, "after " + sc.lower(governor) + " on: who is treated so"
	case placePrepositions[word]:
		return true, "after the preposition " + word + " of place"
	case word == "from" || word == "to":
		if capital {
			return true, "a city after the preposition " + word
		}
		if governor >= 0 && motion[lemma(sc, governor)] {
			return true, "after " + word + " with a word of motion"
		}
		return false, "after " + word + " without motion"
	case word == "of" && governor >= 0 && nearPlaceNoun[lemma(sc, governor)]:
		return true, "part of a land: " + sc.lower(governor) + " of"
	}
	if capital {
		switch {
		case t.Relation.Is(language.NSubj) && t.Relation != language.NSubjPass, t.Relation.Is(language.NModPoss):
			return false, "a capital that acts stands for its state"
		case word == "with" || word == "between" || word == "against" || word == "by" || word == "among":
			return false, "a capital after " + word + " stands for its state"
		case (t.Relation.Is(language.Obj) || t.Relation.Is(language.IObj)) && t.Head >= 0 && addressed[lemma(sc, t.Head)]:
			return false, "a capital that is spoken to stands for its state"
		case t.Relation.Is(language.Conj) && t.Head >= 0 && t.Head < head:
			if c := sc.covered[t.Head]; c >= 0 {
				place, why := v.asPlace(sc, sc.matches[c].first, sc.matches[c].last, true)
				return place, "as the name it is listed with: " + why
			}
		}
		return true, "a city"
	}
	if t.Relation.Is(language.Obj) && t.Head >= 0 && visited[lemma(sc, t.Head)] {
		return true, "object of " + sc.lower(t.Head)
	}
	return false, "a state named bare"
}

// behindPlace reports whether a name stands behind a place and a comma and closes the phrase:
// "in Gdansk, Poland, on Monday". A list of three or a clause of its own does not.
func (v *resolver) behindPlace(sc *scan, first int) bool {
	if first < 2 || sc.Tokens[first-1].Text != "," || !sc.capitalised(first-2) {
		return false
	}
	word, _ := v.preposition(sc, first-2, first-2)
	return placePrepositions[word] && sc.lower(first+1) != "and" && !sc.Tokens[first].Relation.Is(language.NSubj) &&
		(sc.covered[first-2] < 0 || v.state(&sc.matches[sc.covered[first-2]], senseCountry) == "")
}

var nearPlaceNoun = map[string]bool{"north": true, "south": true, "east": true, "west": true, "part": true, "coast": true, "border": true, "region": true, "area": true, "province": true, "city": true, "town": true, "village": true, "capital": true, "outskirts": true, "edge": true, "rest": true, "outside": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true}

var visited = map[string]bool{"visit": true, "leave": true, "enter": true, "reach": true, "tour": true, "flee": true, "cross": true}

// addressed are verbs whose object is spoken to or treated, never a place.
var addressed = map[string]bool{"accuse": true, "urge": true, "ask": true, "warn": true, "tell": true, "blame": true, "criticise": true, "criticize": true, "condemn": true, "support": true, "pressure": true, "threaten": true, "press": true, "thank": true, "inform": true, "persuade": true, "convince": true, "demand": true, "back": true, "assure": true, "praise": true, "anger": true, "sanction": true, "provoke": true, "isolate": true, "challenge": true, "help": true, "force": true}

func lemma(sc *scan, token int) string {
	if sc.Tokens[token].Lemma != "" {
		return graph.Fold(sc.Tokens[token].Lemma)
	}
	return sc.lower(token)
}

// headOf is the token of a name that the rest of the sentence attaches to, its last word
// where the tree has none inside.
func headOf(sc *scan, first, last int) int {
	for t := last; t >= first; t-- {
		if h := sc.Tokens[t].Head; (h < first || h > last) && sc.Tokens[t].POS != language.PUNCT && sc.Tokens[t].POS != language.DET {
			return t
		}
	}
	return last
}
