package graph

// Brief is a copy of a node without its long parts, which Query.Brief and Expansion.Brief let
// a store leave out:
//
//   - of evidence Before, After, Trigger, Steps, Recorded, and of what it asserts all but
//     status and negation;
//   - of a fact Stages and Disagreements, of an event also Numbers;
//   - of an article Revisions and Recorded, of a mention Recorded;
//   - of an actor Aliases and Description.
//
// It is nil for nil.
func Brief(n Node) Node {
	switch n := n.(type) {
	case *Evidence:
		c := *n
		c.Before, c.After, c.Trigger, c.Steps, c.Recorded = "", "", Span{}, nil, nil
		c.Assertion = Assertion{Status: n.Status, Negated: n.Negated}
		return &c
	case *Event:
		c := *n
		c.Stages, c.Disagreements, c.Numbers = nil, nil, nil
		return &c
	case *Tie:
		c := *n
		c.Stages, c.Disagreements = nil, nil
		return &c
	case *Article:
		c := *n
		c.Revisions, c.Recorded = nil, nil
		return &c
	case *Mention:
		c := *n
		c.Recorded = nil
		return &c
	case *Actor:
		c := *n
		c.Aliases, c.Description = nil, ""
		return &c
	}
	return n
}
