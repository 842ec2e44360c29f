package coding

import (
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Time expressions of several words that hold another one or count from the article's day.

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}

// phraseAt reads the longer expressions that begin at a token: "the day before yesterday", "the
// first quarter of 2023", "within three days", "over the past two weeks", "summer of 2021".
func (p *passage) phraseAt(i int) (int, meaning) {
	w, next := p.word(i), p.word(i+1)
	switch {
	case w == "day" && next == "before" && p.word(i+2) == "yesterday":
		return i + 2, inDays(-2)
	case w == "day" && next == "after" && p.word(i+2) == "tomorrow":
		return i + 2, inDays(2)
	case w == "overnight":
		return i, aroundToday(-1, 0, graph.Day)
	case w == "weekend" && p.word(i-1) == "the" && p.word(i-2) == "over":
		return i, weekend(0)
	case ordinals[w] != 0 && (next == "quarter" || next == "half" || next == "week") && p.word(i+2) == "of":
		return p.partOf(i, ordinals[w], next)
	case w == "beginning" || w == "start" || w == "end" || w == "middle":
		if next == "of" && p.word(i+2) == "the" && (p.word(i+3) == "year" || p.word(i+3) == "month" || p.word(i+3) == "week") {
			return i + 3, unit(p.word(i+3), 0)
		}
	case w == "past" || w == "last" || w == "next" || w == "coming":
		if n := p.count(i + 1); n > 0 {
			if days, precision := daysOf(p.word(i+2), n); days > 0 {
				if w == "next" || w == "coming" {
					return i + 2, aroundToday(0, days, precision)
				}
				return i + 2, aroundToday(-days, 0, precision)
			}
		}
	case w == "within" || w == "in":
		if n := p.count(i + 1); n > 0 && p.word(i+3) != "ago" {
			if days, precision := daysOf(p.word(i+2), n); days > 0 {
				return i + 2, aheadOnly(days, precision, w == "within")
			}
		}
	case strings.HasPrefix(w, "mid-"):
		if m, ok := months[w[4:]]; ok {
			if y, end := p.yearAfter(i); y > 0 {
				return end, inMonth(y, m)
			}
			return i, inNamedMonth(m)
		}
	case len(w) == 5 && w[4] == 's' && strings.HasSuffix(w, "0s") && p.word(i-1) == "the":
		if y := yearNumber(w[:4]); y > 0 {
			return i, years(y, y+9)
		}
	}
	if last, m := p.seasonAt(i); m != nil {
		return last, m
	}
	if last, m := p.holidayAt(i); m != nil {
		return last, m
	}
	if d, err := graph.ParseDate(w); err == nil && len(w) == len("2006-01-02") {
		return i, onDate(d.Year(), d.Month(), d.Day())
	}
	return i, nil
}

// count is the number that a word gives, "a" included, 0 for none.
func (p *passage) count(i int) int {
	if n, ok := number(p.word(i)); ok && n < 1000 {
		return n
	}
	return counts[p.word(i)]
}

// daysOf is how many days so many units are, and how exactly they say so.
func daysOf(name string, n int) (int, graph.Precision) {
	switch strings.TrimSuffix(name, "s") {
	case "day":
		return n, graph.Day
	case "week":
		return 7 * n, graph.Week
	case "month":
		return 30 * n, graph.Month
	}
	return 0, ""
}

// aroundToday reads a stretch of days around the article's own.
func aroundToday(from, to int, precision graph.Precision) meaning {
	return needsDay(func(today graph.Date, _ bool, w string) *graph.Period {
		p := period(today.AddDays(from), today.AddDays(to), precision, w)
		p.Exact = false
		return p
	})
}

// aheadOnly reads "in two weeks" and "within two weeks" of what lies ahead. Of what was done they
// say how long it took.
func aheadOnly(days int, precision graph.Precision, within bool) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		if !ahead {
			return nil
		}
		from := today.AddDays(days)
		switch {
		case within:
			from = today
		case precision != graph.Day:
			from = today.AddDays(days - days/4)
		}
		p := period(from, today.AddDays(days), precision, w)
		p.Exact = precision == graph.Day && !within
		return p
	})
}

