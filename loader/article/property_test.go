package article_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/loader/article"
)

// checkCleaned proves what Cleaned promises of any article whatever.
func checkCleaned(t *testing.T, a article.Article, c article.Cleaned) {
	t.Helper()
	if !utf8.ValidString(c.Text) || !utf8.ValidString(c.Title) {
		t.Fatalf("not UTF-8: %q, %q", c.Text, c.Title)
	}
	input, text := []rune(a.Text), []rune(c.Text)
	checkLines(t, c, text)

	// Every character leads to its own place, and all places grow.
	const kept, dropped = 1, 2
	fate := make([]byte, len(input))
	last := 0
	for i, r := range text {
		start, end := c.ToInput(i, i+1)
		if start < last || end < start || end > len(input) {
			t.Fatalf("character %d maps to %d-%d after %d of %d", i, start, end, last, len(input))
		}
		last = end
		switch {
		case r == '\n':
			continue
		case r == ' ':
			if s := string(input[start:end]); strings.TrimFunc(s, isBlankOrHidden) != "" && a.Format == article.Plain {
				t.Fatalf("blank %d stands for %q", i, s)
			}
		case a.Format == article.Plain && (end != start+1 || input[start] != r):
			t.Fatalf("%q at %d stands for %q", r, i, string(input[start:end]))
		case end == start+1 && input[start] != r:
			t.Fatalf("%q at %d stands for %q", r, i, string(input[start:end]))
		}
		for k := start; k < end; k++ {
			fate[k] = kept
		}
		if from, to, ok := c.FromInput(start, end); end > start && (!ok || from > i || to < i+1 || to-from > 3) {
			t.Fatalf("character %d comes back from %d-%d as %d-%d, %v", i, start, end, from, to, ok)
		}
	}
	last = 0
	for _, d := range c.Dropped {
		if d.Start < last || d.End <= d.Start || d.End > len(input) || d.Rule.Says() == "" || d.Says != d.Rule.Says() {
			t.Fatalf("dropped %+v after %d", d, last)
		}
		last = d.End
		for k := d.Start; k < d.End; k++ {
			if fate[k] == kept {
				t.Fatalf("%d is both kept and dropped by %v", k, d)
			}
			fate[k] = dropped
		}
	}
	if a.Format == article.Plain {
		for k, r := range input {
			if fate[k] == 0 && !isBlankOrHidden(r) {
				t.Fatalf("%q at %d is neither kept nor said to be dropped", r, k)
			}
		}
	}
	if diff := cmp.Diff(c, article.Clean(a), cmpopts.IgnoreUnexported(article.Cleaned{})); diff != "" {
		t.Fatalf("cleaned again: %s", diff)
	}
}

func checkLines(t *testing.T, c article.Cleaned, text []rune) {
	t.Helper()
	var lines []string
	for _, l := range c.Lines {
		s := string(text[l.Start:l.End])
		if s == "" || strings.TrimSpace(s) != s || strings.Contains(s, "  ") || strings.ContainsAny(s, "\n\r\t\u00ad\u200b\u2028") {
			t.Fatalf("line %q", s)
		}
		lines = append(lines, s)
	}
	if got := strings.Join(lines, "\n\n"); got != c.Text {
		t.Fatalf("lines make %q, text is %q", got, c.Text)
	}
}

func isBlankOrHidden(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Zs, unicode.Cc, unicode.Cf) || unicode.In(r, unicode.Zl, unicode.Zp) ||
		unicode.Is(unicode.Variation_Selector, r) || r >= 0xe0000 && r <= 0xe0fff
}

// TestPromises holds for the golden inputs and for odd texts.
func TestPromises(t *testing.T) {
	texts := []string{"", " ", "\n\n\n", "\xff\xfe\x00", "a", "\u200b", "\r", "a\r\rb\r\n\r\nc", "a\fb\u2029c",
		"&amp;&NotEqualTilde;\\*\\\\", "# ", "> ", "- \n- a", "[a]: b\n\n[a]", "a  \nb", "…\n\n—\n\n[]()", "x\n===\n---\ny: z\n---\n",
		"---\na: b\n---\nText.", "\t\t\ttab\n\n\t\t\ttab", "(AP Photo/A B)", "words here (AP Photo/A B)", "\U000e0041a\ufe0f"}
	files, err := filepath.Glob("testdata/clean/*.in")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	for _, text := range texts {
		for _, format := range []article.Format{article.Plain, article.Markdown} {
			a := article.Article{Text: text, Title: "The convoy reached Taiz", Format: format}
			checkCleaned(t, a, article.Clean(a))
		}
	}
}

func FuzzClean(f *testing.F) {
	files, _ := filepath.Glob("testdata/clean/*.in")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b), "Title of it", false)
		f.Add(string(b), "", true)
	}
	f.Fuzz(func(t *testing.T, text, title string, markdown bool) {
		a := article.Article{Text: text, Title: title}
		if markdown {
			a.Format = article.Markdown
		}
		checkCleaned(t, a, article.Clean(a))
	})
}

