package sentences_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/sentences"
)

func TestParse(t *testing.T) {
	got, bad := sentences.Parse("x.txt", "# a comment\n\nTHREATEN.relations H >2 | SANCTION T-\t[1S2S The bloc] [1 threatened] to [2 cut off] [1T2T Minsk].\nNONE\tRain fell.\n")
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	want := []sentences.Sentence{
		{File: "x.txt", Line: 3, Text: "The bloc threatened to cut off Minsk.", Events: []sentences.Event{
			{Type: graph.Threaten, Modes: []graph.Mode{"RELATIONS"}, Status: graph.Happened, About: 1,
				Trigger: []graph.Span{{Start: 9, End: 19}}, Sources: []graph.Span{{Start: 0, End: 8}}, Targets: []graph.Span{{Start: 31, End: 36}}},
			{Type: graph.Sanction, Status: graph.Threatened, Negated: true, About: -1,
				Trigger: []graph.Span{{Start: 23, End: 30}}, Sources: []graph.Span{{Start: 0, End: 8}}, Targets: []graph.Span{{Start: 31, End: 36}}},
		}},
		{File: "x.txt", Line: 4, Text: "Rain fell."},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestParseNested(t *testing.T) {
	got, bad := sentences.Parse("x.txt", "AID H\t[1 Help] came from [1S the army of [1P Chad]].")
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	e := got[0].Events[0]
	if got[0].Text[e.Sources[0].Start:e.Sources[0].End] != "the army of Chad" || got[0].Text[e.Places[0].Start:e.Places[0].End] != "Chad" {
		t.Errorf("%+v", e)
	}
}

func TestParseRefuses(t *testing.T) {
	for line, says := range map[string]string{
		"ASSAULT H [1 bombed]":                 "no TAB",
		"ASSAULT.phone H\t[1 bombed] it":       "mode PHONE does not fit",
		"BOMB H\t[1 bombed] it":                "BOMB",
		"ASSAULT X\t[1 bombed] it":             "status",
		"ASSAULT H >2\t[1 bombed] it":          "about event 2, of 1",
		"ASSAULT H\tbombed it":                 "no trigger",
		"ASSAULT H\t[1 bombed it":              "not closed",
		"ASSAULT H\t[1 bombed]] it":            "was not opened",
		"ASSAULT H\t[1 bombed] [2T it]":        "names event 2 of 1",
		"ASSAULT H\t[1 bombed] [1X it]":        "not with codes",
		"ASSAULT H\t[1 bombed] [1T ]":          "is empty",
		"ASSAULT H\t[1 bombed] it [sic]":       "not with codes",
		"ASSAULT H P extra\t[1 bombed]":        "is not TYPE",
		"ASSAULT H | | AID H\t[1 bombed] [2x]": "is not TYPE",
	} {
		_, bad := sentences.Parse("x.txt", line)
		if len(bad) != 1 || !strings.Contains(bad[0].Error(), says) {
			t.Errorf("%q: got %v, want an error with %q", line, bad, says)
		}
	}
}

func TestCheck(t *testing.T) {
	for line, says := range map[string]string{
		"ASSAULT H\tThe army [1 bomb]ed the town.":                    "cuts a word",
		"ASSAULT H\tThe army[1  bombed] the town.":                    "begins or ends with a blank",
		"ASSAULT H\tThe  army [1 bombed] the town.":                   "two in a row",
		"ASSAULT H >2 | AID H\tThe army [1 bombed] it and [2 aided].": "no speech act",
		"NONE\tRain fell on Monday. Then the sun came out again.":     "2 sentences",
	} {
		all, bad := sentences.Parse("x.txt", line)
		if len(bad) > 0 {
			t.Fatal(bad)
		}
		found := sentences.Check(all)
		if len(found) == 0 || !strings.Contains(found[0].Says, says) {
			t.Errorf("%q: got %v, want %q", line, found, says)
		}
	}
	all, _ := sentences.Parse("x.txt", "NONE\tThe river rose by two metres in a night of rain.\nNONE\tThe river rose by two metres in a day of rain.\nNONE\tThe choir sang.")
	if found := sentences.Check(all); len(found) != 1 || found[0].Line != 2 {
		t.Errorf("near-duplicates: %v", found)
	}
}

// TestCorpus holds the corpus that is shipped to the rules.
func TestCorpus(t *testing.T) {
	all, err := sentences.ReadFolder("../../../training/sentences")
	if err != nil {
		t.Error(err)
	}
	for _, p := range sentences.Check(all) {
		t.Error(p)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("THREATEN.relations H >2 | SANCTION T\t[1S2S The bloc] [1 threatened] to [2 cut off] [1T2T Minsk].")
	f.Add("NONE\t[[1 ]]\xff")
	f.Fuzz(func(t *testing.T, text string) {
		all, _ := sentences.Parse("x.txt", text)
		for _, s := range all {
			n := len([]rune(s.Text))
			for _, e := range s.Events {
				for _, x := range e.Trigger {
					if x.Start < 0 || x.Start >= x.End || x.End > n {
						t.Fatalf("span %v of %d code points", x, n)
					}
				}
			}
		}
	})
}
