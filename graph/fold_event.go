package graph

import (
	"cmp"
	"slices"
	"strings"
)

// FoldEvent says what follows for an event from the evidence that a view sees: open, of one
// identity set, in any order, with Origin set. canonical leads from the records that
// passages meant to today's actors, places and events; nil is the identity. Without
// evidence there is no event, and the result is nil.
//
//	status, negated   passages.foldReality
//	participants      union, with roles, number of passages, best standing
//	type and modes    most independent sources, then passages, then confidence, then type order
//	contexts          union; places: union of the latest stage
//	when              narrowest period of the latest stage
//	numbers           never folded, all kept
func FoldEvent(id ID, evidence []*Evidence, canonical func(ID) ID) *Event {
	if len(evidence) == 0 {
		return nil
	}
	if canonical == nil {
		canonical = identity
	}
	ps := inFoldOrder(evidence)
	shared, latest := ps.fold(true)
	e := &Event{ID: id, Stated: shared}
	e.Type, e.Modes = ps.foldType()
	e.Score = Score(e.Type, e.Modes)
	e.When = latest.narrowest(func(p *Evidence) *Period { return p.When })
	for _, c := range Contexts {
		if slices.ContainsFunc(ps, func(p *Evidence) bool { return slices.Contains(p.Contexts, c) }) {
			e.Contexts = append(e.Contexts, c)
		}
	}
	for _, p := range latest {
		for _, w := range p.Wordings {
			if w.Part == PartPlace && w.Party != "" {
				e.PlaceIDs = appendNew(e.PlaceIDs, canonical(w.Party))
			}
		}
	}
	for _, p := range ps {
		for _, a := range p.About {
			if about := canonical(a); about != id {
				e.AboutIDs = appendNew(e.AboutIDs, about)
			}
		}
		for _, q := range p.Numbers {
			if len(e.Numbers) < MaxListed {
				q.EvidenceID = p.ID
				e.Numbers = append(e.Numbers, q)
			}
		}
	}
	e.Participants = ps.participants(canonical)
	e.Disagreements = slices.Concat(
		ps.disagree("type", func(p *Evidence) string { return string(p.EventType) }),
		latest.disagree("when", func(p *Evidence) string { return periodText(p.When) }),
	)
	for _, of := range Counts {
		e.Disagreements = append(e.Disagreements, ps.disagree(strings.ToLower(string(of)), func(p *Evidence) string {
			for _, q := range p.Numbers {
				if q.Of == of {
					return numberText(q)
				}
			}
			return ""
		})...)
	}
	return e
}

func appendNew(ids []ID, id ID) []ID {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// vote collects what speaks for one value.
type vote struct {
	order      int // of the closed set, the smaller wins
	origins    map[string]bool
	passages   int
	confidence int // the best
}

func (v *vote) add(p *Evidence, copied map[ID]bool) {
	if v.origins == nil {
		v.origins = map[string]bool{}
	}
	if o := p.origin(copied); o != "" {
		v.origins[o] = true
	}
	v.passages++
	v.confidence = max(v.confidence, p.Confidence)
}

// compareVotes puts the winner first.
func compareVotes(a, b *vote) int {
	return cmp.Or(
		-cmp.Compare(len(a.origins), len(b.origins)),
		-cmp.Compare(a.passages, b.passages),
		-cmp.Compare(a.confidence, b.confidence),
		cmp.Compare(a.order, b.order),
	)
}

// foldType lets the passages vote on the type, and those of the winning type on the modes:
// the whole list of a passage is one vote, so that modes no passage joins are never joined.
func (ps passages) foldType() (EventType, []Mode) {
	copied := ps.copied()
	types := make([]vote, len(EventTypes))
	for i := range types {
		types[i].order = i
	}
	for _, p := range ps {
		if i := slices.Index(EventTypes, p.EventType); i >= 0 {
			types[i].add(p, copied)
		}
	}
	winner := EventTypes[slices.MinFunc(refs(types), compareVotes).order]

	var lists [][]Mode
	var votes []vote
	for _, p := range ps {
		if p.EventType != winner {
			continue
		}
		modes := inCodebookOrder(winner, p.Modes)
		i := slices.IndexFunc(lists, func(l []Mode) bool { return slices.Equal(l, modes) })
		if i < 0 {
			i = len(lists)
			lists = append(lists, modes)
			votes = append(votes, vote{})
		}
		votes[i].add(p, copied)
	}
	if len(lists) == 0 {
		return winner, nil
	}
	// Enum order between lists: the one that comes first mode by mode, a longer one first.
	byOrder := slices.Clone(lists)
	slices.SortFunc(byOrder, func(a, b []Mode) int { return compareModes(winner, a, b) })
	for i := range votes {
		votes[i].order = slices.IndexFunc(byOrder, func(l []Mode) bool { return slices.Equal(l, lists[i]) })
	}
	return winner, byOrder[slices.MinFunc(refs(votes), compareVotes).order]
}

func refs[T any](s []T) []*T {
	out := make([]*T, len(s))
	for i := range s {
		out[i] = &s[i]
	}
	return out
}

func inCodebookOrder(t EventType, modes []Mode) []Mode {
	var out []Mode
	for _, m := range t.Modes() {
		if slices.Contains(modes, m) {
			out = append(out, m)
		}
	}
	return out
}

func compareModes(t EventType, a, b []Mode) int {
	for i := range min(len(a), len(b)) {
		if c := cmp.Compare(slices.Index(t.Modes(), a[i]), slices.Index(t.Modes(), b[i])); c != 0 {
			return c
		}
	}
	return -cmp.Compare(len(a), len(b))
}
