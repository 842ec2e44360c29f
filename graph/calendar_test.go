package graph_test

import (
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

func TestCalendarIntervals(t *testing.T) {
	for _, tt := range []struct {
		interval   graph.CalendarInterval
		day        graph.Date
		name       string
		start, end graph.Date
	}{
		{graph.IntervalDay, 20160425, "2016-04-25", 20160425, 20160425},
		{graph.IntervalWeek, 20160425, "2016-W17", 20160425, 20160501},
		{graph.IntervalWeek, 20160501, "2016-W17", 20160425, 20160501},
		{graph.IntervalWeek, 20160103, "2015-W53", 20151228, 20160103}, // a Sunday of the year before
		{graph.IntervalWeek, 20181231, "2019-W01", 20181231, 20190106}, // a Monday of the year after
		{graph.IntervalWeek, 20210101, "2020-W53", 20201228, 20210103},
		{graph.IntervalWeek, 10101, "0001-W01", 10101, 10107},
		{graph.IntervalWeek, 99991231, "9999-W52", 99991227, 99991231}, // as far as days go
		{graph.IntervalMonth, 20160229, "2016-02", 20160201, 20160229},
		{"", 20151231, "2015-12", 20151201, 20151231},
		{graph.IntervalQuarter, 20160425, "2016-Q2", 20160401, 20160630},
		{graph.IntervalQuarter, 20161231, "2016-Q4", 20161001, 20161231},
		{graph.IntervalYear, 20160425, "2016", 20160101, 20161231},
	} {
		if got := tt.interval.Of(tt.day); got != tt.name {
			t.Errorf("%s of %s is %q, want %q", tt.interval, tt.day, got, tt.name)
		}
		if start, end, ok := tt.interval.Days(tt.name); start != tt.start || end != tt.end || !ok {
			t.Errorf("%s %q is from %s to %s, %v; want %s to %s", tt.interval, tt.name, start, end, ok, tt.start, tt.end)
		}
	}
	for _, i := range graph.CalendarIntervals {
		if got := i.Of(0); got != "" {
			t.Errorf("%s of the unknown day is %q", i, got)
		}
	}
}

// TestCalendarHoldsDays looks at every day of some years: each interval begins where the one
// before ends, and names sort as days do.
func TestCalendarHoldsDays(t *testing.T) {
	for _, i := range graph.CalendarIntervals {
		var names []string
		last := graph.Date(0)
		for d := graph.Date(20141220); d <= 20210110; d = d.AddDays(1) {
			name := i.Of(d)
			start, end, ok := i.Days(name)
			if !ok || d < start || d > end {
				t.Fatalf("%s is in %s, from %s to %s, %v", d, name, start, end, ok)
			}
			if len(names) > 0 && names[len(names)-1] != name && start != last.AddDays(1) {
				t.Fatalf("%s starts on %s, the one before ends on %s", name, start, last)
			}
			names, last = append(names, name), end
		}
		if !slices.IsSorted(names) {
			t.Errorf("names of %s do not sort as their days do", i)
		}
	}
}

func TestHolding(t *testing.T) {
	period := func(start, end graph.Date) *graph.Period { return &graph.Period{Start: start, End: end} }
	for _, tt := range []struct {
		interval graph.CalendarInterval
		period   *graph.Period
		want     string
	}{
		{graph.IntervalMonth, nil, ""},
		{graph.IntervalMonth, period(20160401, 20160430), "2016-04"},
		{graph.IntervalMonth, period(20160401, 20160501), ""},
		{graph.IntervalMonth, period(20160401, 0), "2016-04"}, // as filters see it
		{graph.IntervalMonth, period(0, 20160401), ""},
		{graph.IntervalWeek, period(20160425, 20160501), "2016-W17"},
		{graph.IntervalWeek, period(20160424, 20160425), ""},
		{graph.IntervalYear, period(20160101, 20161231), "2016"},
		{graph.IntervalDay, period(20160101, 20161231), ""},
	} {
		if got := tt.interval.Holding(tt.period); got != tt.want {
			t.Errorf("%s holding %v is %q, want %q", tt.interval, tt.period, got, tt.want)
		}
		// A key and its filter agree.
		if start, end, ok := tt.interval.Days(tt.want); ok && !graph.Within.Matches(tt.period, start, end) {
			t.Errorf("%v does not lie within %s", tt.period, tt.want)
		}
	}
}

func FuzzCalendarDays(f *testing.F) {
	for _, s := range []string{"2016-W17", "2016-04", "2016-Q2", "2016", "2016-04-25", "2016-W99", "-001-W01", " 2016", "2016-W1 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, i := range graph.CalendarIntervals {
			start, end, ok := i.Days(name)
			if ok && (start > end || i.Of(start) != name || i.Of(end) != name) {
				t.Errorf("%s %q is from %d to %d", i, name, start, end)
			}
		}
	})
}
