package article_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/article"
)

// readAll is everything Read yields: an article or an error at each place.
func readAll(r io.Reader, opts article.Options) (articles []article.Article, errs []error) {
	for a, err := range article.Read(r, "in", opts) {
		articles, errs = append(articles, a), append(errs, err)
	}
	return articles, errs
}

const shape = `an article is an object such as {"url": "…", "title": "…", "published": "2016-04-25", "publisher": "…", "text": "…"}`

func TestRefusals(t *testing.T) {
	tests := []struct {
		name, input string
		reason      article.Reason
		message     string
	}{
		{"empty", "", article.Empty, "in: there is no text in it"},
		{"blank", " \r\n\t\u200b\ufeff\n", article.Empty, "in: there is no text in it"},
		{"binary", "The king\x00 left.", article.Binary, "in: this is no text: a NUL byte at offset 8 (give text, Markdown, HTML or JSON)"},
		{"broken UTF-8", "A café.\nThe caf\xe9 and the crème.", article.NotUTF8, "in: this is not UTF-8: byte 0xe9 at offset 16, line 2 (convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"another alphabet", strings.Repeat("\xcf\xf0\xe5\xe7 ", 9), article.NotUTF8, "in: this is not UTF-8: byte 0xcf at offset 0, line 1 (convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"utf-32", "\xff\xfe\x00\x00T\x00\x00\x00", article.NotUTF8, "in: this is text in UTF-32 (convert it: iconv -f UTF-32 -t UTF-8)"},
		{"cut gzip", "\x1f\x8b\x08\x00", article.Unreadable, "in: cannot be read: unexpected EOF"},
		{"pdf", "%PDF-1.7", article.UnsupportedFormat, "in: this is a PDF document (give its text, for instance from pdftotext)"},
		{"feed", "<?xml version=\"1.0\"?><rss><item></item></rss>", article.UnsupportedFormat, "in: this is XML, of which only XHTML is read (give the articles as web pages or as plain text)"},
		{"page made by a script", "\n<!DOCTYPE html><title>News</title><div id=root></div><script>show()</script>", article.Empty,
			"in: there is no text in this web page (a script may make its text; save the page from a browser, or its text)"},
		{"nested page", "<!DOCTYPE html>" + strings.Repeat("<div>", 600) + "It rained.", article.TooLarge, "in: this web page cannot be taken apart: open stack of elements exceeds 512 nodes (save the article as plain text)"},
		{"page of many elements", "<p>" + strings.Repeat("<i></i>", article.MaxElements), article.TooLarge, "in: the web page has more than 50000 elements (save the article as plain text)"},
		{"array of words", `["rain", "snow"]`, article.WrongShape, "in: [0] is no object, and articles are (" + shape + ")"},
		{"empty array", " [ ]\n", article.Empty, "in: there is no article in this JSON (" + shape + ")"},
		{"envelope without articles", `{"status": "ok", "articles": []}`, article.Empty, "in: there is no article in this JSON (" + shape + ")"},
		{"cut array", `[{"text": "It ra`, article.WrongShape, "in: the JSON ends before the first article (is it cut off?)"},
		{"no JSON", `[{"text" "News."}]`, article.WrongShape, "in: this is not JSON at byte 1, before the first article: invalid character '\"' after object key"},
		{"too large", strings.Repeat("word ", article.MaxText/5+1), article.TooLarge, "in: the text has more than 4 MiB (split it into its articles)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, errs := readAll(strings.NewReader(test.input), article.Options{})
			var e *article.Error
			if len(errs) != 1 || !errors.As(errs[0], &e) || errors.Is(errs[0], graph.ErrInvalid) == (test.reason == article.Unreadable) {
				t.Fatalf("got %v", errs)
			}
			if e.Reason != test.reason || e.Error() != test.message {
				t.Errorf("got %s, %s", e.Reason, e)
			}
		})
	}
}

