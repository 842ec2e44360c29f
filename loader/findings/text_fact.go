package findings

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// fact shows what one passage states: the fact on one line, what else it says of it, and
// why it was read so.
func (w *page) fact(e *graph.Evidence) {
	status := string(e.Status)
	if e.Negated {
		status += " NEGATED"
	}
	if e.Relation != "" {
		role := ""
		if e.Role != "" {
			role = fmt.Sprintf(" (%s)", printable(string(e.Role)))
		}
		w.line(7, fmt.Sprintf("%s %s  %s -> %s%s", w.in(bold, string(e.Relation)), w.status(e, status),
			w.parties(e, graph.PartFrom), w.parties(e, graph.PartTo), role))
	} else {
		kind := string(e.EventType)
		for _, m := range e.Modes {
			kind += "." + string(m)
		}
		w.line(7, fmt.Sprintf("%s %s  %s", w.in(bold, kind), w.status(e, status), w.doers(e)))
	}
	w.details(e)
}

// status: what is so is green, what is not or not yet yellow.
func (w *page) status(e *graph.Evidence, words string) string {
	if graph.RealityReal.Real(e.Status, e.Negated) {
		return w.in(green, words)
	}
	return w.in(yellow, words)
}

// doers is "sources -> targets", and for an event between equals only its sources.
func (w *page) doers(e *graph.Evidence) string {
	sources, targets := w.parties(e, graph.PartSource), w.parties(e, graph.PartTarget)
	switch {
	case targets != "" && sources == "":
		return "? -> " + targets
	case targets != "":
		return sources + " -> " + targets
	}
	return sources
}

func (w *page) parties(e *graph.Evidence, part graph.Part) string {
	var names []string
	for _, x := range e.Wordings {
		if x.Part != part {
			continue
		}
		name := w.party(x)
		if x.Absent {
			name += " (absent)"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// party is the name of who is meant, with the wording where that is another one.
func (w *page) party(x graph.Wording) string {
	name, text := printable(w.names[x.Party]), printable(x.Text)
	switch {
	case name == "":
		return fmt.Sprintf("%q", text)
	case text == "" || graph.Fold(text) == graph.Fold(name):
		return w.in(cyan, name)
	}
	return fmt.Sprintf("%s (%q)", w.in(cyan, name), text)
}

func (w *page) details(e *graph.Evidence) {
	w.again(e)
	for _, a := range e.Attribution {
		says := printable(a.Text)
		if name := printable(w.names[a.Speaker]); name != "" && graph.Fold(name) != graph.Fold(says) {
			says = fmt.Sprintf("%s (%q)", w.in(cyan, name), says)
		}
		if a.Outlet != "" {
			says += ", the outlet " + printable(a.Outlet)
		}
		if a.Verb != "" {
			says += ": " + printable(string(a.Verb))
		}
		if a.Hedged {
			says += ", hedged"
		}
		w.detail("says", says)
	}
	w.period("when", e.When)
	w.period("since", e.Since)
	w.period("until", e.Until)
	w.detail("where", w.parties(e, graph.PartPlace))
	if len(e.Contexts) > 0 {
		w.detail("in", strings.Join(texts(e.Contexts), ", "))
	}
	for _, q := range e.Numbers {
		w.detail("count", quantity(q))
	}
	for _, id := range e.About {
		for i := range w.x.Result.Evidence {
			if o := &w.x.Result.Evidence[i]; o.Record == id {
				w.detail("about", fmt.Sprintf("%s %s in sentence %d", o.EventType, o.Status, o.Sentence))
				break
			}
		}
	}
	for _, s := range e.Steps {
		w.detail("why", w.in(dim, fmt.Sprintf("%s: %s (%s)", s.Rule, printable(s.Says), printable(s.Text))))
	}
}

// again says where the text has told the same event before, so that nobody counts it twice.
func (w *page) again(e *graph.Evidence) {
	if e.Relation != "" {
		return
	}
	if sentence, told := w.told[e.Record]; told {
		w.detail("same", fmt.Sprintf("the event of sentence %d, told again", sentence))
		return
	}
	w.told[e.Record] = e.Sentence
}

func (w *page) detail(what, text string) {
	if text != "" {
		w.line(9, fmt.Sprintf("%-5s  %s", what, text))
	}
}

func (w *page) period(what string, p *graph.Period) {
	if p == nil {
		return
	}
	days := p.Start.String() + " to " + p.End.String()
	switch {
	case p.Start == p.End:
		days = p.Start.String()
	case !p.Start.Known():
		days = "until " + p.End.String()
	case !p.End.Known():
		days = "from " + p.Start.String()
	}
	how := string(p.Precision)
	if p.Text != "" {
		how += fmt.Sprintf(", %q", printable(string(p.Text)))
	}
	w.detail(what, days+" ("+how+")")
}

func quantity(q graph.Quantity) string {
	n := "?"
	switch {
	case q.Low != nil && q.High != nil && *q.Low == *q.High:
		n = fmt.Sprint(*q.Low)
	case q.Low != nil && q.High != nil:
		n = fmt.Sprintf("%d to %d", *q.Low, *q.High)
	case q.Low != nil:
		n = fmt.Sprintf("%d or more", *q.Low)
	case q.High != nil:
		n = fmt.Sprintf("%d or fewer", *q.High)
	}
	if q.Unit != "" {
		n += " " + printable(string(q.Unit))
	}
	return fmt.Sprintf("%s %s (%q)", q.Of, n, printable(q.Text))
}
