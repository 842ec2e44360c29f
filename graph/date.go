package graph

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day written as the number yyyymmdd, so that days compare as
// integers in Go, in SQL and in Cypher. The zero Date is an unknown day.
type Date int32

// NewDate makes a Date. It does not check that the day exists; see ParseDate.
func NewDate(year int, month time.Month, day int) Date {
	return Date(year*10000 + int(month)*100 + day)
}

// DateOf is the day of t in t's own zone; unknown for the zero time.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return 0
	}
	return NewDate(t.Year(), t.Month(), t.Day())
}

// ParseDate reads "2016-04-25". The empty text is the unknown day. Its error wraps ErrInvalid.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 || t.IsZero() { // 0001-01-01 is how programs write that they know no day
		return 0, fmt.Errorf("%q is not a day of the form 2016-04-25: %w", s, ErrInvalid)
	}
	return NewDate(t.Year(), t.Month(), t.Day()), nil
}

// Valid reports whether d is unknown or a day of the calendar.
func (d Date) Valid() bool {
	if d == 0 {
		return true
	}
	t := d.Time()
	return d > 0 && t.Year() <= 9999 && DateOf(t) == d
}

// Known reports whether d is a day at all.
func (d Date) Known() bool { return d != 0 }

// Year is 0 for the unknown day.
func (d Date) Year() int { return int(d) / 10000 }

// Month is 0 for the unknown day.
func (d Date) Month() time.Month { return time.Month(int(d) / 100 % 100) }

// Day is the day of the month, 0 for the unknown day.
func (d Date) Day() int { return int(d) % 100 }

// FirstOfMonth is the first day of its month; the unknown day stays unknown.
func (d Date) FirstOfMonth() Date {
	if d == 0 {
		return 0
	}
	return d/100*100 + 1
}

// Time is the first moment of the day in UTC; the zero time for the unknown day.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// AddDays moves a known day; the unknown day stays unknown.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysUntil counts the days from d to e: 0 for the same day, negative when e is earlier.
// It is 0 if either is unknown.
func (d Date) DaysUntil(e Date) int {
	if d == 0 || e == 0 {
		return 0
	}
	const day = 24 * 60 * 60 // seconds; a time.Duration holds 292 years at most
	return int((e.Time().Unix() - d.Time().Unix()) / day)
}

// String is "2016-04-25", or "" for the unknown day.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
}

// MarshalJSON writes the day as text and the unknown day as null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendQuote(nil, d.String()), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = 0
		return nil
	}
	s, err := strconv.Unquote(string(b))
	if err != nil {
		return fmt.Errorf("%s is not a day: %w", b, ErrInvalid)
	}
	*d, err = ParseDate(s)
	return err
}

// Precision says how finely a text gives a time.
type Precision string

// The precisions, finest first.
const (
	Day         Precision = "DAY"
	Week        Precision = "WEEK"
	Month       Precision = "MONTH"
	Quarter     Precision = "QUARTER"
	Year        Precision = "YEAR"
	Approximate Precision = "APPROXIMATE"
)

// Period is when something is said to be. Start and End are the first and the last
// possible day, either of which may be unknown. Exact: it lasts from Start to End;
// otherwise it lies somewhere within.
type Period struct {
	Start     Date      `json:"start,omitzero"`
	End       Date      `json:"end,omitzero"`
	Exact     bool      `json:"exact,omitempty"`
	Precision Precision `json:"precision"`
	Text      Text      `json:"text,omitempty"` // the wording
}

// Ends are the first and the last day of a period as they were said, each 0 if unknown, and both
// 0 of nil.
func (p *Period) Ends() (start, end Date) {
	if p == nil {
		return 0, 0
	}
	return p.Start, p.End
}

// OnDay is the Period of one day.
func OnDay(d Date, wording string) Period {
	return Period{Start: d, End: d, Exact: true, Precision: Day, Text: Text(wording)}
}

// Days is the length of the period, both ends included; a period with an open end is
// longer than any other.
func (p Period) Days() int {
	if p.Start == 0 || p.End == 0 {
		return 1 << 30
	}
	return p.Start.DaysUntil(p.End) + 1
}

// Validate refuses a period that ends before it starts or has neither end.
func (p Period) Validate() error {
	switch {
	case !p.Start.Valid() || !p.End.Valid():
		return fmt.Errorf("period from %d to %d: no days of the calendar: %w", p.Start, p.End, ErrInvalid)
	case p.Start == 0 && p.End == 0:
		return fmt.Errorf("period without start and end: %w", ErrInvalid)
	case p.Start != 0 && p.End != 0 && p.End < p.Start:
		return fmt.Errorf("period from %s to %s ends before it starts: %w", p.Start, p.End, ErrInvalid)
	}
	return oneOf("precision", p.Precision, Precisions)
}

// Text is a string that may be unknown: empty stands for unknown, and the API shows null.
type Text string
