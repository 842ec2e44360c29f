package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// TestActorOf shows how the values of an actor follow from what is counted of it.
func TestActorOf(t *testing.T) {
	id := graph.NamedActorID(graph.ClassBody, "Northern Front", "")
	registered := graph.RegisteredActorID("front")
	country := graph.CountryID("FRA")
	row := func(p graph.Tallied, value string, n int) graph.Counted {
		return graph.Counted{Property: p, Value: value, Count: n}
	}
	for _, tt := range []struct {
		name   string
		record graph.ActorRecord
		rows   []graph.Counted
		want   graph.Actor
	}{
		{
			"most mentions decide, the smaller of equals",
			graph.ActorRecord{ID: id, Named: true},
			[]graph.Counted{
				row(graph.TallyName, "Front", 1), row(graph.TallyName, "Northern Front", 2), row(graph.TallyName, "FRONT", 1),
				row(graph.TallyKind, "GROUP", 2), row(graph.TallyKind, "AGENCY", 2), row(graph.TallyKind, "PERSON", 1),
				row(graph.TallyCountry, "USA", 1), row(graph.TallyCountry, "FRA", 1),
				row(graph.TallySector, "REB", 3), row(graph.TallySector, "MIL", 1),
				row(graph.TallySeen, "2016-04-25", 2), row(graph.TallySeen, "2015-01-01", 1),
				row(graph.TallyMentions, "", 4), row(graph.TallyEvents, "", 7), row(graph.TallyParent, "actor:b", 2), row(graph.TallyParent, "actor:a", 5),
			},
			graph.Actor{
				ID: id, Named: true, Name: "Northern Front", Aliases: []string{"FRONT"}, Kind: graph.Agency,
				Kinds: []graph.ActorKind{graph.Agency, graph.Person, graph.Group}, CountryCode: "FRA", CountryID: country,
				Sectors: []graph.Sector{"REB", "MIL"}, FirstSeen: 20150101, LastSeen: 20160425, Mentions: 4, Events: 7, ParentID: "actor:a",
			},
		},
		{
			"the register goes first",
			graph.ActorRecord{ID: registered, Named: true, Register: &graph.RegisterEntry{
				Key: "front", Name: "The Front", Kind: graph.Group, Aliases: []string{"NF"}, Country: "IMG", Sectors: []graph.Sector{"REB"}, Wikidata: "Q1", Description: "a front",
			}},
			[]graph.Counted{
				row(graph.TallyName, "Front", 9), row(graph.TallyName, "nf", 9), row(graph.TallyKind, "AGENCY", 9),
				row(graph.TallyCountry, "FRA", 9), row(graph.TallySector, "MIL", 9), row(graph.TallyParent, "actor:a", 5),
			},
			graph.Actor{
				ID: registered, Named: true, Name: "The Front", Aliases: []string{"Front", "NF"}, Kind: graph.Group,
				Kinds: []graph.ActorKind{graph.Group, graph.Agency}, CountryCode: "IMG", Sectors: []graph.Sector{"REB", "MIL"}, Wikidata: "Q1", Description: "a front",
			},
		},
		{
			"an actor without a name goes by its wording",
			graph.ActorRecord{ID: id},
			[]graph.Counted{row(graph.TallyLabel, "two soldiers", 1), row(graph.TallyKind, "GROUP", 1), row(graph.TallyMentions, "", 1)},
			graph.Actor{ID: id, Name: "two soldiers", Kind: graph.Group, Kinds: []graph.ActorKind{graph.Group}, Mentions: 1},
		},
		{
			"a named actor does not go by \"the soldiers\"",
			graph.ActorRecord{ID: id, Named: true},
			[]graph.Counted{row(graph.TallyLabel, "the front", 5), row(graph.TallyName, "Front", 1), row(graph.TallyKind, "GROUP", 1)},
			graph.Actor{ID: id, Named: true, Name: "Front", Kind: graph.Group, Kinds: []graph.ActorKind{graph.Group}},
		},
		{
			"a country has land and no state above it",
			graph.ActorRecord{ID: country, Named: true, Register: &graph.RegisterEntry{Key: "country:FRA", Name: "France", Kind: graph.Country, Country: "FRA"}},
			nil,
			graph.Actor{
				ID: country, Named: true, Name: "France", Kind: graph.Country, Kinds: []graph.ActorKind{graph.Country}, CountryCode: "FRA",
				TerritoryID: graph.PlaceID("country:FRA", "", ""),
			},
		},
		{
			"rows without a count do not exist",
			graph.ActorRecord{ID: id, Named: true},
			[]graph.Counted{row(graph.TallyName, "Old", 0), row(graph.TallyName, "New", 1), row(graph.TallyKind, "GROUP", -1), row(graph.TallyKind, "AGENCY", 1)},
			graph.Actor{ID: id, Named: true, Name: "New", Kind: graph.Agency, Kinds: []graph.ActorKind{graph.Agency}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			for range 5 {
				got := graph.ActorOf(tt.record, tt.rows)
				if diff := cmp.Diff(&tt.want, got); diff != "" {
					t.Fatalf("actor (-want +got):\n%s", diff)
				}
				r.Shuffle(len(tt.rows), func(i, j int) { tt.rows[i], tt.rows[j] = tt.rows[j], tt.rows[i] })
			}
		})
	}
}

