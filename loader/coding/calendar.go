package coding

import (
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// The meanings of time expressions. A weekday or month without more lies ahead for what is
// planned and behind for what was done; the article's own day belongs to both.

func period(from, to graph.Date, p graph.Precision, wording string) *graph.Period {
	return &graph.Period{Start: from, End: to, Exact: p == graph.Day, Precision: p, Text: graph.Text(wording)}
}

// needsDay makes a meaning that needs to know the article's day.
func needsDay(f func(today graph.Date, ahead bool, wording string) *graph.Period) meaning {
	return func(today graph.Date, ahead bool, wording string) *graph.Period {
		if !today.Known() {
			return nil
		}
		return f(today, ahead, wording)
	}
}

func inDays(n int) meaning {
	return needsDay(func(today graph.Date, _ bool, w string) *graph.Period {
		d := today.AddDays(n)
		return period(d, d, graph.Day, w)
	})
}

func weekday(d time.Weekday) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		behind := (int(today.Time().Weekday()) - int(d) + 7) % 7
		day := today.AddDays(-behind)
		if ahead && behind > 0 {
			day = today.AddDays(7 - behind)
		}
		return period(day, day, graph.Day, w)
	})
}

// weekdayToward reads "last Monday" (never today), "next Monday" (never today), "this Monday".
func weekdayToward(d time.Weekday, dir int) meaning {
	if dir == 0 {
		return weekday(d)
	}
	return needsDay(func(today graph.Date, _ bool, w string) *graph.Period {
		behind := (int(today.Time().Weekday()) - int(d) + 7) % 7
		day := today.AddDays(7 - behind)
		if dir < 0 {
			if behind == 0 {
				behind = 7
			}
			day = today.AddDays(-behind)
		}
		return period(day, day, graph.Day, w)
	})
}

func onDate(y int, m time.Month, d int) meaning {
	return func(_ graph.Date, _ bool, w string) *graph.Period {
		if d > lastDay(y, m) {
			return nil
		}
		day := graph.NewDate(y, m, d)
		return period(day, day, graph.Day, w)
	}
}

// onMonthDay is the year in which the day lies nearest in the direction of the act.
func onMonthDay(m time.Month, d int) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		y := today.Year()
		day := graph.NewDate(y, m, d)
		switch {
		case ahead && day < today:
			y++
		case !ahead && day > today:
			y--
		}
		return onDate(y, m, d)(today, ahead, w)
	})
}

func inMonth(y int, m time.Month) meaning {
	return func(_ graph.Date, _ bool, w string) *graph.Period {
		return period(graph.NewDate(y, m, 1), graph.NewDate(y, m, lastDay(y, m)), graph.Month, w)
	}
}

func inNamedMonth(m time.Month) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		y := today.Year()
		switch {
		case ahead && m < today.Month():
			y++
		case !ahead && m > today.Month():
			y--
		}
		return inMonth(y, m)(today, ahead, w)
	})
}

// monthToward reads "last March" and "next March".
func monthToward(m time.Month, dir int) meaning {
	if dir == 0 {
		return inNamedMonth(m)
	}
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		y := today.Year()
		switch {
		case dir > 0 && m <= today.Month():
			y++
		case dir < 0 && m >= today.Month():
			y--
		}
		return inMonth(y, m)(today, ahead, w)
	})
}

func inYear(y int) meaning {
	return func(_ graph.Date, _ bool, w string) *graph.Period {
		return period(graph.NewDate(y, time.January, 1), graph.NewDate(y, time.December, 31), graph.Year, w)
	}
}

// unit reads "last week", "this month", "next year". Weeks start on Monday. What was done
// "this month" was done by today.
func unit(name string, dir int) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		var from, to graph.Date
		var precision graph.Precision
		y, m := today.Year(), today.Month()
		switch name {
		case "week":
			from = today.AddDays(-(int(today.Time().Weekday())+6)%7 + 7*dir)
			to, precision = from.AddDays(6), graph.Week
		case "month":
			first := time.Date(y, m+time.Month(dir), 1, 0, 0, 0, 0, time.UTC)
			from, precision = graph.DateOf(first), graph.Month
			to = graph.NewDate(first.Year(), first.Month(), lastDay(first.Year(), first.Month()))
		case "quarter":
			first := time.Date(y, (m-1)/3*3+1+3*time.Month(dir), 1, 0, 0, 0, 0, time.UTC)
			from, to, precision = graph.DateOf(first), graph.DateOf(first.AddDate(0, 3, -1)), graph.Quarter
		default:
			from, to, precision = graph.NewDate(y+dir, time.January, 1), graph.NewDate(y+dir, time.December, 31), graph.Year
		}
		if dir == 0 && ahead {
			from = today
		} else if dir == 0 {
			to = today
		}
		return period(from, to, precision, w)
	})
}

func weekend(dir int) meaning {
	return needsDay(func(today graph.Date, ahead bool, w string) *graph.Period {
		saturday := today.AddDays((6-int(today.Time().Weekday())+7)%7 + 7*min(dir, 0))
		if dir == 0 && !ahead && saturday > today {
			saturday = saturday.AddDays(-7)
		}
		p := period(saturday, saturday.AddDays(1), graph.Day, w)
		p.Exact = false
		return p
	})
}

// ago reads "three days ago". Longer units are less exact.
func ago(name string, n int) meaning {
	switch name {
	case "day":
		return inDays(-n)
	case "week", "month", "year":
	default:
		return nil
	}
	return needsDay(func(today graph.Date, _ bool, w string) *graph.Period {
		t := today.Time()
		switch name {
		case "week":
			from := today.AddDays(-7*n - (int(t.Weekday())+6)%7)
			return period(from, from.AddDays(6), graph.Week, w)
		case "month":
			first := time.Date(t.Year(), t.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC)
			return inMonth(first.Year(), first.Month())(today, false, w)
		}
		if t.Year()-n < 1 {
			return nil
		}
		return inYear(t.Year()-n)(today, false, w)
	})
}

func lastDay(y int, m time.Month) int {
	return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
