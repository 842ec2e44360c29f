// Train makes the weights of the classifiers of predicates and of pairs from the marked sentences
// and the examples of the tables:
//
//	go run ./loader/coding/kind/train            writes loader/coding/kind/weights.bin and loader/findings/pairs.bin
//	go run ./loader/coding/kind/train -check     figures on batches that were held out, nothing is written
//
// Everything is done in a fixed order, see package logistic: the same input gives the same bytes.
package main

import (
	"flag"
	"log"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/coding/logistic"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// example is one predicate with its class.
type example struct {
	features []uint32
	class    int
	frame    int    // what the tables say
	batch    string // file of the sentence; "" for an example of the tables
}

// weight is how much an example counts: one of the tables, which is short and plain, half.
func (e *example) weight() float64 {
	if e.batch == "" {
		return tableWeight
	}
	return 1
}

var tableWeight float64

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "measure on batches that were held out")
	var s logistic.Settings
	flag.IntVar(&s.Epochs, "epochs", 20, "passes over the examples")
	flag.Float64Var(&s.Rate, "rate", 0.3, "size of the steps")
	flag.Float64Var(&s.Decay, "decay", 0.003, "pull of the weights towards zero")
	flag.IntVar(&s.Least, "least", 1, "examples that a feature must be seen in")
	flag.Float64Var(&tableWeight, "tables", 0.5, "how much an example of the tables counts")
	flag.Parse()
	all, err := marked("training/sentences")
	if err != nil {
		log.Fatalf("train: %v", err)
	}
	own, err := tables("loader/coding/frames")
	if err != nil {
		log.Fatalf("train: %v", err)
	}
	log.Printf("%d predicates in sentences, %d in the tables", len(all), len(own))
	judges := modelsWithout(all, own, s)
	bins := crossValidate(all, judges).report()
	both, err := askMarked("training/sentences", judges)
	if err != nil {
		log.Fatalf("train: %v", err)
	}
	told, err := askTables("loader/coding/frames")
	if err != nil {
		log.Fatalf("train: %v", err)
	}
	log.Printf("%d pairs in sentences, %d in the tables", len(both), len(told))
	pairBins := crossValidate(both, modelsWithout(both, told, s)).reportPairs()
	if *check {
		return
	}
	for name, data := range map[string][]byte{
		"loader/coding/kind/weights.bin": kind.Encode(learn(append(slices.Clone(own), all...), s), bins),
		"loader/findings/pairs.bin":      kind.Encode(learn(append(slices.Clone(told), both...), s), pairBins),
	} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			log.Fatalf("train: %v", err)
		}
	}
}

// predicates analyses a text as the loader does.
func predicates(text string) (*language.Document, []coding.Predicate) {
	id := graph.ArticleID("", "", "", text)
	doc := coding.Repair(language.Analyse(text))
	cast := identity.Resolve(doc, identity.Context{Article: id}, identity.Default())
	return doc, coding.Predicates(doc, cast, coding.Context{Article: id})
}

