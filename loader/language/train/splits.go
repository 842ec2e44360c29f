package main

import (
	"log/slog"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/evaluation"
	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/splitting"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

// capitalPart: one text in so many is seen in capitals too.
const capitalPart = 8

// splits trains the splitter of sentences on the running text of the trees.
func (o *options) splits(bank []treebank.Sentence) error {
	g, err := o.gazetteer()
	if err != nil {
		return err
	}
	c, err := o.lexicon()
	if err != nil {
		return err
	}
	var examples []*splitting.Example
	text := treebank.Text(bank)
	starts := sentenceStarts(bank)
	examples = append(examples, splitExamples(text, starts, g, c)...)
	shouted := splitExamples(evaluation.Capitals(text), starts, g, c)
	for i := 0; i < len(shouted); i += capitalPart {
		examples = append(examples, shouted[i])
	}
	slog.Info("sentences", "paragraphs", len(examples))
	tr, err := splitting.Train(examples, splitting.Options{Epochs: o.splitEpochs, Margin: int32(o.splitMargin), Enough: 2})
	if err != nil {
		return err
	}
	return writeModel(o.out, "sentences.bin", tr.Model(splitLeast, splitMost))
}

// sentenceStarts returns the offsets at which the sentences of [treebank.Text]
// begin.
func sentenceStarts(bank []treebank.Sentence) map[int]bool {
	starts := map[int]bool{}
	at := 0
	for i, s := range bank {
		if i > 0 {
			at++
			if s.NewParagraph {
				at++
			}
		}
		starts[at] = true
		for j, w := range s.Words {
			at += utf8.RuneCountInString(w.Form)
			if !w.Glued && j+1 < len(s.Words) {
				at++
			}
		}
	}
	return starts
}

func splitExamples(text string, starts map[int]bool, g *naming.Gazetteer, c *classes.Lexicon) []*splitting.Example {
	words, offsets := language.SplitterExamples(text, g, c)
	out := make([]*splitting.Example, len(words))
	for i := range words {
		out[i] = &splitting.Example{Words: words[i], Gold: make([]bool, len(words[i]))}
		for j, at := range offsets[i] {
			out[i].Gold[j] = starts[at]
		}
	}
	return out
}
