// Package article turns inputs into articles and takes off what a web page wraps around
// them. It is the first two stages of the loader:
//
//	for a, err := range article.Read(r, "news/a.txt", article.Options{}) {
//		if err != nil {
//			report(err) // says where, what and what to do; the articles after it still come
//			continue
//		}
//		c := article.Clean(a)
//		analyse(c.Text)
//	}
//
// Read finds the format by looking at the content: plain text, Markdown, a web page, JSON
// lines or JSON, each perhaps compressed with gzip and in another character set than UTF-8.
// What is no article is refused with a reason, the place and what to do (error.go).
//
// Clean is a pure function from one Article to its text without navigation, share
// buttons, photo credits, repeated titles and the like. Every line it leaves out is named
// with the rule that did it, and every span of the cleaned text leads back to the exact
// span of the input.
//
// Clean lays the text out in lines (line.go, markdown.go), joins lines to paragraphs
// (paragraph.go), judges each by its shape and words (furniture.go, credit.go, byline.go
// with the closed lists of words.go) and by repetition (repeat.go), and writes what is
// left with a map of its offsets (cleaned.go).
//
// All offsets of this package are Unicode code points, 0-based, end exclusive.
package article

import (
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Article is one input as it was given. Unknown values are zero.
type Article struct {
	ID        string // the input's own, not the graph's
	URL       string // as given, not normalised
	Title     string // given, or found at the head of a text file; plain, on one line
	Publisher string
	Author    string
	Language  string // as the input declares it, such as "en"; never guessed

	Published   graph.Date // the day; where only PublishedAt was given, its day
	PublishedAt time.Time
	Modified    time.Time

	// Text is what offsets into the input refer to: the value of "text" in JSON, the
	// whole content of a text file (title, markup and all), without a leading byte order
	// mark and in UTF-8. Of a web page, and of HTML in JSON, it is the text that was made
	// of it, one empty line between paragraphs.
	Text   string
	Format Format // how Text is written

	// Origin says where the article came from, for messages: "news/a.txt" or, with the
	// line, "feed.jsonl:12".
	Origin string
}

// Format is how the text of an article is written.
type Format int

const (
	Plain    Format = iota // as it is read
	Markdown               // CommonMark, with tables
)

// Options are what the caller knows of an input beforehand. For a single text they go
// before what is found in it. For JSON Publisher and Published stand in where an article
// has none, while URL and Title, which cannot hold for many articles, are an error.
type Options struct {
	URL, Publisher, Title string
	Published             graph.Date
	Charset               string // such as "windows-1252"; empty: as inputs say or show
}
