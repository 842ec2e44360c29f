package coding

import (
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Seasons, holidays, and ranges of two expressions.

var seasons = map[string]time.Month{"spring": time.March, "summer": time.June, "autumn": time.September, "winter": time.December}

// seasonAt reads "spring 2022", "summer of 2021", "last winter", by the seasons of the north,
// as most of the news in English has them.
func (p *passage) seasonAt(i int) (int, meaning) {
	if m, ok := seasons[p.word(i)]; ok {
		at := i + 1
		if p.word(at) == "of" {
			at++
		}
		if y := yearNumber(p.word(at)); y > 0 {
			return at, season(m, func(graph.Date, bool) int { return y })
		}
		return i, nil
	}
	m, ok := seasons[p.word(i+1)]
	if !ok {
		return i, nil
	}
	switch dir := p.word(i); dir {
	case "last", "next", "this":
		return i + 1, season(m, func(today graph.Date, _ bool) int {
			y := today.Year()
			switch {
			case today == 0:
				return 0
			case dir == "last" && m+2 >= today.Month():
				return y - 1
			case dir == "next" && m <= today.Month():
				return y + 1
			}
			return y
		})
	}
	return i, nil
}

func season(first time.Month, year func(graph.Date, bool) int) meaning {
	return func(today graph.Date, ahead bool, w string) *graph.Period {
		y := year(today, ahead)
		if y == 0 {
			return nil
		}
		from := time.Date(y, first, 1, 0, 0, 0, 0, time.UTC)
		p := period(graph.DateOf(from), graph.DateOf(from.AddDate(0, 3, -1)), graph.Approximate, w)
		return p
	}
}

// holidays are the feasts of one day a year that English news names without a date.
var holidays = []struct {
	words string
	month time.Month
	day   int
}{
	{"new year 's eve", time.December, 31}, {"new year 's day", time.January, 1}, {"christmas eve", time.December, 24},
	{"christmas day", time.December, 25}, {"boxing day", time.December, 26}, {"may day", time.May, 1},
	{"valentine 's day", time.February, 14}, {"halloween", time.October, 31}, {"international women 's day", time.March, 8},
	{"christmas", time.December, 25}, {"bastille day", time.July, 14}, {"armistice day", time.November, 11},
}

func (p *passage) holidayAt(i int) (int, meaning) {
	if !p.capital(i) {
		return i, nil
	}
	for _, h := range holidays {
		words := strings.Fields(h.words)
		for k, w := range words {
			if have := strings.ReplaceAll(p.word(i+k), "’", "'"); have != w {
				words = nil
				break
			}
		}
		if words == nil {
			continue
		}
		last := i + len(words) - 1
		if y, end := p.yearAfter(last); y > 0 {
			return end, onDate(y, h.month, h.day)
		}
		return last, onMonthDay(h.month, h.day)
	}
	return i, nil
}
