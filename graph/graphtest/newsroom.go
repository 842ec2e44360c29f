package graphtest

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Newsroom makes articles of the size and shape of real ones, for benchmarks and query plans:
// some 30 sentences each, in 8 of which one actor does something to another, named or at a
// place, seven of them events; few actors are in most articles, most actors in few. Where
// World is there to be wrong about, Newsroom is there to be large. Most values are common: a
// twelfth of the actors have a country, a sixteenth of the events a type. Some are rare: see
// Isle, Gazette and RareType. Not for concurrent use.
type Newsroom struct {
	Lean bool // its articles have the 8 sentences alone

	dice      *rand.Rand
	countries []graph.ActorRecord
	actors    []graph.ActorRecord
	places    []graph.Place
}

// What is rare in a Newsroom.
const (
	Isle     = "ISL"                     // the country of one actor in 2,000
	Gazette  = "Gazette of the Far Isle" // the publisher of one article in 5,000
	RareType = graph.Retreat             // of one event in 8,000
)

var newsroomCodes = []string{"USA", "FRA", "DEU", "CHN", "RUS", "IND", "BRA", "NGA", "EGY", "TUR", "IRN", "JPN"}

// NewNewsroom makes a newsroom that knows so many actors. The same number gives the same
// articles.
func NewNewsroom(actors int) *Newsroom {
	n := &Newsroom{}
	for _, code := range append(newsroomCodes, Isle) {
		n.countries = append(n.countries, graph.ActorRecord{ID: graph.CountryID(code), Named: true, Register: &graph.RegisterEntry{
			Key: "country:" + code, Name: "Republic of " + code, Kind: graph.Country, Country: graph.Text(code), Aliases: []string{code + " republic"},
		}})
	}
	kinds := []graph.ActorKind{graph.Agency, graph.Official, graph.Person, graph.Group, graph.Organization}
	for i := range actors {
		code := newsroomCodes[i%len(newsroomCodes)]
		if i%2000 == 1999 {
			code = Isle
		}
		n.actors = append(n.actors, graph.ActorRecord{ID: graph.RegisteredActorID(fmt.Sprint("bench:", i)), Named: true, Register: &graph.RegisterEntry{
			Key: fmt.Sprint("bench:", i), Name: fmt.Sprintf("%s %s %d", syllables(i*7), syllables(i*13), i), Kind: kinds[i%len(kinds)],
			Country: graph.Text(code), Sectors: []graph.Sector{"GOV"}, Aliases: []string{fmt.Sprintf("%s%d", syllables(i), i)},
		}})
	}
	for i := range 300 {
		code := newsroomCodes[i%len(newsroomCodes)]
		n.places = append(n.places, graph.Place{
			WithinID: n.land(code).ID,
			ID:       graph.PlaceID(fmt.Sprint("bench:", i), "", ""), Name: syllables(i*31) + " town", CountryCode: graph.Text(code), CountryID: graph.CountryID(code),
			Located: true, Latitude: i * 100_000, Longitude: -i * 200_000, Precision: graph.City,
		})
	}
	return n
}

// land is the place of a country.
func (n *Newsroom) land(code string) graph.Place {
	return graph.Place{ID: graph.PlaceID("land:"+code, "", ""), Name: "Land of " + code, CountryCode: graph.Text(code), CountryID: graph.CountryID(code), Precision: graph.CountryWide}
}

// country is the actor of a code.
func (n *Newsroom) country(code graph.Text) graph.ActorRecord {
	i := slices.IndexFunc(n.countries, func(c graph.ActorRecord) bool { return c.Register.Country == code })
	return n.countries[i]
}

// eventType is one of all, the rare one seldom.
func (n *Newsroom) eventType() graph.EventType {
	t := graph.EventTypes[n.dice.IntN(len(graph.EventTypes))]
	if t == RareType && n.dice.IntN(500) > 0 {
		return graph.Consult
	}
	return t
}

