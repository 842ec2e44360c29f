package treebank_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
	"github.com/google/go-cmp/cmp"
)

const sample = "# newdoc id = d\n# newpar\n" +
	"1\tMen\tman\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_\n" +
	"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +
	"2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_\n" +
	"3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n" +
	"4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n" +
	"# text = Yes\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n" +
	"# newpar\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n"

func TestRead(t *testing.T) {
	got, err := treebank.Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	want := []treebank.Sentence{
		{NewDocument: true, NewParagraph: true, Words: []treebank.Word{
			{Form: "Men", Lemma: "man", UPOS: "NOUN", XPOS: "NNS", Feats: "Number=Plur", Head: 2, Relation: "nsubj"},
			{Form: "do", Lemma: "do", UPOS: "AUX", XPOS: "VBP", Head: 2, Relation: "aux", Glued: true},
			{Form: "n't", Lemma: "not", UPOS: "PART", XPOS: "RB", Head: -1, Relation: "root", Glued: true},
			{Form: ".", Lemma: ".", UPOS: "PUNCT", XPOS: ".", Head: 2, Relation: "punct"},
		}},
		{Words: []treebank.Word{{Form: "Yes", Lemma: "yes", UPOS: "INTJ", XPOS: "UH", Head: -1, Relation: "root"}}},
		{NewParagraph: true, Words: []treebank.Word{{Form: "No", Lemma: "no", UPOS: "INTJ", XPOS: "UH", Head: -1, Relation: "root"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got, want := treebank.Text(got), "Men don't. Yes\n\nNo"; got != want {
		t.Errorf("Text = %q, want %q", got, want)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"columns":     "1\tMen\n",
		"number":      "x\tMen\tman\tNOUN\tNNS\t_\t0\troot\t_\t_\n",
		"head":        "1\tMen\tman\tNOUN\tNNS\t_\tx\troot\t_\t_\n",
		"head beyond": "1\tMen\tman\tNOUN\tNNS\t_\t5\troot\t_\t_\n\n",
		"own head":    "1\tMen\tman\tNOUN\tNNS\t_\t1\tdep\t_\t_\n\n",
	} {
		if _, err := treebank.Read(strings.NewReader(in)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Fuzz(func(t *testing.T, in string) {
		ss, err := treebank.Read(strings.NewReader(in))
		if err != nil {
			return
		}
		for _, s := range ss {
			for i, w := range s.Words {
				if w.Head >= len(s.Words) || w.Head < -1 || w.Head == i {
					t.Fatalf("word %d has head %d of %d", i, w.Head, len(s.Words))
				}
			}
		}
	})
}
