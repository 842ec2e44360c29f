package coding

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

func fromFolder(name string) (string, error) {
	b, err := os.ReadFile("frames/" + name)
	return string(b), err
}

// TestTables checks what the reader of the tables cannot: order, repetitions, senses that no
// text can reach, slots that nothing fills.
func TestTables(t *testing.T) {
	lex, err := readLexicon(fromFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"verbs.tsv", "nouns.tsv", "operators.tsv", "classes.tsv"} {
		text, err := fromFolder(name)
		if err != nil {
			t.Fatal(err)
		}
		seen, last := map[string]bool{}, ""
		for n, line := range strings.Split(text, "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			key, _, _ := strings.Cut(line, "\t")
			if key < last {
				t.Errorf("%s:%d: %q stands behind %q", name, n+1, key, last)
			}
			if seen[line] {
				t.Errorf("%s:%d: stands twice: %s", name, n+1, line)
			}
			seen[line], last = true, key
		}
	}
	types, verbs, nouns := map[graph.EventType]bool{}, 0, 0
	for key, senses := range lex.frames {
		if strings.HasSuffix(key, "/v") {
			verbs++
		} else {
			nouns++
		}
		for i, f := range senses {
			types[f.typ] = true
			if len(f.when) == 0 && i < len(senses)-1 {
				t.Errorf("%s: sense %d holds always, so that those behind it are never reached", key, i+1)
			}
			if len(f.sources.slots)+len(f.targets.slots) == 0 {
				t.Errorf("%s: sense %d has no participants", key, i+1)
			}
			for _, s := range append(slices.Clone(f.sources.slots), f.targets.slots...) {
				if f.noun && (s.name == "nsubj" || s.name == "obj" || s.name == "iobj") {
					t.Errorf("%s: a noun has no slot %s", key, s.name)
				}
				if !f.noun && (s.name == "poss" || s.name == "comp") {
					t.Errorf("%s: a verb has no slot %s", key, s.name)
				}
			}
		}
	}
	for _, typ := range graph.EventTypes {
		if !types[typ] {
			t.Errorf("no predicate means %s", typ)
		}
	}
	if verbs < 1200 || nouns < 500 {
		t.Errorf("only %d verbs and %d nouns", verbs, nouns)
	}
}

// TestBadTables: every kind of mistake is refused, with table and line.
func TestBadTables(t *testing.T) {
	for _, c := range []struct{ table, line, want string }{
		{"verbs.tsv", "attack\tv\tASSAULT\t-\tS=nsubj", "verbs.tsv:1: 5 columns, not 7"},
		{"verbs.tsv", "attack\tv\tATTACK\t-\tS=nsubj\t-\t-", "ATTACK"},
		{"verbs.tsv", "attack\tv\tASSAULT\tcyber\tS=nsubj\t-\t-", "mode CYBER does not fit"},
		{"verbs.tsv", "attack\tx\tASSAULT\t-\tS=nsubj\t-\t-", "part of speech"},
		{"verbs.tsv", "attack\tv\tASSAULT\t-\tQ=nsubj\t-\t-", "role"},
		{"nouns.tsv", "attack\tn\tASSAULT\t-\tS=by\tsometimes\t-", "condition"},
		{"nouns.tsv", "attack\tn\tASSAULT\t-\tS=by\tmod=:unknown\t-", "class"},
		{"things.tsv", "army\tcrowd", "class"},
		{"operators.tsv", "plan\tv\tmagic\tsubj", "effect"},
		{"reports.tsv", "say\tloud", "kind"},
	} {
		_, err := readLexicon(func(name string) (string, error) {
			if name == c.table {
				return c.line + "\n", nil
			}
			return "", nil
		})
		if err == nil || !strings.Contains(fmt.Sprint(err), c.want) || !strings.HasPrefix(err.Error(), c.table+":1: ") {
			t.Errorf("%q gives %v, not %q", c.line, err, c.want)
		}
	}
}
