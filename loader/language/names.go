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
		e.finder.Find(words, e.labels[:len(words)])
		s.Names = e.collect(s.Names[:0], e.labels[:len(words)])
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
	}
	return e.named[:n]
}

// collect turns labels into names.
func (e *engine) collect(names []Name, labels []uint8) []Name {
	for i, l := range labels {
		typ, inside := e.finder.Type(l)
		switch {
		case typ == "":
		case inside && len(names) > 0 && names[len(names)-1].Last == i-1:
			names[len(names)-1].Last = i
		default:
			names = append(names, Name{i, i, NameType(typ)})
		}
	}
	return names
}
