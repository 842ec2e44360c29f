package coding

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/relation"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// learned are the ties that the scorer finds between the things that the sentence names and
// that no rule has found, in the order of the text. Of several wordings of one tie the one
// with the highest score stays.
func (p *passage) learned(known []*tie) []*tie {
	type key struct {
		from, to, place int
		class           relation.Class
	}
	model := relation.Shipped()
	best := map[key]int32{}
	found := map[key]*tie{}
	var order []key
	var scores [relation.Labels]int32
	p.pairs(func(a, b *tieEnd, features []uint32) bool {
		model.Score(features, &scores)
		for i, score := range scores {
			l := relation.Label(i)
			if !model.Holds(l, score) {
				continue
			}
			from, to := a, b
			if !l.Forward() {
				from, to = b, a
			}
			k := key{from.actor, to.actor, to.place, l.Class()}
			if old, ok := best[k]; ok && old >= score {
				continue
			}
			t := p.learnedTie(from, to, l, model.Confidence(l, score))
			if t == nil || slices.ContainsFunc(known, t.saidBy) {
				continue
			}
			if found[k] == nil {
				order = append(order, k)
			}
			best[k], found[k] = score, t
		}
		return true
	})
	out := make([]*tie, 0, len(order))
	for _, k := range order {
		if citizen := (key{k.from, k.to, k.place, relation.Citizen}); k.class == relation.Located && found[citizen] != nil {
			continue // a citizen of the state, which says more than that he is there
		}
		if k.class == relation.Member || k.class == relation.Leader { // who leads a body need not be said to work there
			other := relation.Leader
			if k.class == relation.Leader {
				other = relation.Member
			}
			if o := (key{k.from, k.to, k.place, other}); found[o] != nil && serving[found[o].relation] && serving[found[k].relation] && best[o] > best[k] {
				continue
			}
		}
		out = append(out, found[k])
	}
	slices.SortStableFunc(out, func(a, b *tie) int { return cmp.Compare(a.trigger, b.trigger) })
	return out
}

// serving are the relations of somebody to what he serves.
var serving = map[graph.Relation]bool{graph.HoldsOffice: true, graph.EmployedBy: true, graph.Leads: true}

// saidBy reports whether a rule has found what joins the same two, whatever it calls it.
func (t *tie) saidBy(rule *tie) bool {
	if t.place != nil || rule.place != nil {
		return t.place != nil && rule.place != nil && t.from.actor == rule.from.actor && t.place.Party == rule.place.Party
	}
	if t.from.actor == rule.from.actor && serving[t.relation] && serving[rule.relation] {
		return true // "the foreign minister of Chad" holds the office in the ministry, not once more in the state
	}
	same := t.from.actor == rule.from.actor && t.to.actor == rule.to.actor
	turned := t.from.actor == rule.to.actor && t.to.actor == rule.from.actor
	return same || turned && (t.relation.Symmetric() || rule.relation.Symmetric())
}

// learnedTie is a tie of a label between two ends, nil where their kinds do not allow it or
// the sentence does not put it forward.
func (p *passage) learnedTie(from, to *tieEnd, l relation.Label, confidence int) *tie {
	rel := p.relationOf(l.Class(), from, to)
	if rel == "" || !p.individual(from) || to.actor >= 0 && !p.individual(to) {
		return nil
	}
	if state := p.r.cast.Profiles[from.actor].Country; (rel == graph.CitizenOf || rel == graph.HoldsOffice || rel == graph.BasedIn && graph.IsState(state)) && state != "" && to.actor >= 0 && p.r.cast.Profiles[to.actor].Country != state {
		return nil // known to be of another state
	}
	if rel == graph.FamilyOf && (p.ownedByTrade(from.Token) || p.ownedByTrade(to.Token)) {
		return nil
	}
	if rel == graph.CitizenOf && p.preposition(to.Token) == "to" {
		return nil // an ambassador to it, a visitor
	}
	t := &tie{p: p, relation: rel, trigger: from.Token, confidence: confidence}
	t.from = p.endParty(from)
	if rel.ToPlace() && to.place >= 0 {
		w := graph.Wording{Party: p.r.cast.Places[to.place].ID, Span: p.span(to.First, to.Last)}
		w.Text = p.slice(w.Span)
		t.place = &w
	} else if to.actor >= 0 {
		t.to = p.endParty(to)
	} else {
		return nil
	}
	if path, apex := p.s.Path(from.Token, to.Token); path != nil {
		t.trigger = path[apex]
		for _, i := range path[1:max(1, len(path)-1)] {
			if rel != graph.FamilyOf && p.r.lex.is(p.lem[i], "kin") {
				return nil // what is said of somebody's kin is not said of him
			}
		}
		if p.actBetween(path[1:max(1, len(path)-1)]) || !p.putForward(t, path) {
			return nil
		}
	}
	at := p.span(min(from.First, to.First), max(from.Last, to.Last))
	t.steps = []graph.Step{{
		Rule: "tie/learned",
		Says: fmt.Sprintf("words and tree between the two are as where one is said to be tied to the other (%s); right %d times in a thousand", l.Class(), confidence),
		Text: p.slice(at), Span: at,
	}}
	return t
}

