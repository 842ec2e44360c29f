package language

import (
	"fmt"
	"io"
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/treebank"
)

// Ratio is a number of right answers out of a number of questions.
type Ratio struct{ Right, Of int }

// Percent returns the ratio in hundredths of a per cent, rounded down; 0 of no
// questions.
func (r Ratio) Percent() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.Right*10000/r.Of) / 100
}

func (r *Ratio) count(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

// Match compares found with wanted spans.
type Match struct{ Right, Found, Wanted int }

// F1 returns the harmonic mean of precision and recall, in per cent.
func (m Match) F1() float64 {
	return Ratio{2 * m.Right, m.Found + m.Wanted}.Percent()
}

// Precision returns the share of the found that is right, in per cent.
func (m Match) Precision() float64 { return Ratio{m.Right, m.Found}.Percent() }

// Recall returns the share of the wanted that was found, in per cent.
func (m Match) Recall() float64 { return Ratio{m.Right, m.Wanted}.Percent() }

// Accuracy says how well the engine does on trees made by people.
type Accuracy struct {
	// From raw text.
	Tokens, Sentences Match
	RawUPOS           Match
	RawLAS            Match
	// With the sentences and tokens given, tags predicted.
	UPOS, XPOS, Lemma, UAS, LAS Ratio
	// Tense of verbs, the passives among participles, the number of nouns and
	// pronouns.
	Tense, Passive, Number Match
}

// Evaluate measures the engine on the trees of a CoNLL-U file. The raw text has
// the sentences of a paragraph joined by one blank, and the paragraphs by an
// empty line.
func Evaluate(r io.Reader) (Accuracy, error) { return shipped().Evaluate(r) }

// Evaluate is like the function of that name, with these models.
func (m *Models) Evaluate(r io.Reader) (Accuracy, error) {
	gold, err := treebank.Read(r)
	if err != nil {
		return Accuracy{}, fmt.Errorf("evaluate: %w", err)
	}
	var a Accuracy
	a.raw(m, gold)
	a.given(m, gold)
	return a, nil
}

// raw analyses the running text and looks its spans up among the wanted ones.
func (a *Accuracy) raw(m *Models, gold []treebank.Sentence) {
	type want struct {
		word treebank.Word
		head Span
	}
	tokens, ends := map[Span]want{}, map[Span]bool{}
	at := 0
	for i, s := range gold {
		if i > 0 {
			at++
			if s.NewParagraph {
				at++
			}
		}
		spans := make([]Span, len(s.Words))
		for j, w := range s.Words {
			spans[j] = Span{at, at + len([]rune(w.Form))}
			at = spans[j].End
			if !w.Glued && j+1 < len(s.Words) {
				at++
			}
		}
		for j, w := range s.Words {
			head := Span{-1, -1}
			if w.Head >= 0 {
				head = spans[w.Head]
			}
			tokens[spans[j]] = want{w, head}
		}
		ends[Span{spans[0].Start, spans[len(spans)-1].End}] = true
	}
	a.Tokens.Wanted += len(tokens)
	a.RawUPOS.Wanted += len(tokens)
	a.RawLAS.Wanted += len(tokens)
	a.Sentences.Wanted += len(ends)
	for _, s := range m.Analyse(treebank.Text(gold)).Sentences {
		a.Sentences.Found++
		if ends[s.Span] {
			a.Sentences.Right++
		}
		for _, t := range s.Tokens {
			a.Tokens.Found++
			a.RawUPOS.Found++
			a.RawLAS.Found++
			w, ok := tokens[t.Span]
			if !ok {
				continue
			}
			a.Tokens.Right++
			if w.word.UPOS == string(t.POS) {
				a.RawUPOS.Right++
			}
			head := Span{-1, -1}
			if t.Head >= 0 {
				head = s.Tokens[t.Head].Span
			}
			if head == w.head && w.word.Relation == string(t.Relation) {
				a.RawLAS.Right++
			}
		}
	}
}

// given analyses the sentences with their own tokens.
func (a *Accuracy) given(m *Models, gold []treebank.Sentence) {
	for _, g := range gold {
		s := Sentence{Tokens: make([]Token, len(g.Words))}
		for i, w := range g.Words {
			s.Tokens[i].Text = w.Form
		}
		m.run([]Sentence{s})
		for i, w := range g.Words {
			t := &s.Tokens[i]
			a.UPOS.count(string(t.POS) == w.UPOS)
			a.XPOS.count(string(t.Tag) == w.XPOS)
			a.Lemma.count(t.Lemma == w.Lemma)
			a.UAS.count(t.Head == w.Head)
			a.LAS.count(t.Head == w.Head && string(t.Relation) == w.Relation)
			a.features(t, &w)
		}
	}
}

// features compares what we say of a word with what the tree bank says.
func (a *Accuracy) features(t *Token, w *treebank.Word) {
	a.Tense.pair([]string{"", "Past", "Pres"}[t.Feats.Tense], feature(w, "Tense"))
	if w.XPOS == "VBN" || t.Tag == "VBN" {
		a.Passive.pair([]string{"", "", "Pass"}[t.Feats.Voice], feature(w, "Voice"))
	}
	if w.UPOS == "NOUN" || w.UPOS == "PROPN" || w.UPOS == "PRON" {
		a.Number.pair([]string{"", "Sing", "Plur"}[t.Feats.Number], feature(w, "Number"))
	}
}

// pair counts a value that was found and one that is wanted, "" for none.
func (m *Match) pair(found, wanted string) {
	if found != "" {
		m.Found++
	}
	if wanted != "" {
		m.Wanted++
		if found == wanted {
			m.Right++
		}
	}
}

// feature returns the value of one feature, "" if the word has none.
func feature(w *treebank.Word, name string) string {
	for _, f := range strings.Split(w.Feats, "|") {
		if k, v, _ := strings.Cut(f, "="); k == name {
			return v
		}
	}
	return ""
}
