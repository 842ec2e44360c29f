package article_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// BenchmarkHostile reads and cleans texts of one MiB that are made to be slow. Each should
// take well under a second; before they were bounded, some took minutes.
func BenchmarkHostile(b *testing.B) {
	for name, text := range hostile(1 << 20) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				article.Clean(article.Article{Text: text, Format: article.Markdown})
			}
		})
	}
}

// hostile are texts of about n bytes each.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	blocks := func(s string, k int) string { return fill(strings.Repeat(s, k) + "\n\n") }
	table := "|" + strings.Repeat("a|", 99) + "\n|" + strings.Repeat("-|", 99) + "\n" + strings.Repeat("a\n", 90) + "\n"
	wide := n / 10
	return map[string]string{
		"emphasis":           fill("*a_b "),
		"emphasis in blocks": blocks("*a _b ", 450),
		"nested emphasis":    blocks("**", 240) + "a",
		"brackets":           blocks("[a", 490),
		"images":             blocks("![a", 490),
		"code":               blocks("`a``b", 320),
		"tags":               blocks("<a ", 990),
		"comments":           blocks("<!--", 990),
		"declarations":       blocks("<!A ", 990),
		"entities":           fill("&a"),
		"escapes":            fill("\\"),
		"links":              fill("](a "),
		"open links":         blocks("[a](", 490),
		"references":         fill("[a]: b\n"),
		"lists":              fill("- a\n"),
		"nested lists":       fill(strings.Repeat("- ", 49) + "a\n"),
		"quotes":             fill(strings.Repeat(">", 49) + "a\n"),
		"headings":           fill("#\n"),
		"wide table":         strings.Repeat("a|", wide) + "\n" + strings.Repeat("-|", wide) + "\n" + strings.Repeat("a\n", wide),
		"tables":             fill(table),
		"long table":         "a|b\n-|-\n" + fill("a\n"),
		"pull quotes":        strings.Repeat("“we will win”\n\n", n/36) + strings.Repeat("we will win ", n/24) + "again.",
	}
}

// TestTangledIsPlain: what would take a Markdown reader too long is read as plain text, and
// what is only long is not.
func TestTangledIsPlain(t *testing.T) {
	table := func(columns, rows int) string {
		return strings.Repeat("a|", columns) + "\n" + strings.Repeat("-|", columns) + "\n" + strings.Repeat("b c d e|\n", rows)
	}
	for name, test := range map[string]struct {
		text     string
		markdown bool
	}{
		"a table":               {table(20, 300), true},
		"a table too wide":      {table(200, 10), false},
		"a table too large":     {table(90, 2000), false},
		"a table in a quote":    {strings.ReplaceAll("\n"+table(200, 10), "\n", "\n> "), false},
		"many tables":           {strings.Repeat(table(90, 20)+"\n", 40), false},
		"emphasis in a book":    {strings.Repeat(strings.Repeat("*word* ", 100)+"\n\n", 100), true},
		"emphasis in one block": {strings.Repeat("*word* ", 1000), false},
		"tags in one block":     {strings.Repeat("word <br ", 1100), false},
		"a form feed in it":     {strings.Repeat("[word \f\f", 600), false},
	} {
		t.Run(name, func(t *testing.T) {
			c := article.Clean(article.Article{Text: test.text + "\n\nThe *last* line.", Format: article.Markdown})
			if plain := strings.Contains(c.Text, "*last*"); plain == test.markdown {
				t.Errorf("read as Markdown: %t, want %t", !plain, test.markdown)
			}
		})
	}
}

// TestPullQuotesRepeated: every repetition of a quote goes.
func TestPullQuotesRepeated(t *testing.T) {
	text := strings.Repeat("“we will win”\n\n", 3) + "The minister said that we will win, and we will win again."
	c := article.Clean(article.Article{Text: text})
	if want := "The minister said that we will win, and we will win again."; c.Text != want {
		t.Errorf("got %q", c.Text)
	}
}
