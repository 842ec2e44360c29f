package main

import (
	"io/fs"
	"log/slog"
	"os"
	"slices"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/evaluation"
	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// nameTypes are the types that the finder of names tells apart.
var nameTypes = []string{"PER", "ORG", "LOC", "NORP", "MISC"}

// types leads from the sets' types to ours; what is not here is no name.
var types = map[string]string{
	"NORP": "NORP", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC",
	"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
	"country": "LOC", "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
}

// names trains the finder with the other models, which the folder holds.
func (o *options) names() error {
	models, err := language.Load(nameless{os.DirFS(o.out)})
	if err != nil {
		return err
	}
	documents, err := namedDocuments(models, o.data)
	if err != nil {
		return err
	}
	lists, err := nameLists(o.data, o.register)
	if err != nil {
		return err
	}
	own, err := ownSentences(lists)
	if err != nil {
		return err
	}
	documents = append(documents, own...)
	var examples []*naming.Example
	for _, d := range documents {
		examples = append(examples, nameExamples(models, d)...)
		d.Text = evaluation.Capitals(d.Text)
		examples = append(examples, nameExamples(models, d)...)
	}
	slog.Info("names", "documents", len(documents), "sentences", len(examples))
	tr, err := naming.Train(nameTypes, examples, models.Gazetteer(), naming.Options{Epochs: o.nameEpochs, Margin: int32(o.nameMargin), Enough: 2,
		Progress: func(epoch, right, of int) { slog.Info("names", "epoch", epoch+1, "right", right, "of", of) }})
	if err != nil {
		return err
	}
	return writeModel(o.out, "names.bin", tr.Model(nameLeast, nameMost))
}

// nameless is a folder without the model of names, which is about to be made.
type nameless struct{ fs.FS }

func (n nameless) Open(name string) (fs.File, error) {
	if name == "names.bin" {
		return nil, fs.ErrNotExist
	}
	return n.FS.Open(name)
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
		e := &naming.Example{Words: words[i]}
		l := labeller{sentence: s, example: e, gazetteer: m.Gazetteer()}
		l.label(entities)
		out = append(out, e)
	}
	return out
}

// labeller maps the sets' habits in one sentence to ours.
type labeller struct {
	sentence  *language.Sentence
	example   *naming.Example
	gazetteer *naming.Gazetteer
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

// enter enters a name. A demonym or creed alone is NORP whatever the set says.
func (l *labeller) enter(first, last int, typ string) {
	if first == last && l.isCreed(first) && typ != "PER" {
		typ = "NORP"
	}
	l.example.Gold = append(l.example.Gold, naming.Segment{First: first, Last: last, Type: uint8(slices.Index(nameTypes, typ))})
}

func (l *labeller) isCreed(i int) bool {
	w := &l.example.Words[i]
	known := naming.Kind(w.Known)
	return known&naming.Demonym != 0 && known&naming.Country == 0 || w.Cues&naming.Creed != 0
}

// demonyms enters the demonyms that the sets leave out.
func (l *labeller) demonyms() {
	marked := make([]bool, len(l.example.Words))
	for _, g := range l.example.Gold {
		for i := g.First; i <= g.Last; i++ {
			marked[i] = true
		}
	}
	free := func(i int) bool {
		return i < len(marked) && !marked[i] && l.isCreed(i) && l.example.Words[i].Flags&(form.Capital|form.Shouted) != 0
	}
	for i := 0; i < len(marked); i++ {
		if !free(i) {
			continue
		}
		last := i
		if free(i+1) && naming.IsDemonym(l.gazetteer, l.example.Words[i:i+2]) { // "South African"
			last++
		}
		l.enter(i, last, "NORP")
		i = last
	}
	slices.SortFunc(l.example.Gold, func(a, b naming.Segment) int { return a.First - b.First })
}
