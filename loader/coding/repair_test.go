package coding_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// broken tells why the heads of a sentence are no tree, "" where they are one.
func broken(s *language.Sentence) string {
	roots := 0
	for i := range s.Tokens {
		if s.Tokens[i].Head == -1 {
			roots++
		}
		steps := 0
		for h := i; h != -1; h = s.Tokens[h].Head {
			if h < 0 || h >= len(s.Tokens) {
				return "the head of “" + s.Tokens[i].Text + "” is no token"
			}
			if steps++; steps > len(s.Tokens) {
				return "“" + s.Tokens[i].Text + "” hangs on itself"
			}
		}
	}
	if roots != 1 {
		return "not one root"
	}
	return ""
}

// TestRepair: the words stay, the trees stay trees, and the analysis that was given is left alone.
func TestRepair(t *testing.T) {
	changed := 0
	for _, text := range goldenTexts(t) {
		given, fresh := language.Analyse(text), language.Analyse(text)
		got := coding.Repair(given)
		if diff := cmp.Diff(fresh.Sentences, given.Sentences, cmpopts.IgnoreUnexported(language.Sentence{})); diff != "" {
			t.Fatalf("%q: Repair has changed its argument:\n%s", text, diff)
		}
		if got != given {
			changed++
		}
		for i := range got.Sentences {
			s := &got.Sentences[i]
			if bad := broken(s); bad != "" {
				t.Errorf("%q: %s", text, bad)
			}
			for j := range s.Tokens {
				if s.Tokens[j].Span != given.Sentences[i].Tokens[j].Span || s.Tokens[j].Text != given.Sentences[i].Tokens[j].Text {
					t.Errorf("%q: “%s” has become “%s”", text, given.Sentences[i].Tokens[j].Text, s.Tokens[j].Text)
				}
			}
		}
	}
	if changed == 0 {
		t.Error("nothing was repaired in any golden text")
	}
}

// FuzzRepair: whatever the text, trees stay trees.
func FuzzRepair(f *testing.F) {
	for _, text := range goldenTexts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc := coding.Repair(language.Analyse(text))
		for i := range doc.Sentences {
			if bad := broken(&doc.Sentences[i]); bad != "" {
				t.Errorf("%q: %s", text, bad)
			}
		}
	})
}
