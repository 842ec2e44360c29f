package article_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// find is the first place of part in s, in code points.
func find(t *testing.T, s, part string) (start, end int) {
	t.Helper()
	at := strings.Index(s, part)
	if at < 0 {
		t.Fatalf("no %q in %q", part, s)
	}
	start = len([]rune(s[:at]))
	return start, start + len([]rune(part))
}

func TestOffsets(t *testing.T) {
	tests := []struct {
		name, text    string
		format        article.Format
		cleaned, want string // a part of the cleaned text, and the part of the input it is
	}{
		{"as it stands", "Home\n\nThe envoy left Suva.", article.Plain, "envoy left", "envoy left"},
		{"spaces", "The  envoy\u00a0\tleft Suva.", article.Plain, "The envoy left", "The  envoy\u00a0\tleft"},
		{"soft hyphens", "The parlia\u00adment met.", article.Plain, "parliament", "parlia\u00adment"},
		{"part of a word", "The parlia\u00adment met.", article.Plain, "ment", "ment"},
		{"not in ASCII", "Ōita’s mayor 😀 left. Kōbe’s stayed.", article.Plain, "Kōbe’s", "Kōbe’s"},
		{"over a dropped line", "The envoy left.\n\nShare this story\n\nHe was angry.", article.Plain, "left.\n\nHe", "left.\n\nShare this story\n\nHe"},
		{"joined lines", "The envoy of the\nwell-\nknown king left\nSuva.", article.Plain, "well-known", "well-\nknown"},
		{"emphasis", "# News\n\nThe **envoy** left _Suva_.", article.Markdown, "envoy left Suva", "envoy** left _Suva"},
		{"link", "# News\n\nThe [envoy](https://example.org) left.", article.Markdown, "envoy", "envoy"},
		{"over a link", "# News\n\nThe [envoy](https://example.org) left.", article.Markdown, "envoy left", "envoy](https://example.org) left"},
		{"character reference", "# News\n\nAT&amp;T pays 5&nbsp;\\$.", article.Markdown, "AT&T pays 5 $", "AT&amp;T pays 5&nbsp;\\$"},
		{"quoted lines", "# News\n\n> Kōbe’s mayor\n> left today.", article.Markdown, "mayor left", "mayor\n> left"},
		{"front matter", "---\na: b\n---\nThe envoy left.", article.Plain, "envoy", "envoy"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := article.Clean(article.Article{Text: test.text, Format: test.format})
			start, end := find(t, c.Text, test.cleaned)
			from, to := c.ToInput(start, end)
			if got := string([]rune(test.text)[from:to]); got != test.want {
				t.Errorf("%q leads to %q, want %q", test.cleaned, got, test.want)
			}
			if s, e, ok := c.FromInput(from, to); s != start || e != end || !ok {
				t.Errorf("back at %d-%d (%v), want %d-%d", s, e, ok, start, end)
			}
		})
	}
}

func TestOffsetsAtTheEdge(t *testing.T) {
	const text = "  Share this story\n\nThe envoy left.\n\nHome\n"
	c := article.Clean(article.Article{Text: text})
	from, to := find(t, text, "The envoy left.")
	if c.Text != "The envoy left." {
		t.Fatal(c.Text)
	}
	for _, test := range []struct{ start, end, from, to int }{
		{-5, 100, from, to},
		{0, 0, from, from},
		{15, 15, to, to},
		{99, 3, to, to},
	} {
		if s, e := c.ToInput(test.start, test.end); s != test.from || e != test.to {
			t.Errorf("%d-%d leads to %d-%d, want %d-%d", test.start, test.end, s, e, test.from, test.to)
		}
	}
	if s, e, ok := c.FromInput(0, from); ok || s != 0 || e != 0 {
		t.Errorf("a dropped line is at %d-%d", s, e)
	}
	if s, e, ok := c.FromInput(0, len(text)); !ok || s != 0 || e != 15 {
		t.Errorf("all of it is at %d-%d, %v", s, e, ok)
	}
	var none article.Cleaned
	if s, e := none.ToInput(0, 5); s != 0 || e != 0 {
		t.Errorf("empty: %d-%d", s, e)
	}
	if _, _, ok := none.FromInput(0, 5); ok {
		t.Error("empty: something is kept")
	}
}

// TestEveryRuleIsShown: the golden files show each rule at work.
func TestEveryRuleIsShown(t *testing.T) {
	files, err := filepath.Glob("testdata/clean/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	for _, r := range article.Rules {
		if r.Says() == "" || !strings.Contains(all.String(), "\n- "+r.String()) {
			t.Errorf("rule %s: %q", r, r.Says())
		}
	}
}

func ExampleClean() {
	c := article.Clean(article.Article{
		Title: "Envoy leaves Suva",
		Text:  "Envoy leaves Suva\n\nShare this story\n\nThe envoy left Suva on  Friday.",
	})
	fmt.Println(c.Text)
	fmt.Println(c.ToInput(10, 19))
	for _, d := range c.Dropped {
		fmt.Printf("%d-%d %s: %s\n", d.Start, d.End, d.Rule, d.Says)
	}
	// Output:
	// The envoy left Suva on Friday.
	// 47 56
	// 0-17 title: the title, or its repetition
	// 19-35 share: made of the words of share buttons
}
