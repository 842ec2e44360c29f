package neo4j

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// wordIndexes are the full-text indexes in which the nodes of a class are searched. They look
// words up, and then each node is compared, because they know neither where a name ends nor
// words of more than 255 characters. An event is searched in its passages.
var wordIndexes = map[graph.Class]string{
	graph.ClassActor:    "actor_words",
	graph.ClassEvent:    "evidence_words",
	graph.ClassEvidence: "evidence_words",
	graph.ClassArticle:  "article_words",
	graph.ClassPlace:    "place_words",
}

// relevance ranks an actor by how well its best name matches, then by its mentions.
const relevance = "CASE WHEN n.nameFold = $fold THEN $tierName WHEN $fold IN n.names THEN $tierAlias ELSE $tierPrefix END + n.mentions"

// Bounds of what an index is asked; the comparison asks for all.
const (
	searchWords  = 64
	searchLength = 100 // of a word
)

// noWords stands, in the index, for a name that folds to nothing.
const noWords = "∅"

// words finds the nodes of a class that hold words which begin with these.
func (c *filters) words(class graph.Class, n string, words []string) string {
	var lucene []string
	for _, word := range words[:min(len(words), searchWords)] {
		begin := []rune(word)
		// A folded word holds letters, digits and marks only: there is nothing to escape.
		lucene = append(lucene, "+"+string(begin[:min(len(begin), searchLength)])+"*")
	}
	text := "CALL db.index.fulltext.queryNodes('" + wordIndexes[class] + "', ?) YIELD node AS "
	if class == graph.ClassEvent {
		return c.seek(text+"{v} MATCH ({v})-[:SUPPORTS]->({n}:Event)", n, strings.Join(lucene, " "))
	}
	return c.seek(text+"{n}", n, strings.Join(lucene, " "))
}

// named finds the actors of a name: their names hold its words.
func (c *filters) named(n, name string) string {
	words := graph.Words(name)
	if len(words) == 0 {
		words = []string{noWords}
	}
	return c.words(graph.ClassActor, n, words)
}

// searched is the condition that a node holds all words of a search: of an actor one of its
// names, of an event one of its passages.
func searched(class graph.Class) string {
	const all = "all(word IN $words WHERE ' ' + {} CONTAINS word)"
	in := func(what string) string { return strings.Replace(all, "{}", what, 1) }
	switch class {
	case graph.ClassActor:
		return "any(name IN n.names WHERE " + in("name") + ")"
	case graph.ClassEvent:
		return "EXISTS { MATCH (n)<-[:SUPPORTS]-(passage:Evidence) WHERE " + in("passage.fold") + " }"
	case graph.ClassPlace:
		return in("n.nameFold")
	}
	return in("n.fold")
}

// searchParams adds the parameters of searched and relevance.
func searchParams(params map[string]any, search string) {
	var words []any
	for _, word := range graph.Words(search) {
		words = append(words, " "+word)
	}
	params["words"], params["fold"] = words, graph.Fold(search)
	params["tierName"] = int64(graph.TierName) << graph.RelevanceShift
	params["tierAlias"] = int64(graph.TierAlias) << graph.RelevanceShift
	params["tierPrefix"] = int64(graph.TierPrefix) << graph.RelevanceShift
}
