package graph

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// CompileActors turns what a person wrote into a Filter; argument is what errors call it,
// such as "where". A nil w gives a nil Filter. Errors are *ArgumentError. The other
// Compile functions are its like.
func CompileActors(w *ActorWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.actors(w, argument)
	return f, c.err
}

// CompileEvents compiles an EventWhere.
func CompileEvents(w *EventWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.events(w, argument)
	return f, c.err
}

// CompileTies compiles a TieWhere.
func CompileTies(w *TieWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.ties(w, argument)
	return f, c.err
}

// CompileEvidence compiles an EvidenceWhere.
func CompileEvidence(w *EvidenceWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.evidence(w, argument)
	return f, c.err
}

// CompileArticles compiles an ArticleWhere.
func CompileArticles(w *ArticleWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.articles(w, argument)
	return f, c.err
}

// CompilePlaces compiles a PlaceWhere.
func CompilePlaces(w *PlaceWhere, argument string) (Filter, error) {
	c := &compiler{}
	f := c.places(w, argument)
	return f, c.err
}

// compiler keeps the first error and how deep it is, so that the conditions below can be
// written one a line.
type compiler struct {
	err                      error
	depth, links, conditions int
}

// list collects the conditions of one object under the name that errors use.
type list struct {
	c    *compiler
	path string
	and  And
}

func (c *compiler) fail(path, message, hint string) {
	if c.err == nil {
		c.err = &ArgumentError{Argument: path, Message: message, Hint: hint}
	}
}

// enter counts a level of nesting and reports whether it may be entered.
func (c *compiler) enter(path string) bool {
	if c.conditions++; c.conditions > MaxFilterConditions {
		c.fail(path, fmt.Sprintf("the filter has more than %d conditions", MaxFilterConditions), "ask for less at once; a list of values is one condition")
	}
	if c.depth++; c.depth > MaxFilterDepth {
		c.fail(path, fmt.Sprintf("the filter is nested more than %d deep", MaxFilterDepth), "ask for less at once")
	}
	return c.err == nil
}

func (c *compiler) leave() { c.depth-- }

func (l *list) add(f Filter) { l.and = append(l.and, f) }

func (l *list) compare(name string, p Property, texts []string, numbers ...int64) {
	if l.c.conditions++; l.c.conditions > MaxFilterConditions {
		l.c.fail(l.path+"."+name, fmt.Sprintf("the filter has more than %d conditions", MaxFilterConditions), "ask for less at once; a list of values is one condition")
		return
	}
	if len(texts) > MaxFilterList {
		l.c.fail(l.path+"."+name, fmt.Sprintf("a list of %d is too long", len(texts)), fmt.Sprintf("give at most %d", MaxFilterList))
		return
	}
	l.add(&Compare{Property: p, Texts: texts, Numbers: numbers})
}

// in adds a condition on a list, if there is one; set, if not nil, is all it may hold.
func in[T ~string](l *list, name string, p Property, values, set []T) {
	if len(values) == 0 { // an empty list does not narrow
		return
	}
	texts := make([]string, len(values))
	for i, v := range values {
		if set != nil && !slices.Contains(set, v) {
			l.c.fail(l.path+"."+name, fmt.Sprintf("%q is not known", v), fmt.Sprintf("one of %v", set))
		}
		texts[i] = string(v)
	}
	l.compare(name, p, texts)
}

func (l *list) ids(name string, p Property, ids []ID) {
	for _, id := range ids {
		if _, err := ParseID(string(id)); err != nil {
			l.c.fail(l.path+"."+name, strings.TrimSuffix(err.Error(), ": invalid"), "use an id that a query returned")
		}
	}
	in(l, name, p, ids, nil)
}

func (l *list) countries(codes []string) {
	for _, code := range codes {
		if code == "" || ValidateCountryCode(code) != nil {
			l.c.fail(l.path+".country", fmt.Sprintf("%q is not a country code", code),
				fmt.Sprintf("three capital letters of ISO 3166 such as USA or FRA, or one of %v", SpecialCountryCodes))
		}
	}
	in(l, "country", PropCountry, codes, nil)
}

