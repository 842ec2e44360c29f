package findings

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
)

// Page is how findings are shown to a person. The zero Page is plain text.
type Page struct {
	Color   bool // with the colours of a terminal
	Dropped bool // with the lines that were left out of the text, and why
}

// Text shows one extraction: the article, each sentence with its facts beneath it, and who
// is named. It ends with a line break. It is pure.
//
//	12  President Obama will meet the leaders of Britain on Monday.
//	      CONSULT PLANNED  Barack Obama, British leaders
//	        when  2016-04-25 (DAY, "Monday")
//	        why   will: a future of "will" (will meet)
func (p Page) Text(x *loader.Extracted) string {
	w := page{Page: p, x: x, names: map[graph.ID]string{}, told: map[graph.ID]int{}}
	for i, a := range x.Cast.Actors {
		p := x.Cast.Profiles[i]
		w.names[a.ID] = p.Name
		if !a.Named && p.Country != "" {
			w.names[a.ID] += " of " + p.Country // "leaders" of several states are several actors
		}
	}
	for _, place := range x.Cast.Places {
		w.names[place.ID] = place.Name
	}
	w.head()
	w.sentences()
	w.cast()
	if p.Dropped {
		w.dropped()
	}
	return w.String()
}

type page struct {
	Page
	strings.Builder
	x     *loader.Extracted
	names map[graph.ID]string
	told  map[graph.ID]int // by event, the sentence that tells it first
}

// style is an escape sequence of terminals.
type style string

const (
	bold   style = "\x1b[1m"
	dim    style = "\x1b[2m"
	green  style = "\x1b[32m"
	yellow style = "\x1b[33m"
	cyan   style = "\x1b[36m"
)

func (w *page) in(s style, text string) string {
	if !w.Color || text == "" {
		return text
	}
	return string(s) + text + "\x1b[0m"
}

func (w *page) line(indent int, text string) {
	w.WriteString(strings.Repeat(" ", indent))
	w.WriteString(text)
	w.WriteByte('\n')
}

func (w *page) head() {
	a := w.x.Article
	if title := printable(w.x.Cleaned.Title); title != "" {
		w.line(0, w.in(bold, title))
	}
	var about []string
	for _, s := range []string{a.Origin, a.Publisher, a.Published.String(), a.URL} {
		if s = printable(s); s != "" {
			about = append(about, s)
		}
	}
	w.line(0, w.in(dim, strings.Join(about, " · ")))
	w.line(0, "")
}

func (w *page) sentences() {
	facts := map[int][]*graph.Evidence{}
	for i := range w.x.Result.Evidence {
		e := &w.x.Result.Evidence[i]
		facts[e.Sentence] = append(facts[e.Sentence], e)
	}
	if len(w.x.Document.Sentences) == 0 {
		w.line(0, "There is no text in it.")
	}
	for i := range w.x.Document.Sentences {
		s := &w.x.Document.Sentences[i]
		text := printable(w.x.Document.Slice(s.Span))
		note := ""
		if len(facts[i]) == 0 {
			text = w.in(dim, text)
			if !s.Terminated {
				note = w.in(dim, "  (no full stop: taken for no sentence)")
			}
		}
		w.line(0, fmt.Sprintf("%3d  %s%s", i, text, note))
		for _, e := range facts[i] {
			w.fact(e)
		}
	}
}

// cast lists who is mentioned, in the order of the text, with how often.
func (w *page) cast() {
	times := make([]int, len(w.x.Cast.Actors))
	for _, m := range w.x.Cast.Mentions {
		if m.Actor >= 0 {
			times[m.Actor]++
		}
	}
	if len(w.x.Result.Mentions) > 0 {
		w.line(0, "")
		w.line(0, w.in(bold, "Actors"))
	}
	for i, p := range w.x.Cast.Profiles {
		if times[i] == 0 {
			continue
		}
		what := []string{string(p.Kind)}
		if p.Country != "" {
			what = append(what, p.Country)
		}
		what = append(what, texts(p.Sectors)...)
		if !w.x.Cast.Actors[i].Named {
			what = append(what, "unnamed")
		}
		w.line(5, fmt.Sprintf("%s  %s ×%d", w.in(cyan, printable(p.Name)), strings.Join(what, " "), times[i]))
	}
}

func (w *page) dropped() {
	if len(w.x.Cleaned.Dropped) == 0 {
		return
	}
	w.line(0, "")
	w.line(0, w.in(bold, "Left out of the text"))
	text := []rune(w.x.Article.Text)
	for _, d := range w.x.Cleaned.Dropped {
		passage := printable(string(text[min(d.Start, len(text)):min(d.End, len(text))]))
		if rs := []rune(passage); len(rs) > 70 {
			passage = string(rs[:69]) + "…"
		}
		w.line(5, fmt.Sprintf("%q  %s", passage, w.in(dim, fmt.Sprintf("%s: %s", d.Rule, d.Says))))
	}
}

// printable puts a text on one line and takes out what could command a terminal.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0:
			return ' '
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069: // would turn the direction of the line
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
