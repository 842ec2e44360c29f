package findings

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// Question is what is known of two spans of a text before the question is answered, what one
// does to the other.
type Question struct {
	Rule     graph.EventType // what the tables and the classifier of predicates answer, "" for nothing
	Sure     float64         // their confidence
	Fit      float64         // how well the act that they mean fits the two spans
	Features []uint32        // what the classifier of pairs sees, nil where the sentence is not coded
	tree     int             // how many of them do not speak of the rules
}

// Tree are the features that do not speak of what the rules answer.
func (q *Question) Tree() []uint32 { return q.Features[:q.tree] }

// Ask makes the question about a pair. kinds judges predicates, nil is the classifier that ships.
func Ask(x *loader.Extracted, a Asked, kinds *kind.Model) Question {
	var phrases []identity.Phrase
	var sides [2]*identity.Phrase
	for i, s := range []*Span{a.Source, a.Target} {
		if p, ok := phraseAt(x, s); ok {
			phrases = append(phrases, p)
			sides[i] = &p
		}
	}
	if sides[0] != nil && sides[1] != nil && sides[0].Sentence != sides[1].Sentence {
		sides[1] = nil
	}
	plain := *x
	if kinds != nil {
		plain.Result.Evidence = x.Code(x.Cast, func(c *coding.Context) { c.Kinds = kinds })
	}
	line := of(&plain, nil)
	q := line.between(a)
	named := *x
	named.Cast = x.Cast.With(x.Document, phrases)
	if q.Fit < fitsBoth { // no act between both: look again, with whoever is asked for as an actor
		named.Result.Evidence = x.Code(named.Cast, func(c *coding.Context) { c.Kinds, c.Eager = kinds, true })
		again := of(&named, nil)
		if other := again.between(a); other.Fit > q.Fit {
			q, line = other, again
		}
	}
	if sides[0] != nil || sides[1] != nil {
		if q.Features = coding.Between(x.Document, named.Cast, x.Context(), sides[0], sides[1]); q.Features != nil {
			q.tree = len(q.Features)
			q.Features = append(q.Features, q.rule(&line)...)
		}
	}
	return q
}

// rule describes the answer of the rules for the classifier of pairs.
func (q *Question) rule(l *Line) []uint32 {
	var others []graph.EventType
	for i := range l.Events {
		if t := l.Events[i].Coded(); t != q.Rule && !slices.Contains(others, t) {
			others = append(others, t)
		}
	}
	return coding.Rule(q.Rule, others, int(q.Fit/10), int(q.Sure*1000))
}

// answer lets the classifier of pairs decide; the answer of the rules is among what it sees.
func (q *Question) answer() Pair {
	if q.Features == nil {
		if q.Rule == "" {
			return Pair{}
		}
		t := string(q.Rule)
		return Pair{Type: &t, Confidence: q.Sure}
	}
	v := pairs().Judge(q.Features)
	t := string(kind.TypeOf(v.Event))
	return Pair{Type: &t, Confidence: float64(pairs().Confidence(v.Margin)) / 1000}
}

//go:embed pairs.bin
var pairWeights []byte

// pairs is the classifier of pairs. A test opens the weights, so that bad ones cannot ship.
var pairs = sync.OnceValue(func() *kind.Model {
	m, err := kind.Open(pairWeights)
	if err != nil {
		panic(fmt.Sprintf("findings: %v", err))
	}
	return m
})

// phraseAt is the run of tokens that a span of the input covers.
func phraseAt(x *loader.Extracted, s *Span) (identity.Phrase, bool) {
	p, found := identity.Phrase{}, false
	if s == nil {
		return p, false
	}
	for i := range x.Document.Sentences {
		for j, t := range x.Document.Sentences[i].Tokens {
			from, to := x.Cleaned.ToInput(t.Start, t.End)
			if from >= s[1] || to <= s[0] || found && p.Sentence != i {
				continue
			}
			if !found {
				p = identity.Phrase{Sentence: i, First: j}
			}
			p.Last, found = j, true
		}
	}
	return p, found
}

// fitsBoth is the fit from which both spans take part in an act.
const fitsBoth = 20

// between answers one question: the type of the outermost act whose participants fit the
// two spans best, as the PLOVER codebook counts acts. Of equally good ones the first in the
// text is taken. Where neither span takes part in an act, it is one of the same sentence,
// with little confidence. It also says how well that act fits.
func (l *Line) between(a Asked) Question {
	best, fit, sure := -1, 0.0, 0.0
	for i := range l.Events {
		e := &l.Events[i]
		f, s := l.fitBoth(a, e)
		if f > fit {
			best, fit, sure = i, f, s
		}
	}
	if best < 0 {
		return Question{}
	}
	e := l.outermost(a, best)
	return Question{Rule: e.Coded(), Sure: e.Confidence * sure, Fit: fit}
}