func (l *list) is(name string, p Property, v *bool) {
	if v != nil {
		n := int64(0)
		if *v {
			n = 1
		}
		l.compare(name, p, nil, n)
	}
}

func (l *list) equals(name string, p Property, v *string) {
	if v != nil {
		l.compare(name, p, []string{*v})
	}
}

func (l *list) contains(name string, p Property, v *string) {
	if v == nil {
		return
	}
	if utf8.RuneCountInString(strings.Join(Words(*v), "")) < 3 {
		l.c.fail(l.path+"."+name, fmt.Sprintf("%q is too short", *v), "give at least 3 letters or digits")
	}
	l.compare(name, p, []string{*v})
}

func (l *list) confidence(v *float64) {
	if v == nil {
		return
	}
	if !(*v >= 0 && *v <= 1) {
		l.c.fail(l.path+".minConfidence", fmt.Sprintf("%v is not a confidence", *v), "a number from 0 to 1")
		return
	}
	l.compare("minConfidence", PropConfidence, nil, round(*v*1000))
}

func (l *list) sources(v *int) {
	if v != nil {
		l.compare("minSources", PropSources, nil, int64(*v))
	}
}

func (l *list) days(name string, p Property, since, until Date, texts ...string) {
	if since != 0 && until != 0 && until < since {
		l.c.fail(l.path+"."+name, fmt.Sprintf("the range from %s to %s is empty", since, until), "put the earlier day first")
	}
	l.compare(name, p, texts, int64(since), int64(until))
}

func (l *list) dayRange(name string, p Property, r *DateRange) {
	if r != nil {
		l.days(name, p, r.Since, r.Until)
	}
}

// key adds a condition on the keys of a node.
func (l *list) key(class Class, w *KeyWhere) {
	if w == nil {
		return
	}
	l.c.conditions++
	f := &Keyed{Dimension: w.Dimension, Interval: w.Interval, In: w.In, NotIn: w.NotIn}
	var refused *ArgumentError
	if err := f.validate(class); errors.As(err, &refused) {
		l.c.fail(l.path+".key", refused.Message, refused.Hint)
		return
	}
	l.add(f)
}

// has adds a condition on the far end of a link to another class.
func has[W any](l *list, name string, link Link, w *W, compile func(*W, string) Filter) {
	if w == nil {
		return
	}
	path := l.path + "." + name
	if l.c.links++; l.c.links > MaxFilterLinks {
		l.c.fail(path, fmt.Sprintf("the filter goes through more than %d other classes", MaxFilterLinks), "ask for less at once")
		return
	}
	l.add(&Has{Link: link, Where: compile(w, path)})
	l.c.links--
}

// logic adds and, or and not.
func logic[W any](l *list, and, or []W, not *W, compile func(*W, string) Filter) {
	for i := range and {
		l.add(compile(&and[i], fmt.Sprintf("%s.and[%d]", l.path, i)))
	}
	if len(or) > 0 {
		any := Or{}
		for i := range or {
			any = append(any, compile(&or[i], fmt.Sprintf("%s.or[%d]", l.path, i)))
		}
		l.add(any)
	}
	if not != nil {
		l.add(&Not{compile(not, l.path+".not")})
	}
}

// object compiles one input object by its body, one level deeper.
func (c *compiler) object(absent bool, path string, body func(l *list)) Filter {
	if absent || c.err != nil {
		return nil
	}
	defer c.leave()
	if !c.enter(path) {
		return nil
	}
	l := &list{c: c, path: path}
	body(l)
	if len(l.and) == 1 {
		return l.and[0]
	}
	return l.and
}

// round and ceil keep what no int64 holds within ±2^62.
func round(f float64) int64 { return int64(math.Round(clamp(f))) }
func ceil(f float64) int64  { return int64(math.Ceil(clamp(f))) }

func clamp(f float64) float64 { return max(-1<<62, min(1<<62, f)) }
