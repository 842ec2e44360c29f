package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// nominal is a phrase around a role noun: "two French soldiers", "leaders from Peru and
// Chile", "the group".
type nominal struct {
	found
	noun     string // folded
	role     role
	many     bool
	definite bool     // "the", "this", "that", "these", "those"
	owned    bool     // "his", "their", "the minister's"
	owner    int      // the token of "his", "its", -1 for none
	codes    []origin // states behind it: "of Chad", "from Peru, Chile"
	with     *found   // the name behind "of", "for", "at": "members of Hamas"
	named    *found   // the name that it stands beside
	several  []*found // the names of a list that it stands before: "Presidents Lee and Park"
	mentions []*found
}

// origin is one state that a phrase names behind its noun, and where.
type origin struct {
	code  string
	token int
}

// nominals finds the role nouns of a sentence that are no titles of names.
func (v *resolver) nominals(sc *scan, names []*found) []*nominal {
	inName := make([]*found, len(sc.Tokens))
	for _, f := range names {
		for t := f.from; t <= f.last; t++ {
			if t >= f.first && f.typ != TypeNationality && !f.bare || t < f.first && f.titled {
				inName[t] = f
			}
		}
	}
	var out []*nominal
	for t := 0; t < len(sc.Tokens); t++ {
		first, last, noun, r, ok := v.roleAt(sc, t, inName)
		if !ok {
			continue
		}
		t = last
		if v.nounModifies(sc, last) && !v.doerOf(sc, last, r) || v.numberOf(sc, last, noun, inName) {
			continue
		}
		n := &nominal{found: *newFound(sc, first, last, ""), noun: noun, role: r}
		n.form, n.head, n.owner = Nominal, last, -1
		n.many = r.plural || alwaysPlural[noun] || sc.Tokens[last].Feats.Number == language.Plural || v.nounModifies(sc, last)
		code, s, from := v.modifiersBefore(sc, first)
		if v.nounModifies(sc, last) {
			from = first // "a rebel attack": the article is the attack's
		}
		for from < first && inName[from] != nil && inName[from].titled {
			from++
		}
		if sc.lower(from) == "no" || sc.lower(from-1) == "no" {
			continue // nobody
		}
		n.first, n.country = from, code
		n.sectors = mergeSpheres(s, r.sectors)
		switch sc.lower(from) {
		case "the", "this", "that", "these", "those":
			n.definite = true
		case "his", "her", "their", "its", "our", "my", "your":
			n.owned, n.owner = true, from
		}
		switch sc.lower(from - 1) {
		case "his", "her", "their", "its", "our", "my", "your":
			n.owned, n.owner = true, from-1
		}
		for p := from; p < last; p++ {
			n.owned = n.owned || sc.possessive(p)
		}
		n.count = v.quantity(sc, from, first)
		if n.many {
			v.severalStates(n, first)
		}
		v.behind(n, inName)
		if r.use == roleArms && (n.country == "" && len(n.codes) == 0 && n.with == nil || first > 0 && inName[first-1] != nil) {
			continue // a thing, nobody's or that of a body that is named
		}
		if len(s) > 0 && boardroom[singular(noun)] && (s[0] == "GOV" || precise[s[0]]) {
			n.holdsOffice(s)
		}
		v.setKind(n, s)
		if noun == "deputy" && n.owned {
			n.sectors = s // somebody's, not a parliament's
		}
		if n.role.use == roleOffice && sc.formerly(from-1, first) {
			n.sectors = mergeSectors([]graph.Sector{"ELI"}, n.sectors)
		}
		out = append(out, n)
	}
	return append(out, v.compatriots(sc, names)...)
}

// compatriots are counted or single people named by their state: "two Americans", "an Iraqi".
func (v *resolver) compatriots(sc *scan, names []*found) []*nominal {
	var out []*nominal
	for _, f := range names {
		if f.typ != TypeNationality || sc.covered[f.last] < 0 || v.modifies(sc, f.last) || !nounPhraseEnds(sc, f.last) {
			continue
		}
		t := &sc.Tokens[f.last]
		if t.POS != language.PROPN && t.POS != language.NOUN && (t.POS != language.ADJ || t.Relation.Is(language.AMod)) {
			continue
		}
		m := &sc.matches[sc.covered[f.last]]
		_, many := m.has(sensePeople)
		if _, one := m.has(sensePerson); !many && !one {
			continue
		}
		_, _, from := v.modifiersBefore(sc, f.first)
		n := &nominal{found: *newFound(sc, from, f.last, ""), noun: f.folded, role: role{use: rolePerson, sectors: []graph.Sector{"CVL"}}, many: many}
		n.form, n.head, n.owner, n.country, n.sectors = Nominal, f.last, -1, f.country, n.role.sectors
		n.definite = sc.lower(from) == "the"
		n.count = v.quantity(sc, from, f.first)
		if !many && n.first == f.first && n.count == nil {
			continue // "Iraqi" alone is an adjective
		}
		v.setKind(n, nil)
		out = append(out, n)
	}
	return out
}

// roleAt finds the longest role noun that begins at a token.
func (v *resolver) roleAt(sc *scan, t int, inName []*found) (first, last int, noun string, r role, ok bool) {
	if sc.start[t] == sc.start[t+1] || inName[t] != nil {
		return
	}
	for n := min(v.r.roles.longest+2, len(sc.Tokens)-t); n > 0; n-- {
		end := t + n - 1
		if inName[end] != nil || sc.start[end] == sc.start[end+1] {
			continue
		}
		key := sc.fold(t, end)
		found, hit := v.r.roles.nouns[key]
		if !hit {
			continue
		}
		if !v.nounLike(sc, end, n) {
			continue
		}
		if key == "head" && sc.lower(end+1) != "of" {
			continue // a part of the body, or a verb
		}
		return t, end, key, found, true
	}
	return
}

