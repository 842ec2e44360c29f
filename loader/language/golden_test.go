package language_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden shows what the engine makes of sentences of our own. After new
// training read the difference before accepting it.
func TestGolden(t *testing.T) {
	for _, name := range []string{"sentences", "names"} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile("testdata/" + name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			got := render(language.Analyse(string(text)))
			equalGolden(t, "testdata/"+name+".golden", got)
		})
	}
}

// equalGolden compares an analysis with a file, which -update writes.
func equalGolden(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("analysis differs from %s (-want +got):\n%s", golden, diff)
	}
}

// render writes an analysis for people to read.
func render(d *language.Document) string {
	var b strings.Builder
	for i := range d.Sentences {
		s := &d.Sentences[i]
		end := ""
		if !s.Terminated {
			end = " (no end)"
		}
		fmt.Fprintf(&b, "# %d%s %s\n", s.Paragraph, end, d.Slice(s.Span))
		for j, t := range s.Tokens {
			fmt.Fprintf(&b, "%3d %-14s %-14s %-5s %-4s %3d %-13s %s\n",
				j, t.Text, t.Lemma, t.POS, t.Tag, t.Head, t.Relation, features(t.Feats))
		}
		for _, n := range s.Names {
			fmt.Fprintf(&b, "    %-4s %s\n", n.Type, d.Slice(s.SpanOf(n.First, n.Last)))
		}
		b.WriteByte('\n')
	}
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

func features(f language.Features) string {
	var words []string
	for _, w := range []string{
		[]string{"", "finite", "infinitive", "participle"}[f.Form],
		[]string{"", "past", "present"}[f.Tense],
		[]string{"", "active", "passive"}[f.Voice],
		[]string{"", "singular", "plural"}[f.Number],
		[]string{"", "1st", "2nd", "3rd"}[f.Person],
	} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}