// TestHostile cleans much of what makes a cleaner slow that compares every line
// with every other, or looks for the end of a thing from each of its starts.
func TestHostile(t *testing.T) {
	const size = 1 << 18
	numbered := func(format func(b *strings.Builder, i int)) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			format(&b, i)
		}
		return b.String()
	}
	texts := map[string]string{
		"equal lines":       strings.Repeat("ab c d\n", size/7),
		"equal paragraphs":  strings.Repeat("ab c d e\n\n", size/10),
		"different lines":   numbered(func(b *strings.Builder, i int) { writeWords(b, i, 3); b.WriteString("\n\n") }),
		"one word repeated": "a a a a\n\n" + strings.Repeat("a ", size/2),
		"quotes of one text": numbered(func(b *strings.Builder, i int) {
			b.WriteString(strings.Repeat("b ", 4+i%47))
			if i%47 == 46 {
				b.WriteString(strings.Repeat("b ", 2000))
			}
			b.WriteString("\n\n")
		}),
		"no blank":           strings.Repeat("x", size),
		"one long line":      strings.Repeat("word and ", size/9),
		"small letters":      strings.Repeat("and so on\n", size/10),
		"links under a head": "Related stories\n\n" + strings.Repeat("One more\n", size/9),
		"marks":              strings.Repeat("|>/", size/3),
		"brackets":           strings.Repeat("[", size/2) + strings.Repeat("]", size/2),
		"round brackets":     strings.Repeat("(", size/2) + strings.Repeat(")", size/2),
		"quotes":             strings.Repeat("\"", size),
		"zero width":         strings.Repeat("\u200b", size/3),
		"spaces":             strings.Repeat(" ", size) + "x",
		"bad bytes":          strings.Repeat("\xff", size),
		"entities":           strings.Repeat("&amp", size/4),
		"handles":            strings.Repeat("@a ", size/3),
		"stars":              strings.Repeat("*a ", size/3),
		"stars and lines":    strings.Repeat("*a _b ", size/6),
		"angles":             strings.Repeat("> ", size/2),
		"lists":              strings.Repeat("- ", size/2),
		"nested lists":       strings.Repeat("1. ", size/3),
		"backticks":          numbered(func(b *strings.Builder, i int) { b.WriteString(strings.Repeat("`", i%1000) + " ") }),
		"links":              strings.Repeat("[a](", size/4),
		"images":             strings.Repeat("![", size/2),
		"tags":               strings.Repeat("<a ", size/3),
		"comments":           strings.Repeat("a <!-- ", size/7),
		"definitions":        numbered(func(b *strings.Builder, i int) { b.WriteString("[a]: b\n") }),
		"unclosed":           strings.Repeat("<?a <![CDATA[ <!A ", size/19),
		"deep emphasis":      strings.Repeat("**", size/8) + "a" + strings.Repeat("**", size/8),
		"deep stars":         strings.Repeat("*a", size/8) + strings.Repeat("b*", size/8),
		"items":              strings.Repeat("-\n", size/2),
		"numbered items":     strings.Repeat("1. a\n", size/5),
		"quoted lines":       strings.Repeat("> a\n\n", size/5),
		"underlines":         strings.Repeat("a\n===\n", size/6),
		"fences":             strings.Repeat("```\n", size/4),
		"tilde fences":       strings.Repeat("~~~~ a\n", size/7),
		"html blocks":        strings.Repeat("<div>\n", size/6),
		"backslashes":        strings.Repeat("\\", size),
		"addresses":          strings.Repeat("<http://a", size/9),
		"brackets by block":  strings.Repeat(strings.Repeat("[a](", 400)+"\n\n", size/1602),
		"definitions apart":  numbered(func(b *strings.Builder, i int) { b.WriteString("[" + strings.Repeat("a", i%300) + "]: b\n\n") }),
		"indented":           strings.Repeat("     a\n", size/7),
		"tabs":               strings.Repeat("\t", size/2) + "a" + strings.Repeat("\n\t\t-", size/8),
		"pipes":              "a|b\n-|-\n" + strings.Repeat("a|b\n", size/4),
		"many columns":       strings.Repeat("a|", size/4) + "\n" + strings.Repeat("-|", size/4) + "\n",
	}
	for name, text := range texts {
		for format, suffix := range map[article.Format]string{article.Plain: "", article.Markdown: " in Markdown"} {
			t.Run(name+suffix, func(t *testing.T) {
				c := article.Clean(article.Article{Text: text, Title: "ab c d", Format: format})
				if start, end := c.ToInput(0, len(c.Text)); start < 0 || end > len(text) {
					t.Errorf("%d-%d", start, end)
				}
			})
		}
	}
}

// writeWords writes n words that tell i.
func writeWords(b *strings.Builder, i, n int) {
	for range n {
		b.WriteByte(byte('a' + i%26))
		b.WriteByte(byte('a' + i/26%26))
		b.WriteByte(byte('a' + i/676%26))
		b.WriteByte(' ')
		i = i*7 + 1
	}
}
