package language

import (
	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/splitting"
)

// SplitterExamples returns the paragraphs of a text as the splitter sees them,
// with the offset of each word. It is there for the trainer.
func SplitterExamples(s string, g *naming.Gazetteer, c *classes.Lexicon) (words [][]splitting.Word, starts [][]int) {
	t := decode(s)
	var tz tokenizer
	tz.text = t
	d := divider{gazetteer: g, classes: c}
	for _, p := range paragraphs(t.runes) {
		tz.spans = tz.spans[:0]
		tz.paragraph(p)
		d.read(t, tz.spans)
		words = append(words, append([]splitting.Word(nil), d.words...))
		at := make([]int, len(tz.spans))
		for i, s := range tz.spans {
			at[i] = s.Start
		}
		starts = append(starts, at)
	}
	return words, starts
}

// Gazetteer returns the names that the models know. It is there for the
// trainer.
func (m *Models) Gazetteer() *naming.Gazetteer { return m.gazetteer }

// NamingWords returns, for every sentence of the document, what the finder of
// names sees of its words. It is there for the trainer.
func (m *Models) NamingWords(d *Document) [][]naming.Word {
	e := m.engines.Get().(*engine)
	defer m.engines.Put(e)
	e.survey(d.Sentences)
	out := make([][]naming.Word, len(d.Sentences))
	for i := range d.Sentences {
		out[i] = append([]naming.Word(nil), e.namingWords(&d.Sentences[i])...)
	}
	return out
}
