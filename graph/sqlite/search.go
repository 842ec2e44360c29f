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

// searched is the condition that a search finds the row n.
func searched(class graph.Class, n, search string) fragment {
	text := ""
	switch class {
	case graph.ClassActor:
		text = "{n}.key IN (SELECT m.actor FROM actor_text AS t CROSS JOIN actor_name AS m ON m.row = t.rowid WHERE t.actor_text MATCH ?)"
	case graph.ClassEvent:
		text = "{n}.key IN (SELECT e.fact FROM evidence_text AS t CROSS JOIN evidence AS e ON e.row = t.rowid WHERE t.evidence_text MATCH ? AND e.open = 1)"
	case graph.ClassEvidence:
		text = "{n}.row IN (SELECT t.rowid FROM evidence_text AS t WHERE t.evidence_text MATCH ?)"
	case graph.ClassArticle:
		text = "{n}.row IN (SELECT t.rowid FROM article_text AS t WHERE t.article_text MATCH ?)"
	case graph.ClassPlace:
		text = "{n}.row IN (SELECT t.rowid FROM place_text AS t WHERE t.place_text MATCH ?)"
	}
	return named(text, n, "", "").with(matching(search))
}

// tiers selects the actors that a search finds, each with how well its best name matches.
func tiers(search string) fragment {
	fold := graph.Fold(search)
	return build(`SELECT m.actor AS key, max(CASE WHEN m.fold <> ? THEN ? WHEN m.alias THEN ? ELSE ? END) AS tier
		FROM actor_text AS t CROSS JOIN actor_name AS m ON m.row = t.rowid WHERE t.actor_text MATCH ? GROUP BY m.actor`,
		fold, graph.TierPrefix, graph.TierAlias, graph.TierName, matching(search))
}
