package graph

import (
	"fmt"
	"slices"
)

// Validate refuses a query that no store can answer.
func (q Query) Validate() error {
	if err := ValidateView(q.View); err != nil {
		return err
	}
	if len(orders[q.Class]) == 0 || q.Class == ClassMention {
		return &ArgumentError{Argument: "class", Message: fmt.Sprintf("%q cannot be listed", q.Class)}
	}
	if q.Order != "" && !HasOrder(q.Class, q.Order) {
		return &ArgumentError{Argument: "order", Message: fmt.Sprintf("%s is no order of this list", q.Order), Hint: fmt.Sprintf("one of %v", orders[q.Class])}
	}
	if q.Order == ByRelevance && q.Search == "" {
		return &ArgumentError{Argument: "order", Message: "RELEVANCE needs a search", Hint: "give search, or take another order"}
	}
	if q.Search != "" {
		if len(q.Search) > MaxSearch {
			return &ArgumentError{Argument: "search", Message: "the search is too long", Hint: fmt.Sprintf("give at most %d bytes", MaxSearch)}
		}
		if q.Class == ClassTie {
			return &ArgumentError{Argument: "search", Message: "ties cannot be searched", Hint: "search the actors at their ends"}
		}
		if len(Words(q.Search)) == 0 {
			return &ArgumentError{Argument: "search", Message: fmt.Sprintf("%q has no letter and no digit", q.Search), Hint: "give a word, or leave search out"}
		}
	}
	if q.Kind != "" && (q.Class != ClassActor || !slices.Contains(ActorKinds, q.Kind)) {
		return &ArgumentError{Argument: "kind", Message: fmt.Sprintf("%q is no kind of %s", q.Kind, q.Class)}
	}
	if err := ValidateFilter(q.Class, q.Where); err != nil {
		return err
	}
	return q.Page.Validate()
}

// MaxSearch is the longest search in bytes.
const MaxSearch = 1000

// Validate refuses a step that no store can take.
func (e Expansion) Validate() error {
	if err := ValidateView(e.View); err != nil {
		return err
	}
	if !e.Edge.Known() {
		return &ArgumentError{Argument: "edge", Message: fmt.Sprintf("%q is not an edge", e.Edge)}
	}
	if e.Order != "" && !slices.Contains(e.Edge.Orders(), e.Order) {
		return &ArgumentError{Argument: "order", Message: fmt.Sprintf("%s is no order of %s", e.Order, e.Edge), Hint: fmt.Sprintf("one of %v", e.Edge.Orders())}
	}
	for _, r := range e.Roles {
		if !slices.Contains(Roles, r) {
			return &ArgumentError{Argument: "role", Message: fmt.Sprintf("%q is not known", r), Hint: fmt.Sprintf("one of %v", Roles)}
		}
	}
	for _, r := range e.Relations {
		if !slices.Contains(Relations, r) {
			return &ArgumentError{Argument: "relation", Message: fmt.Sprintf("%q is not known", r), Hint: fmt.Sprintf("one of %v", Relations)}
		}
	}
	if e.Direction != "" && !slices.Contains(Directions, e.Direction) {
		return &ArgumentError{Argument: "direction", Message: fmt.Sprintf("%q is not known", e.Direction), Hint: fmt.Sprintf("one of %v", Directions)}
	}
	if err := ValidateFilter(e.Edge.To(), e.Where); err != nil {
		return err
	}
	return e.Page.Validate()
}
