package neo4j

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// longProperties are those that a brief node lacks, see graph.Detail, or that no node is made
// of, by class.
var longProperties = map[graph.Class]string{
	graph.ClassActor:    "aliases description names register",
	graph.ClassEvent:    "stages disagreements numbers",
	graph.ClassTie:      "stages disagreements",
	graph.ClassEvidence: "before after assertion triggerStart triggerEnd steps recorded",
	graph.ClassArticle:  "titleFold revisions recorded",
	graph.ClassMention:  "recorded",
}

// bareProperties are those of a bare node, with the keys of all orders. Other classes are read
// brief instead.
var bareProperties = map[graph.Class]string{
	graph.ClassActor:    "id kind name named events mentions lastSeen",
	graph.ClassEvent:    "id type modes status negated participants start oldest sources",
	graph.ClassTie:      "id relation fromId toId role status negated last",
	graph.ClassEvidence: "id factId articleId quote status negated published confidence start",
	graph.ClassArticle:  "id url title publisher published",
}

// How the statements read a node n.
const (
	wholeNode    = "n {.*, fold: null}"
	withoutTexts = "n {.*, fold: null, text: null}" // where it may be an article
)

// detailed has a statement that reads whole nodes of a class read only so much of them.
func detailed(text string, class graph.Class, d graph.Detail) string {
	var node string
	bare, ok := bareProperties[class]
	switch {
	case d == graph.Whole:
		return text
	case d == graph.Bare && ok:
		node = "n {." + strings.Join(strings.Fields(bare), ", .") + "}"
	default:
		node = "n {.*, fold: null, text: null"
		for _, p := range strings.Fields(longProperties[class]) {
			node += ", " + p + ": null"
		}
		node += "}"
	}
	return strings.NewReplacer(wholeNode, node, withoutTexts, node).Replace(text)
}

// position is the place of a node in an order that follows from the node, of which the sort
// key may be all that was read.
func position(r *row, n graph.Node, o graph.Order) graph.Position {
	at := graph.PositionOf(n, o)
	p, _ := r.value("node").(map[string]any)
	if key, ok := p[sortKey(n.NodeID().Class(), o)].(int64); ok && o != graph.ByName {
		at.Rank = key
	}
	return at
}