func TestFormatByContent(t *testing.T) {
	tests := []struct {
		input string
		want  article.Format
	}{
		{"The minister left. He took his hat.", article.Plain},
		{"#Sahel is a hashtag.\n\n1. a number\n- a dash\n5 * 3 * 2", article.Plain},
		{"A line\n--\n\nAnother\n\n---\n\nand more", article.Plain},
		{"He wrote [sic] (twice) and {\"quoted\"}.", article.Plain},
		{"{{ braces }} are no JSON.", article.Plain},
		{"[Updated] The minister left.", article.Plain},
		{"# Heading\n\nText.", article.Markdown},
		{"Heading\n=======\n\nText.", article.Markdown},
		{"The minister met [his colleague](https://example.org).", article.Markdown},
		{"The **minister** left.", article.Markdown},
		{"\ufeff# Heading\n\nText.", article.Markdown},
	}
	for _, test := range tests {
		articles, errs := readAll(strings.NewReader(test.input), article.Options{})
		if len(errs) != 1 || errs[0] != nil || articles[0].Format != test.want {
			t.Errorf("%q: %v, format %v", test.input, errs, articles[0].Format)
		}
		if want := strings.TrimPrefix(test.input, "\ufeff"); articles[0].Text != want {
			t.Errorf("%q: text %q", test.input, articles[0].Text)
		}
	}
}

func TestOptions(t *testing.T) {
	const text = "Minister leaves\n\nBy Ana Reyes\n\n4 May 2016\n\nThe minister left."
	got, _ := readAll(strings.NewReader(text), article.Options{})
	want := article.Article{Title: "Minister leaves", Author: "Ana Reyes", Published: 20160504, Text: text, Origin: "in"}
	if diff := cmp.Diff([]article.Article{want}, got); diff != "" {
		t.Errorf("found in the text: %s", diff)
	}

	opts := article.Options{URL: "https://example.org/1", Publisher: "The Post", Title: " A \n title ", Published: 20160505}
	got, _ = readAll(strings.NewReader(text), opts)
	want.URL, want.Publisher, want.Title, want.Published = opts.URL, opts.Publisher, "A title", opts.Published
	if diff := cmp.Diff([]article.Article{want}, got); diff != "" {
		t.Errorf("options go first: %s", diff)
	}

	const lines = `{"text":"One."}` + "\n" + `{"text":"Two.","publisher":"Own","published":"2020-01-01"}`
	got, errs := readAll(strings.NewReader(lines), article.Options{Publisher: "The Post", Published: 20160505})
	if err := errors.Join(errs...); err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	if got[0].Publisher != "The Post" || got[0].Published != 20160505 || got[1].Publisher != "Own" || got[1].Published != 20200101 {
		t.Errorf("defaults of lines: %+v", got)
	}

	_, errs = readAll(strings.NewReader(lines), opts)
	var e *article.Error
	if len(errs) != 1 || !errors.As(errs[0], &e) || e.Reason != article.AmbiguousOptions {
		t.Errorf("one address for many articles: %v", errs)
	}
}

func TestParseLine(t *testing.T) {
	line := `{"id":"x7","url":" https://example.org/7 ","title":"A\ttitle","publisher":"P","author":"A","language":"en",` +
		`"published":"2016-04-24","publishedAt":"2016-04-25T01:30:00+02:00","modified":"2016-05-01","text":"It rained. \ud83d\ude00"}`
	got, err := article.ParseLine([]byte(line), "f:7")
	want := article.Article{
		ID: "x7", URL: "https://example.org/7", Title: "A title", Publisher: "P", Author: "A", Language: "en",
		Published:   20160424,
		PublishedAt: time.Date(2016, 4, 24, 23, 30, 0, 0, time.UTC),
		Modified:    time.Date(2016, 5, 1, 0, 0, 0, 0, time.UTC),
		Text:        "It rained. 😀", Origin: "f:7",
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}

	for _, bad := range []struct {
		line   string
		id     string // what is known beside the error
		reason article.Reason
	}{
		{`{"id":"a","text":""}`, "a", article.Empty},
		{`{"id":"a"}`, "a", article.WrongShape},
		{`{"id":"a","text":7}`, "a", article.WrongShape},
		{`{"id":"a","text":null}`, "a", article.WrongShape},
		{`{"id":"a","modified":"yesterday","text":"b"}`, "a", article.UnknownDate},
		{`{"id":"a","published":"2016-02-30","text":"b"}`, "a", article.UnknownDate},
		{`{"id":["a"],"text":"b"}`, "", article.WrongShape},
		{"{\"text\":\"caf\xe9\"}", "", article.NotUTF8},
		{`{"text":"b"} {"text":"c"}`, "", article.WrongShape},
		{`nonsense`, "", article.WrongShape},
		{``, "", article.WrongShape},
		{strings.Repeat("[", 100_000), "", article.WrongShape},
	} {
		a, err := article.ParseLine([]byte(bad.line), "f:1")
		var e *article.Error
		if !errors.As(err, &e) || e.Reason != bad.reason || a.ID != bad.id || e.Origin != "f:1" || e.Says == "" {
			t.Errorf("%.40s: %v, id %q", bad.line, err, a.ID)
		}
	}
}

