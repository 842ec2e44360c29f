package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// namedInSummary is how many participants of one role a summary names.
const namedInSummary = 3

// namesIn are the ids of those whose names a fact's summary needs.
func namesIn(f Fact) []graph.ID {
	switch f := f.(type) {
	case Event:
		sources, _ := shorten(inSummary(f, graph.Source))
		targets, _ := shorten(inSummary(f, graph.Target))
		return append(append([]graph.ID{}, sources...), targets...)
	case Tie:
		return []graph.ID{f.FromID, f.ToID}
	}
	return nil
}

// inSummary are those who count in a role; where nobody does, those whom denials name, so
// that a denied act says of whom it is denied.
func inSummary(e Event, r graph.Role) []graph.ID {
	ids := e.Actors(r)
	if len(ids) > 0 {
		return ids
	}
	for _, p := range e.Event.Participants {
		if p.Standing == graph.StandingDenied && slices.Contains(p.Roles, r) {
			ids = append(ids, p.ActorID)
		}
	}
	return ids
}

func shorten(ids []graph.ID) (named []graph.ID, others int) {
	if len(ids) > namedInSummary {
		return ids[:namedInSummary], len(ids) - namedInSummary
	}
	return ids, 0
}

// Summary is the event on one line: "Harbour Authority: coerce (cyber) Port Union, ongoing".
func (e Event) Summary(ctx context.Context) (string, error) {
	sources, err := nameList(ctx, inSummary(e, graph.Source))
	if err != nil {
		return "", err
	}
	targets, err := nameList(ctx, inSummary(e, graph.Target))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if sources != "" {
		b.WriteString(sources + ": ")
	}
	b.WriteString(words(e.Type))
	if len(e.Modes) > 0 {
		modes := make([]string, len(e.Modes))
		for i, m := range e.Modes {
			modes[i] = words(m)
		}
		b.WriteString(" (" + strings.Join(modes, ", ") + ")")
	}
	if targets != "" {
		b.WriteString(" " + targets)
	}
	return b.String() + ", " + reality(e.Status, e.Negated), nil
}

// Summary is the tie on one line: "Ana Weaver: holds office (harbour master) Harbour
// Authority, ongoing".
func (t Tie) Summary(ctx context.Context) (string, error) {
	from, err := nameList(ctx, []graph.ID{t.FromID})
	if err != nil {
		return "", err
	}
	to, err := nameList(ctx, []graph.ID{t.ToID})
	if err != nil {
		return "", err
	}
	relation := words(t.Relation)
	if t.Role != "" {
		relation += " (" + string(t.Role) + ")"
	}
	return fmt.Sprintf("%s: %s %s, %s", from, relation, to, reality(t.Status, t.Negated)), nil
}

// nameList joins the first few names and says how many more there are.
func nameList(ctx context.Context, ids []graph.ID) (string, error) {
	ids, others := shorten(ids)
	ns, err := scopeOf(ctx).load(ctx, ids)
	if err != nil {
		return "", err
	}
	var names []string
	for _, n := range ns {
		switch n := n.(type) {
		case Actor:
			names = append(names, n.record().Name)
		case Place:
			names = append(names, n.Name)
		}
	}
	list := strings.Join(names, ", ")
	if others > 0 {
		list += fmt.Sprintf(" and %d more", others)
	}
	return list, nil
}

// reality says status and negation in one word or two.
func reality(s graph.Status, negated bool) string {
	if !negated {
		return words(s)
	}
	switch s {
	case graph.Happened:
		return "did not happen"
	case graph.Ongoing:
		return "has stopped"
	case graph.Planned:
		return "called off"
	case graph.Threatened:
		return "ruled out"
	}
	return words(s) + " not to be"
}

// words are those of an enum value: HOLDS_OFFICE is "holds office".
func words[T ~string](v T) string {
	return strings.ToLower(strings.ReplaceAll(string(v), "_", " "))
}
