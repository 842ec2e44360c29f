package perceptron_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/google/go-cmp/cmp"
)

// learn trains a model that tells numbers by their remainder by three, which
// one of their features gives away.
func learn() *perceptron.Trainer {
	t := perceptron.NewTrainer([]string{"zero", "one", "two"}, 1)
	scores := make([]int32, 3)
	for i := range 300 {
		f := features(i)
		t.Score(f, scores)
		t.Step()
		t.Update(f, i%3, best(scores))
	}
	return t
}

func features(i int) []uint32 {
	return []uint32{
		perceptron.Hash(fmt.Sprint("rest ", i%3)),
		perceptron.Hash(fmt.Sprint("half ", i%2)),
		perceptron.Hash("always"),
	}
}

func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

func TestModelDecidesAsTrained(t *testing.T) {
	m, err := perceptron.Open(learn().Model(1, 1000))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"zero", "one", "two"}, m.Labels()); diff != "" {
		t.Error(diff)
	}
	scores := make([]int32, 3)
	for i := range 30 {
		m.Score(features(i), scores)
		if got := best(scores); got != i%3 {
			t.Errorf("%d: label %d, scores %v", i, got, scores)
		}
	}
	m.Score([]uint32{perceptron.Hash("never seen")}, scores)
	if diff := cmp.Diff([]int32{0, 0, 0}, scores); diff != "" {
		t.Errorf("a feature without weights scores: %s", diff)
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	if !bytes.Equal(learn().Model(1, 1000), learn().Model(1, 1000)) {
		t.Error("the same training gave two different files")
	}
}

func TestModelKeepsTheLargestWeights(t *testing.T) {
	all, few := learn().Model(1, 1000), learn().Model(1, 2)
	if len(few) >= len(all) {
		t.Errorf("%d bytes pruned, %d whole", len(few), len(all))
	}
	m, err := perceptron.Open(few)
	if err != nil {
		t.Fatal(err)
	}
	scores, kept := make([]int32, 3), 0
	for _, f := range []string{"rest 0", "rest 1", "rest 2", "half 0", "half 1", "always"} {
		m.Score([]uint32{perceptron.Hash(f)}, scores)
		for _, s := range scores {
			if s != 0 {
				kept++
			}
		}
	}
	if kept != 2 {
		t.Errorf("%d weights kept, want 2", kept)
	}
}

func TestFeatureNeedsEnoughMistakes(t *testing.T) {
	tr := perceptron.NewTrainer([]string{"a", "b"}, 3)
	f := []uint32{perceptron.Hash("f")}
	scores := make([]int32, 2)
	for n, want := range []int32{0, 0, 1, 2} {
		tr.Step()
		tr.Update(f, 0, 1)
		if tr.Score(f, scores); scores[0] != want || scores[1] != -want {
			t.Errorf("after %d mistakes: %v, want ±%d", n+1, scores, want)
		}
	}
}

// TestWeightsAdd: a committee scores what its members score on the average.
func TestWeightsAdd(t *testing.T) {
	one := func(features ...string) *perceptron.Weights {
		tr := perceptron.NewTrainer([]string{"a", "b"}, 1)
		tr.Step()
		for _, f := range features {
			tr.Update([]uint32{perceptron.Hash(f)}, 0, 1)
		}
		tr.Step()
		return tr.Weights()
	}
	sum := one("f", "g")
	sum.Add(one("g", "h"))
	m, err := perceptron.Open(sum.Model(1, 100))
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]int32, 2)
	for f, want := range map[string]int32{"f": 64, "g": 128, "h": 64} {
		if m.Score([]uint32{perceptron.Hash(f)}, scores); scores[0] != want || scores[1] != -want {
			t.Errorf("%s: %v, want ±%d", f, scores, want)
		}
	}
}

// TestStepsGetSmaller: the first step is the unit, the fourth half of it.
func TestStepsGetSmaller(t *testing.T) {
	tr := perceptron.NewTrainer([]string{"a", "b"}, 1)
	tr.Slow(60)
	f := []uint32{perceptron.Hash("f")}
	scores := make([]int32, 2)
	for n, want := range []int32{60, 60 + 42, 60 + 42 + 35, 60 + 42 + 35 + 30} {
		tr.Step()
		tr.Update(f, 0, 1)
		if tr.Score(f, scores); scores[0] != want || scores[1] != -want {
			t.Errorf("after %d mistakes: %v, want ±%d", n+1, scores, want)
		}
	}
}

func TestOpenRefusesDamagedFiles(t *testing.T) {
	good := learn().Model(1, 1000)
	for name, data := range map[string][]byte{
		"empty":       nil,
		"magic":       append([]byte("XXXX"), good[4:]...),
		"cut":         good[:len(good)-1],
		"long":        append(bytes.Clone(good), 0),
		"header only": good[:16],
		"labels":      good[:18],
		"no labels":   append(append(bytes.Clone(good[:4]), 0, 0, 0, 0), good[8:]...),
	} {
		if _, err := perceptron.Open(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	good := learn().Model(1, 1000)
	f.Add(good[:200], 0, byte(0))
	f.Add([]byte("AGLM"), 4, byte(1))
	f.Fuzz(func(t *testing.T, head []byte, at int, b byte) {
		data := bytes.Clone(good)
		copy(data, head)
		if at >= 0 && at < len(data) {
			data[at] = b
		}
		m, err := perceptron.Open(data)
		if err != nil {
			return
		}
		scores := make([]int32, len(m.Labels()))
		for i := range 10 {
			m.Score(features(i), scores)
		}
	})
}
