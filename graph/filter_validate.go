package graph

import (
	"fmt"
	"slices"
)

// properties says of which classes a property is, and how many numbers it takes; whether it
// takes texts follows from its kind.
var properties = map[Property]struct {
	of      []Class
	texts   texts
	numbers int
}{
	PropID:            {[]Class{ClassActor, ClassEvent, ClassTie, ClassEvidence, ClassArticle, ClassPlace}, many, 0},
	PropKind:          {[]Class{ClassActor}, many, 0},
	PropCountry:       {[]Class{ClassActor, ClassPlace}, many, 0},
	PropSector:        {[]Class{ClassActor}, many, 0},
	PropNamed:         {[]Class{ClassActor}, none, 1},
	PropName:          {[]Class{ClassActor}, one, 0},
	PropNameContains:  {[]Class{ClassActor, ClassPlace}, one, 0},
	PropWikidata:      {[]Class{ClassActor}, many, 0},
	PropLastSeen:      {[]Class{ClassActor}, none, 1},
	PropFirstSeen:     {[]Class{ClassActor}, none, 1},
	PropType:          {[]Class{ClassEvent}, many, 0},
	PropMode:          {[]Class{ClassEvent}, many, 0},
	PropContext:       {[]Class{ClassEvent}, many, 0},
	PropQuad:          {[]Class{ClassEvent}, many, 0},
	PropDisputed:      {[]Class{ClassEvent}, none, 1},
	PropDated:         {[]Class{ClassEvent}, none, 1},
	PropWhen:          {[]Class{ClassEvent}, one, 2},
	PropMinNumber:     {[]Class{ClassEvent}, one, 1},
	PropStatus:        {[]Class{ClassEvent, ClassTie, ClassEvidence}, many, 0},
	PropNegated:       {[]Class{ClassEvent, ClassTie, ClassEvidence}, none, 1},
	PropConfidence:    {[]Class{ClassEvent, ClassTie, ClassEvidence}, none, 1},
	PropSources:       {[]Class{ClassEvent, ClassTie}, none, 1},
	PropRelation:      {[]Class{ClassTie}, many, 0},
	PropRole:          {[]Class{ClassTie}, one, 0},
	PropHeldAt:        {[]Class{ClassTie}, none, 1},
	PropBegins:        {[]Class{ClassTie}, none, 2},
	PropEnds:          {[]Class{ClassTie}, none, 2},
	PropAttributed:    {[]Class{ClassEvidence}, none, 1},
	PropRecorded:      {[]Class{ClassEvidence}, none, 2},
	PropURL:           {[]Class{ClassArticle}, many, 0},
	PropPublisher:     {[]Class{ClassArticle}, many, 0},
	PropLanguage:      {[]Class{ClassArticle}, many, 0},
	PropPublished:     {[]Class{ClassArticle}, none, 2},
	PropTitleContains: {[]Class{ClassArticle}, one, 0},
	PropWithin:        {[]Class{ClassPlace}, many, 0},
	PropNear:          {[]Class{ClassPlace}, none, 3},
}

// texts says how many Texts a property takes.
type texts int

const (
	none texts = iota
	one
	many
)

func (t texts) fit(n int) bool { return t == many || int(t) == n }

// ValidateFilter checks that f can be asked of a class of nodes, its depth and its size.
// Stores may then compile it without looking back. Filters made by Compile… pass.
func ValidateFilter(c Class, f Filter) error {
	v := &filterValidation{}
	return v.filter(c, f, 0, 0)
}

type filterValidation struct{ conditions int }

func refuseFilter(format string, args ...any) error {
	return &ArgumentError{Argument: "where", Message: fmt.Sprintf(format, args...)}
}

func (v *filterValidation) filter(c Class, f Filter, depth, hops int) error {
	// What a Compile function makes is larger than what it was given: a list of conditions
	// and an Or each add a level, and speaker, article and evidence become one passage.
	if v.conditions++; depth > 3*MaxFilterDepth || hops > 2*MaxFilterLinks || v.conditions > 4*MaxFilterConditions {
		return refuseFilter("the filter is too large")
	}
	switch f := f.(type) {
	case nil:
		return nil
	case And:
		return v.all(c, f, depth, hops)
	case Or:
		return v.all(c, f, depth, hops)
	case *Not:
		if f != nil {
			return v.filter(c, f.Filter, depth+1, hops)
		}
	case *Has:
		if f != nil {
			if !slices.Contains(f.Link.From(), c) {
				return refuseFilter("%s has no link %q", c, f.Link)
			}
			return v.filter(f.Link.To(), f.Where, depth+1, hops+1)
		}
	case *Compare:
		if f != nil {
			return f.validate(c)
		}
	case *Keyed:
		if f != nil {
			return f.validate(c)
		}
	}
	return refuseFilter("%T is no filter", f)
}

func (v *filterValidation) all(c Class, fs []Filter, depth, hops int) error {
	for _, f := range fs {
		if err := v.filter(c, f, depth+1, hops); err != nil {
			return err
		}
	}
	return nil
}

func (f *Compare) validate(c Class) error {
	row, ok := properties[f.Property]
	if !ok || !slices.Contains(row.of, c) {
		return refuseFilter("%s has no property %q", c, f.Property)
	}
	if !row.texts.fit(len(f.Texts)) || row.numbers != len(f.Numbers) || len(f.Texts) > MaxFilterList {
		return refuseFilter("%s takes other constants than %d texts and %d numbers", f.Property, len(f.Texts), len(f.Numbers))
	}
	switch f.Property {
	case PropWhen:
		return oneOf("match", Match(f.Texts[0]), Matches)
	case PropMinNumber:
		return oneOf("count", CountOf(f.Texts[0]), Counts)
	}
	return nil
}
