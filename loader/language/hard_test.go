package language_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
)

// TestHardSentences compares the analysis of sentences that are easily misread
// with the right ones, which people have written down in hard.trees. The golden
// file shows both: a line that begins with "!" is wrong, and what stands behind
// it is right. After new training, read what became better and worse.
func TestHardSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/hard.trees")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	sentences, words, wrong := 0, 0, 0
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		text, right, ok := strings.Cut(strings.TrimPrefix(block, "# "), "\n")
		if !ok {
			t.Fatalf("no tree: %q", block)
		}
		d := language.Analyse(text)
		if len(d.Sentences) != 1 {
			t.Errorf("%d sentences: %s", len(d.Sentences), text)
			continue
		}
		got := rows(d)
		want := strings.Split(right, "\n")
		sentences++
		words += len(d.Sentences[0].Tokens)
		fmt.Fprintf(&b, "# %s\n", text)
		for i := range max(len(got), len(want)) {
			g, w := at(got, i), at(want, i)
			if g == w {
				fmt.Fprintf(&b, "  %s\n", g)
				continue
			}
			wrong++
			fmt.Fprintf(&b, "! %-46s | %s\n", g, w)
		}
		b.WriteByte('\n')
	}
	if sentences < 40 {
		t.Errorf("only %d sentences", sentences)
	}
	if wrong*5 > words {
		t.Errorf("%d lines of %d words are wrong", wrong, words)
	}
	got := fmt.Sprintf("%d sentences, %d words, %d lines wrong\n\n%s", sentences, words, wrong, b.String())
	equalGolden(t, "testdata/hard.golden", got)
}

// rows shows one sentence as hard.trees does: number, word, tag, head, relation;
// then the names in one row.
func rows(d *language.Document) []string {
	var out []string
	s := &d.Sentences[0]
	for i, t := range s.Tokens {
		out = append(out, fmt.Sprintf("%d %s %s %d %s", i, t.Text, t.Tag, t.Head, t.Relation))
	}
	names := []string{"names:"}
	for _, n := range s.Names {
		names = append(names, fmt.Sprintf("[%s %s]", n.Type, d.Slice(s.SpanOf(n.First, n.Last))))
	}
	return append(out, strings.Join(names, " "))
}

func at(rows []string, i int) string {
	if i < len(rows) {
		return rows[i]
	}
	return ""
}