// outermost climbs from an act to the speech act about it, as long as its source is the one
// that is asked for: who agrees to release somebody has agreed.
func (l *Line) outermost(a Asked, at int) *Event {
	for steps := 0; steps <= len(l.Events); steps++ {
		outer := -1
		for i := range l.Events {
			o := &l.Events[i]
			if o.About != nil && *o.About == at && i != at && o.Status != string(graph.Denied) && l.fit(a.Source, o, o.Sources, o.SourceSpans) > 0 {
				outer = i
			}
		}
		if outer < 0 {
			break
		}
		at = outer
	}
	return &l.Events[at]
}

// fitBoth says how well an event answers a question, 0 for not at all, and how sure it is
// that the question means it, from 0 to 1. Both sides go before one, one before none, and
// then what the codebook counts before what it does not.
func (l *Line) fitBoth(a Asked, e *Event) (fit, sure float64) {
	source := l.fit(a.Source, e, e.Sources, e.SourceSpans)
	target := l.fit(a.Target, e, e.Targets, e.TargetSpans)
	if len(e.Targets) == 0 && a.Source != nil && a.Target != nil {
		target = l.fit(a.Target, e, e.Sources, e.SourceSpans) // an event between equals
	}
	guessed := 0.0 // what is guessed goes behind what one side alone supports
	if e.Confidence <= float64(coding.Guess)/1000 {
		guessed = 11
	}
	isSource, isTarget := a.Source != nil && source > 0, a.Target != nil && target > 0
	switch {
	case isSource && target > 0 || isTarget && source > 0:
		return fitsBoth + source + target + rank(e) - guessed, (1 + min(source, target)) / 2
	case isSource || isTarget:
		return 10 + source + target + rank(e) - guessed*3/4, 0.5
	case isWithin(a.Source, e.Sentence) || isWithin(a.Target, e.Sentence):
		return 1 + rank(e), 0.2
	}
	return 0, 0
}

func isWithin(s *Span, sentence Span) bool {
	return s != nil && sentence[0] <= s[0] && s[1] <= sentence[1]
}

// rank prefers speech acts to the acts they speak of, and both to what is denied.
func rank(e *Event) float64 {
	switch {
	case e.Status == string(graph.Denied) || e.Status == string(graph.Hypothetical) || e.Negated && !isCalledOff(e):
		return 0
	case e.Content:
		return 0.1
	}
	return 0.2
}

// fit says how well a span of the question fits one side of an event, from 0 to 1: by the
// wording in the sentence, else by another mention of the same actor. No span asks for an
// empty side.
func (l *Line) fit(s *Span, e *Event, ids []string, spans []Span) float64 {
	if s == nil {
		if len(ids) == 0 {
			return 1
		}
		return 0
	}
	best := 0.0
	for _, x := range spans {
		best = max(best, overlap(*s, x))
	}
	if best > 0 {
		return best
	}
	if id := l.actorAt(*s); id != "" && slices.Contains(ids, id) {
		return 0.5
	}
	return 0
}

// actorAt is the actor of the mention that fits the span best, "" for none.
func (l *Line) actorAt(s Span) string {
	id, best := "", 0.0
	for _, m := range l.Mentions {
		if f := overlap(s, Span{m.Start, m.End}); m.Actor != "" && f > best {
			id, best = m.Actor, f
		}
	}
	return id
}

// overlap is the common part of two spans as a share of all they cover.
func overlap(a, b Span) float64 {
	common := min(a[1], b[1]) - max(a[0], b[0])
	if common <= 0 {
		return 0
	}
	return float64(common) / float64(max(a[1], b[1])-min(a[0], b[0]))
}

// Coded is the type under which the sets count an act whose types come from CAMEO. An act that
// is still to come is, if cooperative, the agreement to it, called off the refusal of it, if
// hostile a threat. CAMEO has a verdict of guilt among disapproval and an embargo among
// coercion (116 and 163 of its table of conversion to PLOVER).
func (e *Event) Coded() graph.EventType {
	t := graph.EventType(e.Type)
	switch t {
	case graph.Consult, graph.Support, graph.Cooperate, graph.Aid, graph.Retreat, graph.Concede:
		if isCalledOff(e) {
			return graph.Reject
		}
		if e.Status == string(graph.Planned) {
			return graph.Agree
		}
	case graph.Sanction, graph.Coerce, graph.Assault, graph.Mobilize, graph.Protest:
		switch {
		case !e.Negated && (e.Status == string(graph.Planned) || e.Status == string(graph.Threatened)):
			return graph.Threaten
		case t == graph.Sanction && slices.Contains(e.Modes, "CONVICT"):
			return graph.Accuse
		case t == graph.Sanction && len(e.Modes) == 0:
			return graph.Coerce
		}
	}
	return t
}

// isCalledOff: a cooperative act that was planned and is so no more.
func isCalledOff(e *Event) bool {
	switch graph.EventType(e.Type) {
	case graph.Consult, graph.Support, graph.Cooperate, graph.Aid, graph.Retreat, graph.Concede:
		return e.Negated && e.Status == string(graph.Planned)
	}
	return false
}
