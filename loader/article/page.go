package article

import (
	"bytes"
	"html"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	nethtml "golang.org/x/net/html"
)

// Limits of a web page.
const (
	// MaxPage is the most bytes one web page may have, scripts and styles among them.
	MaxPage = 16 << 20
	// MaxElements is the most elements one web page may have.
	MaxElements = 50_000
)

// page is a web page that was read: its text and what it says of itself.
type page struct {
	text string
	meta pageMeta
}

// readPage finds the article of a web page. The body is found by a readability library,
// after what by its own markup is no part of an article is taken off; the text is written
// with one empty line between paragraphs. An error is an *Error with origin.
func readPage(source, origin string) (page, error) {
	if err := checkPage(source, origin); err != nil {
		return page{}, err
	}
	doc, err := nethtml.Parse(strings.NewReader(source))
	if err != nil { // it nests too deep, or the reader failed, which a string does not
		return page{}, refuse(origin, TooLarge, "save the article as plain text", "this web page cannot be taken apart: %s",
			strings.TrimPrefix(err.Error(), "html: "))
	}
	p := page{meta: readMeta(doc)}
	prune(doc)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	whole := pageText(doc)
	a, err := parser.ParseAndMutate(doc, &url.URL{})
	if err == nil && a.Node != nil {
		p.text = pageText(a.Node)
	}
	// A short article beside long lists, or none that can be told from the rest of the page.
	if isBlank(p.text) {
		p.text = whole
	}
	if p.meta.author == "" && err == nil {
		p.meta.author = oneLine(a.Byline())
	}
	if isBlank(p.text) {
		p.text = p.meta.body
	}
	if isBlank(p.text) {
		return p, refuse(origin, Empty, "a script may make its text; save the page from a browser, or its text", "there is no text in this web page")
	}
	return p, nil
}

// checkPage bounds what the parser and the library have to do.
func checkPage(source, origin string) error {
	if len(source) > MaxPage {
		return tooLarge(origin, "the web page", MaxPage)
	}
	elements := 0
	z := nethtml.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return nil
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			if elements++; elements > MaxElements {
				return refuse(origin, TooLarge, "save the article as plain text", "the web page has more than %d elements", MaxElements)
			}
		}
	}
}

// fragmentText is the text of HTML that is the body of an article and nothing else, as it
// stands in a field of JSON.
func fragmentText(source, origin string) (string, error) {
	if err := checkPage(source, origin); err != nil {
		return "", err
	}
	doc, err := nethtml.Parse(strings.NewReader(source))
	if err != nil {
		return "", refuse(origin, TooLarge, "give the text without markup", "the markup of the text cannot be taken apart: %s",
			strings.TrimPrefix(err.Error(), "html: "))
	}
	prune(doc)
	return pageText(doc), nil
}

// fillFromPage takes what a page says of itself where it is not known yet.
func (a *Article) fillFromPage(m pageMeta) {
	for _, f := range []struct {
		to   *string
		from string
	}{
		{&a.URL, m.url}, {&a.Title, m.title}, {&a.Publisher, m.publisher}, {&a.Author, m.author}, {&a.Language, m.language},
	} {
		if *f.to == "" && len(f.from) <= MaxField {
			*f.to = f.from
		}
	}
	if day, moment, ok := firstMoment(m.published); ok {
		if !a.Published.Known() {
			a.Published = day
		}
		if a.PublishedAt.IsZero() && a.Published == day {
			a.PublishedAt = moment
		}
	}
	if day, moment, ok := firstMoment(m.modified); ok && a.Modified.IsZero() {
		if a.Modified = moment; moment.IsZero() {
			a.Modified = day.Time()
		}
	}
}

// isPage: b is a web page or a part of one, not XML of another kind.
func isPage(s []byte) bool {
	if !isMarkup(s) {
		return false
	}
	start := bytes.ToLower(s[:min(len(s), 2048)])
	if bytes.HasPrefix(start, []byte("<?xml")) {
		return bytes.Contains(start, []byte("<html"))
	}
	for _, other := range []string{"<rss", "<feed", "<!doctype rss", "<nitf", "<newsml", "<svg", "<rdf"} {
		if bytes.HasPrefix(start, []byte(other)) {
			return false
		}
	}
	if bytes.HasPrefix(start, []byte("<!doctype")) || bytes.Contains(start, []byte("<html")) || bytes.Contains(start, []byte("<body")) {
		return true
	}
	return opensElement(s) && !markdownSigns.Match(s[:min(len(s), sniffed)])
}

// fragmentStarts are the elements that a part of a page may start with.
var fragmentStarts = wordSet(`a abbr address article aside b base big blockquote body br button center cite code dd del details div dl dt em
	fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins label legend li link main
	mark meta nav noscript object ol p picture pre q s script section small source span strike strong style sub summary sup table tbody td
	template tfoot th thead time title tr tt u ul video wbr`)

// opensElement: s starts with a comment or an element of HTML, and not with a name or a word
// in angle brackets.
func opensElement(s []byte) bool {
	m := tagOpens.FindSubmatch(s)
	if m == nil {
		return false
	}
	name := strings.ToLower(strings.TrimRight(string(m[1]), "/> \t\r\n\f\v"))
	return name == "!--" || fragmentStarts[name]
}

// unescape turns the character references of a field into characters.
func unescape(s string) string { return oneLine(html.UnescapeString(s)) }
