package neo4j

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// searchTexts find the nodes of a class by their words. The index looks them up, and then
// each is compared, because the index knows neither where a name ends nor words of more than
// 255 characters.
var searchTexts = map[graph.Class]string{
	graph.ClassActor:    statement("search_actor"),
	graph.ClassEvent:    statement("search_event"),
	graph.ClassEvidence: statement("search_evidence"),
	graph.ClassArticle:  statement("search_article"),
	graph.ClassPlace:    statement("search_place"),
}

// relevance ranks an actor by how well its best name matches, then by its mentions.
const relevance = "CASE WHEN n.nameFold = $fold THEN $tierName WHEN $fold IN n.names THEN $tierAlias ELSE $tierPrefix END + n.mentions"

// Bounds of what the index is asked; the comparison asks for all.
const (
	searchWords  = 64
	searchLength = 100 // of a word
)

// searchParams adds the parameters of a search: every word of it begins some word.
func searchParams(params map[string]any, search string) {
	var lucene []string
	var words []any
	for i, word := range graph.Words(search) {
		words = append(words, " "+word)
		if i < searchWords {
			begin := []rune(word)
			// A folded word holds letters, digits and marks only: there is nothing to escape.
			lucene = append(lucene, "+"+string(begin[:min(len(begin), searchLength)])+"*")
		}
	}
	params["lucene"], params["words"], params["fold"] = strings.Join(lucene, " "), words, graph.Fold(search)
	params["tierName"] = int64(graph.TierName) << graph.RelevanceShift
	params["tierAlias"] = int64(graph.TierAlias) << graph.RelevanceShift
	params["tierPrefix"] = int64(graph.TierPrefix) << graph.RelevanceShift
}
