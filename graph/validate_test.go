package graph_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// anExtraction is a small valid one; each call gives another copy.
func anExtraction() graph.Extraction {
	const text = "Äland's council asked Mira Kolda to leave Kobara; two guards, a memo says, stayed."
	runes := []rune(text)
	at := func(words string) graph.Span {
		i := len([]rune(text[:strings.Index(text, words)]))
		return graph.Span{Start: i, End: i + len([]rune(words))}
	}
	country := graph.ActorRecord{ID: graph.CountryID("FRA"), Named: true, Register: &graph.RegisterEntry{Key: "country:FRA", Name: "France", Kind: graph.Country, Country: "FRA"}}
	council := graph.ActorRecord{ID: graph.NamedActorID(graph.ClassBody, "council", "FRA"), Named: true}
	person := graph.ActorRecord{ID: graph.NamedActorID(graph.ClassPerson, "Mira Kolda", ""), Named: true}
	land := graph.Place{ID: graph.PlaceID("country:FRA", "", ""), Name: "France", CountryCode: "FRA", CountryID: country.ID, Precision: graph.CountryWide}
	town := graph.Place{ID: graph.PlaceID("", "Kobara", "FRA"), Name: "Kobara", WithinID: land.ID, Precision: graph.City, Located: true, Latitude: 1, Longitude: -1}
	article := graph.Article{ID: graph.ArticleID("", "validate", "", ""), Body: text, Sentences: 1, Words: 14}
	anchors := graph.NewAnchors([]string{text})
	mention := func(r graph.ActorRecord, words string, kind graph.ActorKind, country graph.Text) graph.Mention {
		s := at(words)
		return graph.Mention{
			ID: graph.MentionID(article.ID, r.ID, anchors.At(0, s.Start)), ArticleID: article.ID, Record: r.ID,
			Quote: words, Start: s.Start, End: s.End, Name: graph.Text(words), Kind: kind, Country: country, Sectors: []graph.Sector{"GOV"},
		}
	}
	passage := func(trigger string, a graph.Assertion, record graph.ID) graph.Evidence {
		e := graph.Evidence{
			Record: record, ArticleID: article.ID, Quote: "asked Mira Kolda to leave Kobara", Assertion: a, Confidence: 700,
			Trigger: at(trigger), Steps: []graph.Step{{Rule: "verb", Says: "it", Text: trigger, Span: at(trigger)}},
		}
		s := at(e.Quote)
		e.Start, e.End = s.Start, s.End
		e.Before, e.After = string(runes[max(0, s.Start-80):s.Start]), string(runes[s.End:min(len(runes), s.End+80)])
		e.ID = graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion)
		return e
	}
	low, high := int64(2), int64(3)
	leave := graph.EventID(article.ID, anchors.At(0, at("leave").Start))
	ask := graph.EventID(article.ID, anchors.At(0, at("asked").Start))
	member := graph.TieID(person.ID, council.ID, graph.MemberOf, "", "")
	when := graph.OnDay(20160425, "")
	return graph.Extraction{
		Article: article, Extractor: "test", Version: 1,
		Actors: []graph.ActorRecord{country, council, person}, Places: []graph.Place{land, town},
		Mentions: []graph.Mention{mention(council, "council", graph.Agency, "FRA"), mention(person, "Mira Kolda", graph.Person, "")},
		Evidence: []graph.Evidence{
			passage("asked", graph.Assertion{
				EventType: graph.Request, Modes: []graph.Mode{"YIELD"}, Contexts: []graph.Context{"LEGAL"}, Status: graph.Happened, When: &when,
				Wordings: []graph.Wording{
					{Part: graph.PartSource, Party: council.ID, Text: "council", Span: at("council")},
					{Part: graph.PartTarget, Party: person.ID, Text: "Mira Kolda", Span: at("Mira Kolda")},
				},
				Attribution: []graph.Attribution{{Speaker: council.ID, Text: "a memo", Span: at("a memo")}},
				About:       []graph.ID{leave},
			}, ask),
			passage("leave", graph.Assertion{
				EventType: graph.Retreat, Status: graph.Planned,
				Wordings: []graph.Wording{{Part: graph.PartPlace, Party: town.ID, Text: "Kobara", Span: at("Kobara")}},
				Numbers:  []graph.Quantity{{Of: graph.Present, Low: &low, High: &high, Text: "two", Span: at("two")}},
			}, leave),
			passage("to", graph.Assertion{
				Relation: graph.MemberOf, Status: graph.Ongoing, Since: &when,
				Wordings: []graph.Wording{
					{Part: graph.PartFrom, Party: person.ID, Text: "Mira Kolda", Span: at("Mira Kolda")},
					{Part: graph.PartTo, Party: council.ID, Text: "council", Span: at("council")},
				},
			}, member),
		},
	}
}

