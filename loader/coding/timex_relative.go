package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Time expressions that count from another act: "three days earlier", "the next day".

// shift is how far from the act before it an expression lies, in days.
type shift struct {
	days      int
	precision graph.Precision
}

// shiftAt reads an expression that counts from another act: its last token, and how far it lies.
func (p *passage) shiftAt(i int) (int, *shift) {
	w, next := p.word(i), p.word(i+1)
	if n := p.count(i); n > 0 {
		days, precision := daysOf(next, n)
		if days > 0 && precision != graph.Day {
			precision = graph.Approximate
		}
		switch p.word(i + 2) {
		case "later", "afterwards":
			if days > 0 {
				return i + 2, &shift{days, precision}
			}
		case "earlier", "before", "previously":
			if days > 0 && (p.word(i+2) != "before" || p.word(i+3) == "," || p.word(i+3) == "." || p.word(i+3) == "") {
				return i + 2, &shift{-days, precision}
			}
		}
	}
	if p.word(i-1) != "the" && p.word(i-1) != "that" {
		return i, nil
	}
	switch {
	case (w == "next" || w == "following") && next == "day":
		return i + 1, &shift{1, graph.Day}
	case w == "previous" && next == "day":
		return i + 1, &shift{-1, graph.Day}
	case w == "same" && next == "day":
		return i + 1, &shift{0, graph.Day}
	case w == "day" && (next == "before" || next == "after") && strings.Contains(" , . ", " "+p.word(i+2)+" "):
		if next == "before" {
			return i + 1, &shift{-1, graph.Day}
		}
		return i + 1, &shift{1, graph.Day}
	}
	return i, nil
}

// maxSince bounds how many acts back the one is looked for from which an expression counts.
const maxSince = 6

// dayBeside is the day that an expression means which counts from the act told before it; nil where
// no such act has a day.
func (e *event) dayBeside(s *shift, wording string) *graph.Period {
	p := e.p
	var ref *graph.Period
	for i := e.trigger - 1; i >= 0 && ref == nil; i-- {
		if o := p.fired[i]; o != nil && o != e && o.when != nil {
			ref = o.when
		}
	}
	for back := 1; back <= 2 && ref == nil && p.order >= back; back++ {
		o := p.r.passages[p.order-back]
		for i, seen := len(o.toks)-1, 0; i >= 0 && ref == nil && seen < maxSince; i-- {
			if x := o.fired[i]; x != nil && !x.gone {
				seen++
				ref = x.when
			}
		}
	}
	if ref == nil || ref.Precision != graph.Day || ref.Start == 0 || ref.Start != ref.End {
		return nil
	}
	day := ref.Start.AddDays(s.days)
	out := period(day, day, s.precision, wording)
	return out
}
