package identity

import (
	"cmp"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Resolve finds who and what places the text names. It never fails, takes time linear in
// the length of the text, and may be called from many goroutines with one register.
func Resolve(doc *language.Document, c Context, r *Register) *Cast {
	v := &resolver{doc: doc, c: c, r: r, evidence: map[string]int{}, longer: map[string]int{}, byID: map[graph.ID]int{}, acronyms: map[string]int{}, bySuffix: map[string][]int{}, short: map[string]int{}, whole: map[string]bool{}, ofState: map[string]string{}, unions: map[string]int{}, placeByID: map[graph.ID]int{}}
	texts := make([]string, len(doc.Sentences))
	for i := range doc.Sentences {
		v.scans = append(v.scans, r.scan(&doc.Sentences[i], i))
		texts[i] = doc.Slice(doc.Sentences[i].Span)
	}
	v.anchors = graph.NewAnchors(texts)
	v.weigh()
	for _, sc := range v.scans {
		names := v.names(sc)
		nominals := v.nominals(sc, names)
		v.found = append(v.found, names)
		v.nominal = append(v.nominal, nominals)
		v.appositions(sc, names, nominals)
	}
	v.vote()
	v.linkNames()
	v.linkHomes()
	v.linkNominals()
	v.linkPronouns()
	v.linkOwners()
	v.linkLocal()
	return v.cast()
}

// resolver holds one article while it is resolved.
type resolver struct {
	doc *language.Document
	c   Context
	r   *Register

	scans    []*scan
	evidence map[string]int // how often the text speaks of a state, by code
	longer   map[string]int // cities of the text by the first word of their names: "Santiago" of "Santiago de Cuba"
	anchors  *graph.Anchors

	found   [][]*found   // names, by sentence
	nominal [][]*nominal // by sentence
	pronoun [][]*found   // by sentence

	actors   []graph.ActorRecord
	profiles []Profile
	byID     map[graph.ID]int
	known    []knownName
	bySuffix map[string][]int  // people of known by the last and the first word of the name
	short    map[string]int    // bodies by all forms of their names that the text has made clear
	whole    map[string]bool   // names of bodies that the text has had in full
	ofState  map[string]string // by the wording of a body, the state of which the text has used it
	firsts   []firstMention    // of named actors, see named
	titles   []titledActor     // who has been called by which title
	spoken   []*found          // mentions of people so far, for pronouns
	gender   map[int]gender    // by actor
	main     *string           // see mainState
	unions   map[string]int    // see unionIn
	teller   int               // the actor who says "I" in the text, and one; 0 for none yet
	acronyms map[string]int    // introduced by the text, to actors

	places    []graph.Place
	placeByID map[graph.ID]int
}

// anchor is the place of a token for ids.
func (v *resolver) anchor(sc *scan, token int) graph.Anchor {
	return v.anchors.At(sc.index, sc.Tokens[token].Start-sc.Start)
}

// actor is the index of an actor of the cast, which it joins with the first call.
func (v *resolver) actor(rec graph.ActorRecord, p Profile) int {
	if i, ok := v.byID[rec.ID]; ok {
		return i
	}
	i := len(v.actors)
	v.byID[rec.ID] = i
	v.actors = append(v.actors, rec)
	v.profiles = append(v.profiles, p)
	return i
}

// fromRegister is the actor of a register entry.
func (v *resolver) fromRegister(e graph.RegisterEntry) int {
	return v.actor(graph.ActorRecord{ID: graph.RegisteredActorID(e.Key), Named: true, Register: &e},
		Profile{Name: e.Name, Kind: e.Kind, Country: string(e.Country), Sectors: e.Sectors, Parent: v.r.parentOf(e.Key)})
}

// placeIndex is the index of a place of the cast.
func (v *resolver) placeIndex(p graph.Place) int {
	if i, ok := v.placeByID[p.ID]; ok {
		return i
	}
	v.placeByID[p.ID] = len(v.places)
	v.places = append(v.places, p)
	return len(v.places) - 1
}

// cast puts everything together: mentions in text order, actors in the order of mention,
// then the states of the others and the lands of the places.
func (v *resolver) cast() *Cast {
	var all []*found
	for i := range v.found {
		all = append(all, v.found[i]...)
		for _, n := range v.nominal[i] {
			all = append(all, n.mentions...)
		}
		all = append(all, v.pronoun[i]...)
	}
	slices.SortStableFunc(all, func(a, b *found) int {
		return cmp.Or(cmp.Compare(a.sc.index, b.sc.index), cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	c := &Cast{sentences: make([][]int, len(v.scans))}
	actorAt, placeAt := map[int]int{}, map[int]int{}
	for _, f := range all {
		if f.typ == "" {
			continue
		}
		m := Mention{
			Sentence: f.sc.index, First: bareFirst(f), Last: f.last, Head: f.head, Form: f.form, Type: f.typ,
			Actor: -1, Place: -1, Inferred: f.inferred, Count: f.count, Steps: f.steps,
		}
		if f.form == Name {
			m.Name = f.name
		}
		if f.actor < 0 {
			if m.Country = f.country; m.Country == "" {
				m.Country = f.land
			}
		} else {
			i, ok := actorAt[f.actor]
			if !ok {
				i = len(c.Actors)
				actorAt[f.actor] = i
				c.Actors = append(c.Actors, v.actors[f.actor])
				c.Profiles = append(c.Profiles, v.profiles[f.actor])
			}
			m.Actor = i
			p := &c.Profiles[i]
			m.Kind = p.Kind
			if f.form != Pronoun {
				m.Country, m.Sectors = p.Country, p.Sectors
			}
			if f.form == Name && f.name != p.Name && !slices.Contains(p.Aliases, f.name) {
				p.Aliases = append(p.Aliases, f.name)
			}
		}
		if f.place >= 0 {
			i, ok := placeAt[f.place]
			if !ok {
				i = len(c.Places)
				placeAt[f.place] = i
				c.Places = append(c.Places, v.places[f.place])
			}
			m.Place = i
		}
		c.sentences[m.Sentence] = append(c.sentences[m.Sentence], len(c.Mentions))
		c.Mentions = append(c.Mentions, m)
	}
	v.addMinistries(c)
	v.addStates(c)
	v.addLands(c)
	return c
}

// addStates adds the Country of every code that an actor or a mention carries.
func (v *resolver) addStates(c *Cast) {
	have := map[graph.ID]bool{}
	for i := range c.Actors {
		have[c.Actors[i].ID] = true
	}
	var codes []string
	note := func(code string) {
		if e, ok := v.r.Country(code); ok && !have[graph.RegisteredActorID(e.Key)] {
			have[graph.RegisteredActorID(e.Key)] = true
			codes = append(codes, code)
		}
	}
	for i := range c.Profiles {
		note(c.Profiles[i].Country)
	}
	for i := range c.Places {
		note(string(c.Places[i].CountryCode))
	}
	for i := range c.Mentions {
		if m := &c.Mentions[i]; m.Type == TypeNationality || m.Type == TypeCountry {
			note(m.Country)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		e, _ := v.r.Country(code)
		entry := e.RegisterEntry
		c.Actors = append(c.Actors, graph.ActorRecord{ID: graph.RegisteredActorID(entry.Key), Named: true, Register: &entry})
		c.Profiles = append(c.Profiles, Profile{Name: entry.Name, Kind: entry.Kind, Country: code})
	}
}

// addLands adds the regions and lands that contain the places.
func (v *resolver) addLands(c *Cast) {
	have := map[graph.ID]bool{}
	for i := range c.Places {
		have[c.Places[i].ID] = true
	}
	for i := 0; i < len(c.Places); i++ { // those that are added may lie in others
		p := c.Places[i]
		if p.WithinID == "" || have[p.WithinID] {
			continue
		}
		if region, ok := v.r.region(p.WithinID, string(p.CountryCode)); ok {
			have[region.ID] = true
			c.Places = append(c.Places, region)
			continue
		}
		if land, ok := v.r.Land(string(p.CountryCode)); ok {
			have[land.ID] = true
			c.Places = append(c.Places, land)
		}
	}
}
