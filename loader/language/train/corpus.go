package main

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/lemma"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/parsing"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

// corpus is the training text: all sentences, and some of them once more in
// capitals, as old wires and headlines are.
type corpus struct {
	bank     []treebank.Sentence
	labels   []string // pairs of tags
	examples []*tagging.Example
	source   []int     // the sentence that an example is made of
	guesses  [][]uint8 // tags that a model gave which has not seen the sentence
}

const (
	everyInCapitals = 5 // one sentence in so many is seen in capitals too
	rareLabel       = 4 // pairs of tags seen less often are slips
)

func newCorpus(bank []treebank.Sentence, places *naming.Gazetteer, words *classes.Lexicon) *corpus {
	c := &corpus{bank: bank}
	index := c.findLabels()
	var r form.Reader
	add := func(i int, capitals bool) {
		s := &bank[i]
		texts := make([]string, len(s.Words))
		e := &tagging.Example{Words: make([]form.Word, len(s.Words)), Gold: make([]uint8, len(s.Words))}
		for j, w := range s.Words {
			texts[j] = w.Form
			if capitals {
				texts[j] = strings.ToUpper(w.Form)
			}
			e.Gold[j] = index[w.UPOS+" "+w.XPOS]
		}
		r.Sentence(texts, e.Words)
		places.Match(e.Words)
		words.Match(e.Words)
		c.examples = append(c.examples, e)
		c.source = append(c.source, i)
	}
	for i := range bank {
		add(i, false)
		if i%everyInCapitals == 0 {
			add(i, true)
		}
	}
	return c
}

// findLabels lists the pairs of tags in the order in which they first occur,
// and maps the rare ones to the most frequent pair with the same XPOS.
func (c *corpus) findLabels() map[string]uint8 {
	count := map[string]int{}
	var all []string
	for _, s := range c.bank {
		for _, w := range s.Words {
			l := w.UPOS + " " + w.XPOS
			if count[l] == 0 {
				all = append(all, l)
			}
			count[l]++
		}
	}
	index := map[string]uint8{}
	best := map[string]string{}
	for _, l := range all {
		_, x, _ := strings.Cut(l, " ")
		if b, ok := best[x]; !ok || count[l] > count[b] {
			best[x] = l
		}
		if count[l] >= rareLabel {
			index[l] = uint8(len(c.labels))
			c.labels = append(c.labels, l)
		}
	}
	for _, l := range all {
		if _, ok := index[l]; !ok {
			_, x, _ := strings.Cut(l, " ")
			index[l] = index[best[x]]
		}
	}
	return index
}

// trainTagger trains a committee of taggers that differ in the order of the
// examples.
func trainTagger(c *corpus, seeds int, o tagging.Options) *perceptron.Weights {
	sum := tagging.Train(c.labels, c.examples, o).Weights()
	for o.Seed = 1; int(o.Seed) < seeds; o.Seed++ {
		sum.Add(tagging.Train(c.labels, c.examples, o).Weights())
	}
	return sum
}

// jackknife tags each part of the corpus by a model of the other parts, so that
// the parser learns from tags with as many mistakes as it will meet.
func (c *corpus) jackknife(parts int, o tagging.Options) (right, of int) {
	c.guesses = make([][]uint8, len(c.examples))
	for part := range parts {
		var others []*tagging.Example
		for i, e := range c.examples {
			if c.part(i, parts) != part {
				others = append(others, e)
			}
		}
		m, err := perceptron.Open(tagging.Train(c.labels, others, o).Model(tagLeast, tagMost))
		if err != nil {
			panic(err) // the bytes were written a moment ago
		}
		t := tagging.New(m)
		for i, e := range c.examples {
			if c.part(i, parts) != part {
				continue
			}
			c.guesses[i] = make([]uint8, len(e.Words))
			t.Tag(e.Words, c.guesses[i])
			for j, g := range c.guesses[i] {
				of++
				if g == e.Gold[j] {
					right++
				}
			}
		}
	}
	return right, of
}

// part keeps neighbours together: they share their document's words.
func (c *corpus) part(example, parts int) int { return c.source[example] / 40 % parts }

// treeExamples returns the trees as the parser learns them, with guessed tags.
func (c *corpus) treeExamples(lexicon []byte) ([]*parsing.Example, error) {
	lex, err := lemma.Read(lexicon)
	if err != nil {
		return nil, err
	}
	tags, err := tagging.Tags(c.labels)
	if err != nil {
		return nil, err
	}
	examples := make([]*parsing.Example, len(c.examples))
	for i, e := range c.examples {
		s := &c.bank[c.source[i]]
		x := &parsing.Example{Words: make([]parsing.Word, len(s.Words))}
		for j, w := range s.Words {
			tag := &tags[c.guesses[i][j]]
			x.Words[j] = parsing.NewWord(&e.Words[j], tag, lex.Lemma(w.Form, tag.XPOS))
			x.Heads = append(x.Heads, w.Head)
			x.Relations = append(x.Relations, w.Relation)
		}
		x.Prepare()
		examples[i] = x
	}
	return examples, nil
}

// guide gives every example the tree that a parser from right to left makes of
// it which has not seen it, and returns the model of one that has seen all.
func (c *corpus) guide(examples []*parsing.Example, parts int, o parsing.Options) (*perceptron.Trainer, error) {
	reversed := make([]*parsing.Example, len(examples))
	for i, e := range examples {
		reversed[i] = e.Reversed()
	}
	for part := range parts {
		var others []*parsing.Example
		for i, e := range reversed {
			if c.part(i, parts) != part {
				others = append(others, e)
			}
		}
		tr, err := parsing.Train(others, o)
		if err != nil {
			return nil, err
		}
		m, err := perceptron.Open(tr.Model(treeLeast, guideMost))
		if err != nil {
			return nil, err
		}
		p, err := parsing.New(m)
		if err != nil {
			return nil, err
		}
		for i, e := range examples {
			if c.part(i, parts) == part {
				heads, relations := make([]int, len(e.Words)), make([]string, len(e.Words))
				p.Parse(reversed[i].Words, heads, relations)
				parsing.Reverse(heads, relations)
				e.Guide = parsing.NewGuide(heads, relations)
			}
		}
	}
	return parsing.Train(reversed, o)
}

// trainParser trains a committee of parsers that differ in the order of the
// examples.
func trainParser(examples []*parsing.Example, seeds int, o parsing.Options) (*perceptron.Weights, error) {
	var sum *perceptron.Weights
	for o.Seed = 0; int(o.Seed) < seeds; o.Seed++ {
		tr, err := parsing.Train(examples, o)
		if err != nil {
			return nil, err
		}
		if sum == nil {
			sum = tr.Weights()
		} else {
			sum.Add(tr.Weights())
		}
	}
	return sum, nil
}
