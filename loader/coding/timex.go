package coding

import (
	"strconv"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// timex is a time expression in a sentence.
type timex struct {
	first, last int
	top         int // the token that the tree attaches
	mean        meaning
	from        *shift // of an expression that counts from another act
}

// meaning turns an expression into a period, given the day of the article (0 when unknown)
// and whether the act lies ahead. Nil where the expression then means no day.
type meaning func(today graph.Date, ahead bool, wording string) *graph.Period

var months = map[string]time.Month{}

var weekdays = map[string]time.Weekday{}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "several": 0, "few": 0,
}

func init() {
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		months[name], months[name[:3]], months[name[:3]+"."] = m, m, m
	}
	months["sept"], months["sept."] = time.September, time.September
	for d := time.Sunday; d <= time.Saturday; d++ {
		weekdays[strings.ToLower(d.String())] = d
	}
}

// isWeekday reports whether a word in lower case is the name of a day of the week.
func isWeekday(word string) bool {
	_, ok := weekdays[word]
	return ok
}

// findTimes finds the time expressions of a sentence, in order, none overlapping.
func findTimes(p *passage) []timex {
	var out []timex
	for i := 0; i < len(p.toks); i++ {
		if m := p.in[i]; m >= 0 && p.r.cast.Mentions[m].Form == identity.Name && p.r.cast.Mentions[m].Actor >= 0 {
			continue // "the March 23 Movement"
		}
		last, from := p.shiftAt(i)
		mean := meaning(nil)
		if from != nil {
			mean = func(graph.Date, bool, string) *graph.Period { return nil }
		} else if last, mean = p.phraseAt(i); mean == nil {
			last, mean = p.timeAt(i)
		}
		if mean == nil {
			continue
		}
		t := timex{first: i, last: last, top: i, mean: mean, from: from}
		for k := i; k <= last; k++ {
			if h := p.toks[k].Head; h < i || h > last {
				t.top = k
				break
			}
		}
		out = append(out, t)
		i = last
	}
	return p.ranged(out)
}

// word is the lower-case token at i, "" outside the sentence.
func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.text(i)
}

// timeAt reads the expression that starts at a token: its last token and what it means, nil for none.
func (p *passage) timeAt(i int) (int, meaning) {
	w, next := p.word(i), p.word(i+1)
	switch w {
	case "yesterday":
		return i, inDays(-1)
	case "today", "tonight":
		return i, inDays(0)
	case "tomorrow":
		return i, inDays(1)
	case "last", "past", "previous", "next", "coming", "this", "earlier", "later":
		return p.deictic(i, w, next)
	}
	if d, ok := weekdays[w]; ok && p.capital(i) {
		return i, weekday(d)
	}
	if m, ok := months[w]; ok && p.capital(i) {
		return p.monthFirst(i, m)
	}
	if day := dayNumber(w); day > 0 {
		at := i + 1
		if next == "of" {
			at++
		}
		if m, ok := months[p.word(at)]; ok && p.capital(at) {
			if y, end := p.yearAfter(at); y > 0 {
				return end, onDate(y, m, day)
			}
			return at, onMonthDay(m, day)
		}
	}
	if y := yearNumber(w); y > 0 && p.yearContext(i) {
		return i, inYear(y)
	}
	if n, ok := number(w); ok || counts[w] > 0 {
		if !ok {
			n = counts[w]
		}
		if unit := strings.TrimSuffix(next, "s"); p.word(i+2) == "ago" && n > 0 && n < 1000 {
			if back := ago(unit, n); back != nil {
				return i + 2, back
			}
		}
	}
	return i, nil
}

func (p *passage) capital(i int) bool {
	r := p.toks[i].Text[0]
	return r >= 'A' && r <= 'Z'
}

// monthFirst reads "March", "March 12", "March 12, 2016", "March 2016".
func (p *passage) monthFirst(i int, m time.Month) (int, meaning) {
	if day := dayNumber(p.word(i + 1)); day > 0 {
		if y, end := p.yearAfter(i + 1); y > 0 {
			return end, onDate(y, m, day)
		}
		return i + 1, onMonthDay(m, day)
	}
	if y, end := p.yearAfter(i); y > 0 {
		return end, inMonth(y, m)
	}
	if len(p.word(i)) <= 5 && p.word(i) != "march" && p.word(i) != "april" && p.word(i) != "may" && p.word(i) != "june" && p.word(i) != "july" {
		return i, nil // an abbreviation alone may be a name
	}
	switch prev := p.word(i - 1); {
	case prev == "in" || prev == "since" || prev == "until" || prev == "by" || prev == "during" || prev == "of" || prev == "early" || prev == "late" || prev == "mid":
		return i, inNamedMonth(m)
	}
	if m == time.May || m == time.March { // mostly a verb or a name
		return i, nil
	}
	return i, inNamedMonth(m)
}

// yearAfter reads ", 2016" or "2016" after a token.
func (p *passage) yearAfter(i int) (year, end int) {
	if y := yearNumber(p.word(i + 1)); y > 0 {
		return y, i + 1
	}
	if p.word(i+1) == "," {
		if y := yearNumber(p.word(i + 2)); y > 0 {
			return y, i + 2
		}
	}
	return 0, i
}

// yearContext reports whether a number of four digits stands where years stand.
func (p *passage) yearContext(i int) bool {
	switch p.word(i - 1) {
	case "in", "since", "until", "by", "during", "of", "late", "early", "from", "before", "after":
		switch next := p.word(i + 1); {
		case next == "" || !isLetter(next[0]) || i == 1:
			return true
		default:
			return p.toks[i+1].POS != "NOUN" // "in 2014 people": not quite
		}
	}
	return false
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 }

// deictic reads "last month", "next Friday", "this year", "earlier this week".
func (p *passage) deictic(i int, w, next string) (int, meaning) {
	dir := 0
	switch w {
	case "last", "past", "previous":
		dir = -1
	case "next", "coming":
		dir = 1
	case "earlier", "later":
		if next == "this" {
			if last, m := p.deictic(i+1, "this", p.word(i+2)); m != nil {
				return last, m
			}
		}
		return i, nil
	}
	if next == "past" || next == "coming" { // "this past week"
		i, next = i+1, p.word(i+2)
	}
	if d, ok := weekdays[next]; ok {
		return i + 1, weekdayToward(d, dir)
	}
	if m, ok := months[next]; ok && p.capital(i+1) {
		return i + 1, monthToward(m, dir)
	}
	switch next {
	case "week", "month", "year", "quarter":
		return i + 1, unit(next, dir)
	case "weekend":
		return i + 1, weekend(dir)
	case "night", "evening":
		if dir < 0 {
			return i + 1, inDays(-1)
		}
	case "morning", "afternoon":
		if dir == 0 {
			return i + 1, inDays(0)
		}
	}
	return i, nil
}

func number(w string) (int, bool) {
	n, err := strconv.Atoi(w)
	return n, err == nil
}

func dayNumber(w string) int {
	for _, s := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, s)
	}
	n, ok := number(w)
	if !ok || n < 1 || n > 31 || len(w) > 2 {
		return 0
	}
	return n
}

func yearNumber(w string) int {
	n, ok := number(w)
	if !ok || len(w) != 4 || n < 1900 || n > 2099 {
		return 0
	}
	return n
}
