package sqlite

import (
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
	arrival, article := record.Arrive(x, w.at)
	next := &articleRow{Article: article, extractor: x.Extractor, version: x.Version, open: true}
	switch arrival {
	case graph.ArrivesFirst:
		return graph.Loaded, w.take(x, next, nil)
	case graph.ArrivesNewer, graph.ArrivesAgain:
		return w.takeAgain(x, next, old)
	case graph.ArrivesOlder:
		return graph.Known, w.keepOlder(old, article.Revisions, x.Article.Body)
	case graph.ArrivesRetired:
		return graph.StaysRetracted, nil
	}
	return graph.Known, nil
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

// keepOlder puts a text on record that was replaced before it came: the second of the
// article's revisions.
func (w *writing) keepOlder(old *knownArticle, revisions []graph.Revision, body graph.Text) error {
	next := old.articleRow
	next.Revisions = revisions
	row := encodeArticle(&next)
	w.rows++
	w.log.add(graph.Changed, old.ID, old.ID, []string{"revisions"})
	w.later(func() error {
		if err := w.saveOne(articles, nil, row); err != nil {
			return err
		}
		return w.keepText(row[0].(int64), revisions[1].Number, string(body))
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
