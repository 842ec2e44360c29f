package sqlite

import (
	"github.com/actorgraph/actorgraph/graph"
)

// articles holds one row an article: what its present revision says. The texts of all its
// revisions are in the table revision, so that reading one is no part of listing many.
var articles = newTable("article", `key id (open) (retracted) (extractor) (version) url (url_normal) title (title_fold)
	publisher (publisher_fold) -author published -published_at -modified -language -sentences -words
	-text_hash -revision +revisions -copy_of +recorded`)

// articleRow is a row of articles in Go. Article.Body is empty when it comes from the table.
type articleRow struct {
	graph.Article
	retracted bool
	extractor string
	version   int
	open      bool
}

func encodeArticle(a *articleRow) []any {
	key, _ := keyOf(a.ID)
	url := ""
	if a.URL != "" {
		url = graph.NormalizeURL(string(a.URL))
	}
	return []any{
		key, string(a.ID), flag(a.open), flag(a.retracted), a.extractor, int64(a.version),
		string(a.URL), url, a.Title, graph.Fold(a.Title),
		string(a.Publisher), graph.Fold(string(a.Publisher)), string(a.Author),
		int64(a.Published), moment(a.PublishedAt), moment(a.Modified), string(a.Language),
		int64(a.Sentences), int64(a.Words), a.TextHash, int64(a.Revision), encode(a.Revisions),
		string(a.CopyOfID), encode(a.Recorded),
	}
}

func decodeArticle(row []any) (*articleRow, error) {
	c := &cursor{row: row}
	a := &articleRow{}
	c.skip(1)
	a.ID = c.id()
	a.open, a.retracted = c.flag(), c.flag()
	a.extractor, a.version = c.text(), c.int()
	a.URL = graph.Text(c.text())
	c.skip(1)
	a.Title = c.text()
	c.skip(1)
	a.Publisher = graph.Text(c.text())
	c.skip(1)
	a.Author = graph.Text(c.text())
	a.Published = c.date()
	a.PublishedAt, a.Modified = c.moment(), c.moment()
	a.Language = graph.Text(c.text())
	a.Sentences, a.Words = c.int(), c.int()
	a.TextHash = c.text()
	a.Revision = c.int()
	c.revisions(&a.Revisions)
	a.CopyOfID = c.id()
	c.intervals(&a.Recorded)
	return a, c.end(articles)
}
