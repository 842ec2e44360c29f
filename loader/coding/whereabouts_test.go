package coding_test

import (
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// TestStays compares whom and what small texts put in a place with testdata/whereabouts.golden, in
// the notation of the other golden files: "who @ where", both as worded.
func TestStays(t *testing.T) {
	const file = "testdata/whereabouts.golden"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		out = append(out, runCase(t, block, stays))
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func stays(text string, day graph.Date) []string {
	doc := coding.Repair(language.Analyse(text))
	cast := identity.Resolve(doc, identity.Context{Article: graph.ArticleID("", "", "", text), Published: day}, identity.Default())
	var out []string
	for _, s := range coding.Read(doc, cast, context(text, doc, day)).Stays {
		out = append(out, s.Who.Text+" @ "+s.Where.Text)
	}
	return out
}
