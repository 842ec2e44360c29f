package naming_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// counter counts the features that are scored, which is what the search costs.
type counter struct {
	labels   []string
	features int
}

func (c *counter) Labels() []string { return c.labels }

func (c *counter) Score(features []uint32, scores []int32) {
	c.features += len(features)
	clear(scores)
}

// TestWorkIsLinear: a sentence twice as long costs twice as much, whatever it
// is made of.
func TestWorkIsLinear(t *testing.T) {
	g, err := naming.ReadGazetteer([]byte(rows))
	if err != nil {
		t.Fatal(err)
	}
	work := func(text string) int {
		c := &counter{labels: naming.Labels([]string{"PER", "ORG"})}
		f, err := naming.New(c, g)
		if err != nil {
			t.Fatal(err)
		}
		texts := strings.Fields(text)
		forms := make([]form.Word, len(texts))
		var r form.Reader
		r.Sentence(texts, forms)
		words := make([]naming.Word, len(texts))
		for i := range words {
			words[i] = naming.Word{Word: forms[i], Head: i - 1, Cues: naming.CuesOf(forms[i].Lower)}
			if i > 0 && texts[i-1] == "(" {
				words[i].Letters = naming.Letters(texts[i])
			}
		}
		f.Find(words, nil)
		return c.features
	}
	for _, unit := range []string{
		"the man said that ", "Ada of the Obo and ", "ADA OBO ", "A ", "( ABC ) ", "\" ", "de la Ada ", "1 2 3 ", "al - Ada & Obo ",
	} {
		once, twice := work(strings.Repeat(unit, 1000)), work(strings.Repeat(unit, 2000))
		if once == 0 || twice > 2*once+once/50 {
			t.Errorf("%q: %d features for 1,000 times, %d for 2,000", unit, once, twice)
		}
		if words := 1000 * len(strings.Fields(unit)); once > words*2000 {
			t.Errorf("%q: %d features a word", unit, once/words)
		}
	}
}
