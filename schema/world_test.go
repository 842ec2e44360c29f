package schema_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// The cast of the test world: two invented states and a quarrel in a harbour.
var (
	varland   = registered("country:VAR", "Varland", graph.Country, "VAR", nil, "Varlanders", "Lindhaven government")
	ostmark   = registered("country:OST", "Ostmark", graph.Country, "OST", nil)
	authority = registered("agency:var-harbour", "Harbour Authority", graph.Agency, "VAR", []graph.Sector{"GOV"}, "Lindhaven Port Office")
	ministry  = registered("agency:var-ports", "Ministry of Ports", graph.Agency, "VAR", []graph.Sector{"GOV"})
	weaver    = registered("official:weaver", "Ana Weaver", graph.Official, "VAR", []graph.Sector{"GOV"})
	reed      = registered("official:reed", "Tomás Reed", graph.Official, "OST", []graph.Sector{"GOV"})
	union     = registered("group:port-union", "Port Union", graph.Group, "VAR", []graph.Sector{"LAB"})
	blueLine  = registered("org:blue-line", "Blue Line Shipping", graph.Organization, "MNC", []graph.Sector{"BUS"})

	land   = graph.Place{ID: graph.PlaceID("country:VAR", "", ""), Name: "Varland", CountryCode: "VAR", CountryID: varland.ID, Precision: graph.CountryWide}
	harbor = graph.Place{
		ID: graph.PlaceID("", "Lindhaven", "VAR"), Name: "Lindhaven", CountryCode: "VAR", CountryID: varland.ID, WithinID: land.ID,
		Located: true, Latitude: 54_300_000, Longitude: -12_250_000, Precision: graph.City,
	}
)

func registered(key, name string, kind graph.ActorKind, country string, sectors []graph.Sector, aliases ...string) graph.ActorRecord {
	return graph.ActorRecord{ID: graph.RegisteredActorID(key), Named: true, Register: &graph.RegisterEntry{
		Key: key, Name: name, Kind: kind, Country: graph.Text(country), Sectors: sectors, Aliases: aliases,
	}}
}

