package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

//go:embed trees/*.txt
var treeFiles embed.FS

// plainTrees makes sentences with their trees from patterns of our own: short
// and plain ones as news has them, which the tree banks of mail, reviews and
// speech hardly hold. It is a pure function of the words given.
type plainTrees struct {
	phrases map[string][]string
	words   *vocabulary
	names   map[string][]string // countries, cities and the like by slot
	random  perceptron.Random
}

// newPlainTrees reads the patterns, and returns those of whole sentences.
func newPlainTrees(words *vocabulary, names map[string][]string) (*plainTrees, []string, error) {
	t := &plainTrees{phrases: map[string][]string{}, words: words, names: names}
	phrases, err := patternLines("phrases.txt")
	if err != nil {
		return nil, nil, err
	}
	for _, l := range phrases {
		slot, values, ok := strings.Cut(l, " = ")
		if !ok {
			return nil, nil, fmt.Errorf("no phrase: %q", l)
		}
		t.phrases[slot] = strings.Split(values, " | ")
	}
	patterns, err := patternLines("sentences.txt")
	return t, patterns, err
}

func patternLines(name string) ([]string, error) {
	data, err := treeFiles.ReadFile("trees/" + name)
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, l := range strings.Split(string(data), "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			lines = append(lines, l)
		}
	}
	return lines, nil
}

