package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// bodyNames finds the state bodies that are named by a state and a general wording:
// "the Iranian Foreign Ministry", "Peru's navy", "the government of Chad".
func (v *resolver) bodyNames(sc *scan, taken []bool) []*found {
	var out []*found
	for i := range sc.bodies {
		m := &sc.bodies[i]
		if v.insideName(sc, m) {
			continue
		}
		first, last, code := v.bodyState(sc, m)
		if noun := sc.fold(m.first, m.last); code != "" && v.ofState[noun] == "" {
			v.ofState[noun] = code
		} else if code != "" && v.ofState[noun] != code {
			v.ofState[noun] = severalStates
		}
		if v.bodyModifies(sc, m) {
			continue
		}
		if code == "" {
			if m.first > 0 && sc.covered[m.first-1] >= 0 && sc.capitalised(m.last) {
				continue // "Texas National Guard"
			}
			if ownName(sc, m.first, m.last) {
				continue
			}
			for t := m.first; t <= m.last; t++ {
				taken[t] = true // a role noun, whatever its capitals
			}
			continue
		}
		f := newFound(sc, first, last, TypeAgency)
		f.head = headOf(sc, m.first, m.last)
		f.body, f.country = int(m.senses[0].at), code
		f.name, f.folded = sc.text(v.doc, first, last), sc.fold(first, last)
		f.step(v.doc, "body.state", "a body that states have, with its state", first, last)
		for t := first; t <= last; t++ {
			taken[t] = true
		}
		out = append(out, f)
	}
	return out
}

// severalStates marks a wording that the text has used of more than one state.
const severalStates = "*"

// insideName reports whether the register has a longer name over a wording.
func (v *resolver) insideName(sc *scan, m *match) bool {
	for t := m.first; t <= m.last; t++ {
		if c := sc.covered[t]; c >= 0 {
			if _, ok := sc.matches[c].has(senseActor); ok && sc.matches[c].last-sc.matches[c].first >= m.last-m.first {
				return true
			}
		}
	}
	return false
}

// bodyModifies reports whether a wording only qualifies the noun behind it: "army chief",
// "government troops", "intelligence officials".
func (v *resolver) bodyModifies(sc *scan, m *match) bool {
	next := m.last + 1
	if next >= len(sc.Tokens) || m.last > m.first && sc.lower(m.last) != "forces" {
		return false
	}
	n := &sc.Tokens[next]
	if n.Text == "-" && next+1 < len(sc.Tokens) && n.Start == sc.Tokens[m.last].End {
		return true
	}
	t := &sc.Tokens[m.last]
	return (n.POS == language.NOUN || n.POS == language.PROPN && !sc.possessive(next)) && t.Head > m.last && !t.Relation.Is(language.NSubj)
}

// bodyState finds the state beside a wording and the extent of both together.
func (v *resolver) bodyState(sc *scan, m *match) (first, last int, code string) {
	// Before it, with at most two plain adjectives between: "the French interim government".
	for t := m.first - 1; t >= max(0, m.first-4); t-- {
		if sc.possessive(t) {
			continue
		}
		c := sc.covered[t]
		if c < 0 {
			p := sc.Tokens[t].POS
			if (p == language.ADJ || p == language.NOUN || p == language.PROPN) && m.first-t <= 2 && sc.Tokens[t].Text != "-" {
				continue
			}
			break
		}
		near := &sc.matches[c]
		if s := v.state(near, senseCountry, senseAdjective); s != "" {
			return near.first, m.last, s
		}
		if s := v.state(near, senseCapital); s != "" && sc.possessive(near.last+1) {
			return near.first, m.last, s
		}
		break
	}
	// Behind it: "the foreign ministry of Chad", "the government in Kabul".
	t := m.last + 1
	word := sc.lower(t)
	if word == "of" || word == "in" {
		if sc.lower(t+1) == "the" {
			t++
		}
		if t+1 < len(sc.Tokens) && sc.covered[t+1] >= 0 {
			near := &sc.matches[sc.covered[t+1]]
			kinds := []senseKind{senseCountry}
			if word == "in" {
				kinds = []senseKind{senseCapital}
			}
			if s := v.state(near, kinds...); s != "" {
				return m.first, near.last, s
			}
		}
	}
	return 0, 0, ""
}

// bodyEntry is the register's entry for a general body of a state: its own if it has one,
// else one made by rule.
func (v *resolver) bodyEntry(at int, code string) (graph.RegisterEntry, bool) {
	b := &v.r.bodies[at]
	if i, ok := v.r.bodyOf[code+" "+b.slug]; ok {
		return v.r.entries[i].RegisterEntry, true
	}
	c, ok := v.r.Country(code)
	if !ok {
		return graph.RegisterEntry{}, false
	}
	e := graph.RegisterEntry{Key: strings.ToLower(code) + "/" + b.slug, Kind: graph.Agency, Country: graph.Text(code), Sectors: b.sectors}
	if len(c.Adjectives) > 0 {
		e.Name = c.Adjectives[0] + " " + b.name
	} else {
		e.Name = b.name + " of " + c.Name
	}
	return e, true
}

// stateBefore is the code of a state whose adjective or possessive stands right before a
// token, "" for none.
func (v *resolver) stateBefore(sc *scan, first int) string {
	t := first - 1
	if t >= 0 && sc.possessive(t) {
		t--
		if t >= 0 && sc.covered[t] >= 0 {
			return v.state(&sc.matches[sc.covered[t]], senseCountry)
		}
		return ""
	}
	if t >= 0 && sc.covered[t] >= 0 && sc.matches[sc.covered[t]].last == t {
		return v.state(&sc.matches[sc.covered[t]], senseAdjective, senseCountry)
	}
	return ""
}