func TestMentionTally(t *testing.T) {
	m := &graph.Mention{
		Quote: "Mira Kolda", Name: "Mira Kolda", Kind: graph.Official, Country: "FRA", Sectors: []graph.Sector{"GOV", "LEG"}, Published: 20160425,
	}
	want := []graph.Counted{
		{Property: graph.TallyMentions, Count: 1}, {Property: graph.TallyName, Value: "Mira Kolda", Count: 1},
		{Property: graph.TallyKind, Value: "OFFICIAL", Count: 1}, {Property: graph.TallyCountry, Value: "FRA", Count: 1},
		{Property: graph.TallySector, Value: "GOV", Count: 1}, {Property: graph.TallySector, Value: "LEG", Count: 1},
		{Property: graph.TallySeen, Value: "2016-04-25", Count: 1},
	}
	if diff := cmp.Diff(want, m.Tally()); diff != "" {
		t.Errorf("tally (-want +got):\n%s", diff)
	}
	bare := &graph.Mention{Quote: "she"}
	want = []graph.Counted{{Property: graph.TallyMentions, Count: 1}, {Property: graph.TallyLabel, Value: "she", Count: 1}}
	if diff := cmp.Diff(want, bare.Tally()); diff != "" {
		t.Errorf("tally of what says nothing (-want +got):\n%s", diff)
	}
}

// TestFactTally shows that only real facts count, and only for those who took part.
func TestFactTally(t *testing.T) {
	for _, status := range graph.Statuses {
		for _, negated := range []bool{false, true} {
			e := &graph.Event{Stated: graph.Stated{Status: status, Negated: negated}, Participants: []graph.Participant{
				{ActorID: "actor:a", Roles: []graph.Role{graph.Source, graph.Target}, Standing: graph.StandingStated},
				{ActorID: "actor:b", Roles: []graph.Role{graph.Target}, Standing: graph.StandingClaimed},
				{ActorID: "actor:c", Roles: []graph.Role{graph.Source}, Standing: graph.StandingDenied},
				{ActorID: "actor:d", Roles: []graph.Role{graph.Source}, Standing: graph.StandingAbsent},
			}}
			tie := &graph.Tie{
				Stated:   graph.Stated{Status: status, Negated: negated, Corroboration: graph.Corroboration{Passages: 3}},
				Relation: graph.PartOf, FromID: "actor:a", ToID: "actor:b",
			}
			var events, ties []graph.ActorCounted
			if !negated && (status == graph.Happened || status == graph.Ongoing) {
				events = []graph.ActorCounted{
					{Actor: "actor:a", Counted: graph.Counted{Property: graph.TallyEvents, Count: 1}},
					{Actor: "actor:b", Counted: graph.Counted{Property: graph.TallyEvents, Count: 1}},
				}
				ties = []graph.ActorCounted{{Actor: "actor:a", Counted: graph.Counted{Property: graph.TallyParent, Value: "actor:b", Count: 3}}}
			}
			if diff := cmp.Diff(events, e.Tally()); diff != "" {
				t.Errorf("event %s, negated %v (-want +got):\n%s", status, negated, diff)
			}
			if diff := cmp.Diff(ties, tie.Tally()); diff != "" {
				t.Errorf("tie %s, negated %v (-want +got):\n%s", status, negated, diff)
			}
			if tie.Relation = graph.Leads; tie.Tally() != nil {
				t.Errorf("a tie LEADS makes a parent")
			}
		}
	}
}

// TestTallyMovesByDifference adds and takes away random mentions, and compares the moved rows
// with a recount.
func TestTallyMovesByDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	record := graph.ActorRecord{ID: graph.CountryID("XXA"), Named: true}
	type key struct {
		graph.Tallied
		string
	}
	moved := map[key]int{}
	rows := func(counts map[key]int) []graph.Counted {
		var out []graph.Counted
		for k, n := range counts {
			out = append(out, graph.Counted{Property: k.Tallied, Value: k.string, Count: n})
		}
		return out
	}
	var open []*graph.Mention
	move := func(counts map[key]int, m *graph.Mention, by int) {
		for _, c := range m.Tally() {
			counts[key{c.Property, c.Value}] += by * c.Count
		}
	}
	for step := range 500 {
		if len(open) > 0 && r.IntN(5) < 2 {
			i := r.IntN(len(open))
			move(moved, open[i], -1)
			open = append(open[:i], open[i+1:]...)
		} else {
			m := &graph.Mention{
				Quote: "q", Name: graph.Text(fmt.Sprint("Name ", r.IntN(4))), Kind: graph.ActorKinds[r.IntN(3)],
				Country: graph.Text([]string{"", "FRA", "USA"}[r.IntN(3)]), Published: graph.NewDate(2016, 1, 1+r.IntN(20)),
			}
			open = append(open, m)
			move(moved, m, 1)
		}
		recounted := map[key]int{}
		for _, m := range open {
			move(recounted, m, 1)
		}
		if diff := cmp.Diff(graph.ActorOf(record, rows(recounted)), graph.ActorOf(record, rows(moved))); diff != "" {
			t.Fatalf("step %d (-recounted +moved):\n%s", step, diff)
		}
	}
}
