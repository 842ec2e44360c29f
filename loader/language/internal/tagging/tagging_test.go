package tagging_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
	"github.com/google/go-cmp/cmp"
)

var labels = []string{"DET DT", "NOUN NN", "VERB VBZ", "NOUN NNS"}

// example reads "word/label" with the number of the label.
func example(text string) *tagging.Example {
	var texts []string
	e := &tagging.Example{}
	for _, f := range strings.Fields(text) {
		word, label, _ := strings.Cut(f, "/")
		texts = append(texts, word)
		e.Gold = append(e.Gold, label[0]-'0')
	}
	var r form.Reader
	e.Words = make([]form.Word, len(texts))
	r.Sentence(texts, e.Words)
	return e
}

func train() []byte {
	return tagging.Train(labels, []*tagging.Example{
		example("the/0 strike/1 ends/2"), example("the/0 ends/3"), example("a/0 guard/1 strikes/2 the/0 wall/1"),
		example("the/0 walls/3"), example("a/0 general/1 speaks/2"), example("the/0 generals/3"),
	}, tagging.Options{Epochs: 20, Margin: 40, Enough: 2}).Model(1, 1<<20)
}

func TestTaggerUsesTheContext(t *testing.T) {
	m, err := perceptron.Open(train())
	if err != nil {
		t.Fatal(err)
	}
	tagger := tagging.New(m)
	for _, text := range []string{"the/0 ends/3", "the/0 wall/1 ends/2", "THE/0 GUARD/1 SPEAKS/2"} {
		e := example(text)
		got := make([]uint8, len(e.Words))
		tagger.Tag(e.Words, got)
		if diff := cmp.Diff(e.Gold, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", text, diff)
		}
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	if !bytes.Equal(train(), train()) {
		t.Error("the same training gave two different files")
	}
}

func TestTags(t *testing.T) {
	tags, err := tagging.Tags(labels)
	if err != nil || tags[2].UPOS != "VERB" || tags[2].XPOS != "VBZ" {
		t.Errorf("Tags = %+v, %v", tags, err)
	}
	if _, err := tagging.Tags([]string{"NOUN"}); err == nil {
		t.Error("a label that is no pair: no error")
	}
}