// detail now and then adds what few events have: a number, a length of years, another status.
func (n *Newsroom) detail(e *graph.Evidence) {
	switch n.dice.IntN(20) {
	case 0:
		low := int64(1 + n.dice.IntN(20))
		if n.dice.IntN(200) == 0 {
			low = 5000
		}
		e.Numbers = []graph.Quantity{{Of: graph.Dead, Low: &low, High: &low, Text: "met", Span: e.Trigger}}
	case 1, 2:
		e.Status = graph.Planned
	case 3:
		if e.When != nil && n.dice.IntN(100) == 0 {
			long := *e.When
			long.End, long.Precision = long.Start.AddDays(900), graph.Approximate
			e.When = &long
		}
	}
}

var newsroomSyllables = []string{"ka", "lo", "mi", "ren", "su", "tor", "va", "ne", "pil", "dra", "gos", "wen"}

func syllables(n int) string {
	var b strings.Builder
	for range 3 {
		b.WriteString(newsroomSyllables[n%len(newsroomSyllables)])
		n = n/len(newsroomSyllables) + 5
	}
	return b.String()
}

// actor is drawn by a power law.
func (n *Newsroom) actor() graph.ActorRecord {
	u := n.dice.Float64()
	i := int(math.Pow(float64(len(n.actors)), u)) - 1
	return n.actors[max(0, min(i, len(n.actors)-1))]
}

// deed is what one sentence of an article tells.
type deed struct {
	sentence, start int
	a, b            graph.ActorRecord
	place           graph.Place
}

