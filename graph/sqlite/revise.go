package sqlite

import (
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
	next := &articleRow{Article: x.Article, extractor: x.Extractor, version: x.Version, open: true}
	known := w.known.articles[x.Article.ID]
	if known == nil {
		next.Revision = 1
		next.Revisions = []graph.Revision{{Number: 1, TextHash: hash, RecordedAt: w.at, Reason: "first text"}}
		next.Recorded = []graph.Interval{{From: w.at}}
		return graph.Loaded, w.take(x, next, nil)
	}
	old := &known.articleRow
	if old.retracted {
		return graph.StaysRetracted, nil
	}
	next.Recorded = old.Recorded
	if hash == old.Revisions[0].TextHash {
		if x.Version < old.version || x.Version == old.version && graph.CompareAge(&x.Article, &old.Article) < 0 {
			return graph.Known, nil
		}
		next.Revision, next.Revisions = old.Revision, old.Revisions
		return w.takeAgain(x, next, known)
	}
	before := slices.ContainsFunc(old.Revisions, func(v graph.Revision) bool { return v.TextHash == hash })
	order := graph.CompareAge(&x.Article, &old.Article)
	if before && order <= 0 {
		return graph.Known, nil
	}
	revision := graph.Revision{Number: len(old.Revisions) + 1, TextHash: hash, RecordedAt: w.at, Reason: "newer text"}
	if order < 0 {
		revision.ReplacedAt, revision.Reason = w.at, "older text"
		return graph.Known, w.keepOlder(x, known, revision)
	}
	next.Revision = revision.Number
	next.Revisions = slices.Concat([]graph.Revision{revision}, old.Revisions)
	next.Revisions[1].ReplacedAt = w.at
	return w.takeAgain(x, next, known)
}

// takeAgain takes a result of a known article, which may say nothing new.
func (w *writing) takeAgain(x *graph.Extraction, next *articleRow, old *knownArticle) (graph.Outcome, error) {
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
func (w *writing) take(x *graph.Extraction, next *articleRow, old *knownArticle) error {
	w.told[x.Article.ID] = true
	if err := w.writeArticle(next, old); err != nil {
		return err
	}
	w.meet(x)
	return w.replace(x, next)
}

// writeArticle writes the row of an article, and its text where that is another one.
func (w *writing) writeArticle(next *articleRow, old *knownArticle) error {
	row := encodeArticle(next)
	if old != nil && equalRows(row, old.row, sameVersion(next, old)...) {
		return nil
	}
	w.rows++
	newText, number := true, int64(0)
	if old == nil {
		number = take(&w.tables.nextArticle)
		w.articles++
		w.log.add(graph.Added, next.ID, next.ID, nil)
	} else {
		number = old.number
		newText = next.Revision != old.Revision
		if fields := graph.ChangedFields(&old.Article, &next.Article); len(fields) > 0 {
			w.log.add(graph.Changed, next.ID, next.ID, fields)
		}
	}
	w.later(func() error {
		if err := w.saveArticle(number, old, row); err != nil {
			return err
		}
		if newText {
			if err := w.keepText(row[0].(int64), next.Revision, string(next.Body)); err != nil {
				return err
			}
		} else if next.Title == old.Title {
			return nil
		}
		return w.indexArticle(number, &next.Article, old == nil)
	})
	return nil
}

func (w *writing) saveArticle(number int64, old *knownArticle, row []any) error {
	if old != nil {
		return w.saveOne(articles, nil, row) // it keeps its number
	}
	return w.saveOne(articles, number, row)
}

// sameVersion are the columns of an article that may differ without meaning anything: the
// extractor's name, while its version is the same.
func sameVersion(next *articleRow, old *knownArticle) []int {
	if next.version != old.version {
		return nil
	}
	return []int{articles.index("extractor")}
}

// keepOlder puts a text on record that was replaced before it came.
func (w *writing) keepOlder(x *graph.Extraction, old *knownArticle, r graph.Revision) error {
	next := old.articleRow
	next.Revisions = slices.Concat(old.Revisions[:1], []graph.Revision{r}, old.Revisions[1:])
	row := encodeArticle(&next)
	w.rows++
	w.log.add(graph.Changed, old.ID, old.ID, []string{"revisions"})
	w.later(func() error {
		if err := w.saveOne(articles, nil, row); err != nil {
			return err
		}
		return w.keepText(row[0].(int64), r.Number, string(x.Article.Body))
	})
	return nil
}

func (w *writing) keepText(article int64, number int, body string) error {
	_, err := w.conn.exec(w.ctx, "INSERT INTO revision (article, number, body) VALUES (?, ?, ?)", article, int64(number), body)
	return err
}

// indexArticle makes title and text findable in place of what was.
func (w *writing) indexArticle(number int64, a *graph.Article, isNew bool) error {
	if !isNew {
		if _, err := w.conn.exec(w.ctx, "DELETE FROM article_text WHERE rowid = ?", number); err != nil {
			return err
		}
	}
	_, err := w.conn.exec(w.ctx, "INSERT INTO article_text (rowid, fold) VALUES (?, ?)", number, graph.Fold(a.Title+" "+string(a.Body)))
	return err
}