// TestValidate spoils one thing at a time. Where the assertion is spoiled the id is made
// anew, so that it is the fault itself that is found.
func TestValidate(t *testing.T) {
	x := anExtraction()
	if err := x.Validate(); err != nil {
		t.Fatalf("the valid one: %v", err)
	}
	for _, tt := range []struct {
		name  string
		says  string // in the error
		spoil func(*graph.Extraction)
	}{
		{"article's class", "article has id", func(x *graph.Extraction) { x.Article.ID = "actor:x" }},
		{"no text", "no text", func(x *graph.Extraction) { x.Article.Body = "" }},
		{"negative count", "-1", func(x *graph.Extraction) { x.Article.Words = -1 }},
		{"no extractor", "extractor", func(x *graph.Extraction) { x.Extractor = "" }},
		{"version 0", "version 0", func(x *graph.Extraction) { x.Version = 0 }},
		{"actor twice", "twice", func(x *graph.Extraction) { x.Actors = append(x.Actors, x.Actors[0]) }},
		{"actor's class", "actor record has id", func(x *graph.Extraction) { x.Actors[0].ID = x.Article.ID }},
		{"register key", "does not fit", func(x *graph.Extraction) { x.Actors[0].Register.Key = "country:USA" }},
		{"register kind", "kind", func(x *graph.Extraction) { x.Actors[0].Register.Kind = "STATE" }},
		{"register country", "FR", func(x *graph.Extraction) { x.Actors[0].Register.Country = "FR" }},
		{"country not in the batch", "not among the actors", func(x *graph.Extraction) { x.Actors = x.Actors[1:] }},
		{"actor without a kind", "says its kind", func(x *graph.Extraction) { x.Mentions[1].Kind = "" }},
		{"place twice", "twice", func(x *graph.Extraction) { x.Places = append(x.Places, x.Places[0]) }},
		{"place off the globe", "off the globe", func(x *graph.Extraction) { x.Places[1].Latitude = 90_000_001 }},
		{"place within what is not there", "not in the batch", func(x *graph.Extraction) { x.Places = x.Places[1:] }},
		{"place's precision", "precision", func(x *graph.Extraction) { x.Places[1].Precision = "" }},
		{"mention twice", "twice", func(x *graph.Extraction) { x.Mentions = append(x.Mentions, x.Mentions[0]) }},
		{"mention of another article", "of article", func(x *graph.Extraction) { x.Mentions[0].ArticleID = "article:x" }},
		{"mention of nobody", "not among the actors", func(x *graph.Extraction) { x.Mentions[0].Record = graph.CountryID("USA") }},
		{"mention of a place", "not among the actors", func(x *graph.Extraction) { x.Mentions[0].Record = x.Places[0].ID }},
		{"mention's quote", "where", func(x *graph.Extraction) { x.Mentions[0].Quote = "Council" }},
		{"empty mention", "1 to 1", func(x *graph.Extraction) { x.Mentions[0].Start, x.Mentions[0].End = 1, 1 }},
		{"mention before the text", "outside", func(x *graph.Extraction) { x.Mentions[0].Start = -1 }},
		{"mention's kind", "kind", func(x *graph.Extraction) { x.Mentions[0].Kind = "COUNCIL" }},
		{"mention's sector", "sector", func(x *graph.Extraction) { x.Mentions[0].Sectors = []graph.Sector{"X"} }},
		{"evidence twice", "twice", func(x *graph.Extraction) { x.Evidence = append(x.Evidence, x.Evidence[0]) }},
		{"evidence id", "which its content gives", func(x *graph.Extraction) { x.Evidence[0].ID = x.Evidence[1].ID }},
		{"quote", "where", func(x *graph.Extraction) { x.Evidence[0].Quote = "asked" }},
		{"quote after the text", "outside", func(x *graph.Extraction) { x.Evidence[0].End = 10_000 }},
		{"before", "before", func(x *graph.Extraction) { x.Evidence[0].Before = "" }},
		{"after", "after", func(x *graph.Extraction) { x.Evidence[0].After += "." }},
		{"confidence", "thousandths", func(x *graph.Extraction) { x.Evidence[0].Confidence = -1 }},
		{"step", "step", func(x *graph.Extraction) { x.Evidence[0].Steps[0].Text = "told" }},
		{"status", "status", func(x *graph.Extraction) { x.Evidence[0].Status = "" }},
		{"denied and negated", "at once", func(x *graph.Extraction) { x.Evidence[0].Status, x.Evidence[0].Negated = graph.Denied, true }},
		{"mode of another type", "does not fit", func(x *graph.Extraction) { x.Evidence[0].Modes = []graph.Mode{"AERIAL"} }},
		{"event and tie at once", "and relation", func(x *graph.Extraction) { x.Evidence[0].Relation = graph.Owns }},
		{"event with a tie's record", "of record", func(x *graph.Extraction) { x.Evidence[0].Record = x.Evidence[2].Record }},
		{"tie with one end", "two ends", func(x *graph.Extraction) { x.Evidence[2].Wordings = x.Evidence[2].Wordings[:1] }},
		{"part of a tie in an event", "does not fit", func(x *graph.Extraction) { x.Evidence[0].Wordings[0].Part = graph.PartFrom }},
		{"doer that is a place", "not among", func(x *graph.Extraction) { x.Evidence[0].Wordings[0].Party = x.Places[0].ID }},
		{"place that is a doer", "not among", func(x *graph.Extraction) { x.Evidence[1].Wordings[0].Party = x.Actors[0].ID }},
		{"unknown doer", "not among", func(x *graph.Extraction) { x.Evidence[0].Wordings[0].Party = graph.CountryID("USA") }},
		{"wording", "wording", func(x *graph.Extraction) { x.Evidence[0].Wordings[0].Text = "Council" }},
		{"speaker", "speaker", func(x *graph.Extraction) { x.Evidence[0].Attribution[0].Speaker = graph.CountryID("USA") }},
		{"attribution", "attribution", func(x *graph.Extraction) { x.Evidence[0].Attribution[0].Start++ }},
		{"about itself", "no other event", func(x *graph.Extraction) { x.Evidence[0].About = []graph.ID{x.Evidence[0].Record} }},
		{"about an event elsewhere", "no other event", func(x *graph.Extraction) { x.Evidence[0].About = []graph.ID{graph.EventID("", graph.Anchor{})} }},
		{"about a tie", "no other event", func(x *graph.Extraction) { x.Evidence[0].About = []graph.ID{x.Evidence[2].Record} }},
		{"period", "before it starts", func(x *graph.Extraction) {
			x.Evidence[0].When = &graph.Period{Start: 20160425, End: 20160424, Precision: graph.Day}
		}},
		{"number", "from 5 to 3", func(x *graph.Extraction) { *x.Evidence[1].Numbers[0].Low = 5 }},
		{"count", "count", func(x *graph.Extraction) { x.Evidence[1].Numbers[0].Of = "SHIPS" }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := anExtraction()
			tt.spoil(&x)
			for i := range x.Evidence {
				e := &x.Evidence[i]
				if tt.name != "evidence id" {
					e.ID = graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion)
				}
			}
			err := x.Validate()
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v, want one that wraps ErrInvalid and says %q", err, tt.says)
			}
		})
	}
}