// marked are the predicates of the marked sentences; what no mark names tells no event.
func marked(dir string) ([]example, error) {
	found, err := sentences.ReadFolder(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, s := range found {
		doc, preds := predicates(s.Text)
		for _, p := range preds {
			t := doc.Sentences[p.Sentence].Tokens[p.Token]
			class := kind.None
			for _, e := range s.Events {
				for _, x := range e.Trigger {
					if t.Start < x.End && x.Start < t.End {
						class = kind.ClassOf(e.Type)
					}
				}
			}
			out = append(out, example{p.Features, class, kind.ClassOf(p.Frame), s.File})
		}
	}
	return out, nil
}

// tables are the examples of the senses; only the predicate that the sense is of has a class.
func tables(dir string) ([]example, error) {
	senses, err := senseExamples(dir)
	if err != nil {
		return nil, err
	}
	var out []example
	for _, s := range senses {
		lemma, _, _ := strings.Cut(s.lemma, "_")
		_, preds := predicates(s.text)
		for _, p := range preds {
			if p.Lemma == lemma || p.Lemma == s.lemma {
				out = append(out, example{p.Features, kind.ClassOf(s.typ), kind.ClassOf(p.Frame), ""})
				break
			}
		}
	}
	return out, nil
}

// outcome is a judgement on a predicate that the model had not seen.
type outcome struct {
	example
	kind.Verdict
}

type outcomes []outcome

// folds is the number of parts that the batches are dealt into; each is held out in turn.
const folds = 8

// modelsWithout learns, for each batch, from the examples of the other folds.
func modelsWithout(all, own []example, s logistic.Settings) map[string]*kind.Model {
	var names []string
	for _, e := range all {
		if !slices.Contains(names, e.batch) {
			names = append(names, e.batch)
		}
	}
	slices.Sort(names)
	var models [folds]*kind.Model
	var group sync.WaitGroup
	for fold := range folds {
		group.Go(func() {
			seen := slices.Clone(own)
			for _, e := range all {
				if slices.Index(names, e.batch)%folds != fold {
					seen = append(seen, e)
				}
			}
			m, err := kind.Open(kind.Encode(learn(seen, s), [kind.Bins]uint16{}))
			if err != nil {
				log.Fatalf("train: %v", err)
			}
			models[fold] = m
		})
	}
	group.Wait()
	out := map[string]*kind.Model{}
	for i, name := range names {
		out[name] = models[i%folds]
	}
	return out
}

// crossValidate has each batch judged by the model that has not seen it.
func crossValidate(all []example, models map[string]*kind.Model) outcomes {
	var out outcomes
	for _, e := range all {
		out = append(out, outcome{e, models[e.batch].Judge(e.features)})
	}
	return out
}

// report prints how tables and model do, and returns the share of right judgements by margin.
func (all outcomes) report() [kind.Bins]uint16 {
	var n, events, frameRight, modelRight, silent, silentRight int
	var said, framesSaid int
	var hits, sums [kind.Bins]int
	for _, o := range all {
		n++
		if o.class != kind.None {
			events++
			frameRight += one(o.frame == o.class)
			modelRight += one(o.Class == o.class)
			if o.frame == kind.None {
				silent++
				silentRight += one(o.Event == o.class)
			}
		}
		framesSaid += one(o.frame != kind.None)
		said += one(o.Class != kind.None)
		b := min(o.Margin/kind.BinWidth, kind.Bins-1)
		if o.Class != kind.None {
			sums[b]++
			hits[b] += one(o.Class == o.class)
		}
	}
	log.Printf("%d predicates held out, %d events", n, events)
	log.Printf("tables: %.1f %% of the events right, %.1f %% of what they say", share(frameRight, events), share(frameRight, framesSaid))
	log.Printf("model:  %.1f %% of the events right, %.1f %% of what it says", share(modelRight, events), share(modelRight, said))
	log.Printf("best event where the tables are silent: %.1f %% of %d", share(silentRight, silent), silent)
	var bins [kind.Bins]uint16
	last := 0
	for b := range bins {
		log.Printf("margin from %4d: %4d events said, %.1f %% right", b*kind.BinWidth, sums[b], share(hits[b], sums[b]))
		if sums[b] > 0 {
			last = max(last, 1000*hits[b]/sums[b])
		}
		bins[b] = uint16(last)
	}
	for _, limit := range []int{0, 8, 16, 24, 32, 48, 64, 80, 96} {
		var added, right, changed, better, worse, dropped, rightly int
		for _, o := range all {
			switch {
			case o.Margin < limit:
			case o.frame == kind.None && o.Class != kind.None:
				added++
				right += one(o.Class == o.class)
			case o.frame != kind.None && o.Class == kind.None:
				dropped++
				rightly += one(o.class == kind.None)
			case o.frame != kind.None && o.Class != o.frame:
				changed++
				better += one(o.Class == o.class)
				worse += one(o.frame == o.class)
			}
		}
		log.Printf("margin %d: adds %d, %d right; drops %d, %d rightly; changes %d, %d better, %d worse", limit, added, right, dropped, rightly, changed, better, worse)
	}
	return bins
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
