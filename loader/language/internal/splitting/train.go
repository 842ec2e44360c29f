package splitting

import "github.com/actorgraph/actorgraph/loader/language/internal/perceptron"

// Example is a paragraph, and whether a sentence begins with each of its words.
type Example struct {
	Words []Word
	Gold  []bool
}

// Options of a training run.
type Options struct {
	Epochs int
	Margin int32 // a smaller lead of the right answer counts as a mistake
	Enough int   // mistakes that give a feature weights
}

// Train learns a model. It is a pure function of its arguments.
func Train(examples []*Example, o Options) (*perceptron.Trainer, error) {
	tr := perceptron.NewTrainer(Labels(), o.Enough)
	s, err := New(tr)
	if err != nil {
		return nil, err
	}
	var r perceptron.Random
	order := append([]*Example(nil), examples...)
	for range o.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			start := 0
			s.Reset()
			for i := 1; i < len(e.Words); i++ {
				if !e.Words[i].Glued && !e.Words[i-1].Ruled && isCandidate(e.Words, i) {
					s.extract(e.Words, start, i)
					tr.Score(s.features, s.scores[:])
					tr.Step()
					want := 0
					if e.Gold[i] {
						want = 1
					}
					if s.scores[want]-s.scores[1-want] <= o.Margin {
						tr.Update(s.features, want, 1-want)
						if want == 1 { // begins are rare: each missed one counts twice
							tr.Update(s.features, want, 1-want)
						}
					}
				}
				if e.Gold[i] {
					start = i
				}
			}
		}
	}
	return tr, nil
}
