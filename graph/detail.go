package graph

// Detail is how much of the nodes a caller needs. A store may always give more, and the order
// of a list never depends on it.
type Detail int

const (
	// Whole nodes have all that is known of them.
	Whole Detail = iota
	// Brief nodes lack their long parts:
	//
	//   - evidence Before, After, Trigger, Steps, Recorded, and of what it asserts all but
	//     status and negation;
	//   - a fact Stages and Disagreements, an event also Numbers;
	//   - an article Revisions and Recorded, a mention Recorded;
	//   - an actor Aliases and Description.
	Brief
	// Bare nodes have only their id and what a list shows first:
	//
	//   - evidence its quote, status, negation, and the ids of its fact and article;
	//   - an event its type, modes, status, negation and participants;
	//   - a tie its relation, ends, role, status and negation;
	//   - an article its address, title, publisher and day of publication;
	//   - an actor its kind, its name, and whether it is named.
	//
	// Places and mentions are as in Brief.
	Bare
)

// Of is a copy of a node without what d lets a store leave out; n itself where that is
// nothing, and nil for nil.
func (d Detail) Of(n Node) Node {
	switch {
	case d >= Bare:
		return bare(brief(n))
	case d == Brief:
		return brief(n)
	}
	return n
}

func brief(n Node) Node {
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

func bare(n Node) Node {
	switch n := n.(type) {
	case *Evidence:
		return &Evidence{
			ID: n.ID, FactID: n.FactID, ArticleID: n.ArticleID, Quote: n.Quote,
			Assertion: Assertion{Status: n.Status, Negated: n.Negated},
		}
	case *Event:
		return &Event{
			ID: n.ID, Type: n.Type, Modes: n.Modes, Participants: n.Participants,
			Stated: Stated{Status: n.Status, Negated: n.Negated},
		}
	case *Tie:
		return &Tie{
			ID: n.ID, Relation: n.Relation, FromID: n.FromID, ToID: n.ToID, Role: n.Role,
			Stated: Stated{Status: n.Status, Negated: n.Negated},
		}
	case *Article:
		return &Article{ID: n.ID, URL: n.URL, Title: n.Title, Publisher: n.Publisher, Published: n.Published}
	case *Actor:
		return &Actor{ID: n.ID, Kind: n.Kind, Name: n.Name, Named: n.Named}
	}
	return n
}
