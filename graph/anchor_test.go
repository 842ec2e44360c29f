package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestAnchors(t *testing.T) {
	sentences := []string{"He left.", "Zoë  asked,\tagain.", "he LEFT", " Leading blank", "He left."}
	a := graph.NewAnchors(sentences)
	for _, tt := range []struct {
		name             string
		sentence, offset int
		want             graph.Anchor
	}{
		{"first word", 0, 0, graph.Anchor{Sentence: "He left.", Word: 0}},
		{"inside a word", 0, 5, graph.Anchor{Sentence: "He left.", Word: 1}},
		{"a blank belongs to the word before it", 0, 2, graph.Anchor{Sentence: "He left.", Word: 0}},
		{"offsets are code points", 1, 5, graph.Anchor{Sentence: sentences[1], Word: 1}},
		{"several blanks are one gap", 1, 12, graph.Anchor{Sentence: sentences[1], Word: 2}},
		{"equal when folded", 2, 3, graph.Anchor{Sentence: "he LEFT", Occurrence: 1, Word: 1}},
		{"before the first word", 3, 0, graph.Anchor{Sentence: " Leading blank", Word: 0}},
		{"after the last word", 3, 999, graph.Anchor{Sentence: " Leading blank", Word: 1}},
		{"the third of its kind", 4, 0, graph.Anchor{Sentence: "He left.", Occurrence: 2, Word: 0}},
	} {
		if diff := cmp.Diff(tt.want, a.At(tt.sentence, tt.offset)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
