package parsing_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/parsing"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/google/go-cmp/cmp"
)

// trees are "word head relation", heads counted from 1, 0 for the root.
var trees = []string{
	"rebels 2 nsubj|killed 0 root|two 4 nummod|soldiers 2 obj",
	"the 2 det|minister 3 nsubj|said 0 root|rebels 5 nsubj|killed 3 ccomp|soldiers 5 obj",
	"soldiers 3 nsubj:pass|were 3 aux:pass|killed 0 root|by 5 case|rebels 3 obl:agent",
	"the 2 det|minister 0 root",
	// A crossing tree: the parser cannot build it, but must not stumble.
	"an 3 det|hearing 4 nsubj|issue 2 nmod|is 0 root|scheduled 4 dep",
}

func example(tree string) *parsing.Example {
	e := &parsing.Example{}
	for _, w := range strings.Split(tree, "|") {
		f := strings.Fields(w)
		e.Words = append(e.Words, parsing.Word{Form: perceptron.Hash(f[0]), XPOS: perceptron.Hash(f[0][:2])})
		e.Heads = append(e.Heads, int(f[1][0]-'0')-1)
		e.Relations = append(e.Relations, f[2])
	}
	e.Prepare()
	return e
}

func train(t *testing.T) []byte {
	t.Helper()
	var examples []*parsing.Example
	for _, tree := range trees {
		examples = append(examples, example(tree))
	}
	tr, err := parsing.Train(examples, parsing.Options{Epochs: 20, Explore: 5, Enough: 1})
	if err != nil {
		t.Fatal(err)
	}
	return tr.Model(1, 1<<20)
}

func TestParserLearnsItsTrees(t *testing.T) {
	m, err := perceptron.Open(train(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := parsing.New(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, tree := range trees[:4] {
		e := example(tree)
		heads, relations := make([]int, len(e.Words)), make([]string, len(e.Words))
		p.Parse(e.Words, heads, relations)
		if diff := cmp.Diff(e.Heads, heads); diff != "" {
			t.Errorf("%s: heads:\n%s", tree, diff)
		}
		if diff := cmp.Diff(e.Relations, relations); diff != "" {
			t.Errorf("%s: relations:\n%s", tree, diff)
		}
	}
}

func TestTreesAreProjectiveWithOneRoot(t *testing.T) {
	m, err := perceptron.Open(train(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := parsing.New(m)
	if err != nil {
		t.Fatal(err)
	}
	var r perceptron.Random
	for range 300 {
		words := make([]parsing.Word, 1+r.Below(30))
		for i := range words {
			words[i] = parsing.Word{Form: uint32(r.Below(9)), XPOS: perceptron.Hash([]string{"re", "ki", "so", "th"}[r.Below(4)])}
		}
		heads, relations := make([]int, len(words)), make([]string, len(words))
		p.Parse(words, heads, relations)
		roots := 0
		for d, h := range heads {
			if (h < 0) != (relations[d] == "root") {
				t.Fatalf("word %d: head %d, relation %s", d, h, relations[d])
			}
			if h < 0 {
				roots++
				continue
			}
			for k := min(d, h) + 1; k < max(d, h); k++ {
				if g := heads[k]; g < min(d, h) || g > max(d, h) {
					t.Fatalf("arc %d-%d crosses %d-%d in %v", d, h, k, g, heads)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %v", roots, heads)
		}
	}
}

// TestGuideDecides gives the parser sentences whose own words cannot tell where
// the last word hangs; only the guide does.
func TestGuideDecides(t *testing.T) {
	shapes := []string{
		"met 0 root|men 1 obj|here 1 advmod",
		"met 0 root|men 1 obj|here 2 advmod",
		trees[0],
	}
	var examples []*parsing.Example
	for _, s := range shapes {
		e := example(s)
		e.Guide = parsing.NewGuide(e.Heads, e.Relations)
		examples = append(examples, e)
	}
	open := func(examples ...*parsing.Example) *perceptron.Model {
		tr, err := parsing.Train(examples, parsing.Options{Epochs: 20, Explore: 5, Enough: 1})
		if err != nil {
			t.Fatal(err)
		}
		m, err := perceptron.Open(tr.Model(1, 1<<20))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	second := open(examples...)
	for _, e := range examples[:2] {
		g, err := parsing.NewGuided(open(e.Reversed(), examples[2].Reversed()), second)
		if err != nil {
			t.Fatal(err)
		}
		heads, relations := make([]int, len(e.Words)), make([]string, len(e.Words))
		for range 2 { // the guide of one sentence leaves no trace in the next
			g.Parse(e.Words, heads, relations)
			if diff := cmp.Diff(e.Heads, heads); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(e.Relations, relations); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestReverse(t *testing.T) {
	heads, relations := []int{1, -1, 3, 1}, []string{"nsubj", "root", "nummod", "obj"}
	parsing.Reverse(heads, relations)
	if diff := cmp.Diff([]int{2, 0, -1, 2}, heads); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"obj", "nummod", "root", "nsubj"}, relations); diff != "" {
		t.Error(diff)
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	if !bytes.Equal(train(t), train(t)) {
		t.Error("the same training gave two different files")
	}
}

func TestNewRefusesOtherLabels(t *testing.T) {
	for _, labels := range [][]string{{"S", "L x"}, {"L x", "R x"}, {"S", "L x", "R x", "NOUN NN"}} {
		if _, err := parsing.New(perceptron.NewTrainer(slices.Clone(labels), 1)); err == nil {
			t.Errorf("labels %q: no error", labels)
		}
	}
}
