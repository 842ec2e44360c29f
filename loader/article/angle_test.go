package article_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// TestAngleBrackets: text with "<" or "&" in it is text, so that offsets are those of the input;
// only what is HTML from its start is taken for it.
func TestAngleBrackets(t *testing.T) {
	const told = " The envoy left Suva on Friday, the ministry said."
	for _, c := range []struct{ name, text, made string }{
		{"less than", "Profits < 50m & costs > 20m." + told, ""},
		{"less than at the start", "< 50 soldiers crossed the border." + told, ""},
		{"a heart", "<3 was all that the mayor wrote." + told, ""},
		{"an ampersand and a reference", "AT&T and Q&amp;A and &lt;b&gt; stand here." + told, ""},
		{"an address in brackets", "<ana@gazette.example> wrote from Suva." + told + " </ana@gazette.example>", ""},
		{"a link in brackets", "<https://gazette.example/a> has more." + told + " </p>", ""},
		{"a speaker in brackets", "<Reyes> The envoy has left. </Reyes>" + told, ""},
		{"a word in brackets", "<inaudible> we shall see </inaudible>." + told, ""},
		{"one tag that nothing closes", "<b>Suva." + told, ""},
		{"tags in the middle", "The envoy <b>left</b> Suva, <i>the ministry</i> said & went." + told, ""},
		{"a closing tag first", "</p> The envoy left." + told, ""},
		{"a comparison of two", "a<b and c</d> hold." + told, ""},
		{"a paragraph", "<p>The envoy left &amp; came back.</p><p>Nobody   said why.</p>", "The envoy left & came back.\n\nNobody said why."},
		{"emphasis at the start", "<b>Suva</b> saw the envoy leave.", "Suva saw the envoy leave."},
		{"a comment first", "<!-- body --><div>The envoy left.</div>", "The envoy left."},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.made
			if want == "" {
				want = c.text
			}
			line, err := json.Marshal(map[string]string{"id": "1", "title": "Q&amp;A <b>", "text": c.text})
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.ParseLine(line, "in")
			if err != nil || a.Text != want {
				t.Errorf("in JSON: %q, %v, want %q", a.Text, err, want)
			}
			if c.made == "" && a.Title != "Q&amp;A <b>" {
				t.Errorf("the title became %q", a.Title)
			}
		})
	}
}

// TestAngleBracketFiles: the same for a whole file, where XML is refused as that.
func TestAngleBracketFiles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<3 was all that the mayor wrote & sent.\n", "<3 was all that the mayor wrote & sent.\n"},
		{"AT&T said < 5 staff left Suva on Friday.\n", "AT&T said < 5 staff left Suva on Friday.\n"},
		{"<item><claim>The envoy left.</claim></item>\n", ""},
		{"<p>The envoy left Suva on Friday, the foreign ministry said.</p>\n", "The envoy left Suva on Friday, the foreign ministry said."},
	} {
		for a, err := range article.Read(strings.NewReader(c.text), "in", article.Options{}) {
			if c.want == "" && err == nil || c.want != "" && (err != nil || a.Text != c.want) {
				t.Errorf("%q: %q, %v", c.text, a.Text, err)
			}
		}
	}
}
