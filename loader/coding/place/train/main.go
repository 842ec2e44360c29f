// Train makes the weights of the scorer of places from the marked sentences:
//
//	go run ./loader/coding/place/train            writes loader/coding/place/weights.bin
//	go run ./loader/coding/place/train -check     figures on batches that were held out, nothing is written
//
// An example is an act that is marked and that the tables and the classifier of predicates find,
// with a place of its sentence: one that is marked for the act, else one where it was not done.
// Everything is done in a fixed order, see package logistic: the same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/coding/logistic"
	"github.com/actorgraph/actorgraph/loader/coding/place"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// example is an act with a place of its sentence.
type example struct {
	features []uint32
	there    bool
	proposed bool
	act      int // equal for the places of one act
	batch    string
}

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "measure on batches that were held out")
	var s logistic.Settings
	flag.IntVar(&s.Epochs, "epochs", 30, "passes over the examples")
	flag.Float64Var(&s.Rate, "rate", 0.03, "size of the steps")
	flag.Float64Var(&s.Decay, "decay", 0.01, "pull of the weights towards zero")
	flag.IntVar(&s.Least, "least", 1, "examples that a feature must be seen in")
	flag.Parse()
	all, err := marked("training/sentences")
	if err != nil {
		log.Fatalf("train: %v", err)
	}
	if err := crossValidate(all, s); err != nil {
		log.Fatalf("train: %v", err)
	}
	if *check {
		return
	}
	if err := os.WriteFile("loader/coding/place/weights.bin", place.Encode(learn(all, s)), 0o644); err != nil {
		log.Fatalf("train: %v", err)
	}
}

// learn makes weights from examples.
func learn(examples []example, s logistic.Settings) place.Weights {
	asked := make([]logistic.Example, len(examples))
	for i, e := range examples {
		asked[i] = logistic.Example{Features: e.features, Class: one(e.there), Weight: 1}
	}
	out := place.Weights{}
	for f, w := range logistic.Learn(asked, 2, s) {
		if row, some := logistic.Quantize([]float64{w[1] - w[0]}, place.Scale); some {
			out[f] = row[0]
		}
	}
	return out
}

// marked are the acts of the marked sentences with the places that the sentences name.
func marked(dir string) ([]example, error) {
	found, err := sentences.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	act := 0
	for _, s := range found {
		id := graph.ArticleID("", "", "", s.Text)
		doc := coding.Repair(language.Analyse(s.Text))
		cast := identity.Resolve(doc, identity.Context{Article: id}, identity.Default())
		list := coding.Placings(doc, cast, coding.Context{Article: id})
		for i, x := range list {
			if i == 0 || list[i-1].Act != x.Act {
				act++
			}
			if there, known := answer(&s, list, i); known {
				out = append(out, example{x.Features, there, x.Proposed, act, s.File})
			}
		}
	}
	return out, nil
}

// answer says whether an act was done at a place, as far as the marks tell: nothing of acts that
// are not marked, of what contains a marked place, and of who takes part.
func answer(s *sentences.Sentence, list []coding.Placing, i int) (there, known bool) {
	x := list[i]
	e := slices.IndexFunc(s.Events, func(e sentences.Event) bool { return meets(e.Trigger, x.Trigger) })
	if e < 0 {
		return false, false
	}
	at := func(x coding.Placing) bool {
		return meets(s.Events[e].Places, x.Place) || x.Hit && meets(s.Events[e].Targets, x.Place)
	}
	who := slices.Concat(s.Events[e].Sources, s.Events[e].Targets)
	switch {
	case at(x):
		return true, true
	case slices.Contains(who, x.Place),
		len(s.Events[e].Places) == 0 && meets(who, x.Place), // "[1S farmers in Lahore]": the marks do not say
		slices.ContainsFunc(x.Encloses, func(j int) bool { return at(list[j]) }):
		return false, false
	}
	return false, true
}

func meets(marks []graph.Span, x graph.Span) bool {
	return slices.ContainsFunc(marks, func(m graph.Span) bool { return m.Start < x.End && x.Start < m.End })
}

// folds is the number of parts that the batches are dealt into; each is held out in turn.
const folds = 8

// crossValidate prints how the rules and the scorer do on batches that the scorer has not seen.
func crossValidate(all []example, s logistic.Settings) error {
	var names []string
	for _, e := range all {
		if !slices.Contains(names, e.batch) {
			names = append(names, e.batch)
		}
	}
	slices.Sort(names)
	var rules, scorer, both tally
	for fold := range folds {
		held := func(e example) bool { return slices.Index(names, e.batch)%folds == fold }
		m, err := place.Open(place.Encode(learn(slices.DeleteFunc(slices.Clone(all), held), s)))
		if err != nil {
			return err
		}
		for _, e := range all {
			if held(e) {
				rules.add(e.there, e.proposed)
				scorer.add(e.there, m.Score(e.features) > 0)
				score := m.Score(e.features)
				both.add(e.there, coding.TakesPlace(score, e.proposed))
			}
		}
	}
	log.Printf("%d places beside acts, %d of them where the act was done", len(all), rules.right+rules.missed)
	log.Printf("rules:  %s", rules)
	log.Printf("scorer: %s", scorer)
	log.Printf("rules, and the scorer where it is sure: %s", both)
	return nil
}

// tally counts answers about places.
type tally struct{ right, wrong, missed int }

func (t *tally) add(is, said bool) {
	switch {
	case is && said:
		t.right++
	case said:
		t.wrong++
	case is:
		t.missed++
	}
}

func (t tally) String() string {
	p, r := share(t.right, t.right+t.wrong), share(t.right, t.right+t.missed)
	return fmt.Sprintf("precision %.1f, recall %.1f, F1 %.1f %%", p, r, 2*p*r/max(p+r, 1))
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
