package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	publishers = []graph.Text{"Harbour Post", "harbour post", "Grain Exchange Daily", "Вечерний Порт", "Le Détroit", ""}
	languages  = []graph.Text{"en", "en", "en-GB", ""}
	titles     = []string{"Straits", "Grain", "Über den Hafen", "Порт", "港 news", "harbour talks", "Café summit", "STRAITS and tides"}
)

func (w *World) articleID(article int) graph.ID {
	return graph.ArticleID("", fmt.Sprintf("%d/%d", w.seed, article), "world", "")
}

// Extraction is what one version of the extractor makes of one text of an article. Texts
// share most of their sentences, versions most of their results.
func (w *World) Extraction(article, text, version int) graph.Extraction {
	s := w.sentences(article, text, version)
	a := w.article(article, text)
	var starts []int
	at := 0
	var texts []string
	for _, one := range s {
		starts = append(starts, at)
		at += len(one.text) + 1
		texts = append(texts, string(one.text))
	}
	body := strings.Join(texts, " ")
	a.Body, a.TextHash = graph.Text(body), graph.HashText(body)
	a.Sentences, a.Words = len(s), len(strings.Fields(body))
	extractor := "generated"
	if a.Publisher == graph.RegisterPublisher {
		extractor = graph.RegisterPublisher // nobody else may write under its name
	}
	x := &extraction{
		Extraction: graph.Extraction{Article: a, Extractor: extractor, Version: version},
		world:      w, body: []rune(body), anchors: graph.NewAnchors(texts), cast: map[graph.ID]bool{}, told: map[graph.ID]bool{}, kinds: map[graph.ID]bool{},
	}
	for i, one := range s {
		for _, m := range one.mentions {
			x.mention(m, i, starts[i])
		}
	}
	x.aboutOthers(s)
	for i, one := range s {
		if one.evidence != nil {
			x.passage(one, i, starts[i])
		}
	}
	return x.Extraction
}

// article makes all of an article but its text.
func (w *World) article(article, text int) graph.Article {
	d := w.dice(10, article)
	a := graph.Article{
		ID: w.articleID(article), Title: fmt.Sprintf("%s %d", pick(d, titles), article%7),
		Publisher: pick(d, publishers), Language: pick(d, languages),
	}
	if d.chance(60) {
		a.URL = graph.Text(fmt.Sprintf("https://example.org/%d/%d?b=2&a=1", w.seed%1000, article))
	}
	if d.chance(50) {
		a.Author = "desk"
	}
	if d.chance(85) {
		a.Published = firstDay.AddDays(d.skewed(300))
		if d.chance(50) {
			a.PublishedAt = a.Published.Time().Add(time.Duration(d.IntN(86_400)) * time.Second)
		}
	}
	if article > 0 && d.chance(15) {
		a.CopyOfID = w.articleID(d.IntN(article))
	}
	if article == 3 {
		a.Publisher = graph.RegisterPublisher
	}
	modified := graph.NewDate(2017, time.March, 1).Time()
	switch d.IntN(3) {
	case 0: // each text says when it was made
		a.Modified = modified.Add(time.Duration(text) * time.Hour)
	case 1: // all say the same
		a.Modified = modified
	}
	if text > 0 && d.chance(30) {
		a.Title += " (corrected)"
		a.Publisher = pick(d, publishers)
		if a.Published != 0 && a.PublishedAt.IsZero() && !a.Modified.IsZero() {
			a.Published = a.Published.AddDays(1)
		}
	}
	return a
}

// extraction collects rows and the cast that they need.
type extraction struct {
	graph.Extraction
	world   *World
	body    []rune
	anchors *graph.Anchors
	cast    map[graph.ID]bool
	told    map[graph.ID]bool // mentions and evidence
	kinds   map[graph.ID]bool // actors whose kind a mention says
}

