package graph_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestFold reads testdata/fold.txt: passages in short notation, and what they fold to. Run
// with -update to write the results, and read them.
//
// A case is a title line "## …", one line a passage, and the result, indented. A passage is
// its published day ("?" if unknown), its publisher ("-" if unknown) and words in any order:
//
//	PLANNED neg              status, negated
//	COERCE/CYBER+ARREST      event type and modes
//	A,B>C                    sources and targets; "A>" has no target
//	absent:D                 a source that stayed away
//	when:2016-04-01..30      a period; ".." alone at an end is open
//	at:Kobara                place
//	said:W hedged via:Post   attribution: a speaker, and what it hedges; an outlet
//	conf:800 ctx:CYBER dead:3..5 copy:x art:x
//	MEMBER_OF A>B role:x since:… until:…   a tie instead of an event
func TestFold(t *testing.T) {
	const file = "testdata/fold.txt"
	golden, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, cases, _ := strings.Cut(string(golden), "## ")
	out := head
	for text := range strings.SplitSeq(cases, "\n## ") {
		c := parseFoldCase(t, strings.TrimSuffix(text, "\n"))
		t.Run(c.title, func(t *testing.T) {
			got := c.names.describe(c.fold(c.passages))
			if !*update {
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Errorf("fold (-want +got):\n%s", diff)
				}
			}
			out += "## " + c.title + "\n" + strings.Join(c.lines, "\n") + "\n" + got + "\n\n"
			c.checkLaws(t)
		})
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimSpace(out)+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkLaws checks on one case what holds for all.
func (c *foldCase) checkLaws(t *testing.T) {
	want := c.fold(c.passages)
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		shuffled := slices.Clone(c.passages)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, c.fold(shuffled)); diff != "" {
			t.Fatalf("the order of the passages matters (-want +got):\n%s", diff)
		}
	}
	if c.fold(nil) != nil {
		t.Error("a fact without evidence")
	}
	// The canonical of an actor, here the same for all, unites its participants.
	if e, ok := want.(*graph.Event); ok && len(e.Participants) > 0 {
		one := graph.CountryID("ONE")
		got := graph.FoldEvent(e.ID, c.passages, func(id graph.ID) graph.ID {
			if id.Class() == graph.ClassActor {
				return one
			}
			return id
		})
		if len(got.Participants) != 1 || got.Participants[0].ActorID != one || got.Participants[0].Record == one {
			t.Errorf("all records are one actor, and the participants are %+v", got.Participants)
		}
	}
}

// TestFoldRepeatedPassage shows that a further article that says the same only adds to the counts.
func TestFoldRepeatedPassage(t *testing.T) {
	c := parseFoldCase(t, "again\n2016-04-20 Post HAPPENED ASSAULT/AERIAL A,B>C when:2016-04-19 at:Kobara conf:700 dead:3 ctx:MILITARY")
	before := c.fold(c.passages).(*graph.Event)
	again := *c.passages[0]
	again.ArticleID = graph.ArticleID("", "another", "", "")
	again.ID = graph.NewEvidenceID(again.Record, again.ArticleID, again.Quote, again.Assertion)
	after := c.fold(append(c.passages, &again)).(*graph.Event)
	if want := (graph.Corroboration{Passages: 2, Articles: 2, IndependentSources: 1}); after.Corroboration != want {
		t.Errorf("corroboration %+v, want %+v", after.Corroboration, want)
	}
	for i := range after.Participants {
		if after.Participants[i].Passages != 2 {
			t.Errorf("participant %+v, want 2 passages", after.Participants[i])
		}
		after.Participants[i].Passages = 1
	}
	if len(after.Numbers) != 2 {
		t.Errorf("numbers %+v; all are kept", after.Numbers)
	}
	after.Corroboration, after.Numbers, after.Stages = before.Corroboration, before.Numbers, before.Stages
	for i := range after.Participants {
		after.Participants[i].Number = before.Participants[i].Number
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("a repeated passage changed more than counts (-before +after):\n%s", diff)
	}
}

// TestFoldIsCapped shows that what a fact lists of its passages never grows beyond MaxListed,
// and that nobody who takes part and no place is lost.
func TestFoldIsCapped(t *testing.T) {
	text := "many"
	for i := range graph.MaxListed + 50 {
		status := "HAPPENED"
		if i%2 == 0 {
			status = "PLANNED"
		}
		text += fmt.Sprintf("\n%v Post %s AID S%d>T%d dead:%d at:P%d", graph.NewDate(2016, 1, 1).AddDays(i), status, i, i, i, i)
	}
	c := parseFoldCase(t, text)
	e := c.fold(c.passages).(*graph.Event)
	for what, n := range map[string]int{
		"numbers": len(e.Numbers), "stages": len(e.Stages),
		"values of a disagreement": len(e.Disagreements[0].Values),
	} {
		if n != graph.MaxListed {
			t.Errorf("%d %s, want %d", n, what, graph.MaxListed)
		}
	}
	if n := 2 * (graph.MaxListed + 50); len(e.Participants) != n {
		t.Errorf("%d participants, want all %d", len(e.Participants), n)
	}
}