// nounLike reports whether a token is the noun that its word looks like. "A senior official
// said" has an adjective in the taggers' eyes now and then, so the end of the phrase counts too.
func (v *resolver) nounLike(sc *scan, t, words int) bool {
	tok := &sc.Tokens[t]
	switch tok.POS {
	case language.NOUN, language.PROPN:
		return !strings.HasPrefix(string(tok.Tag), "V")
	case language.AUX:
		return false
	case language.VERB: // "ISIS operatives": no verb has a compound or an article
		c := sc.Child(t, language.Compound, language.DetRelation, language.AMod)
		return tok.Tag == "VBZ" && c >= 0 && c < t && !sc.Tokens[c].Relation.Is(language.CompoundPrt)
	case language.ADJ:
		return words > 1 || !tok.Relation.Is(language.AMod) && nounPhraseEnds(sc, t) && t > 0 && sc.Tokens[t-1].POS != language.AUX && sc.Tokens[t-1].POS != language.ADV
	}
	return words > 1
}

// nounModifies reports whether a noun only qualifies the noun behind it.
func (v *resolver) nounModifies(sc *scan, last int) bool {
	if last+1 >= len(sc.Tokens) {
		return false
	}
	n, t := &sc.Tokens[last+1], &sc.Tokens[last]
	if n.Text == "-" && last+2 < len(sc.Tokens) && n.Start == t.End {
		return true
	}
	if _, role := v.r.roles.nouns[sc.lower(last+1)]; role && n.POS == language.NOUN && t.Head == last+1 {
		return true // "the armed forces chief"
	}
	return (n.POS == language.NOUN || n.POS == language.PROPN) && t.Head > last && t.Relation.Is(language.Compound)
}

// attacks are acts of force before which a noun says who did them: "a rebel attack".
var attacks = map[string]bool{
	"attack": true, "raid": true, "ambush": true, "offensive": true, "assault": true, "bombing": true, "shelling": true, "bombardment": true, "counteroffensive": true,
	"attacks": true, "raids": true, "ambushes": true, "offensives": true, "assaults": true, "bombings": true, "gunfire": true, "fire": true,
}

// doerOf reports whether a noun of armed people right before an attack names who did it. "A
// terrorist attack" only says of what sort it was.
func (v *resolver) doerOf(sc *scan, last int, r role) bool {
	if r.use != rolePerson || !attacks[sc.lower(last+1)] || sc.lower(last) == "terrorist" {
		return false
	}
	return r.first() == "REB" || r.first() == "UAF"
}

// numberOf reports whether "a group of" only says that the people behind it are several: "a group
// of armed men", "a band of robbers".
func (v *resolver) numberOf(sc *scan, last int, noun string, inName []*found) bool {
	if noun != "group" && noun != "band" || sc.lower(last+1) != "of" {
		return false
	}
	for t := last + 2; t < len(sc.Tokens) && t < last+8; t++ {
		switch sc.Tokens[t].POS {
		case language.ADP, language.VERB, language.PUNCT, language.CCONJ, language.PRON:
			return false
		}
		if _, _, _, r, ok := v.roleAt(sc, t, inName); ok && r.use == rolePerson && r.plural {
			return true
		}
	}
	return false
}

// behind reads what follows the noun: states ("of Britain and France"), or a name ("of
// Hamas", "at the Pentagon").
func (v *resolver) behind(n *nominal, inName []*found) {
	sc, t := n.sc, n.last+1
	word := sc.lower(t)
	if word != "of" && word != "from" && word != "for" && word != "at" && word != "in" && word != "with" {
		return
	}
	for t++; t < len(sc.Tokens); t++ {
		c := sc.covered[t]
		if c < 0 {
			if sc.Tokens[t].POS == language.DET {
				continue
			}
			break
		}
		m := &sc.matches[c]
		code := v.state(m, senseCountry)
		if f := inName[t]; (word == "in" || word == "of") && f != nil && f.typ == TypePlace && f.place >= 0 {
			if n.country == "" {
				n.country = f.country
			}
			return
		}
		if code == "" && (word == "from" || word == "of") {
			code = v.state(m, senseCapital)
		}
		if f := inName[t]; f != nil && f.typ != TypeCountry && f.land == "" && !(f.typ == TypePlace && code != "") {
			break
		}
		if code == "" || v.modifies(sc, m.last) || sc.possessive(m.last+1) || word == "for" || word == "at" || word == "with" {
			break
		}
		n.codes = append(n.codes, origin{code, m.last})
		if word == "in" {
			return
		}
		t = m.last
		// The list goes on after a comma or "and", if another state follows.
		next := t + 1
		if sc.lower(next) == "," {
			next++
		}
		if sc.lower(next) == "and" || sc.lower(next) == "or" || sc.lower(next) == "&" {
			next++
		}
		if next == t+1 {
			return
		}
		if next < len(sc.Tokens) && sc.lower(next) == "the" {
			next++
		}
		if next >= len(sc.Tokens) || sc.covered[next] < 0 || v.state(&sc.matches[sc.covered[next]], senseCountry) == "" {
			return
		}
		t = next - 1
	}
	if len(n.codes) == 0 && word != "in" && t < len(sc.Tokens) && inName[t] != nil && t == inName[t].first {
		n.with = inName[t]
	}
}
