package article_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/article"
)

// brief shows what an input gives, one line each: the origin, what is known, and the text,
// or the reason.
func brief(r io.Reader, o article.Options) []string {
	var out []string
	for a, err := range article.Read(r, "in", o) {
		var e *article.Error
		if errors.As(err, &e) {
			out = append(out, fmt.Sprint(e.Origin, " ", e.Reason))
			continue
		}
		out = append(out, strings.Join([]string{a.Origin, a.ID, a.URL, a.Title, a.Publisher, a.Author, a.Published.String(), a.Text}, "|"))
	}
	return out
}

// TestShapes: JSON as news interfaces, feeds and content systems write it.
func TestShapes(t *testing.T) {
	for name, test := range map[string]struct {
		input string
		want  []string
	}{
		"an array": {`[{"id": 1, "text": "It rained."}, {"id": 2}, {"id": 3, "text": "It snowed."}]`,
			[]string{"in:[0]|1||||||It rained.", "in:[1] WRONG_SHAPE", "in:[2]|3||||||It snowed."}},
		"one object over several lines": {"{\n  \"headline\": \"Rain\",\n  \"body\": \"It rained.\"\n}\n", []string{"in|||Rain||||It rained."}},
		"an envelope on one line": {`{"status":"ok","totalResults":2,"articles":[` +
			`{"source":{"id":null,"name":"The Harbour Gazette"},"author":"Ana Reyes","title":"Rain","url":"https://gazette.example/rain","publishedAt":"2016-04-25T10:30:00Z","content":"It rained."},` +
			`{"source":{"id":"mc","name":"The Meridian Courier"},"author":null,"title":"Snow","publishedAt":"2016-04-26T10:30:00Z","content":"It snowed."}]}`,
			[]string{"in:articles[0]||https://gazette.example/rain|Rain|The Harbour Gazette|Ana Reyes|2016-04-25|It rained.",
				"in:articles[1]|||Snow|The Meridian Courier||2016-04-26|It snowed."}},
		"an envelope over several lines": {"{\n \"articles\": [\n  {\"text\": \"It rained.\"}\n ]\n}", []string{"in:articles[0]|||||||It rained."}},
		"envelopes in envelopes": {`{"response": {"status": "ok", "results": [{"id": "world/1", "webTitle": "Rain", "webUrl": "https://gazette.example/1",
			"webPublicationDate": "2016-04-25T10:30:00Z", "fields": {"byline": "Ana Reyes", "bodyText": "It rained."}}]}}`,
			[]string{"in:response.results[0]|world/1|https://gazette.example/1|Rain||Ana Reyes|2016-04-25|It rained."}},
		"search results": {`{"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_id": "7", "_source": {"title": "Rain", "full_text": "It rained."}}]}}`,
			[]string{"in:hits.hits[0]|7||Rain||||It rained."}},
		"a JSON feed": {`{"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Gazette", "items": [
			{"id": "9", "url": "https://gazette.example/9", "authors": [{"name": "Ana Reyes"}, {"name": "Jon Dahl"}], "date_published": "2016-04-25T10:30:00+02:00",
			"content_html": "<p>It <b>rained</b>.</p><p>It snowed.</p>"}]}`,
			[]string{"in:items[0]|9|https://gazette.example/9|||Ana Reyes, Jon Dahl|2016-04-25|It rained.\n\nIt snowed."}},
		"a content system": {`[{"id": 4, "date": "2016-04-25T10:30:00", "link": "https://gazette.example/4", "title": {"rendered": "Rain &amp; snow"}, "content": {"rendered": "<p>It rained.</p>", "protected": false}}]`,
			[]string{"in:[0]|4|https://gazette.example/4|Rain & snow|||2016-04-25|It rained."}},
		"paragraphs":              {`[{"headline": {"main": "Rain", "kicker": null}, "Paragraphs": ["It rained.", "It snowed."], "pub_date": "2016-04-25T10:30:00+0000"}]`, []string{"in:[0]|||Rain|||2016-04-25|It rained.\n\nIt snowed."}},
		"a Unix clock":            {`[{"text": "It rained.", "timestamp": 1461580200}, {"text": "It snowed.", "timestamp": 1461580200000}]`, []string{"in:[0]||||||2016-04-25|It rained.", "in:[1]||||||2016-04-25|It snowed."}},
		"dates in words":          {`[{"text": "It rained.", "date": "Mon, 25 Apr 2016 10:30:00 GMT"}, {"text": "It snowed.", "date": "April 25, 2016"}, {"text": "It blew.", "date": "04/05/2016"}]`, []string{"in:[0]||||||2016-04-25|It rained.", "in:[1]||||||2016-04-25|It snowed.", "in:[2] UNKNOWN_DATE"}},
		"envelopes as lines":      {"{\"articles\":[{\"text\":\"It rained.\"}]}\n", []string{"in:articles[0]|||||||It rained."}},
		"markup without text":     {`[{"text": "<p><img src=a></p>"}]`, []string{"in:[0] EMPTY"}},
		"nothing known":           {`{"a": {"b": 1}}`, []string{"in:1 WRONG_SHAPE"}},
		"cut in the second":       {`[{"text": "It rained."}, {"text": "It sn`, []string{"in:[0]|||||||It rained.", "in WRONG_SHAPE"}},
		"more after the end":      {`[{"text": "It rained."}] and more`, []string{"in:[0]|||||||It rained.", "in WRONG_SHAPE"}},
		"too many envelopes":      {`{"data":{"data":{"data":{"data":{"data":[{"text":"a"}]}}}}}`, []string{"in WRONG_SHAPE"}},
		"not the article's lists": {"{\"text\": \"It rained.\",\n \"items\": [{\"image\": \"a.png\"}]}", []string{"in|||||||It rained."}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, brief(strings.NewReader(test.input), article.Options{})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestDocumentIsNotHeld: a list may be far larger than one article may be.
func TestDocumentIsNotHeld(t *testing.T) {
	one := `{"text":"` + strings.Repeat("It rained. ", 100_000) + `"},`
	const n = 40
	r := io.MultiReader(strings.NewReader(`{"articles":[`), strings.NewReader(strings.Repeat(one, n)), strings.NewReader(`{"text":"It snowed."}]}`))
	got := 0
	for a, err := range article.Read(r, "in", article.Options{}) {
		if got++; err != nil {
			t.Fatal(a.Origin, err)
		}
	}
	if got != n+1 {
		t.Errorf("got %d", got)
	}
	long := `[{"text":"` + strings.Repeat("a", article.MaxLine+1) + `"}]`
	if diff := cmp.Diff([]string{"in:[0] TOO_LARGE"}, brief(strings.NewReader(long), article.Options{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

func wide(s string, low, high int) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		two := [2]byte{}
		two[low], two[high] = byte(u), byte(u>>8)
		b = append(b, two[:]...)
	}
	return string(b)
}

// TestPackedAndCharsets: one text, in every manner in which it may come.
func TestPackedAndCharsets(t *testing.T) {
	const text = "The café in Kraków closed. It rained on the café owners."
	const western = "The caf\xe9 in Tours closed \x96 it rained on the caf\xe9 owners."
	const westernText = "The café in Tours closed – it rained on the café owners."
	lines := `{"id":"1","text":"` + text + `"}` + "\n" + `{"id":"2","text":"It rained."}` + "\n"
	linesRead := []string{"in:1|1||||||" + text, "in:2|2||||||It rained."}
	one := []string{"in|||||||" + text}
	for name, test := range map[string]struct {
		input, charset string
		want           []string
	}{
		"UTF-8":                         {text, "", one},
		"byte order mark":               {"\ufeff" + text, "", one},
		"UTF-16 with a mark":            {"\xff\xfe" + wide(text, 0, 1), "", one},
		"UTF-16 the other way":          {"\xfe\xff" + wide(text, 1, 0), "", one},
		"UTF-16 without a mark":         {wide(text, 0, 1), "", one},
		"UTF-16 without, the other way": {wide(text, 1, 0), "", one},
		"lines in UTF-16":               {"\xff\xfe" + wide(lines, 0, 1), "", linesRead},
		"windows-1252":                  {western, "", []string{"in|||||||" + westernText}},
		"a named charset":               {"The caf\xe9 in Krak\xf3w closed. It rained on the caf\xe9 owners.", "iso-8859-2", one},
		"lines in a named charset":      {"{\"text\":\"The caf\xe9\"}\n", "latin1", []string{"in:1|||||||The café"}},
		"no such charset":               {text, "klingon", []string{"in NOT_UTF8"}},
		"a page that names its charset": {"<meta charset=iso-8859-2><p>The caf\xe9 in Krak\xf3w closed. It rained on the caf\xe9 owners.</p>", "", one},
		"a page that names a wrong one": {"<meta charset=iso-8859-2><p>" + text + "</p>", "", one},
		"gzip":                          {zipped(text), "", one},
		"gzip in two parts":             {zipped(text[:9]) + zipped(text[9:]), "", one},
		"gzip of lines":                 {zipped(lines), "", linesRead},
		"gzip of UTF-16":                {zipped("\xff\xfe" + wide(text, 0, 1)), "", one},
		"gzip of a page":                {zipped("<html><body><p>" + text + "</p></body></html>"), "", one},
		"gzip in gzip":                  {zipped(zipped(text)), "", []string{"in UNSUPPORTED_FORMAT"}},
		"cut gzip":                      {zipped(lines)[:60], "", []string{"in UNREADABLE"}},
		"damaged gzip":                  {zipped(text)[:40] + "xxxx" + zipped(text)[44:], "", []string{"in UNREADABLE"}},
		"bomb":                          {zipped(strings.Repeat("a", 80<<20)), "", []string{"in TOO_LARGE"}},
		"bomb of lines":                 {zipped(strings.Repeat(strings.Repeat("\n", 1<<20), 100) + `{"text":"a"}`), "", []string{"in TOO_LARGE"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, brief(strings.NewReader(test.input), article.Options{Charset: test.charset})); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestSettings: what a text file says of itself in its first lines.
func TestSettings(t *testing.T) {
	const text = "\nThe envoy left Suva on Friday.\n"
	for name, test := range map[string]struct{ input, want string }{
		"front matter": {"---\nurl: https://gazette.example/1\nid: 7\ntitle: \"Envoy leaves\"\npublisher: The Harbour Gazette\npublished: 2016-04-25\nauthor: Ana Reyes\ntags: [a, b]\n---\n" + text,
			"7|https://gazette.example/1|Envoy leaves|The Harbour Gazette|Ana Reyes|2016-04-25"},
		"bare lines":      {"URL: https://gazette.example/1\r\nTitle: Envoy leaves\r\nDate: 25 April 2016\r\n" + text, "|https://gazette.example/1|Envoy leaves|||2016-04-25"},
		"a list":          {"author: [Ana Reyes, Jon Dahl]\n" + text, "||||Ana Reyes, Jon Dahl|"},
		"another line":    {"title: Envoy leaves\nweather: fine\n" + text, "|||||"},
		"no empty line":   {"title: Envoy leaves\nThe envoy left Suva.", "|||||"},
		"no known line":   {"Suva: the envoy left.\n" + text, "|||||"},
		"a known heading": {"Envoy leaves\n\ntitle: no\n" + text, "||Envoy leaves|||"},
	} {
		t.Run(name, func(t *testing.T) {
			articles, errs := readAll(strings.NewReader(test.input), article.Options{})
			if len(errs) != 1 || errs[0] != nil {
				t.Fatal(errs)
			}
			a := articles[0]
			if got := strings.Join([]string{a.ID, a.URL, a.Title, a.Publisher, a.Author, a.Published.String()}, "|"); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
	for _, err := range article.Read(strings.NewReader("published: soon\n"+text), "in", article.Options{}) {
		if err == nil || !strings.HasPrefix(err.Error(), `in: the field "published" is no date: "soon"`) {
			t.Error(err)
		}
	}
}