// world are three articles: an ongoing cyber campaign told twice, a planned meeting, arrests
// with a number, a denial, a threat and what it speaks of, and ties with and without dates.
func world() []graph.Extraction {
	first := newArticle("Port dispute goes online", "Coast Gazette", "https://gazette.test/port", graph.NewDate(2024, 3, 4),
		"The Harbour Authority is attacking the computers of the Port Union, Mira Holm said on Monday.",
		"Ana Weaver, harbour master since 2020, will meet Tomás Reed in Lindhaven on March 11.",
		"Two soldiers arrested at least 12 members of the union on Sunday.",
		"The union denied that it had blocked the gate of Blue Line Shipping.",
	)
	holm := first.person("Mira Holm", graph.Person, "VAR", 0)
	soldiers := first.unnamed("Two soldiers", 2)
	first.mentions(authority.ID, 0, "Harbour Authority", graph.Agency)
	first.mentions(union.ID, 0, "Port Union", graph.Group)
	first.mentions(weaver.ID, 1, "Ana Weaver", graph.Official)
	first.mentions(reed.ID, 1, "Tomás Reed", graph.Official)
	first.mentions(blueLine.ID, 3, "Blue Line Shipping", graph.Organization)

	campaign := first.event(0, "attacking")
	first.says(0, campaign, graph.Assertion{
		EventType: graph.Coerce, Modes: []graph.Mode{"CYBER"}, Contexts: []graph.Context{"CYBER"}, Status: graph.Ongoing,
		Wordings: []graph.Wording{
			first.wording(0, graph.PartSource, authority.ID, "The Harbour Authority"),
			first.wording(0, graph.PartTarget, union.ID, "the Port Union"),
		},
		Attribution: []graph.Attribution{{Speaker: holm, Text: "Mira Holm", Verb: "said", Span: first.find(0, "Mira Holm")}},
	})
	march11 := graph.OnDay(graph.NewDate(2024, 3, 11), "on March 11")
	first.says(1, first.event(1, "meet"), graph.Assertion{
		EventType: graph.Consult, Modes: []graph.Mode{"VISIT"}, Contexts: []graph.Context{"DIPLOMATIC"}, Status: graph.Planned, When: &march11,
		Wordings: []graph.Wording{
			first.wording(1, graph.PartSource, weaver.ID, "Ana Weaver"),
			first.wording(1, graph.PartSource, reed.ID, "Tomás Reed"),
			first.wording(1, graph.PartPlace, harbor.ID, "Lindhaven"),
		},
	})
	since := graph.Period{Start: graph.NewDate(2020, 1, 1), End: graph.NewDate(2020, 12, 31), Precision: graph.Year, Text: "since 2020"}
	first.says(1, graph.TieID(weaver.ID, authority.ID, graph.HoldsOffice, "harbour master", ""), graph.Assertion{
		Relation: graph.HoldsOffice, Role: "harbour master", Since: &since, Status: graph.Ongoing,
		Wordings: []graph.Wording{
			first.wording(1, graph.PartFrom, weaver.ID, "Ana Weaver"),
			{Part: graph.PartTo, Party: authority.ID, Inferred: true, Text: "harbour master", Span: first.find(1, "harbour master")},
		},
	})
	twelve := int64(12)
	number := graph.Quantity{Of: graph.Arrested, Low: &twelve, Text: "at least 12", Span: first.find(2, "at least 12")}
	first.says(2, first.event(2, "arrested"), graph.Assertion{
		EventType: graph.Coerce, Modes: []graph.Mode{"ARREST"}, Status: graph.Happened, Numbers: []graph.Quantity{number},
		Wordings: []graph.Wording{
			{Part: graph.PartTarget, Party: union.ID, Number: &number, Text: "members of the union", Span: first.find(2, "members of the union")},
			first.wording(2, graph.PartSource, soldiers, "Two soldiers"),
		},
	})
	first.says(3, first.event(3, "blocked"), graph.Assertion{
		EventType: graph.Protest, Modes: []graph.Mode{"OBSTRUCT"}, Status: graph.Denied,
		Wordings: []graph.Wording{
			first.wording(3, graph.PartSource, union.ID, "The union"),
			first.wording(3, graph.PartTarget, blueLine.ID, "Blue Line Shipping"),
		},
		Attribution: []graph.Attribution{{Speaker: union.ID, Text: "The union", Verb: "denied", Span: first.find(3, "The union")}},
	})

	second := newArticle("Union threatens strike", "Evening Post", "https://post.test/strike?id=7", graph.NewDate(2024, 3, 6),
		"The Port Union threatened to strike against Blue Line Shipping.",
		"Its computers are still under attack by the Harbour Authority, which is part of the Ministry of Ports.",
		"The union has its seat in Lindhaven.",
	)
	second.mentions(union.ID, 0, "Port Union", graph.Group)
	second.mentions(blueLine.ID, 0, "Blue Line Shipping", graph.Organization)
	second.mentions(authority.ID, 1, "Harbour Authority", graph.Agency)
	second.mentions(ministry.ID, 1, "Ministry of Ports", graph.Agency)
	strike := second.event(0, "strike")
	parties := []graph.Wording{
		second.wording(0, graph.PartSource, union.ID, "The Port Union"),
		second.wording(0, graph.PartTarget, blueLine.ID, "Blue Line Shipping"),
	}
	second.says(0, strike, graph.Assertion{EventType: graph.Protest, Modes: []graph.Mode{"STRIKE"}, Status: graph.Threatened, Wordings: parties})
	second.says(0, second.event(0, "threatened"), graph.Assertion{EventType: graph.Threaten, Status: graph.Happened, About: []graph.ID{strike}, Wordings: parties})
	second.says(1, campaign, graph.Assertion{
		EventType: graph.Coerce, Modes: []graph.Mode{"CYBER"}, Contexts: []graph.Context{"CYBER"}, Status: graph.Ongoing,
		Wordings: []graph.Wording{second.wording(1, graph.PartSource, authority.ID, "the Harbour Authority"), second.wording(1, graph.PartTarget, union.ID, "Its")},
	})
	second.says(1, graph.TieID(authority.ID, ministry.ID, graph.PartOf, "", ""), graph.Assertion{
		Relation: graph.PartOf, Status: graph.Ongoing,
		Wordings: []graph.Wording{second.wording(1, graph.PartFrom, authority.ID, "the Harbour Authority"), second.wording(1, graph.PartTo, ministry.ID, "the Ministry of Ports")},
	})
	second.says(2, graph.TieID(union.ID, harbor.ID, graph.BasedIn, "", ""), graph.Assertion{
		Relation: graph.BasedIn, Status: graph.Ongoing,
		Wordings: []graph.Wording{second.wording(2, graph.PartFrom, union.ID, "The union"), second.wording(2, graph.PartTo, harbor.ID, "Lindhaven")},
	})
	return []graph.Extraction{first.x, second.x}
}

// article builds an Extraction from its sentences, so that every offset is found, not counted.
type article struct {
	x         graph.Extraction
	sentences []string
	starts    []int
	anchors   *graph.Anchors
}

