package schema

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema/model"
)

//go:generate go tool gqlgen

// resolver answers the fields of Query; every other field is answered by package model.
// It holds nothing: what a root field reads from is in the model.Scope of its context.
type resolver struct{}

// actors is the question of a root list of actors of a kind, "" for all.
func actors(kind graph.ActorKind, search *string, where *graph.ActorWhere, order *graph.Order, first int, after *string) model.Question {
	return model.Question{Class: graph.ClassActor, Kind: kind, Search: search, Where: where, Order: order, First: first, After: after}
}
