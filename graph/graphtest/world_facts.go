package graphtest

import (
	"fmt"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// happening is an event of a world, before passages tell it in their ways.
type happening struct {
	record   graph.ID
	kind     graph.EventType
	sources  []int // of World.actors; beyond them, of World.countries
	targets  []int
	places   []int
	day      graph.Date // 0: undated
	statuses []graph.Status
}

// relation is a tie of a world.
type relation struct {
	record   graph.ID
	relation graph.Relation
	from, to int // as in happening
	place    int // where the relation leads to one, instead of to
	role     string
}

var firstDay = graph.NewDate(2015, time.November, 20)

func (w *World) makeEvents(d dice) {
	for i := range 4 + 2*w.articles {
		home := w.articleID(i % w.articles)
		h := happening{
			record: graph.EventID(home, graph.Anchor{Sentence: fmt.Sprintf("event %d", i), Word: d.IntN(9)}),
			kind:   pick(d, graph.EventTypes),
			// The first actors are in most events.
			sources: w.someActors(d, 3),
			targets: w.someActors(d, 2),
		}
		for range d.IntN(3) {
			h.places = append(h.places, d.skewed(len(w.places)))
		}
		if d.chance(80) {
			h.day = firstDay.AddDays(d.skewed(400))
		}
		for range d.between(1, 3) {
			h.statuses = append(h.statuses, pick(d, graph.Statuses))
		}
		if d.chance(50) {
			h.statuses = []graph.Status{graph.Happened}
		}
		w.events = append(w.events, h)
	}
}

func (w *World) someActors(d dice, most int) []int {
	var out []int
	for range d.between(0, most) {
		out = append(out, w.actor(d))
	}
	return out
}

// actor is the number of an actor or, more rarely, of a country.
func (w *World) actor(d dice) int {
	if d.chance(20) {
		return len(w.actors) + d.skewed(len(w.countries))
	}
	return d.skewed(len(w.actors))
}

func (w *World) member(i int) member {
	if i < len(w.actors) {
		return w.actors[i]
	}
	return w.countries[i-len(w.actors)]
}

// makeTies makes relations, most of which suit their ends: officials hold offices in
// agencies, agencies are parts of agencies, groups have members.
func (w *World) makeTies(d dice) {
	of := map[graph.ActorKind][]int{}
	for i, m := range w.actors {
		of[m.kinds[0]] = append(of[m.kinds[0]], i)
	}
	one := func(k graph.ActorKind) int {
		if len(of[k]) == 0 {
			return w.actor(d)
		}
		return of[k][d.skewed(len(of[k]))]
	}
	for i := range 4 + w.articles {
		t := relation{place: d.IntN(len(w.places))}
		switch d.IntN(10) {
		case 0, 1:
			t.from, t.to, t.relation = w.actor(d), w.actor(d), pick(d, graph.Relations)
		case 2, 3, 4:
			t.from, t.to, t.relation = one(graph.Agency), one(graph.Agency), graph.PartOf
		case 5, 6, 7:
			t.from, t.to = one(graph.Official), one(graph.Agency)
			t.relation = pick(d, []graph.Relation{graph.HoldsOffice, graph.Leads, graph.EmployedBy})
		default:
			t.from, t.to, t.relation = w.actor(d), one(pick(d, []graph.ActorKind{graph.Group, graph.Organization})), graph.MemberOf
		}
		if d.chance(50) {
			t.role = pick(d, []string{"Secretary", "Chef d'état-major", "deputy head", "Секретарь"})
		}
		to := w.member(t.to).record.ID
		if t.relation.ToPlace() {
			to = w.places[t.place].ID
		}
		from := w.member(t.from).record.ID
		if from == to {
			continue
		}
		term := ""
		if d.chance(20) {
			term = fmt.Sprint(i)
		}
		t.record = graph.TieID(from, to, t.relation, t.role, term)
		w.ties = append(w.ties, t)
	}
}
