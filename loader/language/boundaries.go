package language

import (
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/splitting"
)

// divider cuts paragraphs into sentences: rules find the datelines, and a model
// that knows what the rules say of every other gap decides. It keeps buffers
// and serves one goroutine at a time.
type divider struct {
	splitter  *splitting.Splitter
	gazetteer *naming.Gazetteer
	classes   *classes.Lexicon
	reader    form.Reader
	texts     []string
	forms     []form.Word
	words     []splitting.Word
	starts    []int
}

// sentences returns the index of the first token of every sentence among the
// tokens of one paragraph, valid until the next call.
func (d *divider) sentences(t *text, toks []Span) []int {
	if len(toks) == 0 {
		return nil
	}
	fixed := d.read(t, toks)
	starts := append(d.starts[:0], 0)
	start := 0
	d.splitter.Reset()
	for i := 1; i < len(toks); i++ {
		if i == fixed || i > fixed && d.splitter.Begins(d.words, start, i) || i-start >= longest {
			starts = append(starts, i)
			start = i
		}
	}
	d.starts = starts
	return starts
}

// read fills in the words and returns the number of tokens of the dateline.
func (d *divider) read(t *text, toks []Span) (fixed int) {
	n := len(toks)
	if cap(d.texts) < n {
		d.texts, d.forms, d.words = make([]string, 2*n), make([]form.Word, 2*n), make([]splitting.Word, 2*n)
	}
	d.texts, d.forms, d.words = d.texts[:n], d.forms[:n], d.words[:n]
	for i, s := range toks {
		d.texts[i] = t.slice(s.Start, s.End)
	}
	d.reader.Sentence(d.texts, d.forms)
	d.gazetteer.Match(d.forms)
	d.classes.Match(d.forms)
	for i, s := range toks {
		w := splitting.Word{Word: d.forms[i], Glued: i > 0 && toks[i-1].End == s.Start}
		if last := t.runes[s.End-1]; !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			w.Mark = last
			w.Kind = abbreviation(d.texts[i])
			w.Ruled = w.Kind != 0
		}
		if isAddress(d.texts[i]) {
			w.Kind = address
		}
		d.words[i] = w
	}
	for _, i := range ruled(t, toks) {
		d.words[i].Rule = true
	}
	return dateline(t, toks)
}

// address is the class of web and mail addresses, which no abbreviation has.
const address = 1 << 8

func isAddress(word string) bool {
	return len(word) > 6 && (strings.Contains(word, "://") || strings.Contains(word, "www.") || strings.IndexByte(word, '@') > 0)
}

// abbreviation tells the kinds of abbreviations apart, 0 being none.
func abbreviation(word string) uint32 {
	if len(word) < 2 || len(word) > 10 || word[len(word)-1] != '.' {
		return 0
	}
	word = strings.ToLower(word[:len(word)-1])
	class := uint32(1)
	for k, list := range []map[string]bool{titles, enders, inner, ordinary} {
		if list[word] {
			class |= 2 << k
		}
	}
	return class
}
