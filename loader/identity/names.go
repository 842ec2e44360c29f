package identity

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// found is a mention before it is known which actor it means.
type found struct {
	sc                *scan
	first, last, head int
	form              Form
	typ               MentionType

	entry    int // of the register, -1
	body     int // of the register's bodies, -1: with country, the state body
	place    int // of the gazetteer until it is settled, then of the cast; -1
	settled  bool
	land     string // code of the state whose land is meant
	name     string // as worded, without "the"
	folded   string
	country  string
	sectors  []graph.Sector
	title    role // what a title before the name says; zero without
	titled   bool
	from     int // first token of title and modifiers before the name
	count    *graph.Quantity
	bare     bool // a state's name that only says whose something is
	actor    int
	inferred bool
	steps    []graph.Step
}

func newFound(sc *scan, first, last int, typ MentionType) *found {
	return &found{sc: sc, first: first, last: last, head: headOf(sc, first, last), form: Name, typ: typ, entry: -1, body: -1, place: -1, actor: -1, from: first}
}

// names finds the names of a sentence, from the left, none over another.
func (v *resolver) names(sc *scan) []*found {
	taken := make([]bool, len(sc.Tokens))
	out := v.bodyNames(sc, taken)
	for i := 0; i < len(sc.Tokens); i++ {
		if taken[i] {
			continue
		}
		var f *found
		next := i + 1
		last, announced := v.byname(sc, i, taken)
		if announced {
			f, next = newFound(sc, i, last, TypeOrganization), last+1
			f.name, f.folded = sc.text(v.doc, i, last), sc.fold(i, last)
			f.step(v.doc, "name.byname", "the words before it say that somebody is called so", i, last)
		} else if c := sc.covered[i]; c >= 0 {
			m := &sc.matches[c]
			f, next = v.fromMatch(sc, m, taken)
		} else if first, last, ok := v.run(sc, i, taken); ok {
			next = last + 1
			if _, noun := v.r.roles.nouns[sc.fold(first, last)]; !noun { // "the President" is a nominal
				f = v.unknown(sc, first, last)
			}
		}
		if g, after := v.recognised(sc, i, f, taken); after > 0 && !announced {
			f, next = g, after
		}
		if f != nil {
			v.titleBefore(f, taken)
			for t := f.first; t <= f.last; t++ {
				taken[t] = true
			}
			if n := len(out); f.titled && n > 0 && out[n-1].last >= f.from && out[n-1].last < f.first {
				v.employer(out[n-1], f)
			}
			out = append(out, f)
		}
		i = next - 1
	}
	return out
}

// fromMatch is the mention for a match of the register, or for the longer name that it is a
// part of: "Clinton" in "Clinton Foundation", "Conservative Party" in "Conservative Party of
// Canada", "Juan Carlos" in "Juan Carlos Jobet". next is the token behind it.
func (v *resolver) fromMatch(sc *scan, m *match, taken []bool) (f *found, next int) {
	s, actor := m.has(senseActor)
	if end := v.described(sc, m.last, taken); actor && end > m.last && bodily(v.r.entries[s.at].Kind) {
		longer := match{m.first, end, m.senses}
		return v.registered(sc, &longer), end + 1
	}
	if end, ok := v.cueAfter(sc, m.last, taken); ok {
		c := lastCues[sc.fold(end, end)]
		if actor && end == m.last+1 && c.typ == MentionType(v.r.entries[s.at].Kind) { // "Zetas" "Cartel"
			longer := match{m.first, end, m.senses}
			return v.registered(sc, &longer), end + 1
		}
		return v.unknown(sc, m.first, end), end + 1
	}
	if _, land := m.has(senseCountry, senseAdjective, sensePeople); !actor && !land && m.first == m.last && v.r.given[sc.fold(m.first, m.last)] && v.partOfName(sc, m.last+1, taken) && v.titleAt(sc, m.last+1) == 0 {
		if _, end, ok := v.run(sc, m.last+1, taken); ok { // "David Kato" does not live in David
			return v.unknown(sc, m.first, end), end + 1
		}
	}
	if !actor || m.last+1 >= len(sc.Tokens) {
		return v.registered(sc, m), m.last + 1
	}
	e := &v.r.entries[s.at]
	if e.Kind == graph.Official || e.Kind == graph.Person {
		if !suffix(sc.Tokens[m.last+1].Text) && v.partOfName(sc, m.last+1, taken) && v.titleAt(sc, m.last+1) == 0 {
			if _, end, ok := v.run(sc, m.last+1, taken); ok {
				return v.unknown(sc, m.first, end), end + 1
			}
		}
		return v.registered(sc, m), m.last + 1
	}
	if _, cue := lastCues[sc.fold(m.last, m.last)]; cue && sc.lower(m.last+1) == "of" && m.last > m.first {
		t := m.last + 2
		if sc.lower(t) == "the" {
			t++
		}
		if t < len(sc.Tokens) && sc.covered[t] >= 0 && !taken[t] {
			near := &sc.matches[sc.covered[t]]
			code := v.state(near, senseCountry)
			if code == string(e.Country) {
				return v.registered(sc, &match{m.first, near.last, m.senses}), near.last + 1
			}
			if _, place := near.has(sensePlace); place || code != "" {
				return v.unknown(sc, m.first, near.last), near.last + 1
			}
		}
	}
	return v.registered(sc, m), m.last + 1
}

