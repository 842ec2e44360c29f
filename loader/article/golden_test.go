package article_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/article"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads and cleans testdata/clean/*.in and compares all that came out with the
// .golden file beside it.
func TestGolden(t *testing.T) {
	inputs, err := filepath.Glob("testdata/clean/*.in")
	if err != nil || len(inputs) < 20 {
		t.Fatalf("%d inputs, %v", len(inputs), err)
	}
	for _, input := range inputs {
		name := strings.TrimSuffix(filepath.Base(input), ".in")
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile(input)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for a, err := range article.Read(bytes.NewReader(content), name, article.Options{}) {
				if err != nil {
					fmt.Fprintf(&got, "error: %v\n\n", err)
					continue
				}
				describe(&got, a, article.Clean(a))
			}
			golden := strings.TrimSuffix(input, ".in") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("run with -update after reading this (-want +got):\n%s", diff)
			}
		})
	}
}

// describe writes an article for a reader: what is known of it, each kept line with a mark
// (= ends as a sentence,
// ~ fragment, > a sentence whose full stop is lost, # heading), each dropped one with its rule.
func describe(w *strings.Builder, a article.Article, c article.Cleaned) {
	for _, field := range []struct{ name, value string }{
		{"id", a.ID}, {"url", a.URL}, {"title", c.Title}, {"publisher", a.Publisher}, {"author", a.Author},
		{"published", a.Published.String()},
	} {
		if field.value != "" {
			fmt.Fprintf(w, "%s: %s\n", field.name, field.value)
		}
	}
	if a.Format == article.Markdown {
		fmt.Fprintln(w, "format: Markdown")
	}
	fmt.Fprintln(w)
	text := []rune(c.Text)
	for _, l := range c.Lines {
		mark := "~"
		switch {
		case l.Heading:
			mark = "#"
		case !l.Fragment && !l.Terminated:
			mark = ">"
		case l.Terminated:
			mark = "="
		}
		fmt.Fprintf(w, "%s %s\n", mark, string(text[l.Start:l.End]))
	}
	fmt.Fprintln(w)
	input := []rune(a.Text)
	for _, d := range c.Dropped {
		fmt.Fprintf(w, "- %-13s | %s\n", d.Rule, strings.Join(strings.Fields(string(input[d.Start:d.End])), " "))
	}
	fmt.Fprintln(w)
}
