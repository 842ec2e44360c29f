package language

import "github.com/actorgraph/actorgraph/loader/language/internal/naming"

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
