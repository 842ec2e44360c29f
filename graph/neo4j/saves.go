package neo4j

import (
	"cmp"
	"maps"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// saves collects the nodes and relationships that a write changes, so that each kind is
// written at once.
type saves struct {
	nodes []any
	edges []any // new ones

	closedMentions, closedEvidence, facts []any            // ids whose relationships go
	ties                                  map[string][]any // the same for those of two actors, by type

	revisions, changes []any
}

var (
	nodeWriteText         = statement("node_write")
	edgeWriteText         = statement("edge_write")
	factEdgesDropText     = statement("fact_edges_drop")
	tieEdgesDropText      = statement("tie_edges_drop")
	mentionEdgesDropText  = statement("mention_edges_drop")
	evidenceEdgesDropText = statement("evidence_edges_drop")
	revisionWriteText     = statement("revision_write")
	changeWriteText       = statement("change_write")
)

func (s *saves) node(p props, labels []any) {
	s.nodes = append(s.nodes, map[string]any{"id": p["id"], "props": map[string]any(p), "labels": labels})
}

// edge makes a relationship; nothing if either end is "".
func (s *saves) edge(kind string, from, to graph.ID, p props) {
	if from == "" || to == "" {
		return
	}
	s.edges = append(s.edges, edgeRow(kind, from, to, p))
}

func edgeRow(kind string, from, to graph.ID, p props) map[string]any {
	return map[string]any{"type": kind, "a": string(from), "b": string(to), "props": map[string]any(p)}
}

// dropTie takes away what a tie made of its relation.
func (s *saves) dropTie(t *graph.Tie) {
	if s.ties == nil {
		s.ties = map[string][]any{}
	}
	s.ties[string(t.Relation)] = append(s.ties[string(t.Relation)], string(t.ID))
}

// run writes everything: what goes, then nodes, then what comes. Rows are sorted, so that a
// write of other programs meets this one in one order.
func (s *saves) run(t *transaction) error {
	drops := []struct {
		text string
		rows []any
	}{
		{factEdgesDropText, s.facts},
		{mentionEdgesDropText, s.closedMentions},
		{evidenceEdgesDropText, s.closedEvidence},
	}
	for _, relation := range slices.Sorted(maps.Keys(s.ties)) {
		drops = append(drops, struct {
			text string
			rows []any
		}{fill(tieEdgesDropText, "", "EDGE", relation), s.ties[relation]})
	}
	for _, d := range drops {
		slices.SortFunc(d.rows, func(a, b any) int { return cmp.Compare(a.(string), b.(string)) })
		if err := t.execRows(d.text, d.rows); err != nil {
			return err
		}
	}
	sortRows(s.nodes, "id")
	if err := t.execRows(nodeWriteText, s.nodes); err != nil {
		return err
	}
	sortRows(s.edges, "type", "a", "b")
	if err := t.execRows(edgeWriteText, s.edges); err != nil {
		return err
	}
	if err := t.execRows(revisionWriteText, s.revisions); err != nil {
		return err
	}
	return t.execRows(changeWriteText, s.changes)
}

// sortRows sorts rows by some of their texts.
func sortRows(rows []any, by ...string) {
	slices.SortStableFunc(rows, func(a, b any) int {
		for _, name := range by {
			if c := cmp.Compare(a.(map[string]any)[name].(string), b.(map[string]any)[name].(string)); c != 0 {
				return c
			}
		}
		return 0
	})
}
