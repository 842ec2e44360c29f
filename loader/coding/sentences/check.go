package sentences

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Problem is something in the corpus that a person should look at.
type Problem struct {
	File string
	Line int
	Says string
}

// String is file, line and what is wrong.
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Says) }

// Check looks at sentences one by one and beside each other: marks that cut a word, that are
// cut off at a blank or a comma, lines that the analyser takes for several sentences, and
// sentences that repeat another one. The problems come in the order of the sentences.
func Check(all []Sentence) []Problem {
	var out []Problem
	for i := range all {
		out = append(out, checkOne(&all[i])...)
	}
	out = append(out, nearDuplicates(all)...)
	slices.SortStableFunc(out, func(a, b Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return out
}

func checkOne(s *Sentence) []Problem {
	var out []Problem
	say := func(format string, args ...any) {
		out = append(out, Problem{s.File, s.Line, fmt.Sprintf(format, args...)})
	}
	runes := []rune(s.Text)
	if len(runes) == 0 {
		say("the text is empty")
		return out
	}
	if strings.TrimSpace(s.Text) != s.Text || strings.Contains(s.Text, "  ") || strings.Contains(s.Text, "\t") {
		say("blanks at an end, two in a row, or a TAB")
	}
	doc := language.Analyse(s.Text)
	if len(doc.Sentences) != 1 {
		say("the analyser takes it for %d sentences", len(doc.Sentences))
	}
	borders := tokenBorders(doc)
	slice := func(x graph.Span) string { return string(runes[x.Start:x.End]) }
	for i, e := range s.Events {
		for _, x := range e.spans() {
			words := slice(x)
			switch {
			case strings.TrimFunc(words, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == ':' }) != words:
				say("event %d: the mark “%s” begins or ends with a blank or a comma", i+1, words)
			case !borders[x.Start] || !borders[x.End]:
				say("event %d: the mark “%s” cuts a word", i+1, words)
			}
		}
		if e.About >= 0 && !speaks(e.Type) {
			say("event %d: %s is no speech act, but is about event %d", i+1, e.Type, e.About+1)
		}
		if len(e.Sources)+len(e.Targets) == 0 && len(strings.Fields(s.Text)) < 4 {
			say("event %d: nobody takes part", i+1)
		}
		if e.Status == graph.Denied && e.Negated {
			say("event %d: denied and negated at once", i+1)
		}
	}
	return out
}

// spans are all marks of an event.
func (e *Event) spans() []graph.Span {
	return slices.Concat(e.Trigger, e.Sources, e.Targets, e.Places, e.Dates, e.Speakers)
}

// speaks reports whether events of a type speak of others.
func speaks(t graph.EventType) bool {
	switch t {
	case graph.Agree, graph.Request, graph.Accuse, graph.Reject, graph.Threaten, graph.Concede, graph.Support, graph.Consult:
		return true
	}
	return false
}

// tokenBorders are the offsets at which a token begins or ends.
func tokenBorders(doc *language.Document) map[int]bool {
	borders := map[int]bool{}
	for _, s := range doc.Sentences {
		for _, t := range s.Tokens {
			borders[t.Start], borders[t.End] = true, true
		}
	}
	return borders
}

// shingle is the number of words in a row that near-duplicates are compared by.
const shingle = 3

// nearDuplicates names every sentence that shares half of its runs of three words with an
// earlier one.
func nearDuplicates(all []Sentence) []Problem {
	var out []Problem
	at := map[string][]int{} // sentences by run of words
	sizes := make([]int, len(all))
	for i := range all {
		runs := shingles(all[i].Text)
		sizes[i] = len(runs)
		shared := map[int]int{}
		for _, r := range runs {
			for _, j := range at[r] {
				shared[j]++
			}
		}
		for j := range i {
			if n := shared[j]; n > 0 && 3*n >= sizes[i]+sizes[j] { // Jaccard of one half
				out = append(out, Problem{all[i].File, all[i].Line, fmt.Sprintf("says nearly the same words as %s:%d", all[j].File, all[j].Line)})
				break
			}
		}
		for _, r := range runs {
			at[r] = append(at[r], i)
		}
	}
	return out
}

// shingles are the distinct runs of words of a text, folded, in order.
func shingles(text string) []string {
	words := strings.Fields(graph.Fold(text))
	if len(words) < shingle {
		return []string{strings.Join(words, " ")}
	}
	var out []string
	for i := 0; i+shingle <= len(words); i++ {
		if r := strings.Join(words[i:i+shingle], " "); !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