// individual reports whether an end is somebody of his own: named, or known by pronouns alone.
// Unnamed "soldiers" and "a company" come and go, and what the scorer says of them is not sure.
func (p *passage) individual(e *tieEnd) bool {
	if e.actor < 0 {
		return false
	}
	switch p.text(e.Token) {
	case "they", "them", "their", "themselves":
		return p.r.cast.Actors[e.actor].Named
	}
	return p.r.cast.Actors[e.actor].Named || e.Form == string(identity.Pronoun)
}

// lasting are verbs of acts that leave a tie behind.
var lasting = map[string]bool{
	"appoint": true, "establish": true, "found": true, "head": true, "host": true, "join": true, "lead": true, "leave": true, "move": true,
	"name": true, "quit": true, "resign": true, "elect": true, "nominate": true, "serve": true, "succeed": true, "replace": true, "form": true,
	"create": true, "merge": true, "control": true,
}

// actBetween reports whether the way between two ends leads over an act or over somebody's
// words: those who meet, strike or accuse each other, and who speaks of whom, are not tied by it.
func (p *passage) actBetween(way []int) bool {
	for _, i := range way {
		if p.verb(i) && (p.r.lex.frames[p.lemma(i)+"/v"] != nil || p.says(i)) && !lasting[p.lem[i]] {
			return true
		}
		if p.noun(i) && p.at[i] < 0 && p.r.lex.frames[p.lem[i]+"/n"] != nil {
			return true
		}
	}
	return false
}

// putForward notes negation and former state of a tie from the words on the way between its
// ends; false where the sentence only supposes it.
func (p *passage) putForward(t *tie, path []int) bool {
	for _, i := range path {
		switch p.text(i) {
		case "former", "ex", "late", "then":
			t.former = true
		}
		for _, c := range p.kids[i] {
			switch p.text(c) {
			case "former", "ex", "late", "formerly", "once", "previously":
				t.former = t.former || c < i
			}
		}
		if p.verb(i) || p.child(i, language.Cop) >= 0 {
			r := p.realityOf(i)
			if r.status == graph.Hypothetical || r.status == graph.Planned {
				return false
			}
			t.negated = t.negated || r.negated
		}
	}
	return true
}

func (p *passage) endParty(e *tieEnd) party {
	if x := &p.r.cast.Mentions[e.mention]; x.Actor == e.actor {
		return p.mention(e.mention, e.Token)
	}
	return party{actor: e.actor, token: e.Token, span: p.span(e.First, e.Last), inferred: true}
}

// relationOf is what a tie of a class is called between two ends, "" where it cannot be.
func (p *passage) relationOf(c relation.Class, from, to *tieEnd) graph.Relation {
	if from.actor < 0 || from.Kind == string(identity.TypeNationality) || from.Kind == string(identity.TypePlace) {
		return ""
	}
	person := from.Kind == string(identity.TypePerson) || from.Kind == string(identity.TypeOfficial)
	var toKind graph.ActorKind
	if to.actor >= 0 {
		toKind = p.r.cast.Profiles[to.actor].Kind
	}
	state := toKind == graph.Country
	body := toKind == graph.Agency || toKind == graph.Group || toKind == graph.Organization
	fromState := from.Kind == string(identity.TypeCountry)
	switch c {
	case relation.Located:
		switch {
		case fromState || to.place < 0 && !state:
			return ""
		case person:
			return graph.LocatedIn
		}
		return graph.BasedIn
	case relation.Citizen:
		if person && state {
			return graph.CitizenOf
		}
	case relation.Member:
		switch {
		case fromState && toKind == graph.Organization, fromState && toKind == graph.Group, body && toKind == graph.Group, body && person && from.Kind != string(identity.TypeOfficial) && toKind == graph.Group:
			return graph.MemberOf
		case person && body:
			return graph.EmployedBy
		case body && !fromState:
			return graph.MemberOf
		}
	case relation.Leader:
		switch {
		case person && (state || toKind == graph.Agency):
			return graph.HoldsOffice
		case person && body:
			return graph.Leads
		}
	case relation.Part:
		if !person && !fromState && (body || state) {
			return graph.PartOf
		}
	case relation.Owner:
		if body {
			return graph.Owns
		}
	case relation.Founder:
		if body {
			return graph.Founded
		}
	case relation.Family:
		if person && (toKind == graph.Person || toKind == graph.Official) {
			return graph.FamilyOf
		}
	}
	return ""
}

// ownedByTrade reports whether a possessor stands before a noun that is no word of kinship: "her
// driver, Adam Smith".
func (p *passage) ownedByTrade(tok int) bool {
	h := p.head(tok)
	return p.rel(tok) == language.NModPoss && h >= 0 && p.toks[h].POS == language.NOUN && !p.r.lex.is(p.lem[h], "kin")
}
