package form_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

func words(text string) []form.Word {
	var r form.Reader
	texts := strings.Fields(text)
	out := make([]form.Word, len(texts))
	r.Sentence(texts, out)
	return out
}

func TestWord(t *testing.T) {
	w := words("Élan élan 1998 2004 U.S.-led can’t can't state\u00adment statement")
	if w[0].Lower != w[1].Lower || w[0].Flags&form.Capital == 0 || w[1].Flags&form.Capital != 0 {
		t.Error("words that differ in capitals: one hash, different flags")
	}
	if w[2].Lower != w[3].Lower || w[2].Flags&form.Digit == 0 {
		t.Error("numbers of one shape have one hash")
	}
	if w[4].Flags&form.Hyphen == 0 {
		t.Error("the hyphen is not seen")
	}
	if w[5].Lower != w[6].Lower {
		t.Error("curly and straight apostrophes differ")
	}
	if w[7] != w[8] {
		t.Error("a soft hyphen changes the word")
	}
	if w[0].Suffix[3] != form.Lower("élan") || w[0].Suffix[4] != 0 || w[0].Prefix[0] != form.Lower("é") {
		t.Error("suffixes and prefixes are not those of the word in code points")
	}
}

func TestShouts(t *testing.T) {
	for text, want := range map[string]bool{
		"TROOPS SHELL SUBURB":                 true,
		"TROOPS SHELL SUBURB 'S":              true,
		"Troops shell suburb":                 false,
		"NATO":                                false,
		"U.S. NATO":                           false,
		"The FBI and CIA met":                 false,
		"MR. McDONALD MET THE PRIME MINISTER": true,
	} {
		if got := form.Shouts(strings.Fields(text)); got != want {
			t.Errorf("Shouts(%q) = %v", text, got)
		}
	}
	shouted := words("TROOPS SHELL SUBURB")[0]
	if plain := words("troops")[0]; shouted.Lower != plain.Lower || shouted.Flags&form.Capitals != 0 || shouted.Flags&form.Shouted == 0 {
		t.Error("capitals count as evidence in a sentence of capitals")
	}
}