// bodily reports whether a kind is that of a body.
func bodily(k graph.ActorKind) bool {
	return k == graph.Agency || k == graph.Group || k == graph.Organization
}

// described is the last token of a general wording behind the name of a body, which adds
// nothing to it: "Shin Bet" "Security Service". It is last where there is none.
func (v *resolver) described(sc *scan, last int, taken []bool) int {
	for end := min(last+4, len(sc.Tokens)-1); end > last+1; end-- {
		if taken[end] || !sc.capitalised(end) || !sc.capitalised(last+1) {
			continue
		}
		r, ok := v.r.roles.nouns[sc.fold(last+1, end)]
		if ok && !r.plural && (r.use == roleAgency || r.use == roleGroup || r.use == roleOrganization) {
			return end
		}
	}
	return last
}

// employer reads an unknown name before a title, "Acme president Ann Lee": it is no person.
func (v *resolver) employer(f, person *found) {
	person.from = f.last + 1
	if f.entry >= 0 || f.body >= 0 || f.titled || f.typ != "" && f.typ != TypePerson {
		return
	}
	f.typ = TypeOrganization
	f.step(v.doc, "name.employer", "a name before the title of another is that of a body", f.first, f.last)
	if person.title.use == roleOffice && person.entry < 0 {
		person.title = role{use: rolePerson}
	}
}

// registered is the mention for a match of the register.
func (v *resolver) registered(sc *scan, m *match) *found {
	s, actor := m.has(senseActor)
	if actor {
		if f := v.registeredActor(sc, m, s); f != nil {
			return f
		}
	}
	if s, ok := m.has(senseCountry); ok {
		return v.registeredCountry(sc, m, s)
	}
	if _, ok := m.has(senseAdjective, sensePeople, sensePerson); ok {
		if f := v.nationality(sc, m); f != nil {
			return f
		}
	}
	if _, ok := m.has(sensePlace, senseCapital); ok {
		return v.registeredPlace(sc, m)
	}
	if actor { // a weak name: somebody, but not whom the register knows
		return v.unknown(sc, m.first, m.last)
	}
	return nil
}

func (v *resolver) registeredActor(sc *scan, m *match, s sense) *found {
	// "the Guardian" is named Guardian, "The Guardian" with its article.
	first := m.first
	if sc.lower(first) == "the" && sc.Tokens[first].Text == "the" && m.last > first {
		first++
	}
	f := newFound(sc, first, m.last, "")
	f.entry = v.chooseEntry(sc, m)
	if f.entry < 0 {
		return nil
	}
	e := &v.r.entries[f.entry]
	f.typ = MentionType(e.Kind)
	f.name = sc.text(v.doc, f.first, f.last)
	f.folded = sc.fold(f.first, f.last)
	f.country, f.sectors = string(e.Country), e.Sectors
	// Another state's party or court of the same name: "the Greek Supreme Court".
	if code := v.stateBefore(sc, first); code != "" && graph.IsState(f.country) && code != f.country && e.Kind != graph.Official && e.Kind != graph.Person {
		f.entry, f.country = -1, code
		f.step(v.doc, "name.foreign", "the state before the name is not the one of the register's "+e.Name, m.first, m.last)
		return f
	}
	if code := v.elsewhereParty(e, f.folded); code != "" {
		f.entry, f.country = -1, code
		f.step(v.doc, "name.party", "parties of many states are called so, and the text speaks of this one: "+code, m.first, m.last)
		return f
	}
	if at := v.elsewhereBody(e, f.folded); at >= 0 {
		e, f.entry = &v.r.entries[at], at
		f.country, f.sectors = string(e.Country), e.Sectors
	}
	f.step(v.doc, "name.register", "the register knows this name as "+e.Name, first, m.last)
	return f
}

// chooseEntry decides between several actors of one name by the states that the text
// speaks of, by offices at its date, and by Wikidata as a sign of being known; one of the
// user's own goes before all. A weak name counts only where the text speaks of its state. It
// is -1 where nobody is meant.
func (v *resolver) chooseEntry(sc *scan, m *match) int {
	best, most := -1, -1<<30
	for _, s := range m.senses {
		if s.what != senseActor {
			continue
		}
		e := &v.r.entries[s.at]
		if !e.own && v.evidence[string(e.Country)] == 0 && s.weak {
			continue
		}
		score := 4 * v.evidence[string(e.Country)]
		if v.inOffice(e) {
			score += 3
		}
		if e.Wikidata != "" {
			score++
		}
		if e.own {
			score += 1 << 20
		}
		if score > most {
			best, most = int(s.at), score
		}
	}
	return best
}

// inOffice reports whether the article's year does not speak against an official's years.
func (v *resolver) inOffice(e *Entry) bool {
	year := v.c.Published.Year()
	return year == 0 || (e.From == 0 || e.From-1 <= year) && (e.Until == 0 || year <= e.Until+1)
}

func (f *found) step(d *language.Document, rule, says string, first, last int) {
	s := f.sc.SpanOf(first, last)
	f.steps = append(f.steps, graph.Step{Rule: rule, Says: says, Text: d.Slice(s), Span: graph.Span{Start: s.Start, End: s.End}})
}
