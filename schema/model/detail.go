package model

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// long are the fields that only a whole node can answer, see graph.Detail.
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

// short are the fields that a bare node can answer, beside those along an edge.
var short = map[string]bool{
	"Node.id":    true,
	"Party.name": true,

	"Actor.kind":  true,
	"Actor.named": true,

	"Fact.summary":  true,
	"Fact.status":   true,
	"Fact.negated":  true,
	"Event.type":    true,
	"Event.modes":   true,
	"Event.sources": true,
	"Event.targets": true,
	"Tie.relation":  true,
	"Tie.role":      true,
	"Tie.from":      true,
	"Tie.to":        true,

	"Evidence.quote":   true,
	"Evidence.status":  true,
	"Evidence.negated": true,
	"Evidence.article": true,
	"Evidence.fact":    true,

	"Article.url":       true,
	"Article.title":     true,
	"Article.publisher": true,
	"Article.published": true,
}

// detailOfPage is how much of the nodes that a page shows its selection needs.
func detailOfPage(page ast.SelectionSet) graph.Detail {
	d := graph.Bare
	eachField(page, func(f *ast.Field) {
		if f.Name == "edges" {
			eachField(f.SelectionSet, func(f *ast.Field) {
				if f.Name == "node" || f.Name == "tie" {
					d = min(d, detailOf(f.SelectionSet))
				}
			})
		}
	})
	return d
}

// detailOf is how much of nodes a selection of their fields needs.
func detailOf(node ast.SelectionSet) graph.Detail {
	d := graph.Bare
	eachField(node, func(f *ast.Field) { d = min(d, detailOfField(f)) })
	return d
}

func detailOfField(f *ast.Field) graph.Detail {
	in := func(fields map[string]bool) bool {
		of := f.ObjectDefinition
		return fields[of.Name+"."+f.Name] || slices.ContainsFunc(of.Interfaces, func(name string) bool { return fields[name+"."+f.Name] })
	}
	switch {
	case f.Name == "__typename" || f.ObjectDefinition == nil:
		return graph.Bare
	case in(long):
		return graph.Whole
	case in(short) || strings.HasSuffix(f.Definition.Type.Name(), "Connection"):
		return graph.Bare
	}
	return graph.Brief
}

// eachField calls do with every field of a selection and of the fragments in it.
func eachField(set ast.SelectionSet, do func(*ast.Field)) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			do(s)
		case *ast.InlineFragment:
			eachField(s.SelectionSet, do)
		case *ast.FragmentSpread:
			eachField(s.Definition.SelectionSet, do)
		}
	}
}
