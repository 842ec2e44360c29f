package relation_test

import (
	"encoding/binary"
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/loader/coding/relation"
	"github.com/actorgraph/actorgraph/loader/language"
)

// file is a model of 256 rows in which every weight is w and every threshold 0.
func file(w int8) []byte {
	out := append([]byte(relation.Magic), 8, 0, 0, 0)
	for range relation.Labels {
		out = append(out, make([]byte, 8)...)
		for b := range relation.Bins {
			out = binary.LittleEndian.AppendUint16(out, uint16(500+10*b))
		}
	}
	for range 256 * relation.Labels {
		out = append(out, byte(w))
	}
	return out
}

func TestModelSumsWeights(t *testing.T) {
	m, err := relation.Open(file(-3))
	if err != nil {
		t.Fatal(err)
	}
	var scores [relation.Labels]int32
	m.Score([]uint32{1, 1 << 20, 4_000_000_000}, &scores)
	for l, s := range scores {
		if s != -9 || m.Holds(relation.Label(l), s) {
			t.Errorf("label %d has %d, and holds: %v", l, s, m.Holds(relation.Label(l), s))
		}
	}
	if !m.Holds(0, 0) || m.Confidence(0, 0) != 500 || m.Confidence(0, relation.BinWidth) != 510 || m.Confidence(0, 1<<20) != 500+10*(relation.Bins-1) {
		t.Error("confidence does not go up with the score from the threshold on")
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	good := file(1)
	for name, data := range map[string][]byte{
		"empty": nil, "short": good[:100], "cut": good[:len(good)-1], "long": append(slices.Clone(good), 0), "other": append([]byte("XXXX"), good[4:]...),
	} {
		if _, err := relation.Open(data); err == nil {
			t.Errorf("%s: opened", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(file(0)[:64])
	f.Add([]byte(relation.Magic + "\x18\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := relation.Open(data); err == nil {
			var scores [relation.Labels]int32
			m.Score([]uint32{0, 1<<32 - 1}, &scores)
		}
	})
}

func TestLabels(t *testing.T) {
	seen := map[relation.Label]bool{}
	for c := range relation.Classes {
		for _, forward := range []bool{true, false} {
			l := relation.LabelOf(c, forward)
			if l.Class() != c || l.Forward() != forward && c != relation.Family || int(l) >= relation.Labels {
				t.Errorf("%v forward %v has label %d: %v %v", c, forward, l, l.Class(), l.Forward())
			}
			seen[l] = true
		}
	}
	if len(seen) != relation.Labels-1 {
		t.Errorf("%d labels", len(seen))
	}
}

// pair finds the ends of a sentence by the first token of each.
func pair(s *language.Sentence, first, second string, kinds [2]string) (a, b relation.End) {
	at := func(word, kind string) relation.End {
		i := slices.IndexFunc(s.Tokens, func(t language.Token) bool { return t.Text == word })
		return relation.End{Token: i, First: i, Last: i, Kind: kind, Form: "NAME"}
	}
	return at(first, kinds[0]), at(second, kinds[1])
}

// The shipped weights tell a home from a visit, and a citizen from a passer-by.
func TestShippedWeights(t *testing.T) {
	for _, c := range []struct {
		text          string
		first, second string
		kinds         [2]string
		label         relation.Label
		holds         bool
	}{
		{"Oduya lives in Antwerp with his three children.", "Oduya", "Antwerp", [2]string{"PERSON", "PLACE"}, relation.LabelOf(relation.Located, true), true},
		{"Oduya was criticised in Antwerp.", "Oduya", "Antwerp", [2]string{"PERSON", "PLACE"}, relation.LabelOf(relation.Located, true), false},
		{"Oduya is a Belgian novelist.", "Oduya", "Belgian", [2]string{"PERSON", "NATIONALITY"}, relation.LabelOf(relation.Citizen, true), true},
		{"Oduya criticised the Belgian economy.", "Oduya", "Belgian", [2]string{"PERSON", "NATIONALITY"}, relation.LabelOf(relation.Citizen, true), false},
		{"Oduya is married to Lindqvist.", "Oduya", "Lindqvist", [2]string{"PERSON", "PERSON"}, relation.LabelOf(relation.Family, true), true},
		{"Oduya spoke after Lindqvist.", "Oduya", "Lindqvist", [2]string{"PERSON", "PERSON"}, relation.LabelOf(relation.Family, true), false},
	} {
		doc := language.Analyse(c.text)
		a, b := pair(&doc.Sentences[0], c.first, c.second, c.kinds)
		var r relation.Reader
		r.Sentence(&doc.Sentences[0])
		features := r.Features(&a, &b, 0)
		if again := r.Features(&a, &b, 0); !slices.Equal(features, again) {
			t.Errorf("%s: other features the second time", c.text)
		}
		var scores [relation.Labels]int32
		m := relation.Shipped()
		m.Score(features, &scores)
		if got := m.Holds(c.label, scores[c.label]); got != c.holds {
			t.Errorf("%s: %v holds: %v (score %d)", c.text, c.label.Class(), got, scores[c.label])
		}
	}
}
