package coding_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/google/go-cmp/cmp"
)

var (
	update    = flag.Bool("update", false, "write what is found into the golden files")
	article   = flag.String("article", "", "print the facts of a text file, with their reasons")
	published = flag.String("published", "2024-03-13", "the day of -article")
)

// TestGolden compares what is found in small texts with what stands in testdata/*.txt. A case
// is a paragraph:
//
//	# why the case is there
//	@ 2024-03-13             the article's day, if not this one
//	> the text; several such lines are several paragraphs
//	FACT                     in the order in which they are found, see notation
//	! FACT                   found, and wrong: a known fault
//	? FACT                   not found, though the text says so: a known gap
//
// -update rewrites the facts and keeps the marks; a gap that has closed loses its line.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			find := func(text string, day graph.Date) []string {
				_, cast, all := facts(text, day)
				return notation(cast, all)
			}
			var out []string
			for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
				out = append(out, runCase(t, block, find))
			}
			if *update {
				if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// runCase checks one case and returns it with what find has found.
func runCase(t *testing.T, block string, find func(text string, day graph.Date) []string) string {
	t.Helper()
	day := graph.NewDate(2024, 3, 13) // a Wednesday
	var head, text, want, gaps []string
	wrong := map[string]bool{}
	for _, line := range strings.Split(block, "\n") {
		switch mark, rest, _ := strings.Cut(line, " "); mark {
		case "#":
			head = append(head, line)
		case "@":
			head = append(head, line)
			var err error
			if day, err = graph.ParseDate(rest); err != nil {
				t.Fatal(err)
			}
		case ">":
			head = append(head, line)
			text = append(text, rest)
		case "!":
			wrong[rest] = true
			want = append(want, rest)
		case "?":
			gaps = append(gaps, rest)
		case "":
		default:
			want = append(want, line)
		}
	}
	if len(text) == 0 {
		return strings.Join(head, "\n")
	}
	got := find(strings.Join(text, "\n\n"), day)
	if !*update {
		if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
			t.Errorf("%s\n(-want +got):\n%s", strings.Join(head, "\n"), diff)
		}
	}
	found := map[string]bool{}
	out := head
	for _, f := range got {
		found[f] = true
		if wrong[f] {
			f = "! " + f
		}
		out = append(out, f)
	}
	for _, f := range gaps {
		if found[f] {
			if !*update {
				t.Errorf("%s\nis found now, take its mark away: %s", text, f)
			}
			continue
		}
		out = append(out, "? "+f)
	}
	return strings.Join(out, "\n")
}

// TestArticle prints what is found in the file of -article, with every reason.
func TestArticle(t *testing.T) {
	if *article == "" {
		t.Skip("no -article")
	}
	b, err := os.ReadFile(*article)
	if err != nil {
		t.Fatal(err)
	}
	day, err := graph.ParseDate(*published)
	if err != nil {
		t.Fatal(err)
	}
	_, cast, all := facts(string(b), day)
	for i, line := range notation(cast, all) {
		e := all[i]
		t.Logf("%d  %s  (%d)\n    %s", i+1, line, e.Confidence, e.Quote)
		for _, s := range e.Steps {
			t.Logf("      %-22s %s: “%s”", s.Rule, s.Says, s.Text)
		}
	}
}
