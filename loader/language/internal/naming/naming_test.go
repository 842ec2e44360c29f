package naming_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
	"github.com/actorgraph/actorgraph/loader/language/internal/perceptron"
	"github.com/google/go-cmp/cmp"
)

const rows = "country\tsouth sudan\ncountry\tsudan\ndemonym\tsudanese\ncity\tsudan\nbody\trevolutionary armed forces of colombia\n"

func TestMatch(t *testing.T) {
	g, err := naming.ReadGazetteer([]byte(rows))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]naming.Kind{
		"In South Sudan today":                       {0, naming.Country, naming.Country, 0},
		"In Sudan today":                             {0, naming.Country | naming.City, 0},
		"south sudan":                                {0, 0},
		"SOUTH SUDAN ARMY GO":                        {naming.Country, naming.Country, 0, 0},
		"the Revolutionary Armed Forces of Colombia": {0, naming.Organization, naming.Organization, naming.Organization, naming.Organization, naming.Organization},
	} {
		var r form.Reader
		texts := strings.Fields(text)
		words := make([]form.Word, len(texts))
		r.Sentence(texts, words)
		g.Match(words)
		var got []naming.Kind
		const all = naming.Country | naming.City | naming.Demonym | naming.Region | naming.Given | naming.Family | naming.Organization
		for _, w := range words {
			got = append(got, naming.Kind(w.Known)&all)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", text, diff)
		}
	}
	if got := g.Lookup("south sudan"); got != naming.Country {
		t.Errorf("Lookup = %b", got)
	}
}

func TestReadGazetteerRefuses(t *testing.T) {
	for _, in := range []string{"country sudan\n", "planet\tmars\n"} {
		if _, err := naming.ReadGazetteer([]byte(in)); err == nil {
			t.Errorf("%q: no error", in)
		}
	}
}

// TestFinderLearns: titles and prepositions tell people from places.
func TestFinderLearns(t *testing.T) {
	labels := []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"}
	sentence := func(text string, gold ...uint8) *naming.Example {
		var r form.Reader
		texts := strings.Fields(text)
		forms := make([]form.Word, len(texts))
		r.Sentence(texts, forms)
		e := &naming.Example{Words: make([]naming.Word, len(texts)), Gold: gold}
		for i := range forms {
			e.Words[i] = naming.Word{Word: forms[i], Head: -1, Cues: naming.CuesOf(forms[i].Lower)}
		}
		return e
	}
	tr, err := naming.Train(labels, []*naming.Example{
		sentence("Mr. Aru slept in Obo", 0, 1, 0, 0, 3),
		sentence("Mr. Ulo Eka left for Iru Bay", 0, 1, 2, 0, 0, 3, 4),
		sentence("she met Mr. Ono in Ebe Bay", 0, 0, 0, 1, 0, 3, 4),
		sentence("nothing happened here", 0, 0, 0),
	}, 30)
	if err != nil {
		t.Fatal(err)
	}
	m, err := perceptron.Open(tr.Model(1, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	f, err := naming.New(m)
	if err != nil {
		t.Fatal(err)
	}
	e := sentence("Mr. Ama slept in Uku Bay", 0, 1, 0, 0, 3, 4) // words it has not seen
	got := make([]uint8, len(e.Words))
	f.Find(e.Words, got)
	if diff := cmp.Diff(e.Gold, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNewRefusesOtherLabels(t *testing.T) {
	for _, labels := range [][]string{{"B-PER"}, {"O", "PER"}, {"O", "X-PER"}, {"O", "B-"}} {
		if _, err := naming.New(perceptron.NewTrainer(labels, 1)); err == nil {
			t.Errorf("labels %q: no error", labels)
		}
	}
}
