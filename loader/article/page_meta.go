package article

import (
	"net/url"
	"strings"
	"time"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/actorgraph/actorgraph/graph"
)

// pageMeta is what a web page says of its article: first what it says for machines (JSON-LD,
// Open Graph, <meta>), then what it shows (<time>, <h1>, <title>). Every value is on one line.
type pageMeta struct {
	title, url, publisher, author, language string

	published, modified []string // candidates, the best first; some may be no dates

	body string // the article as JSON-LD holds it, for pages whose text a script makes
}

// The names that <meta> and the properties of elements go by, the best first.
var (
	titleNames     = []string{"og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline"}
	publisherNames = []string{"og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder"}
	authorNames    = []string{"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"}
	publishedNames = []string{"article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
		"publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
		"cxenseparse:recs:publishtime"}
	modifiedNames = []string{"article:modified_time", "og:article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "lastmod"}
	urlNames      = []string{"og:url", "twitter:url"}
)

// readMeta goes through a page once.
func readMeta(doc *nethtml.Node) pageMeta {
	f := metaFinder{named: map[string]string{}}
	f.node(doc)
	m := pageMeta{language: f.language}
	ld := f.article
	m.title = firstNonEmpty(ld.headline, f.first(titleNames), f.heading, f.pageTitle)
	m.publisher = firstNonEmpty(ld.publisher, f.first(publisherNames))
	m.author = firstNonEmpty(ld.author, f.first(authorNames))
	m.url = firstNonEmpty(pageAddress(f.canonical), pageAddress(f.first(urlNames)), pageAddress(ld.url))
	m.language = firstNonEmpty(ld.language, m.language)
	m.published = append(m.published, ld.published)
	m.modified = append(m.modified, ld.modified)
	for _, name := range publishedNames {
		m.published = append(m.published, f.named[name])
	}
	for _, name := range modifiedNames {
		m.modified = append(m.modified, f.named[name])
	}
	m.published = append(m.published, f.pubdate)
	if !f.manyTimes {
		m.published = append(m.published, f.time)
	}
	m.body = ld.body
	return m
}

// metaFinder collects while it walks.
type metaFinder struct {
	named              map[string]string // what <meta> and itemprop say, the first of each
	language           string
	pageTitle, heading string
	canonical          string
	pubdate, time      string // of <time>
	manyTimes          bool   // several, of which none says that it is the day of publication
	article            linkedArticle
}

func (f *metaFinder) first(names []string) string {
	for _, n := range names {
		if s := f.named[n]; s != "" && !isWebAddress(s) || s != "" && strings.HasSuffix(n, ":url") {
			return s
		}
	}
	return ""
}

func (f *metaFinder) note(name, value string) {
	name, value = strings.ToLower(strings.TrimSpace(name)), oneLine(value)
	if name != "" && value != "" && f.named[name] == "" {
		f.named[name] = value
	}
}

func (f *metaFinder) node(n *nethtml.Node) {
	if n.Type == nethtml.ElementNode {
		f.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.node(c)
	}
}

func (f *metaFinder) element(n *nethtml.Node) {
	switch n.DataAtom {
	case atom.Html:
		f.language = oneLine(attribute(n, "lang"))
	case atom.Title:
		if f.pageTitle == "" && !within(n, atom.Svg) {
			f.pageTitle = oneLine(pageTextOf(n))
		}
	case atom.H1:
		if f.heading == "" {
			f.heading = oneLine(pageTextOf(n))
		}
	case atom.Meta:
		content := attribute(n, "content")
		f.note(attribute(n, "property"), content)
		f.note(attribute(n, "name"), content)
		f.note(attribute(n, "itemprop"), content)
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") && f.canonical == "" {
			f.canonical = attribute(n, "href")
		}
	case atom.Time:
		f.moment(n)
	case atom.Script:
		if kind, _, _ := strings.Cut(strings.ToLower(attribute(n, "type")), ";"); strings.TrimSpace(kind) == "application/ld+json" && n.FirstChild != nil {
			f.article.read(n.FirstChild.Data)
		}
	}
}

// moment notes a <time>: one that says it is the day of publication, else the only one.
func (f *metaFinder) moment(n *nethtml.Node) {
	value := attribute(n, "datetime")
	if value == "" {
		value = oneLine(pageTextOf(n))
	}
	_, published := attributeOf(n, "pubdate")
	switch property := strings.ToLower(attribute(n, "itemprop")); {
	case published || strings.Contains(property, "datepublished"):
		if f.pubdate == "" {
			f.pubdate = value
		}
	case strings.Contains(property, "datemodified"):
		f.note("datemodified", value)
	case f.time == "":
		f.time = value
	case f.time != value:
		f.manyTimes = true
	}
}

func pageTextOf(n *nethtml.Node) string {
	var w textWriter
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, false)
	}
	return w.b.String()
}

func attribute(n *nethtml.Node, key string) string {
	value, _ := attributeOf(n, key)
	return value
}

func attributeOf(n *nethtml.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// pageAddress is s where it can be the address of one article: absolute, and not that of
// the whole site, which would make all its pages revisions of one article.
func pageAddress(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return ""
	}
	return s
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func firstNonEmpty(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// firstMoment is the first candidate that is a date.
func firstMoment(candidates []string) (day graph.Date, moment time.Time, ok bool) {
	for _, s := range candidates {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		if day, moment, ok = parseMoment(s); ok {
			return day, moment, true
		}
	}
	return 0, time.Time{}, false
}
