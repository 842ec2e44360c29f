package sqlite

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// matching writes a search for FTS5: every word is the start of some word. Folded words hold
// letters, digits and marks only, so there is nothing to escape.
func matching(search string) string {
	var b strings.Builder
	for i, word := range graph.Words(search) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(`"` + word + `"*`)
	}
	return b.String()
}

// found selects the keys of the nodes of a class that a search finds.
func found(class graph.Class, search string) fragment {
	text := ""
	switch class {
	case graph.ClassActor:
		text = "SELECT m.actor AS key FROM actor_text AS t CROSS JOIN actor_name AS m ON m.row = t.rowid WHERE t.actor_text MATCH ?"
	case graph.ClassEvent:
		text = "SELECT e.fact AS key FROM evidence_text AS t CROSS JOIN evidence AS e ON e.row = t.rowid WHERE t.evidence_text MATCH ? AND e.open = 1"
	case graph.ClassEvidence:
		text = "SELECT e.key AS key FROM evidence_text AS t CROSS JOIN evidence AS e ON e.row = t.rowid WHERE t.evidence_text MATCH ?"
	case graph.ClassArticle:
		text = "SELECT a.key AS key FROM article_text AS t CROSS JOIN article AS a ON a.row = t.rowid WHERE t.article_text MATCH ?"
	case graph.ClassPlace:
		text = "SELECT p.key AS key FROM place_text AS t CROSS JOIN place AS p ON p.row = t.rowid WHERE t.place_text MATCH ?"
	}
	return build(text, matching(search))
}

// searched is the condition that a search finds the row n.
func searched(class graph.Class, n, search string) fragment {
	text := ""
	switch class {
	case graph.ClassActor, graph.ClassEvent:
		return build("{}.key IN ({})", n, found(class, search))
	case graph.ClassEvidence:
		text = "{}.row IN (SELECT t.rowid FROM evidence_text AS t WHERE t.evidence_text MATCH ?)"
	case graph.ClassArticle:
		text = "{}.row IN (SELECT t.rowid FROM article_text AS t WHERE t.article_text MATCH ?)"
	case graph.ClassPlace:
		text = "{}.row IN (SELECT t.rowid FROM place_text AS t WHERE t.place_text MATCH ?)"
	}
	return build(text, n, matching(search))
}

// tiers selects the actors that a search finds, each with how well its best name matches; only
// is a condition on the names m.
func tiers(search string, only fragment) fragment {
	fold := graph.Fold(search)
	return build(`SELECT m.actor AS key, max(CASE WHEN m.fold <> ? THEN ? WHEN m.alias THEN ? ELSE ? END) AS tier
		FROM actor_text AS t CROSS JOIN actor_name AS m ON m.row = t.rowid WHERE t.actor_text MATCH ? AND {} GROUP BY m.actor`,
		fold, graph.TierPrefix, graph.TierAlias, graph.TierName, matching(search), only)
}
