package coding_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestLexiconExamples reads the example of every sense in the tables of predicates and wants
// an event of the sense's type in it. The few whose trees come out wrong stand in a golden
// file, so that new models show what they lose and win.
func TestLexiconExamples(t *testing.T) {
	all := 0
	var missed strings.Builder
	for _, name := range []string{"verbs.tsv", "nouns.tsv"} {
		b, err := os.ReadFile("frames/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			f := strings.Split(line, "\t")
			if strings.HasPrefix(line, "#") || len(f) != 7 || f[6] == "-" {
				continue
			}
			all++
			_, _, found := facts(f[6], graph.NewDate(2024, 3, 13))
			ok := false
			var got []string
			for _, e := range found {
				got = append(got, string(e.EventType))
				ok = ok || string(e.EventType) == f[2]
			}
			if !ok {
				fmt.Fprintf(&missed, "%s %s: %s gives %v\n", f[0], f[2], f[6], got)
			}
		}
	}
	const golden = "testdata/examples.missed"
	if *update {
		if err := os.WriteFile(golden, []byte(missed.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), missed.String()); diff != "" {
		t.Errorf("other examples give no event of their type than %s says (-want +got):\n%s", golden, diff)
	}
	if n := strings.Count(missed.String(), "\n"); n*50 > all {
		t.Errorf("%d of %d examples give no event of their type", n, all)
	}
	if all < 2500 {
		t.Errorf("only %d senses have an example", all)
	}
}
