package graph

import (
	"cmp"
	"fmt"
	"time"
)

// CalendarInterval is a stretch of the calendar in which days are counted together.
type CalendarInterval string

const (
	IntervalDay     CalendarInterval = "DAY"     // 2016-04-25
	IntervalWeek    CalendarInterval = "WEEK"    // 2016-W17, of ISO 8601: from Monday on; the year is that of its Thursday
	IntervalMonth   CalendarInterval = "MONTH"   // 2016-04
	IntervalQuarter CalendarInterval = "QUARTER" // 2016-Q2
	IntervalYear    CalendarInterval = "YEAR"    // 2016
)

// CalendarIntervals are all of them, shortest first. Read only.
var CalendarIntervals = []CalendarInterval{IntervalDay, IntervalWeek, IntervalMonth, IntervalQuarter, IntervalYear}

// lastDay is the last day there is.
const lastDay Date = 9999_12_31

// Of names the interval that holds a day: "2016-W17". Names of one kind of interval sort as
// their days do. It is "" for the unknown day.
func (i CalendarInterval) Of(d Date) string {
	if d == 0 {
		return ""
	}
	switch i.orMonth() {
	case IntervalDay:
		return d.String()
	case IntervalWeek:
		year, week := d.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case IntervalQuarter:
		return fmt.Sprintf("%04d-Q%d", d.Year(), (d.Month()+2)/3)
	case IntervalYear:
		return fmt.Sprintf("%04d", d.Year())
	default:
		return fmt.Sprintf("%04d-%02d", d.Year(), d.Month())
	}
}

// Holding names the interval that holds the whole of a period, "" if none does. As in
// Match.Matches a period without a start lies nowhere, and one without an end ends on the day it starts.
func (i CalendarInterval) Holding(p *Period) string {
	if p == nil || p.Start == 0 {
		return ""
	}
	name := i.Of(p.Start)
	if name != i.Of(max(p.Start, p.End)) {
		return ""
	}
	return name
}

// Days are the first and the last day of an interval by its name; ok is false if it names none.
func (i CalendarInterval) Days(name string) (start, end Date, ok bool) {
	var year, part int
	switch i.orMonth() {
	case IntervalDay:
		d, err := ParseDate(name)
		start, end = d, d
		return start, end, err == nil && d != 0
	case IntervalWeek:
		if _, err := fmt.Sscanf(name, "%4d-W%2d", &year, &part); err == nil && year > 0 {
			fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
			monday := fourth.AddDate(0, 0, 7*(part-1)-(int(fourth.Weekday())+6)%7)
			start = NewDate(monday.Date())
			end = start.AddDays(6)
		}
	case IntervalQuarter:
		if _, err := fmt.Sscanf(name, "%4d-Q%1d", &year, &part); err == nil && part >= 1 && part <= 4 {
			start = NewDate(year, time.Month(3*part-2), 1)
			end = monthEnd(year, time.Month(3*part))
		}
	case IntervalYear:
		if _, err := fmt.Sscanf(name, "%4d", &year); err == nil {
			start, end = NewDate(year, time.January, 1), NewDate(year, time.December, 31)
		}
	default:
		if _, err := fmt.Sscanf(name, "%4d-%2d", &year, &part); err == nil && part >= 1 && part <= 12 {
			start = NewDate(year, time.Month(part), 1)
			end = monthEnd(year, time.Month(part))
		}
	}
	end = min(end, lastDay)
	ok = start > 0 && i.Of(start) == name
	return start, end, ok
}

// next names the interval after one that exists; "" after the last.
func (i CalendarInterval) next(name string) string {
	_, end, ok := i.Days(name)
	if !ok || end == lastDay {
		return ""
	}
	return i.Of(end.AddDays(1))
}

func (i CalendarInterval) orMonth() CalendarInterval { return cmp.Or(i, IntervalMonth) }

func monthEnd(year int, month time.Month) Date {
	return DateOf(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
}
