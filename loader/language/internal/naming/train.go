package naming

import "github.com/actorgraph/actorgraph/loader/language/internal/perceptron"

// Example is a sentence with the labels that people gave it.
type Example struct {
	Words []Word
	Gold  []uint8
}

// enough mistakes give a feature weights.
const enough = 2

// Train learns a model from examples in some epochs. It is a pure function of
// its arguments.
func Train(labels []string, examples []*Example, epochs int) (*perceptron.Trainer, error) {
	tr := perceptron.NewTrainer(labels, enough)
	f, err := New(tr)
	if err != nil {
		return nil, err
	}
	var r perceptron.Random
	order := append([]*Example(nil), examples...)
	var guess []uint8
	for range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			if cap(guess) < len(e.Words) {
				guess = make([]uint8, 2*len(e.Words))
			}
			guess = guess[:len(e.Words)]
			for i := range e.Words {
				f.extract(e.Words, guess, i)
				tr.Score(f.features, f.scores)
				guess[i] = uint8(f.best(guess, i))
				want := int(e.Gold[i])
				tr.Step()
				if f.fits(guess, i, want) {
					tr.Update(f.features, want, int(guess[i]))
				} else if f.types[guess[i]] != f.types[want] {
					// The name was missed at its begin: from here on it may begin late.
					tr.Update(f.features, f.beginOf(want), int(guess[i]))
				}
			}
		}
	}
	return tr, nil
}

// beginOf returns the label that begins a name of the type of label l.
func (f *Finder) beginOf(l int) int {
	for b, t := range f.types {
		if t == f.types[l] && !f.inside[b] {
			return b
		}
	}
	return 0
}
