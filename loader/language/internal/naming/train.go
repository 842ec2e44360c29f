package naming

import "github.com/actorgraph/actorgraph/loader/language/internal/perceptron"

// Example is a sentence with the names that people marked, in order.
type Example struct {
	Words []Word
	Gold  []Segment
}

// Options of a training run.
type Options struct {
	Epochs int
	// Margin is how far the right division must lead for each word that
	// another one labels otherwise.
	Margin int32
	// Enough mistakes give a feature weights.
	Enough int
	// Progress, if set, is told the share of sentences without a mistake.
	Progress func(epoch, right, of int)
}

// Train learns a model of names of the types: where the best division of a
// sentence, with the margin, is not the right one, the weights move from the
// one to the other. It is a pure function of its arguments.
func Train(types []string, examples []*Example, g *Gazetteer, o Options) (*perceptron.Trainer, error) {
	tr := perceptron.NewTrainer(Labels(types), o.Enough)
	f, err := New(tr, g)
	if err != nil {
		return nil, err
	}
	var r perceptron.Random
	order := append([]*Example(nil), examples...)
	var guess []Segment
	for epoch := range o.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right := 0
		for _, e := range order {
			f.gold = e.Gold
			f.read(e.Words)
			f.penalize(e.Gold, o.Margin)
			guess = f.search(guess[:0])
			tr.Step()
			if same(e.Gold, guess) {
				right++
				continue
			}
			f.update(tr, e.Gold, guess)
		}
		if o.Progress != nil {
			o.Progress(epoch, right, len(order))
		}
	}
	f.gold = nil
	return tr, nil
}

// penalize makes every label but the right one better by the margin.
func (f *Finder) penalize(gold []Segment, margin int32) {
	labels := len(f.scores)
	for i := range f.words {
		want := labelAt(gold, i)
		emit := f.emit[i*labels : (i+1)*labels]
		for l := range emit {
			if l != want {
				emit[l] += margin
			}
		}
	}
}

// labelAt returns the label of word i in a division.
func labelAt(names []Segment, i int) int {
	for _, s := range names {
		switch {
		case i < s.First || i > s.Last:
		case s.First == s.Last:
			return label(s.Type, single)
		case i == s.First:
			return label(s.Type, begin)
		case i == s.Last:
			return label(s.Type, end)
		default:
			return label(s.Type, inside)
		}
	}
	return 0
}

func same(a, b []Segment) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func has(names []Segment, s Segment) bool {
	for _, x := range names {
		if x == s {
			return true
		}
	}
	return false
}

// update moves the weights from the guess to what is right.
func (f *Finder) update(tr *perceptron.Trainer, gold, guess []Segment) {
	for i := range f.words {
		want, got := labelAt(gold, i), labelAt(guess, i)
		if want != got {
			tr.Update(f.tokens[i*f.per:(i+1)*f.per], want, got)
		}
	}
	f.move(tr, gold, guess, 1)
	f.move(tr, guess, gold, -1)
}

// move changes the weights of the names, and of the links between names, that
// one division has and the other has not.
func (f *Finder) move(tr *perceptron.Trainer, names, other []Segment, by int32) {
	for k, s := range names {
		if !has(other, s) {
			f.whole = f.segment(f.whole[:0], s.First, s.Last)
			tr.Add(f.whole, label(s.Type, whole), by)
		}
		if k == 0 || s.First-names[k-1].Last > near {
			continue
		}
		if p := names[k-1]; !has(other, s) || !has(other, p) {
			f.whole = f.between(f.whole[:0], p.Last+1, s.First, p.Type)
			tr.Add(f.whole, label(s.Type, whole), by)
		}
	}
}
