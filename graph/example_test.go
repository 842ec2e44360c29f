package graph_test

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// The model in one go: an article, an actor that the register knows and one that it does not, a mention of
// each, and one passage that states an event. Folding the evidence gives the event;
// counting the mention and the event gives the actor.
func Example() {
	const text = "France plans to meet the Harbour Union on Monday, an official said."
	at := func(words string) graph.Span {
		start := strings.Index(text, words) // the text is ASCII: bytes are code points
		return graph.Span{Start: start, End: start + len(words)}
	}

	article := graph.Article{
		ID:        graph.ArticleID("https://example.org/talks", "", "", ""),
		URL:       "https://example.org/talks",
		Publisher: "Example Post",
		Published: graph.NewDate(2016, 4, 22),
		Body:      text,
	}
	france := graph.ActorRecord{ID: graph.CountryID("FRA"), Named: true, Register: &graph.RegisterEntry{
		Key: "country:FRA", Name: "France", Kind: graph.Country, Country: "FRA",
	}}
	union := graph.ActorRecord{ID: graph.NamedActorID(graph.ClassBody, "Harbour Union", ""), Named: true}
	sentence := graph.NewAnchors([]string{text})
	mention := func(r graph.ActorRecord, words string, kind graph.ActorKind) graph.Mention {
		s := at(words)
		return graph.Mention{
			ID: graph.MentionID(article.ID, r.ID, sentence.At(0, s.Start)), ArticleID: article.ID, Record: r.ID, ActorID: r.ID,
			Quote: words, Start: s.Start, End: s.End, Name: graph.Text(words), Kind: kind, Published: article.Published,
		}
	}

	monday := graph.OnDay(graph.NewDate(2016, 4, 25), "on Monday")
	event := graph.EventID(article.ID, sentence.At(0, at("meet").Start))
	passage := graph.Evidence{
		Record: event, FactID: event, ArticleID: article.ID, Quote: text, End: len(text),
		Assertion: graph.Assertion{
			EventType: graph.Consult, Status: graph.Planned, When: &monday,
			Wordings: []graph.Wording{
				{Part: graph.PartSource, Party: france.ID, Text: "France", Span: at("France")},
				{Part: graph.PartTarget, Party: union.ID, Text: "Harbour Union", Span: at("Harbour Union")},
			},
			Attribution: []graph.Attribution{{Text: "an official", Verb: "said", Span: at("an official")}},
		},
		Confidence: 800,
		Origin:     graph.Origin{Published: article.Published, Publisher: article.Publisher},
	}
	passage.ID = graph.NewEvidenceID(passage.Record, passage.ArticleID, passage.Quote, passage.Assertion)

	x := graph.Extraction{
		Article: article, Extractor: "by hand", Version: 1,
		Actors:   []graph.ActorRecord{france, union},
		Mentions: []graph.Mention{mention(france, "France", ""), mention(union, "Harbour Union", graph.Organization)},
		Evidence: []graph.Evidence{passage},
	}
	fmt.Println("can be written:", x.Validate() == nil)

	e := graph.FoldEvent(event, []*graph.Evidence{&passage}, nil)
	fmt.Println(e.Type, e.Status, e.When.Start, e.Quad())
	for _, p := range e.Participants {
		fmt.Println(p.Roles, p.Standing)
	}
	fmt.Println("counts as real:", graph.RealityReal.Real(e.Status, e.Negated))

	a := graph.ActorOf(union, x.Mentions[1].Tally())
	fmt.Println(a.Name, a.Kind, a.Mentions, a.FirstSeen)
	// Output:
	// can be written: true
	// CONSULT PLANNED 2016-04-25 VERBAL_COOPERATION
	// [SOURCE] CLAIMED
	// [TARGET] CLAIMED
	// counts as real: false
	// Harbour Union ORGANIZATION 1 2016-04-22
}
