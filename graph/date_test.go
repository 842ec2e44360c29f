package graph_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestParseDate(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want graph.Date
		ok   bool
	}{
		{"", 0, true},
		{"2016-04-25", 20160425, true},
		{"2016-02-29", 20160229, true},
		{"0001-01-02", 10102, true},
		{"2015-02-29", 0, false},
		{"2016-4-25", 0, false},
		{"0000-01-01", 0, false},
		{"2016-04-25T00:00:00Z", 0, false},
		{"25 April 2016", 0, false},
	} {
		got, err := graph.ParseDate(tt.in)
		if got != tt.want || (err == nil) != tt.ok || err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("ParseDate(%q) is %d, %v", tt.in, got, err)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2016-04-25")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := graph.ParseDate(s)
		if err != nil {
			if d != 0 || !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%q gives %v, %v", s, d, err)
			}
			return
		}
		if d.String() != s {
			t.Errorf("%q is written %q", s, d)
		}
		if back := graph.DateOf(d.Time()); back != d {
			t.Errorf("%v comes back as %v", d, back)
		}
	})
}

func TestDate(t *testing.T) {
	day := graph.NewDate(2016, time.February, 28)
	if got := day.AddDays(2); got != 20160301 {
		t.Errorf("two days later: %v", got)
	}
	if got := day.AddDays(-59); got != 20151231 {
		t.Errorf("59 days earlier: %v", got)
	}
	if n := day.DaysUntil(20160301); n != 2 {
		t.Errorf("%d days until 1 March", n)
	}
	if n := graph.Date(10101).DaysUntil(99991231); n != 3652058 {
		t.Errorf("%d days from the first day to the last", n)
	}
	if n := day.DaysUntil(20160101); n != -58 {
		t.Errorf("%d days until 1 January", n)
	}
	var unknown graph.Date
	if unknown.Known() || unknown.AddDays(1) != 0 || unknown.DaysUntil(day) != 0 || day.DaysUntil(unknown) != 0 ||
		unknown.String() != "" || !unknown.Time().IsZero() || graph.DateOf(time.Time{}) != 0 {
		t.Error("an unknown day became known")
	}
	if got := graph.DateOf(time.Date(2016, 4, 25, 23, 30, 0, 0, time.FixedZone("", -7*3600))); got != 20160425 {
		t.Errorf("the day of a time is that of its own zone, not %v", got)
	}
}

func TestDateJSON(t *testing.T) {
	type row struct{ D graph.Date }
	for _, tt := range []struct {
		d    graph.Date
		want string
	}{{20160425, `{"D":"2016-04-25"}`}, {0, `{"D":null}`}} {
		b, err := json.Marshal(row{tt.d})
		if err != nil || string(b) != tt.want {
			t.Errorf("%v is written %s, %v", tt.d, b, err)
		}
		var back row
		if err := json.Unmarshal(b, &back); err != nil || back.D != tt.d {
			t.Errorf("%s is read as %v, %v", b, back.D, err)
		}
	}
	for _, bad := range []string{`{"D":20160425}`, `{"D":"2016-13-01"}`, `{"D":"2016"}`} {
		var r row
		if err := json.Unmarshal([]byte(bad), &r); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s gives %v, %v", bad, r.D, err)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    graph.Period
		ok   bool
		days int
	}{
		{"a day", graph.OnDay(20160425, "Monday"), true, 1},
		{"a week over the end of a month", graph.Period{Start: 20160428, End: 20160504, Precision: graph.Week}, true, 7},
		{"open end", graph.Period{Start: 20160428, Precision: graph.Day}, true, 1 << 30},
		{"open start", graph.Period{End: 20160428, Precision: graph.Day}, true, 1 << 30},
		{"neither end", graph.Period{Precision: graph.Day}, false, 1 << 30},
		{"backwards", graph.Period{Start: 20160504, End: 20160428, Precision: graph.Week}, false, -5},
		{"no precision", graph.Period{Start: 20160504, End: 20160504}, false, 1},
	} {
		if err := tt.p.Validate(); (err == nil) != tt.ok || err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: Validate says %v", tt.name, err)
		}
		if got := tt.p.Days(); got != tt.days {
			t.Errorf("%s: %d days, want %d", tt.name, got, tt.days)
		}
	}
	p := graph.OnDay(20160425, "Monday")
	b, err := json.Marshal(p)
	var back graph.Period
	if err == nil {
		err = json.Unmarshal(b, &back)
	}
	if diff := cmp.Diff(p, back); err != nil || diff != "" {
		t.Errorf("%s is read back as %v (%v):\n%s", b, back, err, diff)
	}
}

// TestMatch walks a period along a range of days, from 10 to 20 April.
func TestMatch(t *testing.T) {
	day := func(n int) graph.Date { return graph.NewDate(2016, time.April, n) }
	period := func(start, end int) *graph.Period {
		p := &graph.Period{}
		if start > 0 {
			p.Start = day(start)
		}
		if end > 0 {
			p.End = day(end)
		}
		return p
	}
	for _, tt := range []struct {
		name                     string
		p                        *graph.Period
		overlaps, within, starts bool
	}{
		{"no period", nil, false, false, false},
		{"before", period(1, 9), false, false, false},
		{"into it", period(1, 10), true, false, false},
		{"its first day", period(10, 10), true, true, true},
		{"all of it", period(10, 20), true, true, true},
		{"around it", period(1, 30), true, false, false},
		{"its last day", period(20, 20), true, true, true},
		{"out of it", period(20, 21), true, false, true},
		{"after", period(21, 30), false, false, false},
		{"open end, from before", period(9, 0), false, false, false},
		{"open end, from within", period(15, 0), true, true, true},
		{"open start", period(0, 15), false, false, false},
	} {
		want := map[graph.Match]bool{graph.Overlaps: tt.overlaps, graph.Within: tt.within, graph.Starts: tt.starts}
		for _, m := range graph.Matches {
			if got := m.Matches(tt.p, day(10), day(20)); got != want[m] {
				t.Errorf("%s: %s is %v", tt.name, m, got)
			}
		}
	}
	p := period(5, 8)
	for _, m := range graph.Matches {
		if !m.Matches(p, 0, 0) || !m.Matches(p, day(5), 0) || !m.Matches(p, 0, day(8)) {
			t.Errorf("%s: open ranges do not hold a period", m)
		}
	}
	if graph.Overlaps.Matches(p, day(9), 0) || graph.Overlaps.Matches(p, 0, day(4)) || graph.Within.Matches(p, day(6), 0) || graph.Within.Matches(p, 0, day(7)) {
		t.Error("half open ranges do not end")
	}
}
