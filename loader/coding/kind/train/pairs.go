package main

import (
	"log"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
	"github.com/actorgraph/actorgraph/loader/findings"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// askMarked asks of each marked event what its first source does to its first target, where
// two equals take part what the first does to the second. The rules answer with a classifier
// of predicates that has not seen the batch.
func askMarked(dir string, folds map[string]*kind.Model) ([]example, error) {
	found, err := sentences.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, s := range found {
		x := loader.Extract(article.Article{Text: s.Text}, identity.Default())
		for i := range s.Events {
			asked, ok := askedOf(&s.Events[i])
			if !ok {
				continue
			}
			q := findings.Ask(x, asked, folds[s.File])
			if q.Features != nil {
				out = append(out, example{q.Features, kind.ClassOf(coded(&s, i)), kind.ClassOf(q.Rule), s.File})
			}
		}
	}
	return out, nil
}

// askedOf is the question about an event.
func askedOf(e *sentences.Event) (a findings.Asked, ok bool) {
	sides := [][]graph.Span{e.Sources, e.Targets}
	if len(e.Targets) == 0 && len(e.Sources) > 1 {
		sides = [][]graph.Span{e.Sources[:1], e.Sources[1:]}
	}
	for i, to := range []**findings.Span{&a.Source, &a.Target} {
		if len(sides[i]) > 0 {
			*to = &findings.Span{sides[i][0].Start, sides[i][0].End}
			ok = true
		}
	}
	return a, ok
}

// coded is the type of the outermost act of the same source, as the codebook counts it.
func coded(s *sentences.Sentence, at int) graph.EventType {
	for range s.Events {
		outer := slices.IndexFunc(s.Events, func(o sentences.Event) bool {
			return o.About == at && len(o.Sources) > 0 && slices.Contains(s.Events[at].Sources, o.Sources[0])
		})
		if outer < 0 {
			break
		}
		at = outer
	}
	e := &s.Events[at]
	as := findings.Event{Type: string(e.Type), Status: string(e.Status), Negated: e.Negated}
	for _, m := range e.Modes {
		as.Modes = append(as.Modes, string(m))
	}
	return as.Coded()
}

// askTables asks about the examples of the senses, of which the tables know who takes part;
// what they answer is kept from the classifier, since there they are right.
func askTables(dir string) ([]example, error) {
	senses, err := senseExamples(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, s := range senses {
		x := loader.Extract(article.Article{Text: s.text}, identity.Default())
		l := findings.Of(x, nil)
		for i := range l.Events {
			e := &l.Events[i]
			if e.Type != string(s.typ) || e.Status != string(graph.Happened) || len(e.SourceSpans)+len(e.TargetSpans) == 0 {
				continue
			}
			var a findings.Asked
			if len(e.SourceSpans) > 0 {
				a.Source = &e.SourceSpans[0]
			}
			if len(e.TargetSpans) > 0 {
				a.Target = &e.TargetSpans[0]
			}
			if q := findings.Ask(x, a, nil); q.Features != nil {
				out = append(out, example{features: q.Tree(), class: kind.ClassOf(e.Coded())})
			}
			break
		}
	}
	return out, nil
}

// reportPairs prints how rules and model answer, and returns the share of right answers by margin.
func (all outcomes) reportPairs() [kind.Bins]uint16 {
	var rule, model, n [2]int // of all, of those between two
	var hits, sums [kind.Bins]int
	for _, o := range all {
		n[0]++
		rule[0] += one(o.frame == o.class)
		model[0] += one(o.Event == o.class)
		b := min(o.Margin/kind.BinWidth, kind.Bins-1)
		sums[b]++
		hits[b] += one(o.Event == o.class)
	}
	log.Printf("%d pairs held out: rules answer %.1f %% right, the model %.1f %%", n[0], share(rule[0], n[0]), share(model[0], n[0]))
	var bins [kind.Bins]uint16
	last := 0
	for b := range bins {
		log.Printf("margin from %4d: %4d pairs, %.1f %% right", b*kind.BinWidth, sums[b], share(hits[b], sums[b]))
		if sums[b] > 0 {
			last = max(last, 1000*hits[b]/sums[b])
		}
		bins[b] = uint16(last)
	}
	return bins
}
