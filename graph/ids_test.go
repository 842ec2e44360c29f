package graph_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// TestIDsNeverChange pins ids that are in people's files and links. If this test fails, the
// change breaks every graph there is.
func TestIDsNeverChange(t *testing.T) {
	article := graph.ArticleID("https://example.org/a", "", "", "")
	at := graph.Anchor{Sentence: "Two soldiers left Kōbara.", Occurrence: 1, Word: 2}
	a, b := graph.CountryID("FRA"), graph.CountryID("USA")
	for _, tt := range []struct {
		name string
		got  graph.ID
		want graph.ID
	}{
		{"article by address", article, "article:3zcnn4jusvdlap5v4decceongq"},
		{"article by own id", graph.ArticleID("", "17", "Harbour Post", ""), "article:nhlv7j6kuib4yo6p3jjuc5tp6m"},
		{"article by text", graph.ArticleID("", "", "", "some  text\n"), "article:u3bqy4upicsz5rmwtvukrpg5pq"},
		{"event", graph.EventID(article, at), "event:y4qtsdtg6orw5zltejdt5gfmgu"},
		{"tie", graph.TieID(a, b, graph.MemberOf, "Chef d'état", "3"), "tie:7wdl6prdyzikuskezyujljxlfq"},
		{"mention", graph.MentionID(article, a, at), "mention:zdikl2rsidcelzizhfettplsxi"},
		{"country", a, "actor:grdntg5rtknsdvxq265f57yqtu"},
		{"registered actor", graph.RegisteredActorID("Q30"), "actor:23j24mqbowebkqy6xrtezztzgm"},
		{"named person", graph.NamedActorID(graph.ClassPerson, "Mira Kolda", ""), "actor:gtxz47d7pq74y2ndxdofjdw54y"},
		{"named body", graph.NamedActorID(graph.ClassBody, "Front Nord", "FRA"), "actor:icorhr6rwguz2wvmnysmbo35ua"},
		{"unnamed actor", graph.UnnamedActorID(article, at), "actor:jsjsyf3mxfryeevfckjl2cv4kq"},
		{"place of the gazetteer", graph.PlaceID("geonames:1", "Kobara", "JPN"), "place:odppd4n7h2bf7udtpcvmugbmte"},
		{"place by name", graph.PlaceID("", "Kobara", "JPN"), "place:x47bv4yjto3wzoukclhkxlfdpu"},
		{"evidence", graph.NewEvidenceID("event:x", article, "Two soldiers left.", graph.Assertion{
			EventType: graph.Retreat, Modes: []graph.Mode{"WITHDRAW"}, Status: graph.Happened,
			When:     &graph.Period{Start: 20160425, End: 20160425, Exact: true, Precision: graph.Day, Text: "on Monday"},
			Wordings: []graph.Wording{{Part: graph.PartSource, Party: a, Text: "Two soldiers", Span: graph.Span{Start: 1, End: 2}}},
		}), "evidence:aek4uy32f25u3twv3fmqmlumcq"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, was always %s", tt.name, tt.got, tt.want)
		}
	}
}