func newArticle(title, publisher, address string, day graph.Date, sentences ...string) *article {
	a := &article{sentences: sentences, anchors: graph.NewAnchors(sentences)}
	body := strings.Join(sentences, " ")
	start := 0
	for _, s := range sentences {
		a.starts = append(a.starts, start)
		start += utf8.RuneCountInString(s) + 1
	}
	a.x = graph.Extraction{
		Article: graph.Article{
			ID: graph.ArticleID(address, "", "", ""), URL: graph.Text(address), Title: title, Publisher: graph.Text(publisher),
			Published: day, Language: "en", Sentences: len(sentences), Words: len(strings.Fields(body)), Body: graph.Text(body), TextHash: graph.HashText(body),
		},
		Extractor: "actorgraph", Version: 1,
		Actors: []graph.ActorRecord{varland, ostmark, authority, ministry, weaver, reed, union, blueLine},
		Places: []graph.Place{land, harbor},
	}
	return a
}

// find is where words stand in a sentence, in code points of the article.
func (a *article) find(sentence int, words string) graph.Span {
	i := strings.Index(a.sentences[sentence], words)
	if i < 0 {
		panic(words + " is not in " + a.sentences[sentence])
	}
	start := a.starts[sentence] + utf8.RuneCountInString(a.sentences[sentence][:i])
	return graph.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

func (a *article) anchor(sentence int, words string) graph.Anchor {
	return a.anchors.At(sentence, a.find(sentence, words).Start-a.starts[sentence])
}

func (a *article) event(sentence int, trigger string) graph.ID {
	return graph.EventID(a.x.Article.ID, a.anchor(sentence, trigger))
}

func (a *article) person(name string, kind graph.ActorKind, country string, sentence int) graph.ID {
	id := graph.NamedActorID(graph.ClassPerson, name, country)
	a.x.Actors = append(a.x.Actors, graph.ActorRecord{ID: id, Named: true})
	m := a.mention(id, sentence, name, kind)
	m.Name, m.Country = graph.Text(name), graph.Text(country)
	a.x.Mentions = append(a.x.Mentions, m)
	return id
}

func (a *article) unnamed(words string, sentence int) graph.ID {
	id := graph.UnnamedActorID(a.x.Article.ID, a.anchor(sentence, words))
	a.x.Actors = append(a.x.Actors, graph.ActorRecord{ID: id})
	m := a.mention(id, sentence, words, graph.Group)
	m.Sectors = []graph.Sector{"MIL"}
	a.x.Mentions = append(a.x.Mentions, m)
	return id
}

func (a *article) mentions(id graph.ID, sentence int, words string, kind graph.ActorKind) {
	m := a.mention(id, sentence, words, kind)
	m.Name = graph.Text(words)
	a.x.Mentions = append(a.x.Mentions, m)
}

func (a *article) mention(id graph.ID, sentence int, words string, kind graph.ActorKind) graph.Mention {
	at := a.find(sentence, words)
	return graph.Mention{
		ID: graph.MentionID(a.x.Article.ID, id, a.anchor(sentence, words)), ArticleID: a.x.Article.ID, ActorID: id, Record: id, Revision: 1,
		Sentence: sentence, Quote: words, Start: at.Start, End: at.End, Kind: kind,
	}
}

func (a *article) wording(sentence int, part graph.Part, party graph.ID, words string) graph.Wording {
	return graph.Wording{Part: part, Party: party, Text: words, Span: a.find(sentence, words)}
}

// says makes a whole sentence the evidence of a fact.
func (a *article) says(sentence int, record graph.ID, as graph.Assertion) {
	quote, body := a.sentences[sentence], []rune(string(a.x.Article.Body))
	at := a.find(sentence, quote)
	first := strings.Fields(quote)[0]
	a.x.Evidence = append(a.x.Evidence, graph.Evidence{
		ID: graph.NewEvidenceID(record, a.x.Article.ID, quote, as), Record: record, FactID: record, ArticleID: a.x.Article.ID, Revision: 1,
		Sentence: sentence, Quote: quote, Start: at.Start, End: at.End,
		Before: string(body[max(0, at.Start-graph.ContextLength):at.Start]), After: string(body[at.End:min(len(body), at.End+graph.ContextLength)]),
		Assertion: as, Confidence: 800, Extractor: "actorgraph/1", Trigger: a.find(sentence, first),
		Steps: []graph.Step{{Rule: "example", Says: "the sentence states it", Text: first, Span: a.find(sentence, first)}},
	})
}

func fill(t testing.TB, s graph.Store, batch []graph.Extraction) {
	t.Helper()
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: batch}); err != nil {
		t.Fatal(err)
	}
}
