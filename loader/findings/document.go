package findings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/article"
)

// Document is one text to look into, with what is asked of it.
type Document struct {
	Article article.Article
	Pairs   []Asked // nil where nothing is asked
	Err     error   // an *article.Error: why there is no text; what is known of it is in Article
	IsLine  bool    // it is a line of JSON lines, which gets an answer in any case
}

// Documents reads the documents of one input in its order: exactly one for each line that
// is not blank of JSON lines, readable or not, and one for any other text. Their articles
// are those of article.Read; beyond its fields a line may hold "pairs".
func Documents(r io.Reader, origin string, o article.Options) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		for e := range article.Entries(r, origin, o) {
			d := Document{Article: e.Article, Err: e.Err, IsLine: e.IsLine}
			if e.Line != nil {
				d.ask(e.Line)
			}
			if !yield(d) {
				return
			}
		}
	}
}

// ask reads the "pairs" of a line. Spans that lie outside the text are an error of the
// whole line, since the writer counted something else than code points.
func (d *Document) ask(line []byte) {
	var fields map[string]json.RawMessage // with their exact names
	if json.Unmarshal(line, &fields) != nil || fields["pairs"] == nil {
		return
	}
	wrong := json.Unmarshal(fields["pairs"], &d.Pairs)
	if d.Err != nil {
		return
	}
	length := utf8.RuneCountInString(d.Article.Text)
	for _, p := range d.Pairs {
		for _, s := range []*Span{p.Source, p.Target} {
			if wrong == nil && s != nil && (s[0] < 0 || s[1] <= s[0] || s[1] > length) {
				wrong = fmt.Errorf("the span %v does not lie within the text of %d code points", *s, length)
			}
		}
	}
	if wrong != nil {
		d.Err = &article.Error{
			Origin: d.Article.Origin, Reason: article.WrongShape, Says: `the field "pairs" cannot be read: ` + sayPairs(wrong),
			Hint: `write [{"source": [0, 5], "target": null}]`,
		}
	}
}

// sayPairs leaves out what only programmers of Go understand.
func sayPairs(err error) string {
	var e *json.UnmarshalTypeError
	if errors.As(err, &e) {
		return fmt.Sprintf("a %s stands at byte %d of it", e.Value, e.Offset)
	}
	return err.Error()
}
