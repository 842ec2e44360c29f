package graph

import (
	"cmp"
	"maps"
	"slices"
)

// MonthlyKey is what events have in common that stores count together: enough for most
// charts, and few enough to be read whole.
type MonthlyKey struct {
	Start, End Date // the first days of the months in which they start and end, 0 if unknown
	Type       EventType
	Status     Status
	Negated    bool
	Actor      ID    // whose events; "" for those of all
	Roles      int64 // in which roles it takes part, as RoleBits writes them; 0 for all
}

// MonthlyKeyOf is the key of an event among those of all.
func MonthlyKeyOf(e *Event) MonthlyKey {
	k := MonthlyKey{Type: e.Type, Status: e.Status, Negated: e.Negated}
	if start, end := e.When.Ends(); start != 0 {
		k.Start, k.End = start.FirstOfMonth(), max(start, end).FirstOfMonth()
	}
	return k
}

// Monthly is how many events share a key, and the sum of their scores; as a change it may be
// less than 0.
type Monthly struct {
	MonthlyKey
	Events int
	Score  int64
}

// MonthlySums add up what a write changes in the numbers of events by month. Not for
// concurrent use.
type MonthlySums map[MonthlyKey]Monthly

// Add counts an event by times.
func (s MonthlySums) Add(e *Event, by int) { s.add(MonthlyKeyOf(e), e, by) }

// AddActors counts an event by times for each of its participants that counts.
func (s MonthlySums) AddActors(e *Event, by int) {
	k := MonthlyKeyOf(e)
	for _, p := range e.Participants {
		if p.Counts() {
			k.Actor, k.Roles = p.ActorID, RoleBits(p.Roles)
			s.add(k, e, by)
		}
	}
}

func (s MonthlySums) add(k MonthlyKey, e *Event, by int) {
	m := s[k]
	s[k] = Monthly{k, m.Events + by, m.Score + int64(by*e.Score)}
}

// Changes are the sums that are not 0, by key.
func (s MonthlySums) Changes() []Monthly {
	rows := slices.DeleteFunc(slices.Collect(maps.Values(s)), func(m Monthly) bool { return m.Events == 0 && m.Score == 0 })
	slices.SortFunc(rows, func(a, b Monthly) int {
		return cmp.Or(cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Roles, b.Roles), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Type, b.Type),
			cmp.Compare(a.Status, b.Status), compareBools(a.Negated, b.Negated))
	})
	return rows
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// OneActor reports whether a condition on events is that one actor takes part in them, and how.
func OneActor(f Filter) (actor ID, link Link, ok bool) {
	has, ok := f.(*Has)
	if !ok || has.Link != LinkActor && has.Link != LinkSource && has.Link != LinkTarget {
		return "", "", false
	}
	id, ok := has.Where.(*Compare)
	if !ok || id.Property != PropID || len(id.Texts) != 1 {
		return "", "", false
	}
	return ID(id.Texts[0]), has.Link, true
}

// Monthly reports whether the sums by month answer an Aggregation: whether each of its
// conditions holds for all events of a MonthlyKey or for none, and each lies in one bucket.
func (a Aggregation) Monthly() bool {
	return a.Class == ClassEvent && !a.Distinct && monthly(a.Matching()) &&
		!slices.ContainsFunc(a.By, func(by By) bool { return !monthlyBy(by.Dimension, by.Interval) })
}

func monthlyBy(d Dimension, i CalendarInterval) bool {
	switch d {
	case DimType, DimQuad, DimStatus:
		return true
	case DimTime:
		return i != IntervalDay && i != IntervalWeek
	}
	return false
}

func monthly(f Filter) bool {
	not := func(g Filter) bool { return !monthly(g) }
	switch f := f.(type) {
	case nil:
		return true
	case And:
		return !slices.ContainsFunc(f, not)
	case Or:
		return !slices.ContainsFunc(f, not)
	case *Not:
		return monthly(f.Filter)
	case *Keyed:
		return monthlyBy(f.Dimension, f.Interval)
	case *Compare:
		switch f.Property {
		case PropType, PropQuad, PropStatus, PropNegated, PropDated:
			return true
		case PropWhen:
			return wholeMonths(Date(f.Numbers[0]), Date(f.Numbers[1]))
		}
	}
	return false
}

// wholeMonths reports whether a range begins with a month and ends with one; 0 is no bound.
func wholeMonths(since, until Date) bool {
	return (since == 0 || since.Day() == 1) && (until == 0 || until.AddDays(1).Day() == 1)
}
