package tagging

import (
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
)

// Example is a sentence with the labels that people gave it.
type Example struct {
	Words []form.Word
	Gold  []uint8
}

// Options of a training run.
type Options struct {
	Epochs int
	// Margin is how far the right label must lead; a smaller lead counts as a
	// mistake.
	Margin int32
	// Enough mistakes give a feature weights.
	Enough int
	// Slow makes the steps of often moved weights smaller.
	Slow bool
	// Seed other than 0 gives another order of the examples.
	Seed uint64
}

// unit is the first step of a weight where steps get smaller.
const unit = 64

// Train learns a model from examples. It is a pure function of its arguments.
func Train(labels []string, examples []*Example, o Options) *perceptron.Trainer {
	tr := perceptron.NewTrainer(labels, o.Enough)
	margin := o.Margin
	if o.Slow {
		tr.Slow(unit)
		margin *= unit
	}
	t := New(tr)
	r := perceptron.NewRandom(o.Seed)
	order := append([]*Example(nil), examples...)
	var tags []uint8
	for range o.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			if cap(tags) < len(e.Words) {
				tags = make([]uint8, 2*len(e.Words))
			}
			tags = tags[:len(e.Words)]
			t.look(e.Words)
			for i := range e.Words {
				t.extract(e.Words, tags, i)
				tr.Score(t.features, t.scores)
				tags[i] = uint8(best(t.scores))
				tr.Step()
				want := int(e.Gold[i])
				rival := bestBut(t.scores, want)
				if t.scores[want]-t.scores[rival] <= margin {
					tr.Update(t.features, want, rival)
				}
			}
		}
	}
	return tr
}

// bestBut returns the best-scored label other than one.
func bestBut(scores []int32, one int) int {
	b := -1
	for i, s := range scores {
		if i != one && (b < 0 || s > scores[b]) {
			b = i
		}
	}
	return b
}
