package graph

// FoldTie says what follows for a tie from the evidence that a view sees; the terms are
// those of FoldEvent. Since and until: stated before claimed before hedged, then the later
// published. Span: the dates of the first and the last article that hold it to be real.
func FoldTie(id ID, evidence []*Evidence, canonical func(ID) ID) *Tie {
	if len(evidence) == 0 {
		return nil
	}
	if canonical == nil {
		canonical = identity
	}
	ps := inFoldOrder(evidence)
	shared, _ := ps.fold(false)
	first := ps[0]
	t := &Tie{
		ID: id, Stated: shared, Relation: first.Relation, Role: first.Role,
		FromID: canonical(first.Party(PartFrom)), ToID: canonical(first.Party(PartTo)),
	}
	if t.Relation.Symmetric() && t.ToID < t.FromID {
		t.FromID, t.ToID = t.ToID, t.FromID
	}
	t.Since = ps.surest(func(p *Evidence) *Period { return p.Since })
	t.Until = ps.surest(func(p *Evidence) *Period { return p.Until })
	for _, p := range ps {
		if !RealityReal.Real(p.Status, p.Negated) || p.Published == 0 {
			continue
		}
		if t.Span == nil {
			t.Span = &Period{Start: p.Published, Exact: true, Precision: Day}
		}
		t.Span.End = p.Published
	}
	t.Disagreements = append(
		ps.disagree("since", func(p *Evidence) string { return periodText(p.Since) }),
		ps.disagree("until", func(p *Evidence) string { return periodText(p.Until) })...,
	)
	return t
}

// surest is the period of the surest passages, the later of equals.
func (ps passages) surest(get func(*Evidence) *Period) *Period {
	var best *Evidence
	for _, p := range ps {
		if get(p) != nil && (best == nil || p.assurance() <= best.assurance()) {
			best = p
		}
	}
	if best == nil {
		return nil
	}
	return get(best)
}
