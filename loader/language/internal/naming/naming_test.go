package naming_test

import (
	"slices"
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

// sentence reads a sentence with its names: "Mr. [PER Aru] slept in [LOC Obo]".
func sentence(t *testing.T, text string) *naming.Example {
	t.Helper()
	e := &naming.Example{}
	var texts []string
	for _, w := range strings.Fields(text) {
		if typ, ok := strings.CutPrefix(w, "["); ok {
			k := slices.Index(types, typ)
			if k < 0 {
				t.Fatalf("%q: no type %q", text, typ)
			}
			e.Gold = append(e.Gold, naming.Segment{First: len(texts), Type: uint8(k)})
			continue
		}
		if w, closes := strings.CutSuffix(w, "]"); closes {
			e.Gold[len(e.Gold)-1].Last = len(texts)
			texts = append(texts, w)
			continue
		}
		texts = append(texts, w)
	}
	var r form.Reader
	forms := make([]form.Word, len(texts))
	r.Sentence(texts, forms)
	for i := range forms {
		w := naming.Word{Word: forms[i], Head: -1, Cues: naming.CuesOf(forms[i].Lower)}
		if i > 0 && texts[i-1] == "(" {
			w.Letters = naming.Letters(texts[i])
		}
		e.Words = append(e.Words, w)
	}
	return e
}

var types = []string{"PER", "ORG", "LOC"}

// learned returns a finder that has learned from sentences.
func learned(t *testing.T, texts ...string) *naming.Finder {
	t.Helper()
	var examples []*naming.Example
	for _, text := range texts {
		examples = append(examples, sentence(t, text))
	}
	g, err := naming.ReadGazetteer([]byte(rows))
	if err != nil {
		t.Fatal(err)
	}
	tr, err := naming.Train(types, examples, g, naming.Options{Epochs: 30, Margin: 2, Enough: 1})
	if err != nil {
		t.Fatal(err)
	}
	m, err := perceptron.Open(tr.Model(1, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	f, err := naming.New(m, g)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFinderLearns: from titles, prepositions, heads and abbreviations it finds
// names that it has not seen.
func TestFinderLearns(t *testing.T) {
	f := learned(t,
		"Mr. [PER Aru] slept in [LOC Obo]",
		"Mr. [PER Ulo Eka] left for [LOC Iru Bay]",
		"he left [LOC Upa Bay] and [LOC Edo Bay]",
		"she met Mr. [PER Ono] in [LOC Ebe Bay] .",
		"the [ORG Party for Peace and Work] ( [ORG PPW] ) lost",
		"the [ORG Union of Cooks and Bakers] ( [ORG UCB] ) won",
		"the [ORG League for Art] ( [ORG LA] ) met in [LOC Obo]",
		"Mr. [PER Esa] met Mr. [PER Ino]",
		"nothing happened here",
	)
	for _, text := range []string{
		"Mr. [PER Ama] slept in [LOC Uku Bay]",
		"the [ORG Party for Land and Bread] ( [ORG PLB] ) met",
		"nothing happened",
		"",
	} {
		e := sentence(t, text)
		got := f.Find(e.Words, nil)
		if diff := cmp.Diff(e.Gold, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", text, diff)
		}
	}
}

// TestFindIsOrdered: whatever the words, names are in order and do not overlap.
func TestFindIsOrdered(t *testing.T) {
	f := learned(t, "Mr. [PER Aru] and [PER Ulo Eka] slept in [LOC Obo] , [LOC Iru Bay] and [LOC Ebe]")
	vocabulary := strings.Fields("Mr. Aru Obo and , of Bay ( ) Iru the slept UN 5 ' - Ebe .")
	var r perceptron.Random
	for range 300 {
		texts := make([]string, r.Below(30))
		for i := range texts {
			texts[i] = vocabulary[r.Below(len(vocabulary))]
		}
		e := sentence(t, strings.Join(texts, " "))
		last := -1
		for _, s := range f.Find(e.Words, nil) {
			if s.First <= last || s.Last < s.First || s.Last >= len(texts) {
				t.Fatalf("%q: %+v behind word %d", texts, s, last)
			}
			last = s.Last
		}
	}
}

func TestNewRefusesOtherLabels(t *testing.T) {
	for _, labels := range [][]string{{"B-PER"}, {"O"}, {"O", "PER"}, {"O", "B-PER", "I-PER", "E-PER", "S-PER", "LOC"}} {
		if _, err := naming.New(perceptron.NewTrainer(labels, 1), &naming.Gazetteer{}); err == nil {
			t.Errorf("labels %q: no error", labels)
		}
	}
	if _, err := naming.New(perceptron.NewTrainer(naming.Labels(types), 1), &naming.Gazetteer{}); err != nil {
		t.Error(err)
	}
}