func years(from, to int) meaning {
	return func(_ graph.Date, _ bool, w string) *graph.Period {
		p := period(graph.NewDate(from, time.January, 1), graph.NewDate(to, time.December, 31), graph.Approximate, w)
		return p
	}
}

// partOf reads "first quarter of 2023", "second half of last year", "first week of April".
func (p *passage) partOf(i, n int, part string) (int, meaning) {
	at := i + 3
	if p.word(at) == "the" && p.word(at+1) == "year" {
		at++
	}
	last, whole := p.timeAt(at)
	if p.word(at) == "year" {
		last, whole = at, unit("year", 0)
	}
	if y := yearNumber(p.word(at)); whole == nil && y > 0 {
		last, whole = at, inYear(y)
	}
	if whole == nil {
		return i, nil
	}
	return last, func(today graph.Date, ahead bool, w string) *graph.Period {
		in := whole(today, ahead, w)
		if in == nil || in.Start == 0 {
			return nil
		}
		y, m := in.Start.Year(), in.Start.Month()
		switch {
		case part == "week" && in.Precision == graph.Month:
			if n < 0 {
				return period(graph.NewDate(y, m, lastDay(y, m)-6), graph.NewDate(y, m, lastDay(y, m)), graph.Week, w)
			}
			return period(graph.NewDate(y, m, 7*n-6), graph.NewDate(y, m, min(7*n, lastDay(y, m))), graph.Week, w)
		case in.Precision != graph.Year || part == "week":
			return nil
		}
		months, precision := 3, graph.Quarter
		if part == "half" {
			months, precision = 6, graph.Approximate
		}
		nth := n
		if nth < 0 {
			nth = 12 / months
		}
		if nth*months > 12 {
			return nil
		}
		from, to := time.Month((nth-1)*months+1), time.Month(nth*months)
		return period(graph.NewDate(y, from, 1), graph.NewDate(y, to, lastDay(y, to)), precision, w)
	}
}

// ranged joins two expressions that are the ends of one: "between Monday and Wednesday", "from
// March 3 to March 5", "on Sunday and Monday", "March 3-5", and "Friday, March 15".
func (p *passage) ranged(times []timex) []timex {
	var out []timex
	for _, t := range times {
		if len(out) > 0 {
			o := &out[len(out)-1]
			between := ""
			for k := o.last + 1; k < t.first; k++ {
				between += " " + p.word(k)
			}
			switch between {
			case " and", " to", " until", " till", " through", " -", " –", " or":
				if between == " and" || p.word(o.first-1) == "from" || between != " until" && between != " till" {
					*o = p.spanning(*o, t)
					continue
				}
			case " ,":
				if _, ok := weekdays[p.word(o.first)]; ok && o.first == o.last && months[strings.ToLower(p.toks[t.first].Text)] != 0 {
					t.first, t.top = o.first, o.top
					*o = t
					continue
				}
			}
		}
		if n := dayNumber(p.word(t.last + 2)); n > 0 && (p.word(t.last+1) == "-" || p.word(t.last+1) == "–") && months[p.word(t.first)] != 0 && t.last == t.first+1 {
			t = p.spanning(t, timex{first: t.first, last: t.last + 2, top: t.top, mean: onMonthDay(months[p.word(t.first)], n)})
		}
		out = append(out, t)
	}
	return out
}

// spanning is the time from one expression to another.
func (p *passage) spanning(a, b timex) timex {
	return timex{first: a.first, last: b.last, top: a.top, mean: func(today graph.Date, ahead bool, w string) *graph.Period {
		from, to := a.mean(today, ahead, w), b.mean(today, ahead, w)
		if from == nil || to == nil {
			if from == nil {
				return to
			}
			return from
		}
		out := *from
		if to.End < from.Start { // of weekdays one lies a week too near
			switch {
			case from.Start.AddDays(-7) > to.End:
				return from
			case ahead:
				to.End = to.End.AddDays(7)
			default:
				out.Start = out.Start.AddDays(-7)
			}
		}
		out.End, out.Exact, out.Text = to.End, false, graph.Text(w)
		return &out
	}}
}
