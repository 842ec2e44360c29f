package loader_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestExtractionsAreValid puts the golden texts of identity and coding, each alone and each
// file as one article, through the whole extraction: a store would take every one of them,
// and extracting again gives the same.
func TestExtractionsAreValid(t *testing.T) {
	var files []string
	for _, pattern := range []string{"coding/testdata/*.txt", "identity/testdata/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	slices.Sort(files)
	facts := 0
	for _, file := range files {
		texts := goldenTexts(t, file)
		for _, text := range append(texts, strings.Join(texts, "\n\n")) {
			a := article.Article{Text: text, Published: graph.NewDate(2024, 3, 13), Publisher: "The Harbour Gazette"}
			x := loader.Extract(a, identity.Default())
			if err := x.Result.Validate(); err != nil {
				t.Errorf("%s: %q: %v", file, text, err)
			}
			facts += len(x.Result.Evidence)
		}
	}
	if facts < 400 {
		t.Errorf("the golden texts have only %d facts: are they still found?", facts)
	}
}

// goldenTexts are the texts of a golden file of identity (what stands before "---") or of
// coding (the lines behind ">").
func goldenTexts(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, _, cut := strings.Cut(string(b), "\n---\n")
	var texts, lines []string
	end := func() {
		if len(lines) > 0 {
			texts = append(texts, strings.Join(lines, "\n\n"))
		}
		lines = nil
	}
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		text, quoted := strings.CutPrefix(line, "> ")
		switch {
		case quoted:
			lines = append(lines, text)
		case line == "":
			end()
		case cut && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "published: "):
			lines = append(lines, line)
		}
	}
	end()
	return texts
}
