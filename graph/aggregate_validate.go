package graph

import (
	"fmt"
	"slices"
)

// Validate refuses an Aggregation that no store can answer.
func (a Aggregation) Validate() error {
	if err := ValidateView(a.View); err != nil {
		return err
	}
	known := DimensionsOf(a.Class)
	if known == nil {
		return &ArgumentError{Argument: "class", Message: fmt.Sprintf("%q cannot be counted by dimensions", a.Class)}
	}
	if len(a.By) > 2 {
		return &ArgumentError{Argument: "by", Message: fmt.Sprintf("%d dimensions are too many", len(a.By)), Hint: "give at most two, and narrow the rest with where"}
	}
	for i, by := range a.By {
		argument := fmt.Sprintf("by[%d]", i)
		if !slices.Contains(known, by.Dimension) {
			return &ArgumentError{Argument: argument + ".dimension", Message: fmt.Sprintf("%q is no dimension of %ss", by.Dimension, a.Class), Hint: fmt.Sprintf("one of %v", known)}
		}
		if err := validateInterval(argument+".interval", by.Dimension, by.Interval); err != nil {
			return err
		}
		if by.First < 1 || by.First > MaxKeys {
			return &ArgumentError{Argument: argument + ".first", Message: fmt.Sprintf("%d is not a number of keys", by.First), Hint: fmt.Sprintf("ask for 1 to %d", MaxKeys)}
		}
	}
	if err := validateReality(a.Reality); err != nil {
		return err
	}
	return ValidateFilter(a.Class, a.Where)
}

func validateReality(r Reality) error {
	if r == "" || slices.Contains(Realities, r) {
		return nil
	}
	return &ArgumentError{Argument: "reality", Message: fmt.Sprintf("%q is not known", r), Hint: fmt.Sprintf("one of %v", Realities)}
}

func validateInterval(argument string, d Dimension, i CalendarInterval) error {
	switch {
	case i == "":
		return nil
	case !d.Calendar():
		return &ArgumentError{Argument: argument, Message: fmt.Sprintf("%s has no intervals", d), Hint: "leave it out"}
	case !slices.Contains(CalendarIntervals, i):
		return &ArgumentError{Argument: argument, Message: fmt.Sprintf("%q is not known", i), Hint: fmt.Sprintf("one of %v", CalendarIntervals)}
	}
	return nil
}

// validate checks a Keyed of a class.
func (f *Keyed) validate(c Class) error {
	switch dimensions := DimensionsOf(c); {
	case dimensions == nil:
		return refuseFilter("%s has no keys", c)
	case !slices.Contains(dimensions, f.Dimension):
		return refuseKey(fmt.Sprintf("one of %v", dimensions), "%s has no dimension %q", c, f.Dimension)
	}
	if err := validateInterval("where.key.interval", f.Dimension, f.Interval); err != nil {
		return err
	}
	// All keys that are kept, and "".
	if len(f.In) > MaxKeys+1 || len(f.NotIn) > MaxKeys+1 {
		return refuseKey("narrow by date or actor instead", "a list of more than %d keys is too long", MaxKeys+1)
	}
	values := f.Dimension.values()
	for _, name := range slices.Concat(f.In, f.NotIn) {
		if name == "" { // what has no key
			continue
		}
		if values != nil && !slices.Contains(values, name) {
			return refuseKey(fmt.Sprintf("one of %v", values), "%q is no key of %s", name, f.Dimension)
		}
		if _, _, ok := f.Interval.Days(name); f.Dimension.Calendar() && !ok {
			return refuseKey(fmt.Sprintf("write it like %q", f.Interval.Of(20160425)), "%q names no %s", name, f.Interval.orMonth())
		}
	}
	return nil
}

func refuseKey(hint, format string, args ...any) error {
	return &ArgumentError{Argument: "where.key", Message: fmt.Sprintf(format, args...), Hint: hint}
}

// values are all keys that a dimension can have, nil where these are not a closed set.
func (d Dimension) values() []string {
	switch d {
	case DimType:
		return textsOf(EventTypes)
	case DimMode:
		return textsOf(Modes)
	case DimContext:
		return textsOf(Contexts)
	case DimQuad:
		return textsOf(Quads)
	case DimStatus:
		return textsOf(Statuses)
	case DimSourceKind, DimTargetKind:
		return textsOf(ActorKinds)
	case DimSourceSector, DimTargetSector:
		return textsOf(Sectors)
	}
	return nil
}

func textsOf[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
