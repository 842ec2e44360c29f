package main

import (
	"log/slog"
	"os"
	"slices"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/evaluation"
	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// labelNames are the labels of the finder of names.
var labelNames = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-MISC", "I-MISC"}

// types leads from the sets' types to ours; what is not here is no name.
var types = map[string]string{
	"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC",
	"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
	"country": "LOC", "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
}

// names trains the finder with the other models, which the folder holds.
func (o *options) names() error {
	models, err := language.Load(os.DirFS(o.out))
	if err != nil {
		return err
	}
	documents, err := namedDocuments(o.data)
	if err != nil {
		return err
	}
	var examples []*naming.Example
	for _, d := range documents {
		examples = append(examples, nameExamples(models, d)...)
		d.Text = evaluation.Capitals(d.Text)
		examples = append(examples, nameExamples(models, d)...)
	}
	slog.Info("names", "documents", len(documents), "sentences", len(examples))
	tr, err := naming.Train(labelNames, examples, o.nameEpochs)
	if err != nil {
		return err
	}
	return writeModel(o.out, "names.bin", tr.Model(nameLeast, nameMost))
}

// nameExamples labels the sentences of a document.
func nameExamples(m *language.Models, d annotated.Document) []*naming.Example {
	entities := slices.Clone(d.Entities)
	slices.SortStableFunc(entities, func(a, b annotated.Entity) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	doc := m.Analyse(d.Text)
	words := m.NamingWords(doc)
	var out []*naming.Example
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		e := &naming.Example{Words: words[i], Gold: make([]uint8, len(words[i]))}
		l := labeller{sentence: s, example: e}
		l.label(entities)
		out = append(out, e)
	}
	return out
}

// labeller maps the sets' habits in one sentence to ours.
type labeller struct {
	sentence *language.Sentence
	example  *naming.Example
}

// label enters the entities, which are in order, outer before inner.
func (l *labeller) label(entities []annotated.Entity) {
	s := l.sentence
	done := 0 // tokens before are spoken for
	at, _ := slices.BinarySearchFunc(entities, s.Start-2000, func(e annotated.Entity, start int) int { return e.Start - start })
	for _, e := range entities[at:] {
		if e.Start >= s.End {
			break
		}
		if e.End <= s.Start {
			continue
		}
		typ := types[e.Type]
		if typ == "" {
			continue
		}
		first, last := s.At(e.Start), s.At(e.End-1)
		if last >= len(s.Tokens) || first < done || first > last {
			continue
		}
		if s.Tokens[last].Start >= e.End {
			last--
		}
		if first > last {
			continue
		}
		l.enter(first, last, typ)
		done = last + 1
	}
	l.demonyms()
}

// enter writes labels. A demonym or creed alone is NORP whatever the set says.
func (l *labeller) enter(first, last int, typ string) {
	if first == last && l.isCreed(first) && typ != "PER" {
		typ = "NORP"
	}
	b := uint8(slices.Index(labelNames, "B-"+typ))
	for i := first; i <= last; i++ {
		l.example.Gold[i] = b
		if i > first {
			l.example.Gold[i] = b + 1
		}
	}
}

func (l *labeller) isCreed(i int) bool {
	w := &l.example.Words[i]
	known := naming.Kind(w.Known)
	return known&naming.Demonym != 0 && known&naming.Country == 0 || w.Cues&naming.Creed != 0
}

// demonyms labels the demonyms that the sets leave out.
func (l *labeller) demonyms() {
	for i := range l.example.Words {
		w := &l.example.Words[i]
		if l.example.Gold[i] == 0 && l.isCreed(i) && w.Flags&(form.Capital|form.Shouted) != 0 {
			l.enter(i, i, "MISC")
		}
	}
}
