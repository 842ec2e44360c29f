package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// toldArticle is an article written by hand for a test: what it tells, and nothing else.
type toldArticle struct {
	number    int
	publisher graph.Text
	published graph.Date
	events    []toldEvent
	ties      []toldTie
}

// toldEvent is an event as one passage tells it. Actors are named by words; those that begin with a small
// letter are unnamed.
type toldEvent struct {
	sources, targets string // separated by blanks
	kind             graph.EventType
	when             *graph.Period
	status           graph.Status
}

// toldTie is a tie between two named actors.
type toldTie struct {
	from, to string
	relation graph.Relation
}

// toldActor is the id of a named actor of such articles.
func toldActor(name string) graph.ID { return graph.RegisteredActorID("told:" + name) }

// toldUnnamed is that of an unnamed one: it is who the first sentence with that word means.
func toldUnnamed(article int, name string) graph.ID {
	return graph.UnnamedActorID(toldID(article), graph.Anchor{Sentence: name})
}

func toldID(article int) graph.ID {
	return graph.ArticleID(fmt.Sprintf("https://told.example.org/%d", article), "", "", "")
}

// tellAll writes articles.
func (f *filled) tellAll(t *testing.T, articles ...toldArticle) {
	t.Helper()
	var xs []graph.Extraction
	for _, a := range articles {
		xs = append(xs, a.extraction())
	}
	f.mustWrite(t, xs...)
}

func (a toldArticle) extraction() graph.Extraction {
	x := graph.Extraction{Extractor: "told", Version: 1, Article: graph.Article{
		ID: toldID(a.number), URL: graph.Text(fmt.Sprintf("https://told.example.org/%d", a.number)), Title: fmt.Sprint("Report ", a.number),
		Publisher: a.publisher, Published: a.published, Language: "en",
	}}
	var sentences []string
	for i, e := range a.events {
		sentences = append(sentences, fmt.Sprintf("Told %d: %s did it to %s.", i, e.sources, e.targets))
	}
	for i, tie := range a.ties {
		sentences = append(sentences, fmt.Sprintf("Known %d: %s of %s.", i, tie.from, tie.to))
	}
	body := strings.Join(sentences, " ") // everything is ASCII
	x.Article.Body, x.Article.TextHash, x.Article.Sentences = graph.Text(body), graph.HashText(body), len(sentences)
	anchors := graph.NewAnchors(sentences)
	start := 0
	for i, sentence := range sentences {
		e := graph.Evidence{
			ArticleID: x.Article.ID, Sentence: i, Quote: sentence, Start: start, End: start + len(sentence), Confidence: 800, Extractor: "told/1",
			Before: body[max(0, start-graph.ContextLength):start], After: body[start+len(sentence) : min(len(body), start+len(sentence)+graph.ContextLength)],
			Trigger: graph.Span{Start: start, End: start + 4},
		}
		part := func(part graph.Part, name string) {
			at := strings.Index(sentence, name)
			id := a.meet(&x, name, i, start+at)
			e.Wordings = append(e.Wordings, graph.Wording{Part: part, Party: id, Text: name, Span: graph.Span{Start: start + at, End: start + at + len(name)}})
		}
		if i < len(a.events) {
			told := a.events[i]
			e.EventType, e.Status, e.When = told.kind, told.status, told.when
			if e.Status == "" {
				e.Status = graph.Happened
			}
			for name := range strings.FieldsSeq(told.sources) {
				part(graph.PartSource, name)
			}
			for name := range strings.FieldsSeq(told.targets) {
				part(graph.PartTarget, name)
			}
			e.Record = graph.EventID(x.Article.ID, anchors.At(i, 0))
		} else {
			tie := a.ties[i-len(a.events)]
			e.Relation, e.Status = tie.relation, graph.Ongoing
			part(graph.PartFrom, tie.from)
			part(graph.PartTo, tie.to)
			e.Record = graph.TieID(toldActor(tie.from), toldActor(tie.to), tie.relation, "", "")
		}
		e.ID = graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion)
		x.Evidence = append(x.Evidence, e)
		start += len(sentence) + 1
	}
	return x
}

// meet adds an actor and a mention of it.
func (a toldArticle) meet(x *graph.Extraction, name string, sentence, at int) graph.ID {
	record := graph.ActorRecord{ID: toldActor(name), Named: true, Register: &graph.RegisterEntry{Key: "told:" + name, Name: name, Kind: graph.Organization}}
	m := graph.Mention{ArticleID: x.Article.ID, Sentence: sentence, Quote: name, Start: at, End: at + len(name), Name: graph.Text(name), Kind: graph.Organization}
	if strings.ToLower(name) == name {
		record = graph.ActorRecord{ID: toldUnnamed(a.number, name)}
		m.Name = ""
	}
	m.Record = record.ID
	m.ID = graph.MentionID(x.Article.ID, m.Record, graph.Anchor{Sentence: name, Occurrence: sentence, Word: at})
	x.Mentions = append(x.Mentions, m)
	if !slices.ContainsFunc(x.Actors, func(r graph.ActorRecord) bool { return r.ID == record.ID }) {
		x.Actors = append(x.Actors, record)
	}
	return record.ID
}