// article makes the result of one article, the same whatever was made before.
func (n *Newsroom) article(number int) graph.Extraction {
	n.dice = rand.New(rand.NewPCG(1, uint64(number)))
	x := graph.Extraction{Extractor: "bench", Version: 1}
	published := graph.NewDate(2015, 1, 1).AddDays(n.dice.IntN(3650))
	address := fmt.Sprintf("https://news.example.org/%d", number)
	x.Article = graph.Article{
		ID: graph.ArticleID(address, "", "", ""), URL: graph.Text(address), Title: fmt.Sprintf("Report %d from the %s", number, syllables(number)),
		Publisher: graph.Text(fmt.Sprint("Paper ", number%40)), Published: published, Language: "en",
	}
	if number%5000 == 2500 {
		x.Article.Publisher = Gazette
	}
	met := map[graph.ID]bool{}
	meet := func(r graph.ActorRecord) {
		for _, r := range []graph.ActorRecord{r, n.country(r.Register.Country)} {
			if !met[r.ID] {
				met[r.ID] = true
				x.Actors = append(x.Actors, r)
			}
		}
	}
	var body strings.Builder
	var sentences []string
	var facts []deed
	count, every := 30, 4
	if n.Lean {
		count, every = 8, 1
	}
	for s := range count {
		start := body.Len() // everything is ASCII
		text := ""
		if s%every == 0 {
			a, b, place := n.actor(), n.actor(), n.places[n.dice.IntN(len(n.places))]
			for b.ID == a.ID {
				b = n.actor()
			}
			text = fmt.Sprintf("%s met %s in %s on day %d to speak of %s and the %s.", a.Register.Name, b.Register.Name, place.Name, s, syllables(n.dice.IntN(5000)), syllables(n.dice.IntN(5000)))
			facts = append(facts, deed{s, start, a, b, place})
		} else {
			text = fmt.Sprintf("The %s of the %s was said to be %s by many who wait near the %s.", syllables(n.dice.IntN(5000)), syllables(n.dice.IntN(5000)), syllables(n.dice.IntN(5000)), syllables(n.dice.IntN(5000)))
		}
		sentences = append(sentences, text)
		body.WriteString(text + " ")
	}
	text := body.String()
	x.Article.Body, x.Article.TextHash = graph.Text(text), graph.HashText(text)
	x.Article.Sentences, x.Article.Words = len(sentences), len(strings.Fields(text))
	anchors := graph.NewAnchors(sentences)
	placed := map[graph.ID]bool{}
	for i, f := range facts {
		meet(f.a)
		meet(f.b)
		if !placed[f.place.ID] {
			placed[f.place.ID] = true
			x.Places = append(x.Places, f.place)
			if land := n.land(string(f.place.CountryCode)); !placed[land.ID] {
				placed[land.ID] = true
				x.Places = append(x.Places, land)
			}
			if c := n.country(f.place.CountryCode); !met[c.ID] {
				met[c.ID] = true
				x.Actors = append(x.Actors, c)
			}
		}
		sentence := sentences[f.sentence]
		find := func(s string) graph.Span {
			at := f.start + strings.Index(sentence, s)
			return graph.Span{Start: at, End: at + len(s)}
		}
		wording := func(part graph.Part, id graph.ID, s string) graph.Wording {
			return graph.Wording{Part: part, Party: id, Text: s, Span: find(s)}
		}
		mention := func(r graph.ActorRecord) {
			span := find(r.Register.Name)
			x.Mentions = append(x.Mentions, graph.Mention{
				ID: graph.MentionID(x.Article.ID, r.ID, anchors.At(f.sentence, span.Start-f.start)), ArticleID: x.Article.ID, Record: r.ID,
				Sentence: f.sentence, Quote: r.Register.Name, Start: span.Start, End: span.End,
				Name: graph.Text(r.Register.Name), Kind: r.Register.Kind, Country: r.Register.Country,
			})
		}
		mention(f.a)
		mention(f.b)
		verb := find(" met ")
		e := graph.Evidence{
			ArticleID: x.Article.ID, Sentence: f.sentence, Quote: sentence, Start: f.start, End: f.start + len(sentence),
			Before: text[max(0, f.start-graph.ContextLength):f.start], After: text[f.start+len(sentence) : min(len(text), f.start+len(sentence)+graph.ContextLength)],
			Confidence: 700 + i, Extractor: "bench/1", Trigger: graph.Span{Start: verb.Start + 1, End: verb.End - 1},
			Steps: []graph.Step{{Rule: "meet", Says: "to meet is to consult", Text: "met", Span: graph.Span{Start: verb.Start + 1, End: verb.End - 1}}},
			Assertion: graph.Assertion{
				EventType: n.eventType(), Status: graph.Happened,
				Wordings: []graph.Wording{
					wording(graph.PartSource, f.a.ID, f.a.Register.Name), wording(graph.PartTarget, f.b.ID, f.b.Register.Name), wording(graph.PartPlace, f.place.ID, f.place.Name),
				},
			},
		}
		if n.dice.IntN(5) > 0 {
			day := graph.OnDay(published.AddDays(-n.dice.IntN(10)), fmt.Sprintf("day %d", f.sentence))
			e.When = &day
		}
		n.detail(&e)
		if i%3 == 0 {
			e.Attribution = []graph.Attribution{{Speaker: f.a.ID, Text: f.a.Register.Name, Span: find(f.a.Register.Name), Verb: "say"}}
		}
		if i == 7 { // a tie, told again and again by many articles
			e.Assertion = graph.Assertion{
				Relation: graph.AlliedWith, Status: graph.Ongoing,
				Wordings: []graph.Wording{wording(graph.PartFrom, f.a.ID, f.a.Register.Name), wording(graph.PartTo, f.b.ID, f.b.Register.Name)},
			}
			if f.b.ID < f.a.ID {
				e.Wordings = []graph.Wording{wording(graph.PartFrom, f.b.ID, f.b.Register.Name), wording(graph.PartTo, f.a.ID, f.a.Register.Name)}
			}
			e.Record = graph.TieID(f.a.ID, f.b.ID, graph.AlliedWith, "", "")
		} else {
			e.Record = graph.EventID(x.Article.ID, anchors.At(f.sentence, e.Trigger.Start-f.start))
		}
		e.ID = graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion)
		x.Evidence = append(x.Evidence, e)
	}
	return x
}

// Batches makes the articles numbered from 0 up to a number, in batches of a size.
func (n *Newsroom) Batches(articles, size int) iter.Seq[graph.Batch] {
	return n.BatchesFrom(0, articles, size)
}

// BatchesFrom are the Batches that are left after the articles before first.
func (n *Newsroom) BatchesFrom(first, articles, size int) iter.Seq[graph.Batch] {
	return func(yield func(graph.Batch) bool) {
		for i := first; i < articles; i += size {
			var b graph.Batch
			for j := i; j < min(articles, i+size); j++ {
				b.Extractions = append(b.Extractions, n.article(j))
			}
			if !yield(b) {
				return
			}
		}
	}
}