// TestIDsJoin shows which spellings give one id, and which do not.
func TestIDsJoin(t *testing.T) {
	person := func(name string) graph.ID { return graph.NamedActorID(graph.ClassPerson, name, "") }
	a, b := graph.CountryID("FRA"), graph.CountryID("USA")
	home := graph.CountryID("HOME")
	event := func(sentence string, occurrence, word int) graph.ID {
		return graph.EventID(home, graph.Anchor{Sentence: sentence, Occurrence: occurrence, Word: word})
	}
	for _, tt := range []struct {
		name string
		a, b graph.ID
		same bool
	}{
		{"accents and case of a name", person("Míra KÖLDA"), person("mira kolda"), true},
		{"another class", person("Mira"), graph.NamedActorID(graph.ClassBody, "Mira", ""), false},
		{"another country", person("Mira"), graph.NamedActorID(graph.ClassPerson, "Mira", "FRA"), false},
		{"parts do not run together", graph.NamedActorID(graph.ClassPerson, "ab", "c"), graph.NamedActorID(graph.ClassPerson, "a", "bc"), false},
		{"spellings of an address", graph.ArticleID("HTTP://Example.org:80/a/?utm_source=x#top", "", "", ""), graph.ArticleID("https://example.org/a", "1", "p", "t"), true},
		{"the publisher belongs to an own id", graph.ArticleID("", "1", "Post", ""), graph.ArticleID("", "1", "Herald", ""), false},
		{"white space of a text", graph.ArticleID("", "", "", " a\n\tb "), graph.ArticleID("", "", "", "a b"), true},
		{"the publisher of a text", graph.ArticleID("", "", "Post", "a b"), graph.ArticleID("", "", "Herald", "a b"), true},
		{"punctuation of a sentence", event("He left, again.", 0, 1), event("he left again", 0, 1), true},
		{"the same sentence again", event("He left.", 0, 1), event("He left.", 1, 1), false},
		{"another trigger", event("He left.", 0, 1), event("He left.", 0, 0), false},
		{"ends of a symmetric tie", graph.TieID(a, b, graph.AlliedWith, "", ""), graph.TieID(b, a, graph.AlliedWith, "", ""), true},
		{"ends of a directed tie", graph.TieID(a, b, graph.MemberOf, "", ""), graph.TieID(b, a, graph.MemberOf, "", ""), false},
		{"spellings of a role", graph.TieID(a, b, graph.MemberOf, "Chef d'État", ""), graph.TieID(a, b, graph.MemberOf, "chef d etat", ""), true},
		{"terms", graph.TieID(a, b, graph.MemberOf, "", "1"), graph.TieID(a, b, graph.MemberOf, "", "2"), false},
	} {
		if (tt.a == tt.b) != tt.same {
			t.Errorf("%s: %s and %s; want the same: %v", tt.name, tt.a, tt.b, tt.same)
		}
	}
}

// TestEvidenceIDIgnoresReasons shows that what may get better without another statement
// keeps the id, and that the caller's assertion is not touched.
func TestEvidenceIDIgnoresReasons(t *testing.T) {
	n := int64(2)
	said := func(at int) graph.Assertion {
		s := graph.Span{Start: at, End: at + 1}
		q := graph.Quantity{Of: graph.Dead, Low: &n, Text: "2", Span: s}
		return graph.Assertion{
			Status:      graph.Happened,
			Wordings:    []graph.Wording{{Part: graph.PartSource, Text: "two", Number: &q, Span: s}},
			Numbers:     []graph.Quantity{q},
			Attribution: []graph.Attribution{{Text: "W", Span: s}},
		}
	}
	first, moved := said(5), said(105)
	if graph.NewEvidenceID("event:x", "article:x", "q", first) != graph.NewEvidenceID("event:x", "article:x", "q", moved) {
		t.Error("a moved passage has another id")
	}
	if moved.Wordings[0].Start != 105 || moved.Wordings[0].Number.Start != 105 || moved.Numbers[0].Start != 105 || moved.Attribution[0].Start != 105 {
		t.Error("NewEvidenceID changed its argument")
	}
	moved.Negated = true
	if graph.NewEvidenceID("event:x", "article:x", "q", first) == graph.NewEvidenceID("event:x", "article:x", "q", moved) {
		t.Error("another statement has the same id")
	}
}

func TestParseID(t *testing.T) {
	valid := string(graph.CountryID("USA"))
	if id, err := graph.ParseID(valid); err != nil || string(id) != valid || id.Class() != graph.ClassActor {
		t.Errorf("%q gives %q, %v", valid, id, err)
	}
	for _, s := range []string{
		"", ":", "actor", "actor:", "actor:abc", valid + "a", valid[:len(valid)-1], strings.ToUpper(valid), "person" + valid[5:],
		valid[:len(valid)-1] + "0", valid[:len(valid)-1] + "é", " " + valid, strings.Repeat("a", 10_000),
	} {
		id, err := graph.ParseID(s)
		if !errors.Is(err, graph.ErrInvalid) || id != "" {
			t.Errorf("%q gives %q, %v", s, id, err)
		}
		if err != nil && len(err.Error()) > 300 {
			t.Errorf("the error repeats %d bytes", len(err.Error()))
		}
	}
}

func FuzzParseID(f *testing.F) {
	f.Add(string(graph.CountryID("USA")))
	f.Add("actor:\xff")
	f.Fuzz(func(t *testing.T, s string) {
		id, err := graph.ParseID(s)
		if err == nil && string(id) != s {
			t.Errorf("%q became %q", s, id)
		}
		if err != nil && (id != "" || !errors.Is(err, graph.ErrInvalid)) {
			t.Errorf("%q gives %q, %v", s, id, err)
		}
	})
}
