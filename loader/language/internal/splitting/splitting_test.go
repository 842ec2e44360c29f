package splitting_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/splitting"
)

// example reads a paragraph whose sentences are parted by " | ".
func example(text string) *splitting.Example {
	var e splitting.Example
	var texts []string
	begins := true
	for _, w := range strings.Fields(text) {
		if w == "|" {
			begins = true
			continue
		}
		texts = append(texts, w)
		e.Gold = append(e.Gold, begins)
		begins = false
	}
	var r form.Reader
	forms := make([]form.Word, len(texts))
	r.Sentence(texts, forms)
	for i, f := range forms {
		w := splitting.Word{Word: f}
		if m := rune(texts[i][len(texts[i])-1]); strings.ContainsRune(".()", m) {
			w.Mark = m
		}
		e.Words = append(e.Words, w)
	}
	return &e
}

// TestSplitterLearns: where a greeting ends, no rule says so.
func TestSplitterLearns(t *testing.T) {
	tr, err := splitting.Train([]*splitting.Example{
		example("Dear Ada | We met Bob Lee yesterday . | It was fine ."),
		example("Dear Ono | They saw Ulo Eka . | All went home ."),
		example("Dear Eve | Nobody came with Ida Bo . | Next time ."),
	}, splitting.Options{Epochs: 20, Margin: 5, Enough: 1})
	if err != nil {
		t.Fatal(err)
	}
	m, err := perceptron.Open(tr.Model(1, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	s, err := splitting.New(m)
	if err != nil {
		t.Fatal(err)
	}
	e := example("Dear Uma | We met Eva Kay . | It was late .")
	got := []bool{true}
	start := 0
	for i := 1; i < len(e.Words); i++ {
		begins := s.Begins(e.Words, start, i)
		if begins {
			start = i
		}
		got = append(got, begins)
	}
	if diff := cmp.Diff(e.Gold, got); diff != "" {
		t.Error(diff)
	}
}

// TestOpenMarks: where the words are the same, what has been opened since the
// sentence began can tell two gaps apart.
func TestOpenMarks(t *testing.T) {
	tr, err := splitting.Train([]*splitting.Example{
		example("Ada wrote . | He left ( see note . He knew ) and came back . | He slept ."),
		example("Ida read . | He went ( as told . He knew ) and came home . | He ate ."),
	}, splitting.Options{Epochs: 30, Margin: 5, Enough: 1})
	if err != nil {
		t.Fatal(err)
	}
	s, err := splitting.New(tr)
	if err != nil {
		t.Fatal(err)
	}
	e := example("Eva sang . | He stood ( so said . He knew ) and sat down . | He wept .")
	for range 2 { // nothing stays of the paragraph before
		got := []bool{true}
		start := 0
		s.Reset()
		for i := 1; i < len(e.Words); i++ {
			begins := s.Begins(e.Words, start, i)
			if begins {
				start = i
			}
			got = append(got, begins)
		}
		if diff := cmp.Diff(e.Gold, got); diff != "" {
			t.Error(diff)
		}
	}
}

// TestGlued: words without white space between stay together unless the rules
// part them.
func TestGlued(t *testing.T) {
	s, err := splitting.New(perceptron.NewTrainer(splitting.Labels(), 1))
	if err != nil {
		t.Fatal(err)
	}
	words := []splitting.Word{{}, {Glued: true}, {Glued: true, Rule: true}}
	if s.Begins(words, 0, 1) || !s.Begins(words, 0, 2) {
		t.Error("glued words do not follow the rules")
	}
}

func TestNewRefusesOtherLabels(t *testing.T) {
	if _, err := splitting.New(perceptron.NewTrainer([]string{"a", "b"}, 1)); err == nil {
		t.Error("no error")
	}
}
