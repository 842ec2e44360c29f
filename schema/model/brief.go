package model

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// long are the fields that a brief node cannot answer, see graph.Brief.
var long = map[string]bool{
	"Actor.aliases":     true,
	"Actor.description": true,

	"Fact.stages":        true,
	"Fact.disagreements": true,
	"Event.numbers":      true,

	"Evidence.before":      true,
	"Evidence.after":       true,
	"Evidence.eventType":   true,
	"Evidence.modes":       true,
	"Evidence.contexts":    true,
	"Evidence.tieRelation": true,
	"Evidence.role":        true,
	"Evidence.since":       true,
	"Evidence.until":       true,
	"Evidence.when":        true,
	"Evidence.wordings":    true,
	"Evidence.numbers":     true,
	"Evidence.attribution": true,
	"Evidence.speaker":     true,
	"Evidence.steps":       true,
	"Evidence.recordedAt":  true,
	"Evidence.retractedAt": true,

	"Article.revisions":   true,
	"Article.recordedAt":  true,
	"Article.retractedAt": true,
}

// briefly reports whether the nodes that a page shows may be brief: whether no long field of
// theirs is selected. The selection is that of the page.
func briefly(page ast.SelectionSet) bool {
	return !anyField(page, func(f *ast.Field) bool {
		return f.Name == "edges" && anyField(f.SelectionSet, func(f *ast.Field) bool {
			return (f.Name == "node" || f.Name == "tie") && anyField(f.SelectionSet, isLong)
		})
	})
}

// needsWhole reports whether a long field of the nodes that a field leads to is selected.
func needsWhole(f graphql.CollectedField) bool { return anyField(f.Selections, isLong) }

func isLong(f *ast.Field) bool {
	of := f.ObjectDefinition
	return of != nil && (long[of.Name+"."+f.Name] || slices.ContainsFunc(of.Interfaces, func(name string) bool { return long[name+"."+f.Name] }))
}

// anyField reports whether a field of a selection, or of a fragment in it, is what is sought.
func anyField(set ast.SelectionSet, sought func(*ast.Field) bool) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return sought(s)
		case *ast.InlineFragment:
			return anyField(s.SelectionSet, sought)
		case *ast.FragmentSpread:
			return anyField(s.Definition.SelectionSet, sought)
		}
		return false
	})
}
