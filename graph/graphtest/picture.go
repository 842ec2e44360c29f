package graphtest

import (
	"github.com/actorgraph/actorgraph/graph"
)

// picture is the graph at one moment: every node that lists, expansions and counts see.
// Its nodes are never changed.
type picture struct {
	nodes    map[graph.ID]graph.Node
	bodies   map[graph.ID]graph.Text        // the present texts of the articles in nodes, which do not hold them
	passages map[graph.ID][]*graph.Evidence // the open evidence of each fact, in no order
	followed map[step][]graph.Node          // what Matches found before
}

// draw folds the open rows into the graph.
//
//   - An article, a mention and a passage of evidence are there while open.
//   - A fact is there while it has open evidence.
//   - An actor is there while an open mention leads to it, or a fact, as participant, speaker
//     or end; the Country of a code also while an actor or a place with that code is there.
//   - A place is there while a fact leads to it, or a place within it.
func (r *Reference) draw() *picture {
	p := &picture{nodes: map[graph.ID]graph.Node{}, bodies: map[graph.ID]graph.Text{}, passages: map[graph.ID][]*graph.Evidence{}, followed: map[step][]graph.Node{}}
	for id, t := range r.articles {
		if graph.Open(t.article.Recorded) {
			a := t.article
			p.bodies[id], a.Body = a.Body, ""
			p.nodes[id] = &a
		}
	}
	actors := map[graph.ID]bool{}
	counted := map[graph.ID][]graph.Counted{}
	for id, m := range r.mentions {
		if graph.Open(m.Recorded) {
			p.nodes[id] = m
			actors[m.ActorID] = true
			counted[m.ActorID] = append(counted[m.ActorID], m.Tally()...)
		}
	}
	for id, e := range r.evidence {
		if graph.Open(e.Recorded) {
			p.nodes[id] = e
			p.passages[e.FactID] = append(p.passages[e.FactID], e)
			for _, a := range e.Attribution {
				actors[a.Speaker] = true
			}
		}
	}
	places := map[graph.ID]bool{}
	for id, passages := range p.passages {
		if id.Class() == graph.ClassEvent {
			e := graph.FoldEvent(id, passages, nil)
			p.nodes[id] = e
			for _, a := range e.Participants {
				actors[a.ActorID] = true
			}
			for _, place := range e.PlaceIDs {
				places[place] = true
			}
			for _, c := range e.Tally() {
				counted[c.Actor] = append(counted[c.Actor], c.Counted)
			}
			continue
		}
		t := graph.FoldTie(id, passages, nil)
		p.nodes[id] = t
		actors[t.FromID] = true
		if t.ToID.Class() == graph.ClassPlace {
			places[t.ToID] = true
		} else {
			actors[t.ToID] = true
		}
		for _, c := range t.Tally() {
			counted[c.Actor] = append(counted[c.Actor], c.Counted)
		}
	}
	for id := range places {
		r.drawPlace(p, id)
	}
	delete(actors, "") // a passage without a speaker
	for id := range actors {
		p.nodes[id] = graph.ActorOf(r.records[id], sum(counted[id]))
	}
	r.drawCountries(p, counted)
	return p
}

// drawPlace draws a place and those around it.
func (r *Reference) drawPlace(p *picture, id graph.ID) {
	for id != "" && p.nodes[id] == nil {
		place, ok := r.places[id]
		if !ok {
			return
		}
		p.nodes[id] = &place
		id = place.WithinID
	}
}

// drawCountries draws the countries that so far are only codes.
func (r *Reference) drawCountries(p *picture, counted map[graph.ID][]graph.Counted) {
	countries := map[graph.ID]bool{}
	for _, n := range p.nodes {
		switch n := n.(type) {
		case *graph.Actor:
			countries[n.CountryID] = true
		case *graph.Place:
			countries[n.CountryID] = true
		}
	}
	for id := range countries {
		if record, ok := r.records[id]; ok && p.nodes[id] == nil {
			p.nodes[id] = graph.ActorOf(record, sum(counted[id]))
		}
	}
}

// sum adds the rows of one property and value together.
func sum(rows []graph.Counted) []graph.Counted {
	type key struct {
		property graph.Tallied
		value    string
	}
	counts := map[key]int{}
	for _, c := range rows {
		counts[key{c.Property, c.Value}] += c.Count
	}
	var out []graph.Counted
	for k, n := range counts {
		out = append(out, graph.Counted{Property: k.property, Value: k.value, Count: n})
	}
	return out
}

// within reports whether the place id is, or lies in, outer.
func (p *picture) within(id, outer graph.ID) bool {
	for steps := 0; id != "" && steps < 100; steps++ { // a ring of places would never end
		if id == outer {
			return true
		}
		place, ok := p.nodes[id].(*graph.Place)
		if !ok {
			return false
		}
		id = place.WithinID
	}
	return false
}