func (x *extraction) actor(r graph.ActorRecord) {
	if x.cast[r.ID] {
		return
	}
	x.cast[r.ID] = true
	x.Actors = append(x.Actors, r)
	if r.Register != nil {
		x.country(string(r.Register.Country))
	}
}

func (x *extraction) country(code string) {
	for _, c := range x.world.countries {
		if c.countries[0] == code {
			x.actor(c.record)
		}
	}
}

func (x *extraction) place(id graph.ID) {
	for id != "" && !x.cast[id] {
		x.cast[id] = true
		p := x.world.place(id)
		x.Places = append(x.Places, p)
		x.country(string(p.CountryCode))
		id = p.WithinID
	}
}

func (x *extraction) mention(m naming, sentence, start int) {
	at := x.anchors.At(sentence, m.span.Start)
	row := graph.Mention{
		ID: graph.MentionID(x.Article.ID, m.record.ID, at), ArticleID: x.Article.ID, Record: m.record.ID, ActorID: m.record.ID,
		Sentence: sentence, Start: start + m.span.Start, End: start + m.span.End,
		Name: m.name, Kind: m.kind, Country: m.country, Sectors: m.sectors,
	}
	if x.told[row.ID] {
		return
	}
	x.told[row.ID] = true
	if row.Kind == "" && !x.kinds[m.record.ID] {
		row.Kind = m.usual
	}
	x.kinds[m.record.ID] = true
	row.Quote = string(x.body[row.Start:row.End])
	x.actor(m.record)
	x.country(string(m.country))
	x.Mentions = append(x.Mentions, row)
}

// aboutOthers lets some passages speak of the event of another passage.
func (x *extraction) aboutOthers(s []*sentence) {
	for i, one := range s {
		other := s[(i+1)%len(s)]
		if one.about && one.evidence != nil && other.evidence != nil && one.evidence.EventType != "" &&
			other.evidence.EventType != "" && one.evidence.Record != other.evidence.Record {
			one.evidence.About = []graph.ID{other.evidence.Record}
		}
	}
}

// passage moves the evidence of a sentence to its place in the text.
func (x *extraction) passage(one *sentence, sentence, start int) {
	e := one.evidence
	end := start + len(one.text)
	e.ArticleID, e.FactID = x.Article.ID, e.Record
	e.Sentence, e.Start, e.End = sentence, start, end
	e.Quote = string(x.body[start:end])
	e.Before = string(x.body[max(0, start-graph.ContextLength):start])
	e.After = string(x.body[end:min(len(x.body), end+graph.ContextLength)])
	e.Extractor = fmt.Sprintf("%s/%d", x.Extractor, x.Version)
	move := func(s *graph.Span) { s.Start += start; s.End += start }
	move(&e.Trigger)
	for i := range e.Steps {
		move(&e.Steps[i].Span)
	}
	for i := range e.Wordings {
		w := &e.Wordings[i]
		move(&w.Span)
		if w.Number != nil {
			move(&w.Number.Span)
		}
		if w.Party.Class() == graph.ClassPlace {
			x.place(w.Party)
		}
	}
	for i := range e.Numbers {
		move(&e.Numbers[i].Span)
	}
	for i := range e.Attribution {
		move(&e.Attribution[i].Span)
	}
	for _, r := range one.cast {
		x.actor(r)
	}
	e.ID = graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion)
	if !x.told[e.ID] {
		x.told[e.ID] = true
		x.Evidence = append(x.Evidence, *e)
	}
}

// sentences chooses what stands in one text: most sentences of the article, in one order or
// another.
func (w *World) sentences(article, text, version int) []*sentence {
	d := w.dice(11, article)
	all := d.between(1, 7)
	var out []*sentence
	for i := range all {
		if text > 0 && w.dice(12, article, text, i).chance(20) {
			continue
		}
		out = append(out, w.sentence(article, i, version))
	}
	if text > 0 { // a text of its own, even where nothing else differs
		out = append(out, w.sentence(article, 100+text, version))
		slices.Reverse(out)
	}
	return out
}
