package article_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/article"
)

// shown is what an input gives, each article by its id or text, each error by its reason.
func shown(input string) []string {
	var out []string
	for e := range article.Entries(strings.NewReader(input), "in", article.Options{}) {
		var refused *article.Error
		switch {
		case errors.As(e.Err, &refused):
			out = append(out, fmt.Sprint(refused.Origin, " ", refused.Reason))
		case e.IsLine:
			out = append(out, e.Article.ID)
		default:
			out = append(out, "text")
		}
	}
	return out
}

// TestBrokenFirstLines: what follows shows that they are lines.
func TestBrokenFirstLines(t *testing.T) {
	const good = `{"id":"1","text":"It rained."}` + "\n"
	for name, test := range map[string]struct {
		input string
		want  []string
	}{
		"a word":                 {"articles\n" + good, []string{"in:1 WRONG_SHAPE", "1"}},
		"a cut object":           {`d":"0","text":"It snowed."}` + "\n\n" + good, []string{"in:1 WRONG_SHAPE", "1"}},
		"several":                {"a\n\nb\n[]\n" + good, []string{"in:1 WRONG_SHAPE", "in:3 WRONG_SHAPE", "in:4 WRONG_SHAPE", "1"}},
		"without a line break":   {"articles\n" + strings.TrimSpace(good), []string{"in:1 WRONG_SHAPE", "1"}},
		"an object far below":    {strings.Repeat("It rained.\n", 20) + good, []string{"text"}},
		"an object in a line":    {"He wrote " + good, []string{"text"}},
		"an object over several": {"He wrote:\n{\n\"a\": 1\n}\n", []string{"text"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, shown(test.input)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestLinesAreNotWaitedFor: each article is there as soon as its line is.
func TestLinesAreNotWaitedFor(t *testing.T) {
	r, w := io.Pipe()
	line := func(n int) {
		if _, err := fmt.Fprintf(w, `{"id":"%d","text":"It rained."}`+"\n", n); err != nil {
			t.Error(err)
		}
	}
	go line(1)
	n := 0
	for a, err := range article.Read(r, "in", article.Options{}) {
		if n++; err != nil || a.ID != fmt.Sprint(n) {
			t.Fatalf("article %d: %q, %v", n, a.ID, err)
		}
		if n == 3 {
			break
		}
		go line(n + 1) // only now is the next one written
	}
}

// TestMarkup: a web page or a part of one is read as such; what only looks a little so is text.
func TestMarkup(t *testing.T) {
	for input, want := range map[string]string{
		"<div class=\"a\"><p>It  rained.</p>Twice.</div>":      "It rained.\n\nTwice.",
		"\n<p>It &amp; rained.</p>":                            "It & rained.",
		"<!-- page -->\n<article>It rained</article>":          "It rained",
		"<!DOCTYPE html><p>It<br>rained<br><br>twice.":         "It\nrained\n\ntwice.",
		"<https://gazette.example/a> says it rained.":          "<https://gazette.example/a> says it rained.",
		"<redacted> told the court that it rained.":            "<redacted> told the court that it rained.",
		"< 5 mm of rain fell. <br> It snowed.":                 "< 5 mm of rain fell. <br> It snowed.",
		"<p align=\"center\">Logo</p>\n\n# Rain\n\nIt rained.": "<p align=\"center\">Logo</p>\n\n# Rain\n\nIt rained.",
	} {
		articles, errs := readAll(strings.NewReader(input), article.Options{})
		if len(errs) != 1 || errs[0] != nil || articles[0].Text != want {
			t.Errorf("%q: got %q, %v", input, articles[0].Text, errs)
		}
	}
}

// TestFields: the names of the format before others, once each, and of a length that a graph can hold.
func TestFields(t *testing.T) {
	long := strings.Repeat("a", article.MaxField+1)
	for _, test := range []struct{ line, says string }{
		{`{"textual":"It rained."}`, `in: there is no field "text", only "textual" (an article is an object such as {"url"`},
		{`{"text":"It rained.","text":"It snowed."}`, `in: the field "text" stands there twice`},
		{`{"id":"1","text":"a","id":"2","id":"3"}`, `in: the field "id" stands there twice`},
		{`{"id":"` + long + `","text":"a"}`, "in: the id has more than 4 KiB"},
		{`{"url":"https://gazette.example/` + long + `","text":"a"}`, "in: the url has more than 4 KiB"},
		{`{"title":"` + long + `","text":"a"}`, "in: the title has more than 4 KiB"},
		{`{"author":"` + long + `","text":"a"}`, "in: the author has more than 4 KiB"},
		{`{"publisher":"` + long + `","text":"a"}`, "in: the publisher has more than 4 KiB"},
		{`{"id":"a\u0000b","text":"a"}`, `in: the id holds a control character: "a\x00b"`},
		{`{"url":"https://gazette.example/a\nb","text":"a"}`, `in: the url holds a control character`},
		{`{"title":7,"text":"a"}`, `in: the field "title" is a number instead of a string`},
	} {
		_, err := article.ParseLine([]byte(test.line), "in")
		if err == nil || !strings.HasPrefix(err.Error(), test.says) {
			t.Errorf("%.40s: got %v, want %s", test.line, err, test.says)
		}
	}
	a, err := article.ParseLine([]byte(` {"Title":"Other","title":"Own","text":"It rained.","BODY":"It snowed."}`), "in")
	if err != nil || a.Title != "Own" || a.Text != "It rained." {
		t.Errorf("got %+v, %v", a, err)
	}
	for _, err := range article.Read(strings.NewReader("It rained."), "in", article.Options{URL: "https://gazette.example/" + long}) {
		if err == nil {
			t.Error("an address as an option has no bound")
		}
	}
}

func TestMoments(t *testing.T) {
	want := time.Date(2016, 4, 25, 10, 30, 0, 0, time.UTC)
	for _, s := range []string{
		"2016-04-25T10:30:00Z", "2016-04-25T10:30Z", "2016-04-25T12:30+02:00", "2016-04-25T10:30", "2016-04-25 10:30", "2016-04-25 10:30:00",
	} {
		a, err := article.ParseLine([]byte(`{"published":"`+s+`","text":"It rained."}`), "in")
		if err != nil || !a.PublishedAt.Equal(want) || a.Published.String() != "2016-04-25" {
			t.Errorf("%s: got %s, %s, %v", s, a.Published, a.PublishedAt, err)
		}
	}
}
