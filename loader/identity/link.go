package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// linkNames finds the actor or place of every name: first what stands in full, then what
// repeats it.
func (v *resolver) linkNames() {
	for _, names := range v.found {
		for _, f := range names {
			v.linkFull(f)
		}
	}
	for _, names := range v.found {
		for _, f := range names {
			if !f.bare && f.actor < 0 && f.place < 0 && f.land == "" && f.typ != TypeNationality && f.typ != TypeEventName {
				v.linkRest(f)
			}
			v.settlePlace(f)
		}
	}
}

// settlePlace gives a land or a place of the gazetteer its index in the cast.
func (v *resolver) settlePlace(f *found) {
	if f.land != "" {
		if land, ok := v.r.Land(f.land); ok {
			f.place = v.placeIndex(land)
		}
		return
	}
	if f.typ == TypePlace && f.place >= 0 && !f.settled {
		f.place = v.placeIndex(v.r.places[f.place].place)
		f.settled = true
	}
}

func (v *resolver) linkFull(f *found) {
	switch {
	case f.bare || f.typ == TypeNationality || f.typ == TypeEventName || f.land != "" || f.place >= 0:
		return
	case f.body >= 0:
		if e, ok := v.bodyEntry(f.body, f.country); ok {
			f.actor = v.fromRegister(e)
			f.sectors = e.Sectors
			v.know(f, false)
		}
		return
	case f.entry >= 0:
		e := v.r.entries[f.entry].RegisterEntry
		if a, ok := v.shorter(f); ok && a >= 0 && v.actors[a].ID != graph.RegisteredActorID(e.Key) && e.Kind == graph.Organization {
			f.actor = a
			f.step(v.doc, "name.short", "the end of a longer name of this text", f.first, f.last)
			return
		}
		f.actor = v.fromRegister(e)
		v.know(f, f.typ == TypeOfficial || f.typ == TypePerson)
		v.callTitle(f)
		return
	}
	words := strings.Fields(f.folded)
	if len(words) > 1 && v.linkFiled(f) {
		return
	}
	switch {
	case f.titled && len(words) > 0:
		if len(words) > 1 || !v.hasSurname(words) {
			v.linkPerson(f)
		}
	case f.typ == TypeAgency || f.typ == TypeGroup || f.typ == TypeOrganization:
		if a, ok := v.shorter(f); ok {
			f.actor = a
			f.step(v.doc, "name.short", "the end of a longer name of this text", f.first, f.last)
		} else {
			v.newBody(f)
		}
	case len(words) > 1 && (f.typ == TypePerson || f.typ == "" && v.personal(f, words)):
		v.linkPerson(f)
	}
}

// newBody makes an actor of a name that is no person's.
func (v *resolver) newBody(f *found) {
	id := graph.NamedActorID(graph.ClassBody, f.folded, f.country)
	f.actor = v.actor(graph.ActorRecord{ID: id, Named: true}, Profile{Name: f.name, Kind: graph.ActorKind(f.typ), Country: f.country, Sectors: f.sectors})
	f.step(v.doc, "actor.new", "a name that the register does not know", f.first, f.last)
	v.know(f, false)
}

// linkRest decides what is left: short forms, and names that only their surroundings explain.
func (v *resolver) linkRest(f *found) {
	words := strings.Fields(f.folded)
	if len(words) == 0 {
		f.typ = ""
		return
	}
	if a, ok := v.shorter(f); ok && f.typ != TypePlace {
		f.actor, f.typ = a, MentionType(v.profiles[a].Kind)
		f.step(v.doc, "name.short", "a short form of a name of this text", f.first, f.last)
		return
	}
	if a := v.bySurname(words, f.sc.index); a >= 0 && len(words) < 3 {
		f.actor, f.typ = a, MentionType(v.profiles[a].Kind)
		f.step(v.doc, "person.surname", "the surname of "+v.profiles[a].Name, f.first, f.last)
		v.callTitle(f)
		return
	}
	if len(words) <= 2 && f.typ != TypePlace {
		if i := v.famous(f, words); i >= 0 {
			f.actor = v.fromRegister(v.r.entries[i].RegisterEntry)
			f.typ = MentionType(v.r.entries[i].Kind)
			f.step(v.doc, "person.famous", "the register knows one person by this surname at the article's date", f.first, f.last)
			v.know(f, true)
			return
		}
	}
	v.guess(f, words)
}
