package neo4j

import (
	"fmt"
	"slices"

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

// tellArticle finds out what one result means: nothing, another revision on record, or a new
// present. The newest text is the present one, by Modified, else by the published time or
// day; where these are equal or missing, the one that came later, unless it is an earlier
// text again. Of one text, the result of the higher version of the extractor stands.
func (w *writing) tellArticle(x *graph.Extraction) (graph.Outcome, error) {
	hash := graph.HashText(string(x.Article.Body))
	next := &articleNode{Article: x.Article, extractor: x.Extractor, version: x.Version, open: true}
	old := w.known.articles[x.Article.ID]
	if old == nil {
		next.Revision = 1
		next.Revisions = []graph.Revision{{Number: 1, TextHash: hash, RecordedAt: w.now, Reason: "first text"}}
		next.Recorded = []graph.Interval{{From: w.now}}
		return graph.Loaded, w.take(x, next, nil)
	}
	if old.retracted {
		return graph.StaysRetracted, nil
	}
	next.Recorded = old.Recorded
	if hash == old.Revisions[0].TextHash {
		if x.Version < old.version || x.Version == old.version && graph.CompareAge(&x.Article, &old.Article) < 0 {
			return graph.Known, nil
		}
		next.Revision, next.Revisions = old.Revision, old.Revisions
		return w.takeAgain(x, next, old)
	}
	before := slices.ContainsFunc(old.Revisions, func(v graph.Revision) bool { return v.TextHash == hash })
	order := graph.CompareAge(&x.Article, &old.Article)
	if before && order <= 0 {
		return graph.Known, nil
	}
	revision := graph.Revision{Number: len(old.Revisions) + 1, TextHash: hash, RecordedAt: w.now, Reason: "newer text"}
	if order < 0 {
		revision.ReplacedAt, revision.Reason = w.now, "older text"
		w.keepOlder(x, old, revision)
		return graph.Known, nil
	}
	next.Revision = revision.Number
	next.Revisions = slices.Concat([]graph.Revision{revision}, old.Revisions)
	next.Revisions[1].ReplacedAt = w.now
	w.keepText(old.ID, old.Revision, old.Body)
	return w.takeAgain(x, next, old)
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

// keepOlder puts a text on record that was replaced before it came.
func (w *writing) keepOlder(x *graph.Extraction, old *knownArticle, r graph.Revision) {
	next := *old.articleNode
	next.Revisions = slices.Concat(old.Revisions[:1], []graph.Revision{r}, old.Revisions[1:])
	w.rows++
	w.log.add(graph.Changed, old.ID, old.ID, []string{"revisions"})
	w.saves.node(encodeArticle(&next), next.labels())
	w.keepText(old.ID, r.Number, x.Article.Body)
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