// ownTrees fills every pattern so many times.
func ownTrees(times int, words *vocabulary, names map[string][]string) ([]treebank.Sentence, error) {
	t, patterns, err := newPlainTrees(words, names)
	if err != nil {
		return nil, err
	}
	var out []treebank.Sentence
	for range times {
		for _, p := range patterns {
			s, err := t.sentence(p)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", p, err)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// sentence fills one pattern.
func (t *plainTrees) sentence(pattern string) (treebank.Sentence, error) {
	b := treeBuilder{plainTrees: t}
	head, err := b.phrase(pattern, 0)
	if err != nil {
		return treebank.Sentence{}, err
	}
	b.words[head].Head, b.words[head].Relation = -1, "root"
	s := treebank.Sentence{Words: b.words}
	agree(s.Words)
	first := 0
	if b.words[0].UPOS == "PUNCT" {
		first = 1
	}
	w := []rune(b.words[first].Form)
	b.words[first].Form = strings.ToUpper(string(w[0])) + string(w[1:])
	return s, nil
}

// agree gives articles and auxiliaries the form that their neighbours want.
func agree(words []treebank.Word) {
	plural := map[int]bool{} // whether the subject of a predicate is more than one
	for i, w := range words {
		if strings.HasPrefix(w.Relation, "nsubj") {
			plural[w.Head] = w.XPOS == "NNS" || w.Form == "police" || w.Form == "they" || w.Form == "we"
		}
		if w.Relation == "conj" && strings.HasPrefix(words[w.Head].Relation, "nsubj") {
			plural[words[w.Head].Head] = true
		}
		if w.Form == "a" && w.XPOS == "DT" && i+1 < len(words) && strings.ContainsAny(words[i+1].Form[:1], "aeioAEIO") {
			words[i].Form = "an"
		}
	}
	for i, w := range words {
		if w.UPOS != "AUX" {
			continue
		}
		switch many := plural[w.Head]; {
		case w.Form == "was" && many:
			words[i].Form = "were"
		case w.Form == "were" && !many:
			words[i].Form = "was"
		case w.Form == "has" && many:
			words[i].Form, words[i].XPOS = "have", "VBP"
		case w.Form == "have" && w.XPOS == "VBP" && !many:
			words[i].Form, words[i].XPOS = "has", "VBZ"
		}
	}
}

// treeBuilder appends the words of one sentence.
type treeBuilder struct {
	*plainTrees
	words []treebank.Word
}

// phrase appends a phrase and returns the index of its head.
func (b *treeBuilder) phrase(text string, depth int) (int, error) {
	if depth > 2*deepest {
		return 0, fmt.Errorf("slots go round in circles")
	}
	head := -1
	var others []int
	for _, item := range items(text) {
		relation, inner, hangs := strings.Cut(item, "(")
		if hangs = hangs && strings.HasSuffix(item, ")"); hangs {
			h, err := b.phrase(inner[:len(inner)-1], depth+1)
			if err != nil {
				return 0, err
			}
			b.words[h].Relation = relation
			if w := &b.words[h]; relation == "mark" && w.XPOS == "IN" {
				w.UPOS = "SCONJ"
			}
			others = append(others, h)
			continue
		}
		if head >= 0 {
			return 0, fmt.Errorf("two heads in %q", text)
		}
		var err error
		if head, err = b.head(item, depth); err != nil {
			return 0, err
		}
	}
	if head < 0 {
		return 0, fmt.Errorf("no head in %q", text)
	}
	for _, o := range others {
		b.words[o].Head = head
	}
	return head, nil
}

// items parts a phrase at the blanks outside brackets.
func items(text string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i <= len(text); i++ {
		switch {
		case i == len(text) || text[i] == ' ' && depth == 0:
			if i > from {
				out = append(out, text[from:i])
			}
			from = i + 1
		case text[i] == '(':
			depth++
		case text[i] == ')':
			depth--
		}
	}
	return out
}

// head appends a word or what a slot stands for.
func (b *treeBuilder) head(item string, depth int) (int, error) {
	if item[0] != '{' {
		return b.word(item)
	}
	slot := strings.Trim(item, "{}")
	if values := b.phrases[slot]; len(values) > 0 {
		return b.phrase(values[b.random.Below(len(values))], depth+1)
	}
	switch slot {
	case "person":
		name := b.pick("given") + " " + b.pick("family")
		if b.random.Below(6) == 0 {
			name = b.pick("given")[:1] + ". " + b.pick("family")
		}
		return b.name(name), nil
	case "country", "city", "family":
		return b.name(b.pick(slot)), nil
	case "demonym":
		b.words = append(b.words, treebank.Word{Form: b.pick(slot), UPOS: "ADJ", XPOS: "JJ"})
		return len(b.words) - 1, nil
	}
	form, tag, ok := b.plainTrees.words.pick(slot, &b.random)
	if !ok {
		return 0, fmt.Errorf("no phrase for the slot %q", slot)
	}
	return b.word(form + "/" + tag)
}

func (b *treeBuilder) pick(slot string) string {
	list := b.plainTrees.names[slot]
	return list[b.random.Below(len(list))]
}

// name appends a name of one or several words, the first of which is its head.
func (b *treeBuilder) name(name string) int {
	head := len(b.words)
	for i, f := range language.Tokenize(name) {
		w := treebank.Word{Form: f, UPOS: "PROPN", XPOS: "NNP", Head: head, Relation: "flat"}
		if f == "-" {
			w.UPOS, w.XPOS, w.Relation = "PUNCT", "HYPH", "punct"
		}
		if i == 0 {
			w.Head = 0
		}
		b.words = append(b.words, w)
	}
	return head
}

// word appends "form/TAG" or "form/UPOS/TAG".
func (b *treeBuilder) word(text string) (int, error) {
	part := strings.Split(text, "/")
	w := treebank.Word{Form: part[0], XPOS: part[len(part)-1]}
	switch len(part) {
	case 2:
		w.UPOS = universal[w.XPOS]
	case 3:
		w.UPOS = part[1]
	}
	if w.UPOS == "" || w.Form == "" {
		return 0, fmt.Errorf("no word: %q", text)
	}
	b.words = append(b.words, w)
	return len(b.words) - 1, nil
}

// universal leads from Penn tags to the usual universal ones.
var universal = map[string]string{
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ", "CD": "NUM", "RB": "ADV", "DT": "DET", "IN": "ADP",
	"VB": "VERB", "VBD": "VERB", "VBZ": "VERB", "VBP": "VERB", "VBN": "VERB", "VBG": "VERB", "TO": "PART", "POS": "PART",
	"CC": "CCONJ", "PRP": "PRON", "PRP$": "PRON", ".": "PUNCT", ",": "PUNCT",
}
