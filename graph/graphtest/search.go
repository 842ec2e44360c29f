package graphtest

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// search reports whether n is found by a search, and for an actor how well. Every word of
// the search must begin a word of: one name of an actor; one passage of an event; the quote
// of evidence; title and text of an article; the name of a place. An empty search finds all.
func (p *picture) search(n graph.Node, text string) (tier int, ok bool) {
	if text == "" {
		return 0, true
	}
	switch n := n.(type) {
	case *graph.Actor:
		tier = searchNames(n, text)
		return tier, tier > 0
	case *graph.Event:
		return 0, slices.ContainsFunc(p.passages[n.ID], func(e *graph.Evidence) bool { return holdsWords(e.Quote, text) })
	case *graph.Evidence:
		return 0, holdsWords(n.Quote, text)
	case *graph.Article:
		return 0, holdsWords(n.Title+" "+string(p.bodies[n.ID]), text)
	case *graph.Place:
		return 0, holdsWords(n.Name, text)
	}
	return 0, false
}

// searchNames is the best tier of an actor's names, 0 if none is found.
func searchNames(a *graph.Actor, text string) int {
	if graph.Fold(a.Name) == graph.Fold(text) {
		return graph.TierName
	}
	for _, alias := range a.Aliases {
		if graph.Fold(alias) == graph.Fold(text) {
			return graph.TierAlias
		}
	}
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		if holdsWords(name, text) {
			return graph.TierPrefix
		}
	}
	return 0
}

// holdsWords reports whether every folded word of search begins some folded word of text.
func holdsWords(text, search string) bool {
	words := graph.Words(text)
	for _, s := range graph.Words(search) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, s) }) {
			return false
		}
	}
	return true
}
