package neo4j

import (
	"github.com/actorgraph/actorgraph/graph"
)

// articleNode is the node of an article in Go: what its present revision says. Earlier texts
// are in nodes Revision.
type articleNode struct {
	graph.Article
	open      bool
	retracted bool
	extractor string
	version   int
}

func (n *articleNode) labels() []any {
	if !n.open {
		return closedLabels
	}
	return []any{"Article"}
}

func encodeArticle(n *articleNode) props {
	a := &n.Article
	p := props{"id": string(a.ID)}
	p.flag("retracted", n.retracted)
	p.text("extractor", n.extractor)
	p.number("version", int64(n.version))
	if a.URL != "" {
		p.text("url", string(a.URL))
		p.text("urlNormal", graph.NormalizeURL(string(a.URL)))
	}
	p.text("title", a.Title)
	p["titleFold"] = graph.Fold(a.Title)
	if a.Publisher != "" {
		p.text("publisher", string(a.Publisher))
		p["publisherFold"] = graph.Fold(string(a.Publisher))
	}
	p.text("author", string(a.Author))
	p.number("published", int64(a.Published))
	p.moment("publishedAt", a.PublishedAt)
	p.moment("modified", a.Modified)
	p.text("language", string(a.Language))
	p.number("sentences", int64(a.Sentences))
	p.number("words", int64(a.Words))
	p.text("text", string(a.Body))
	p.text("fold", graph.Fold(a.Title+" "+string(a.Body)))
	p.text("textHash", a.TextHash)
	p.number("revision", int64(a.Revision))
	records(p, "revisions", a.Revisions)
	p.text("copyOfId", string(a.CopyOfID))
	records(p, "recorded", a.Recorded)
	return p
}

func decodeArticle(p props, open bool) (*articleNode, error) {
	f := &fields{props: p}
	n := &articleNode{open: open, retracted: f.bool("retracted"), extractor: f.str("extractor"), version: f.int("version")}
	n.Article = graph.Article{
		ID: f.id("id"), URL: f.known("url"), Title: f.str("title"), Publisher: f.known("publisher"), Author: f.known("author"),
		Published: f.date("published"), PublishedAt: f.time("publishedAt"), Modified: f.time("modified"), Language: f.known("language"),
		Sentences: f.int("sentences"), Words: f.int("words"), Body: f.known("text"), TextHash: f.str("textHash"),
		Revision: f.int("revision"), CopyOfID: f.id("copyOfId"),
	}
	f.json("revisions", &n.Revisions)
	f.json("recorded", &n.Recorded)
	return n, f.end()
}
