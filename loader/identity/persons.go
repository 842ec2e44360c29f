package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// personal reports whether a name of several words looks like a person's.
func (v *resolver) personal(f *found, words []string) bool {
	if len(words) > 4 {
		return false
	}
	if f.title.use == roleOffice || f.title.use == rolePerson {
		return true
	}
	if v.r.given[words[0]] {
		f.step(v.doc, "person.given", "begins with a given name", f.first, f.last)
		return true
	}
	return false
}

// hasSurname reports whether a person of the text bears this surname.
func (v *resolver) hasSurname(words []string) bool { return v.bySurname(words, -1) >= 0 }

// bySurname is the person whose name ends in the words: the only one, or of several the
// one named last before the sentence, if no other is named in the same sentence as he. It
// is -1 for none.
func (v *resolver) bySurname(words []string, before int) int {
	first, near, at, tie := -1, -1, -1, false
	filed := v.bySuffix[words[len(words)-1]]
	after, _ := slices.BinarySearchFunc(filed, before+1, func(i, sc int) int { return v.known[i].sc - sc })
	for n := 0; n < len(filed); n++ {
		i := filed[n]
		// Those long before and long after cannot win; a name in every sentence must not cost more.
		if n > 4 && (n < after-16 || n > after+4) {
			if n > after {
				break
			}
			n = max(n, after-17)
			continue
		}
		k := &v.known[i]
		if !k.person || len(k.words) < len(words) || !slices.Equal(k.words[len(k.words)-len(words):], words) && !(len(words) == 1 && v.familyFirst(k.actor) && k.words[0] == words[0]) {
			continue
		}
		if first < 0 {
			first = k.actor
		}
		if k.sc > before {
			continue
		}
		if k.sc == at && k.actor != near {
			tie = true
		} else if k.sc > at {
			near, at, tie = k.actor, k.sc, false
		}
	}
	switch {
	case tie:
		return -1
	case near >= 0:
		return near
	}
	return first
}

func (v *resolver) familyFirst(actor int) bool { return familyFirst[v.profiles[actor].Country] }

// linkPerson finds or makes the person of a name, with what its title says.
func (v *resolver) linkPerson(f *found) {
	words := strings.Fields(f.folded)
	if e, ok := v.holderNamed(f, words); ok {
		f.actor = v.fromRegister(e.RegisterEntry)
		f.step(v.doc, "office.date", "the register knows who held this office on the day of the article, and he bears this name", f.first, f.last)
	} else if i := v.registeredPerson(f, words); i >= 0 {
		f.actor = v.fromRegister(v.r.entries[i].RegisterEntry)
		f.step(v.doc, "person.register", "surname, title, state and date fit "+v.r.entries[i].Name+" alone", f.first, f.last)
	} else if a := v.bySurname(words, f.sc.index); a >= 0 && len(words) < 3 && (len(words) == 1 || v.sameFull(a, words)) {
		f.actor = a
	} else {
		kind := graph.Person
		if f.title.use == roleOffice {
			kind = graph.Official
		}
		id := graph.NamedActorID(graph.ClassPerson, f.folded, f.country)
		f.actor = v.actor(graph.ActorRecord{ID: id, Named: true}, Profile{Name: f.name, Kind: kind, Country: f.country, Sectors: f.title.sectors})
		f.step(v.doc, "actor.new", "a person whom the register does not know", f.first, f.last)
	}
	f.typ = MentionType(v.profiles[f.actor].Kind)
	v.know(f, true)
	v.callTitle(f)
}

// holderNamed is who holds the office of the title before a name on the day of the article,
// where he bears the name: "South Korean President Moon".
func (v *resolver) holderNamed(f *found, words []string) (Entry, bool) {
	if f.title.use != roleOffice || f.from >= f.first || !graph.IsState(f.country) || v.c.Published.Year() == 0 || len(words) > 3 {
		return Entry{}, false
	}
	for t := max(f.from, f.first-6); t < f.first; t++ {
		if otherTerm[f.sc.lower(t)] {
			return Entry{}, false
		}
		if e, ok := v.r.Holder(f.country, f.sc.fold(t, f.first-1), v.c.Published); ok {
			name := strings.Fields(graph.Fold(e.Name))
			for _, w := range words {
				if !slices.Contains(name, w) {
					return Entry{}, false
				}
			}
			return e, true
		}
	}
	return Entry{}, false
}

func (v *resolver) sameFull(actor int, words []string) bool {
	return graph.Fold(v.profiles[actor].Name) == strings.Join(words, " ")
}

// registeredPerson looks for a surname in the register that title, state and date leave
// one bearer of: "President Obama", "German Chancellor Angela Merkel". -1 for none.
func (v *resolver) registeredPerson(f *found, words []string) int {
	best, n := -1, 0
	for at := 0; at < len(words); at++ {
		for _, s := range v.r.senses[strings.Join(words[at:], " ")] {
			if s.what != senseSurname {
				continue
			}
			e := &v.r.entries[s.at]
			bare := strings.HasPrefix(e.Key, "leader/")
			switch {
			case len(words) > 1 && at == 0 && !bare: // the whole is a surname of several words
			case at > 0 && !bare:
				continue // the register has this person's full name, which is another
			}
			if bare && (f.country == "" || f.title.use != roleOffice) || f.country != "" && string(e.Country) != f.country && graph.IsState(string(e.Country)) ||
				!v.inOffice(e) || e.Kind == graph.Official && f.titled && f.title.use == rolePerson && len(f.title.sectors) > 0 {
				continue
			}
			if v.c.Published.Year() == 0 && bare || f.country == "" && e.Wikidata == "" && v.evidence[string(e.Country)] == 0 && graph.IsState(string(e.Country)) {
				continue // many are called Lee
			}
			best, n = int(s.at), n+1
		}
	}
	if n != 1 {
		return -1
	}
	return best
}

// callTitle files the titles of a person and what they say of kind, state and sector.
func (v *resolver) callTitle(f *found) {
	if f.actor < 0 {
		return
	}
	p := &v.profiles[f.actor]
	if f.titled && v.actors[f.actor].Register == nil {
		if f.title.use == roleOffice {
			p.Kind = graph.Official
			f.typ = TypeOfficial
		}
		p.Sectors = mergeSectors(p.Sectors, f.title.sectors)
	}
	if f.titled && f.from < f.first {
		for t := f.from; t < f.first; t++ {
			for n := t; n < f.first; n++ {
				if key := f.sc.fold(t, n); key != "" {
					if r, ok := v.r.roles.nouns[key]; ok && (r.use == roleOffice || r.use == rolePerson) {
						v.titles = append(v.titles, titledActor{key, f.actor})
					}
				}
			}
		}
	}
}

// famous finds the one well-known bearer of a bare surname.
func (v *resolver) famous(f *found, words []string) int {
	key := strings.Join(words, " ")
	if len(key) < 5 && !f.titled {
		return -1
	}
	best, n := -1, 0
	for _, s := range v.r.senses[key] {
		if s.what != senseSurname {
			continue
		}
		e := &v.r.entries[s.at]
		if !strings.HasPrefix(e.Key, "leader/") && v.inOffice(e) && (e.Wikidata != "" || v.evidence[string(e.Country)] > 0) && (f.country == "" || f.country == string(e.Country)) {
			best, n = int(s.at), n+1
		}
	}
	if n != 1 {
		return -1
	}
	return best
}
