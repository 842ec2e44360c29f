package language

import (
	"fmt"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/parsing"
	"github.com/actorgraph/actorgraph/loader/language/internal/splitting"
	"github.com/actorgraph/actorgraph/loader/language/internal/tagging"
)

// engine runs the models over the sentences of a document. It keeps buffers
// and serves one goroutine at a time.
type engine struct {
	*Models
	reader    form.Reader
	divider   divider
	tagger    *tagging.Tagger
	parser    *parsing.Guided
	finder    *naming.Finder // nil without a model of names
	texts     []string
	words     []form.Word
	tagged    []uint8
	nodes     []parsing.Word
	heads     []int
	relations []string
	named     []naming.Word
	found     []naming.Segment
	seen      map[uint32]uint32

	opening, closing int // labels of quotation marks
}

func newEngine(m *Models) (*engine, error) {
	e := &engine{Models: m, tagger: tagging.New(m.tags), seen: map[uint32]uint32{}}
	e.divider.gazetteer, e.divider.classes = m.gazetteer, m.classes
	e.opening, e.closing = m.label(PUNCT, "``"), m.label(PUNCT, "''")
	var err error
	if e.parser, err = parsing.NewGuided(m.guide, m.trees); err != nil {
		return nil, fmt.Errorf("guide.bin, trees.bin: %w", err)
	}
	if e.divider.splitter, err = splitting.New(m.splits); err != nil {
		return nil, fmt.Errorf("sentences.bin: %w", err)
	}
	if m.names != nil {
		if e.finder, err = naming.New(m.names, m.gazetteer); err != nil {
			return nil, fmt.Errorf("names.bin: %w", err)
		}
	}
	return e, nil
}

// document analyses sentences with bare tokens.
func (e *engine) document(ss []Sentence) {
	for i := range ss {
		e.sentence(&ss[i])
	}
	if e.finder != nil {
		e.name(ss)
	}
}

// sentence sets the tags, lemmas, heads and features of a sentence whose
// tokens have their texts.
func (e *engine) sentence(s *Sentence) {
	n := len(s.Tokens)
	words := e.read(s)
	nodes := e.nodes[:n]
	e.tagger.Tag(words, e.tagged[:n])
	e.settleQuotes(s, e.tagged[:n])
	for i := range s.Tokens {
		t, tag := &s.Tokens[i], &e.pairs[e.tagged[i]]
		t.POS, t.Tag = UPOS(tag.UPOS), XPOS(tag.XPOS)
		t.Lemma = e.lexicon.Lemma(t.Text, tag.XPOS)
		nodes[i] = parsing.NewWord(&words[i], tag, t.Lemma)
	}
	e.parser.Parse(nodes, e.heads[:n], e.relations[:n])
	for i := range s.Tokens {
		s.Tokens[i].Head, s.Tokens[i].Relation = e.heads[i], Relation(e.relations[i])
	}
	s.Link()
	inflect(s)
}

// read returns what the models see of the words. It is valid until the next
// call.
func (e *engine) read(s *Sentence) []form.Word {
	n := len(s.Tokens)
	e.room(n)
	for i := range s.Tokens {
		e.texts[i] = s.Tokens[i].Text
	}
	e.reader.Sentence(e.texts[:n], e.words[:n])
	e.gazetteer.Match(e.words[:n])
	e.classes.Match(e.words[:n])
	return e.words[:n]
}

func (e *engine) room(n int) {
	if n <= len(e.texts) {
		return
	}
	n *= 2
	e.texts, e.words, e.tagged = make([]string, n), make([]form.Word, n), make([]uint8, n)
	e.nodes, e.heads, e.relations = make([]parsing.Word, n), make([]int, n), make([]string, n)
	e.named = make([]naming.Word, n)
}
