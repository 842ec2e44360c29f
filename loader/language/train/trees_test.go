package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
	"github.com/google/go-cmp/cmp"
)

// builder knows a few words and names, instead of WordNet and the lists.
func builder(t *testing.T) *plainTrees {
	t.Helper()
	words := &vocabulary{
		verbs: map[string]*wordList{"verb": {words: []string{"carry"}, frequent: 1}},
		nouns: map[string]*wordList{"object": {words: []string{"axe"}, frequent: 1}},
	}
	trees, _, err := newPlainTrees(words, map[string][]string{
		"country": {"Chad"}, "city": {"Lima"}, "given": {"Omar"}, "family": {"Haddad"}, "demonym": {"Malian"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return trees
}

func show(s treebank.Sentence) string {
	var out []string
	for _, w := range s.Words {
		out = append(out, fmt.Sprintf("%s/%s/%s %d %s", w.Form, w.UPOS, w.XPOS, w.Head+1, w.Relation))
	}
	return strings.Join(out, "\n")
}

func TestPatternsBecomeTrees(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"nsubj(rebels/NNS) {verb:past} obj(det(a/DT) {object:one}) punct(./.)", `
Rebels/NOUN/NNS 2 nsubj
carried/VERB/VBD 0 root
an/DET/DT 4 det
axe/NOUN/NN 2 obj
./PUNCT/. 2 punct`},
		{"nsubj:pass({country} conj(cc(and/CC) {country})) aux:pass(was/AUX/VBD) hit/VBN advcl(mark(after/IN) nsubj(it/PRP) left/VBD)", `
Chad/PROPN/NNP 5 nsubj:pass
and/CCONJ/CC 3 cc
Chad/PROPN/NNP 1 conj
were/AUX/VBD 5 aux:pass
hit/VERB/VBN 0 root
after/SCONJ/IN 8 mark
it/PRON/PRP 8 nsubj
left/VERB/VBD 5 advcl`},
		{"punct(\"/PUNCT/``) {object:many}", "\n\"/PUNCT/`` 2 punct\nAxes/NOUN/NNS 0 root"},
	} {
		s, err := builder(t).sentence(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), show(s)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", c.pattern, diff)
		}
	}
}

func TestBadPatterns(t *testing.T) {
	for _, p := range []string{"", "obj(men/NNS)", "one/CD two/CD", "{nothing}", "men", "men/XYZ", "obj() men/NNS"} {
		if s, err := builder(t).sentence(p); err == nil {
			t.Errorf("%q: no error, %s", p, show(s))
		}
	}
}
