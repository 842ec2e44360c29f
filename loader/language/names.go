package language

import (
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// name finds the names of a document's sentences, which are tagged and parsed.
func (e *engine) name(ss []Sentence) {
	e.survey(ss)
	for i := range ss {
		s := &ss[i]
		words := e.namingWords(s)
		e.found = e.finder.Find(words, e.found[:0])
		s.Names = e.collect(s.Names[:0])
	}
	e.agree(ss)
}

// survey notes how the document writes each word where capitals mean something:
// not at the start of a sentence, not where all is in capitals.
func (e *engine) survey(ss []Sentence) {
	if len(e.seen) > 1<<14 {
		e.seen = map[uint32]uint32{} // emptying a huge map costs its size, every time
	}
	clear(e.seen)
	for i := range ss {
		first := true
		for _, w := range e.read(&ss[i]) {
			switch {
			case w.Flags&form.Letter == 0 || w.Flags&form.Shouted != 0:
			case w.Flags&form.Capital == 0:
				e.seen[w.Lower] |= naming.SeenSmall
			case !first:
				e.seen[w.Lower] |= naming.SeenCapital
			}
			if w.Flags&form.Letter != 0 {
				first = false
			}
		}
	}
}

// longestAbbreviation is in bytes.
const longestAbbreviation = 12

// namingWords returns what the finder sees of a sentence, valid until the next
// call.
func (e *engine) namingWords(s *Sentence) []naming.Word {
	words := e.read(s)
	n := len(words)
	for i := range words {
		t := &s.Tokens[i]
		e.named[i] = naming.Word{
			Word: words[i],
			XPOS: perceptron.Hash(string(t.Tag)), UPOS: perceptron.Hash(string(t.POS)),
			Lemma: form.Lower(t.Lemma), Relation: perceptron.Hash(string(t.Relation)),
			Head: t.Head, Cues: naming.CuesOf(words[i].Lower), Elsewhere: e.seen[words[i].Lower],
		}
		if i > 0 && s.Tokens[i-1].Text == "(" && len(t.Text) <= longestAbbreviation {
			e.named[i].Letters = naming.Letters(t.Text)
		}
	}
	return e.named[:n]
}

// collect turns the segments found into names.
func (e *engine) collect(names []Name) []Name {
	types := e.finder.Types()
	for _, s := range e.found {
		names = append(names, Name{s.First, s.Last, NameType(types[s.Type])})
	}
	return names
}
