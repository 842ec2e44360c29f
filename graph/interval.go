package graph

import (
	"slices"
	"time"
)

// Interval is a time during which something was held. To is zero while it still is.
type Interval struct {
	From time.Time `json:"from"`
	To   time.Time `json:"to,omitzero"`
}

// Open reports whether the last interval has not ended.
func Open(recorded []Interval) bool {
	return len(recorded) > 0 && recorded[len(recorded)-1].To.IsZero()
}

// RecordedAt is when the first interval began; zero without one.
func RecordedAt(recorded []Interval) time.Time {
	if len(recorded) == 0 {
		return time.Time{}
	}
	return recorded[0].From
}

// RetractedAt is when the last interval ended; zero while it is open.
func RetractedAt(recorded []Interval) time.Time {
	if len(recorded) == 0 {
		return time.Time{}
	}
	return recorded[len(recorded)-1].To
}

// Reopened are the intervals of what is held from at on: recorded itself where that is open
// still, else a new list with one interval more.
func Reopened(recorded []Interval, at time.Time) []Interval {
	if Open(recorded) {
		return recorded
	}
	return append(slices.Clone(recorded), Interval{From: at})
}

// Ended are the intervals of what is held until at: recorded itself where that is closed
// already, else a new list whose last interval ends.
func Ended(recorded []Interval, at time.Time) []Interval {
	if !Open(recorded) {
		return recorded
	}
	recorded = slices.Clone(recorded)
	recorded[len(recorded)-1].To = at
	return recorded
}
