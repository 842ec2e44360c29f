package graph

import (
	"cmp"
	"slices"
)

// participants unites what the passages say of who took part: sources first, then those
// with most passages, then by id. A passage counts once for an actor, whatever its roles.
func (ps passages) participants(canonical func(ID) ID) []Participant {
	var out []Participant
	index := map[ID]int{}
	for _, p := range ps {
		seen := map[ID]bool{}
		for _, w := range p.Wordings {
			role, ok := roleOf(w.Part)
			if !ok || w.Party == "" {
				continue
			}
			actor := canonical(w.Party)
			i, known := index[actor]
			if !known {
				i = len(out)
				index[actor] = i
				out = append(out, Participant{ActorID: actor, Record: w.Party, Standing: StandingAbsent})
			}
			a := &out[i]
			if s := p.standing(w); slices.Index(Standings, s) < slices.Index(Standings, a.Standing) {
				a.Standing = s
			}
			if !slices.Contains(a.Roles, role) {
				a.Roles = append(a.Roles, role)
				slices.SortFunc(a.Roles, func(x, y Role) int { return cmp.Compare(slices.Index(Roles, x), slices.Index(Roles, y)) })
			}
			if !seen[actor] {
				seen[actor] = true
				a.Passages++
			}
			if a.Number == nil && w.Number != nil {
				n := *w.Number
				n.EvidenceID = p.ID
				a.Number = &n
			}
		}
	}
	slices.SortFunc(out, func(a, b Participant) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Roles, a.Roles[0]), slices.Index(Roles, b.Roles[0])),
			-cmp.Compare(a.Passages, b.Passages),
			cmp.Compare(a.ActorID, b.ActorID),
		)
	})
	return out
}

func roleOf(p Part) (Role, bool) {
	switch p {
	case PartSource:
		return Source, true
	case PartTarget:
		return Target, true
	}
	return "", false
}

// standing is how surely this passage puts the actor of w into the event.
func (e *Evidence) standing(w Wording) Standing {
	switch {
	case w.Absent:
		return StandingAbsent
	case e.Status == Denied:
		return StandingDenied
	case e.assurance() == stated:
		return StandingStated
	default:
		return StandingClaimed
	}
}
