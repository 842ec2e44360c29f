package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// envelopes are the names, folded, under which a JSON document keeps its articles.
var envelopes = wordSet(`articles items results docs documents data hits news stories entries response feed posts records`)

// deepestEnvelope is how many objects may stand around a list of articles:
// {"response": {"data": {"docs": […]}}}.
const deepestEnvelope = 4

// MaxArticles is the most articles one JSON document may hold. JSON lines have no such limit,
// since nothing but the next line is needed to read them.
const MaxArticles = 1_000_000

// readDocument reads one JSON value: an article, a list of articles, or an object around
// such a list. Only one article is in memory at a time. An error in an article is its own;
// one in the structure ends the document.
func readDocument(r io.Reader, origin string, opts Options, yield func(Entry) bool) {
	if err := opts.forMany(origin); err != nil {
		yield(Entry{Article: Article{Origin: origin}, Err: err})
		return
	}
	m := &meter{r: r, left: MaxLine, origin: origin}
	d := &document{meter: m, json: json.NewDecoder(m), origin: origin, opts: opts, yield: yield}
	d.json.UseNumber()
	token, err := d.json.Token()
	if err == nil {
		err = d.value(token, "", 0)
	}
	if err == nil {
		if _, more := d.json.Token(); !errors.Is(more, io.EOF) {
			err = refuse(origin, WrongShape, "write one article a line, or one list of articles",
				"something follows the JSON at byte %d; it is not read", d.json.InputOffset())
		}
	}
	if err == nil && d.seen == 0 {
		err = refuse(origin, Empty, shapeHint, "there is no article in this JSON")
	}
	if err == nil || errors.Is(err, errEnough) {
		return
	}
	yield(Entry{Article: Article{Origin: origin}, Err: d.explain(err)})
}

// document is a JSON value that is being read.
type document struct {
	meter  *meter
	json   *json.Decoder
	origin string
	opts   Options
	yield  func(Entry) bool
	seen   int
}

// errEnough: the caller wants no more.
var errEnough = errors.New("enough")

// value reads on after the first token of the value at path: a list, or an object that is
// an article or holds some.
func (d *document) value(token json.Token, path string, depth int) error {
	switch token {
	case json.Delim('['):
		return d.list(path)
	case json.Delim('{'):
		if depth >= deepestEnvelope {
			return refuse(d.origin, WrongShape, shapeHint, "more than %d objects stand one in the other around the articles, at %s", deepestEnvelope, path)
		}
		return d.object(path, depth)
	}
	return refuse(d.origin, WrongShape, shapeHint, "this is JSON without an object in it")
}

// list reads the articles of a list.
func (d *document) list(path string) error {
	for i := 0; d.json.More(); i++ {
		d.meter.left = MaxLine
		var raw json.RawMessage
		if err := d.json.Decode(&raw); err != nil {
			return err
		}
		at := fmt.Sprintf("%s[%d]", path, i)
		if i == 0 && (len(raw) == 0 || raw[0] != '{') {
			return refuse(d.origin, WrongShape, shapeHint, "%s is no object, and articles are", at)
		}
		a, err := ParseLine(raw, d.at(at))
		if err := d.give(a, err); err != nil {
			return err
		}
	}
	_, err := d.json.Token()
	return err
}

// object reads an object: the lists in it as they come, and itself as an article if it holds
// a text.
func (d *document) object(path string, depth int) error {
	var own fields
	inside := false
	for d.json.More() {
		token, err := d.json.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if !envelopes[foldKey(key)] || own.holdText() {
			var raw json.RawMessage
			if err := d.json.Decode(&raw); err != nil {
				return err
			}
			own = append(own, field{key, raw})
			continue
		}
		if token, err = d.json.Token(); err != nil {
			return err
		}
		if _, opens := token.(json.Delim); opens {
			inside = true
			if err := d.value(token, joinPath(path, key), depth+1); err != nil {
				return err
			}
			continue
		}
		raw, err := json.Marshal(token)
		if err != nil {
			return err
		}
		own = append(own, field{key, raw})
	}
	if _, err := d.json.Token(); err != nil {
		return err
	}
	if !own.holdText() && (inside || depth > 0) {
		return nil
	}
	a, err := own.article(d.at(path))
	return d.give(a, err)
}

// at is the origin of the article at path.
func (d *document) at(path string) string {
	if path == "" {
		return d.origin
	}
	return d.origin + ":" + path
}

// give hands on one article.
func (d *document) give(a Article, err error) error {
	if d.seen++; d.seen > MaxArticles {
		return refuse(d.origin, TooLarge, "split it, or write one article a line", "it holds more than %d articles", MaxArticles)
	}
	d.opts.fill(&a)
	if !d.yield(Entry{Article: a, Err: err}) {
		return errEnough
	}
	return nil
}

// explain says where the structure of a document is broken.
func (d *document) explain(err error) error {
	var said *Error
	if errors.As(err, &said) {
		return said
	}
	after := "before the first article"
	if d.seen > 0 {
		after = fmt.Sprintf("after %d of its articles, and the rest is not read", d.seen)
	}
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return refuse(d.origin, WrongShape, "is it cut off?", "the JSON ends %s", after)
	case errors.As(err, &syntax):
		return refuse(d.origin, WrongShape, "", "this is not JSON at byte %d, %s: %s", d.json.InputOffset(), after, syntax)
	}
	return unreadable(d.origin, err)
}

func joinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// meter bounds what is read of one article.
type meter struct {
	r      io.Reader
	left   int
	origin string
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, tooLarge(m.origin, "an article in it, or what stands around them,", MaxLine)
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}
