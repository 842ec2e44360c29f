package findings_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/findings"
)

// show is one document on one line.
func show(d findings.Document) string {
	s := fmt.Sprintf("%s id=%s %q", d.Article.Origin, d.Article.ID, strings.TrimSpace(d.Article.Text))
	if d.Pairs != nil {
		b, _ := json.Marshal(d.Pairs)
		s += " " + string(b)
	}
	var e *article.Error
	if errors.As(d.Err, &e) {
		s += " " + string(e.Reason)
	}
	if !d.IsLine {
		s += " (no line)"
	}
	return s
}

func TestDocuments(t *testing.T) {
	for _, c := range []struct {
		name, input string
		want        []string
	}{
		{"each line has its document", `{"id":"1","text":"One."}
{"id":"2","text":"Two.","pairs":[{"source":[0,3],"target":null}]}
{"id":"3","text":""}
{"id":"4"}
{"id":5,"text":"Five."}
{"id":"6","text":
not JSON

{"id":"7","text":"Seven.","published":"soon"}`, []string{
			`in:1 id=1 "One."`,
			`in:2 id=2 "Two." [{"source":[0,3],"target":null}]`,
			`in:3 id=3 "" EMPTY`,
			`in:4 id=4 "" WRONG_SHAPE`,
			`in:5 id=5 "Five."`,
			`in:6 id= "" WRONG_SHAPE`,
			`in:7 id= "" WRONG_SHAPE`,
			`in:9 id=7 "Seven." UNKNOWN_DATE`,
		}},
		{"spans are checked", `{"id":"1","text":"é.","pairs":[{"source":[0,2],"target":[1,2]}]}
{"id":"2","text":"é.","pairs":[{"source":[0,3],"target":null}]}
{"id":"3","text":"é.","pairs":[{"source":[1,1],"target":null}]}
{"id":"4","text":"é.","pairs":{"source":[0,1]}}
{"id":"5","text":"é.","pairs":[]}`, []string{
			`in:1 id=1 "é." [{"source":[0,2],"target":[1,2]}]`,
			`in:2 id=2 "é." [{"source":[0,3],"target":null}] WRONG_SHAPE`,
			`in:3 id=3 "é." [{"source":[1,1],"target":null}] WRONG_SHAPE`,
			`in:4 id=4 "é." WRONG_SHAPE`,
			`in:5 id=5 "é." []`,
		}},
		{"a span is two numbers", `{"id":"1","text":"One.","pairs":[{"source":[0],"target":null}]}
{"id":"2","text":"One.","pairs":[{"source":[0,1,2],"target":null}]}
{"id":"3","text":"One.","PAIRS":[{"source":[0,1,2],"target":null}]}`, []string{
			`in:1 id=1 "One." [{"source":[0,0],"target":null}] WRONG_SHAPE`,
			`in:2 id=2 "One." [{"source":[0,0],"target":null}] WRONG_SHAPE`,
			`in:3 id=3 "One."`,
		}},
		{"JSON over several lines", "{\n\"text\": \"One.\"\n}\n", []string{`in id= "One." (no line)`}},
		{"a byte order mark and CRLF", "\ufeff{\"id\":\"1\",\"text\":\"One.\"}\r\n{\"id\":\"2\",\"text\":\"Two.\"}\r\n", []string{`in:1 id=1 "One."`, `in:2 id=2 "Two."`}},
		{"another text", "Something happened.", []string{`in id= "Something happened." (no line)`}},
		{"braces alone make no JSON", "{as it was said} Something happened.", []string{`in id= "{as it was said} Something happened." (no line)`}},
		{"nothing", "", []string{`in id= "" EMPTY (no line)`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for d := range findings.Documents(iotest.OneByteReader(strings.NewReader(c.input)), "in", article.Options{}) {
				got = append(got, show(d))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestDocumentsOptions(t *testing.T) {
	o := article.Options{Publisher: "The Harbour Gazette", Published: graph.NewDate(2016, 4, 25)}
	in := `{"id":"1","text":"One."}` + "\n" + `{"id":"2","text":"Two.","publisher":"The Meridian Courier","published":"2016-05-01"}`
	var got []string
	for d := range findings.Documents(strings.NewReader(in), "in", o) {
		got = append(got, d.Article.Publisher+" "+d.Article.Published.String())
	}
	if diff := cmp.Diff([]string{"The Harbour Gazette 2016-04-25", "The Meridian Courier 2016-05-01"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDocumentsLongLine: a line that is too long is one error, and the next one is read.
func TestDocumentsLongLine(t *testing.T) {
	in := `{"id":"1","text":"` + strings.Repeat("a", article.MaxLine) + "\"}\n" + `{"id":"2","text":"Two."}`
	var got []string
	for d := range findings.Documents(strings.NewReader(in), "in", article.Options{}) {
		got = append(got, show(d))
	}
	if diff := cmp.Diff([]string{`in:1 id= "" TOO_LARGE`, `in:2 id=2 "Two."`}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDocumentsOfABrokenReader(t *testing.T) {
	in := iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(`{"id":"1","text":"One."}`)))
	for d := range findings.Documents(in, "in", article.Options{}) {
		var e *article.Error
		if !errors.As(d.Err, &e) || e.Reason != article.Unreadable || !errors.Is(d.Err, iotest.ErrTimeout) {
			t.Errorf("got %v", d.Err)
		}
	}
}

// FuzzDocuments: no input makes it panic, and JSON lines get one document each.
func FuzzDocuments(f *testing.F) {
	f.Add([]byte(`{"id":"1","text":"One.","pairs":[{"source":[0,3],"target":null}]}` + "\n{bad\n"))
	f.Add([]byte("\ufeff{}\r\n\r\n{\"id\":1}"))
	f.Add([]byte("# A title\n\nSomething happened."))
	f.Fuzz(func(t *testing.T, in []byte) {
		n, lines := 0, false
		for d := range findings.Documents(strings.NewReader(string(in)), "in", article.Options{}) {
			n++
			lines = lines || d.IsLine
			length := len([]rune(d.Article.Text))
			for _, p := range d.Pairs {
				if d.Err == nil && p.Source != nil && p.Source[1] > length {
					t.Errorf("span %v of a text of %d", *p.Source, length)
				}
			}
		}
		if !lines {
			return
		}
		want := 0
		for _, line := range strings.Split(strings.TrimPrefix(string(in), "\ufeff"), "\n") {
			if len(strings.TrimSpace(line)) > 0 {
				want++
			}
		}
		if n != want {
			t.Errorf("%d documents of %d lines", n, want)
		}
	})
}
