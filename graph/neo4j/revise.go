package neo4j

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// tell takes the results of a batch one after another.
func (w *writing) tell(xs []graph.Extraction) error {
	for i := range xs {
		outcome, err := w.tellArticle(&xs[i])
		if err != nil {
			return &graph.ArticleError{Index: i, Article: xs[i].Article.ID, Err: err}
		}
		w.outcomes = append(w.outcomes, outcome)
	}
	return nil
}

// tellArticle takes one result for what it means beside what is on record.
func (w *writing) tellArticle(x *graph.Extraction) (graph.Outcome, error) {
	old := w.known.articles[x.Article.ID]
	var record graph.TextRecord
	if old != nil {
		record = graph.TextRecord{Article: &old.Article, Version: old.version, Retracted: old.retracted}
	}
	arrival, article := record.Arrive(x, w.now)
	next := &articleNode{Article: article, extractor: x.Extractor, version: x.Version, open: true}
	switch arrival {
	case graph.ArrivesFirst:
		return graph.Loaded, w.take(x, next, nil)
	case graph.ArrivesNewer:
		w.keepText(old.ID, old.Revision, old.Body)
		return w.takeAgain(x, next, old)
	case graph.ArrivesAgain:
		return w.takeAgain(x, next, old)
	case graph.ArrivesOlder:
		w.keepOlder(old, article.Revisions, x.Article.Body)
	case graph.ArrivesRetired:
		return graph.StaysRetracted, nil
	}
	return graph.Known, nil
}

// takeAgain takes a result of a known article, which may say nothing new.
func (w *writing) takeAgain(x *graph.Extraction, next *articleNode, old *knownArticle) (graph.Outcome, error) {
	rows := w.rows
	if err := w.take(x, next, old); err != nil {
		return "", err
	}
	if w.rows == rows {
		return graph.Known, nil
	}
	return graph.Revised, nil
}

// take makes a result the present one of its article.
func (w *writing) take(x *graph.Extraction, next *articleNode, old *knownArticle) error {
	w.told[x.Article.ID] = true
	w.writeArticle(next, old)
	w.meet(x)
	return w.replace(x, next)
}

func (w *writing) writeArticle(next *articleNode, old *knownArticle) {
	p := encodeArticle(next)
	switch {
	case old == nil:
		w.articles++
		w.log.add(graph.Added, next.ID, next.ID, nil)
	case p.equal(old.props, sameVersion(next, old)...):
		return
	default:
		if fields := graph.ChangedFields(&old.Article, &next.Article); len(fields) > 0 {
			w.log.add(graph.Changed, next.ID, next.ID, fields)
		}
	}
	w.rows++
	w.saves.node(p, next.labels())
}

// sameVersion are the properties of an article that may differ without meaning anything:
// the folded text, which is not read, and the extractor's name, while its version is the same.
func sameVersion(next *articleNode, old *knownArticle) []string {
	if next.version != old.version {
		return []string{"fold"}
	}
	return []string{"fold", "extractor"}
}

// keepOlder puts a text on record that was replaced before it came: the second of the
// article's revisions.
func (w *writing) keepOlder(old *knownArticle, revisions []graph.Revision, body graph.Text) {
	next := *old.articleNode
	next.Revisions = revisions
	w.rows++
	w.log.add(graph.Changed, old.ID, old.ID, []string{"revisions"})
	w.saves.node(encodeArticle(&next), next.labels())
	w.keepText(old.ID, revisions[1].Number, body)
}

// keepText keeps a text that is not the present one.
func (w *writing) keepText(article graph.ID, number int, body graph.Text) {
	id := revisionKey(graph.RevisionID{Article: article, Number: number})
	w.saves.revisions = append(w.saves.revisions, map[string]any{"id": id, "props": map[string]any{
		"id": id, "articleId": string(article), "number": int64(number), "text": string(body),
	}})
}

// revisionKey is the id of the node of a text that is not the present one.
func revisionKey(r graph.RevisionID) string { return fmt.Sprintf("%s/%d", r.Article, r.Number) }
