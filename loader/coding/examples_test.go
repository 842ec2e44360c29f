package coding_test

import (
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// TestLexiconExamples reads the example of every sense in the tables of predicates and wants
// an event of the sense's type in it.
func TestLexiconExamples(t *testing.T) {
	all := 0
	for _, name := range []string{"verbs.tsv", "nouns.tsv"} {
		b, err := os.ReadFile("frames/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(b), "\n") {
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
				t.Errorf("%s:%d: %s %s: %q gives %v", name, n+1, f[0], f[2], f[6], got)
			}
		}
	}
	if all < 2500 {
		t.Errorf("only %d senses have an example", all)
	}
}
