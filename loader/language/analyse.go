package language

// Analyse returns the sentences of a text with tokens, tags, trees and names.
// It never fails: bytes that are no UTF-8 count as U+FFFD, one code point each.
// It takes time linear in the length of the text, is a pure function of it,
// and may be called from many goroutines. Texts have up to 4 GiB.
func Analyse(s string) *Document {
	return shipped().Analyse(s)
}

// Analyse is like the function of that name, with these models.
func (m *Models) Analyse(s string) *Document {
	t := decode(s)
	d := &Document{Text: t.string, starts: t.starts}
	e := m.engines.Get().(*engine)
	defer m.engines.Put(e)
	e.segment(d, t)
	e.document(d.Sentences)
	return d
}

// run adds tags, trees and names to sentences with bare tokens.
func (m *Models) run(ss []Sentence) {
	e := m.engines.Get().(*engine)
	defer m.engines.Put(e)
	e.document(ss)
}

// segment fills in the sentences with bare tokens.
func (e *engine) segment(d *Document, t *text) {
	var tz tokenizer
	tz.text = t
	for n, p := range paragraphs(t.runes) {
		tz.spans = tz.spans[:0]
		tz.paragraph(p)
		starts := e.divider.sentences(t, tz.spans)
		for k, from := range starts {
			to := len(tz.spans)
			if k+1 < len(starts) {
				to = starts[k+1]
			}
			d.Sentences = append(d.Sentences, newSentence(t, n, tz.spans[from:to]))
		}
	}
}

func newSentence(t *text, paragraph int, spans []Span) Sentence {
	s := Sentence{
		Span:       Span{spans[0].Start, spans[len(spans)-1].End},
		Paragraph:  paragraph,
		Terminated: isTerminated(t, spans),
		Tokens:     make([]Token, len(spans)),
	}
	for i, sp := range spans {
		s.Tokens[i] = Token{Span: sp, Text: t.slice(sp.Start, sp.End)}
	}
	return s
}

// Tokenize returns the texts of the tokens of a text, such as a name on a list,
// cut as Analyse cuts them.
func Tokenize(s string) []string {
	t := decode(s)
	tz := tokenizer{text: t}
	for _, p := range paragraphs(t.runes) {
		tz.paragraph(p)
	}
	out := make([]string, len(tz.spans))
	for i, sp := range tz.spans {
		out[i] = t.slice(sp.Start, sp.End)
	}
	return out
}