// TestBadLines: one bad line is one error with its line, and the others are read.
func TestBadLines(t *testing.T) {
	long := `{"text":"` + strings.Repeat("a", article.MaxLine) + `"}`
	tests := map[string]struct{ input, want string }{
		"first unfinished": {"{\"id\":\"1\",\"text\":\"a\n{\"id\":\"2\",\"text\":\"b\"}", "in:1 WRONG_SHAPE, 2"},
		"only unfinished":  {"{\"id\":\"1\",\"text\":\"a\n", "in:1 WRONG_SHAPE"},
		"in the middle":    {"{\"id\":\"1\",\"text\":\"a\"}\n\n}\n{\"id\":\"2\",\"text\":\"b\"}\r\n", "1, in:3 WRONG_SHAPE, 2"},
		"too long":         {"{\"id\":\"1\",\"text\":\"a\"}\n" + long + "\n{\"id\":\"2\",\"text\":\"b\"}", "1, in:2 TOO_LARGE, 2"},
		"too long at end":  {"{\"id\":\"1\",\"text\":\"a\"}\n" + long, "1, in:2 TOO_LARGE"},
		"byte order mark":  {"\ufeff{\"id\":\"1\",\"text\":\"a\"}", "1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for a, err := range article.Read(strings.NewReader(test.input), "in", article.Options{}) {
				var e *article.Error
				if errors.As(err, &e) {
					got = append(got, fmt.Sprint(e.Origin, " ", e.Reason))
				} else {
					got = append(got, a.ID)
				}
			}
			if s := strings.Join(got, ", "); s != test.want {
				t.Errorf("got %s, want %s", s, test.want)
			}
		})
	}
}

func TestReaderFails(t *testing.T) {
	broken := errors.New("disk gone")
	for name, head := range map[string]string{"at once": "", "in a text": strings.Repeat("Text. ", 20_000), "in lines": strings.Repeat("{\"text\":\"a\"}\n", 10_000)} {
		r := io.MultiReader(strings.NewReader(head), iotest.ErrReader(broken))
		_, errs := readAll(r, article.Options{})
		var e *article.Error
		last := errs[len(errs)-1]
		if !errors.As(last, &e) || e.Reason != article.Unreadable || !errors.Is(last, broken) || errors.Is(last, graph.ErrInvalid) {
			t.Errorf("%s: %v", name, last)
		}
	}
}

// TestStops: Read reads no further than it is asked to.
func TestStops(t *testing.T) {
	endless := io.MultiReader(strings.NewReader("{\"id\":\"1\",\"text\":\"a\"}\n"), &repeat{"{\"text\":\"b\"}\n{\n"})
	n := 0
	for range article.Read(endless, "in", article.Options{}) {
		if n++; n == 1000 {
			break
		}
	}
	if n != 1000 {
		t.Error(n)
	}
}

// repeat is a reader without an end.
type repeat struct{ s string }

func (r *repeat) Read(b []byte) (int, error) { return copy(b, r.s), nil }

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/clean/*.in")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Fuzz(func(t *testing.T, input string) {
		for a, err := range article.Read(strings.NewReader(input), "in", article.Options{}) {
			var e *article.Error
			switch {
			case err != nil && (!errors.As(err, &e) || e.Says == "" || strings.Contains(e.Error(), "\n")):
				t.Fatalf("%q: %v", input, err)
			case err == nil && (!utf8.ValidString(a.Text) || strings.TrimSpace(a.Text) == "" || !strings.HasPrefix(a.Origin, "in")):
				t.Fatalf("%q: %+v", input, a)
			case err == nil:
				checkCleaned(t, a, article.Clean(a))
			}
		}
	})
}
