package findings

import (
	"slices"
	"strconv"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Of makes the Line of one extraction and answers what was asked of it. It is pure.
//
// Places that contain each other, and who is said to be where, are ties here, see nesting and
// stays. Ties that are denied, called off or only supposed are left out, since a Tie here has no
// status.
func Of(x *loader.Extracted, asked []Asked) Line {
	line := of(x, asked)
	for i, a := range asked {
		q := Ask(x, a, nil)
		line.Pairs[i] = q.answer()
	}
	return line
}

func of(x *loader.Extracted, asked []Asked) Line {
	b := builder{x: x, line: Empty(x.Article.ID, asked), named: map[graph.ID]bool{}, places: map[graph.ID]*graph.Place{}}
	for i := range x.Cast.Places {
		b.places[x.Cast.Places[i].ID] = &x.Cast.Places[i]
	}
	b.mentions()
	for i := range x.Result.Evidence {
		if e := &x.Result.Evidence[i]; e.Relation == "" {
			b.event(e)
		} else if holds(e) {
			b.tie(e)
		}
	}
	b.nesting()
	b.stays()
	b.about()
	b.actors()
	return b.line
}

// holds: the passage puts its fact forward as something that is or was.
func holds(e *graph.Evidence) bool {
	return !e.Negated && e.Status != graph.Denied && e.Status != graph.Hypothetical
}

type builder struct {
	x      *loader.Extracted
	line   Line
	named  map[graph.ID]bool // by some list of the line
	places map[graph.ID]*graph.Place
	told   []*graph.Evidence // parallel to line.Events
	things []Actor           // what is no actor of the graph
}

// span leads from the cleaned text back to the input.
func (b *builder) span(s graph.Span) Span {
	from, to := b.x.Cleaned.ToInput(s.Start, s.End)
	return Span{from, to}
}

func (b *builder) name(id graph.ID) string {
	b.named[id] = true
	return string(id)
}

func (b *builder) mentions() {
	for _, m := range b.x.Cast.Mentions {
		if len(m.Steps) > 0 && m.Steps[0].Rule == identity.BodyOfPlace {
			continue // the words are the name of the place, which is a mention of its own
		}
		s := b.x.Document.Sentences[m.Sentence]
		at := b.span(graph.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End})
		out := Mention{Start: at[0], End: at[1], Type: string(m.Type), Coarse: coarse(m.Type)}
		if id := meant(b.x.Cast, m); id != "" {
			out.Actor = b.name(id)
		}
		b.line.Mentions = append(b.line.Mentions, out)
	}
}

// meant is the actor, else the place, that a mention means; "" for none. A reader of lines
// follows a state by one id, whether a sentence means its land, or only says by its name whose
// something is; who acts is said by the events alone.
func meant(c *identity.Cast, m identity.Mention) graph.ID {
	switch {
	case m.Actor >= 0:
		return c.Actors[m.Actor].ID
	case m.Place >= 0:
		return whole(&c.Places[m.Place])
	case m.Type == identity.TypeCountry && graph.IsState(m.Country):
		return graph.CountryID(m.Country)
	}
	return ""
}

// whole is the Country for a land, any other place itself.
func whole(p *graph.Place) graph.ID {
	if p.Precision == graph.CountryWide && p.CountryID != "" {
		return p.CountryID
	}
	return p.ID
}

func coarse(t identity.MentionType) string {
	switch t {
	case identity.TypeOfficial, identity.TypePerson:
		return string(language.PER)
	case identity.TypeCountry, identity.TypePlace:
		return string(language.LOC)
	case identity.TypeNationality:
		return string(language.NORP)
	case identity.TypeEventName:
		return "EVT"
	}
	return string(language.ORG)
}

func (b *builder) event(e *graph.Evidence) {
	out := Event{
		Type: string(e.EventType), Modes: texts(e.Modes), Contexts: texts(e.Contexts),
		Status: string(e.Status), Negated: e.Negated,
		Trigger: b.span(e.Trigger), Sentence: b.span(graph.Span{Start: e.Start, End: e.End}),
		Date: date(e.When), Cluster: string(e.Record), Confidence: share(e.Confidence),
	}
	if len(out.Modes) > 0 {
		out.Mode = out.Modes[0]
	}
	out.Sources, out.SourceSpans = b.side(e, graph.PartSource)
	out.Targets, out.TargetSpans = b.side(e, graph.PartTarget)
	for _, w := range e.Wordings {
		switch {
		case w.Party == "":
		case w.Absent:
			if id := b.name(w.Party); !slices.Contains(out.Absent, id) {
				out.Absent = append(out.Absent, id)
			}
		case w.Part == graph.PartPlace && out.Place == nil:
			out.Place = b.place(w)
		}
	}
	for _, a := range e.Attribution {
		link := a.Text
		if a.Speaker != "" {
			link = b.name(a.Speaker)
		}
		out.Attribution = append(out.Attribution, link)
	}
	out.Speaker = string(e.Speaker())
	b.line.Events = append(b.line.Events, out)
	b.told = append(b.told, e)
}

// side lists who takes part on one side, each once, with where the sentence says so.
func (b *builder) side(e *graph.Evidence, part graph.Part) ([]string, []Span) {
	ids, spans := []string{}, []Span{}
	for _, w := range e.Wordings {
		if w.Part != part || w.Absent || w.Party != "" && slices.Contains(ids, string(w.Party)) {
			continue
		}
		if w.Party == "" {
			ids = append(ids, b.thing(w))
		} else {
			ids = append(ids, b.name(w.Party))
		}
		spans = append(spans, b.wording(e, w))
	}
	return ids, spans
}

// thing is the entry of what a passage words without meaning an actor: "a market", "nine
// others". The graph has no node for it.
func (b *builder) thing(w graph.Wording) string {
	id := "thing:" + strconv.Itoa(w.Start)
	if !b.named[graph.ID(id)] {
		b.named[graph.ID(id)] = true
		a := Actor{ID: id, Name: w.Text, Kind: string(identity.TypePlace)}
		if coding.IsPersonal(w.Text) {
			a.Kind = string(identity.TypePerson)
			unnamed := false
			a.Named = &unnamed
		}
		if q := w.Number; q != nil && q.Low != nil && q.High != nil && *q.Low == *q.High {
			a.Count = q.Low
		}
		b.things = append(b.things, a)
	}
	return id
}

// wording is where a passage words a party; where it only lets one conclude it, the trigger.
func (b *builder) wording(e *graph.Evidence, w graph.Wording) Span {
	if w.Start == w.End {
		return b.span(e.Trigger)
	}
	return b.span(w.Span)
}

func (b *builder) place(w graph.Wording) *Place {
	p := b.places[w.Party]
	if p == nil {
		return nil
	}
	out := &Place{Name: p.Name, Span: b.span(w.Span), Country: string(p.CountryCode)}
	if p.Located {
		lat, lon := float64(p.Latitude)/1e6, float64(p.Longitude)/1e6
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}

func (b *builder) tie(e *graph.Evidence) {
	out := Tie{
		Type: string(e.Relation), Role: string(e.Role),
		Since: firstDay(e.Since), Until: lastDay(e.Until), Confidence: share(e.Confidence),
	}
	for _, w := range e.Wordings {
		switch {
		case w.Party == "":
		case w.Part == graph.PartFrom && out.From == "":
			out.From, out.FromSpan = b.end(w.Party), b.wording(e, w)
		case w.Part == graph.PartTo && out.To == "":
			out.To, out.ToSpan = b.end(w.Party), b.wording(e, w)
		}
	}
	if out.From != "" && out.To != "" {
		b.line.Ties = append(b.line.Ties, out)
	}
}

// end is what a tie leads from or to.
func (b *builder) end(id graph.ID) string {
	if p := b.places[id]; p != nil {
		id = whole(p)
	}
	return b.name(id)
}

// about joins speech acts to the acts that they speak of: the passage of that event in the
// same sentence, else its first.
func (b *builder) about() {
	for i, e := range b.told {
		for _, id := range e.About {
			at := -1
			for k, other := range b.told {
				if other.Record == id && (at < 0 || b.told[at].Sentence != e.Sentence && other.Sentence == e.Sentence) {
					at = k
				}
			}
			if at < 0 {
				continue
			}
			b.line.Events[at].Content = true
			if b.line.Events[i].About == nil {
				b.line.Events[i].About = &at
			}
		}
	}
}

// actors lists whom the line names, in the order of the cast.
func (b *builder) actors() {
	for i, a := range b.x.Cast.Actors {
		if b.named[a.ID] {
			b.line.Actors = append(b.line.Actors, actor(a, b.x.Cast.Profiles[i]))
		}
	}
	for _, p := range b.x.Cast.Places {
		if b.named[p.ID] {
			b.line.Actors = append(b.line.Actors, Actor{
				ID: string(p.ID), Name: p.Name, Kind: string(identity.TypePlace),
				Country: string(p.CountryCode), Wikidata: string(p.Wikidata),
			})
		}
	}
	b.line.Actors = append(b.line.Actors, b.things...)
}

func actor(a graph.ActorRecord, p identity.Profile) Actor {
	out := Actor{ID: string(a.ID), Name: p.Name, Kind: string(p.Kind), Country: p.Country}
	if len(p.Sectors) > 0 && p.Kind != graph.Country {
		out.Sector = string(p.Sectors[0])
	}
	if a.Register != nil {
		out.Wikidata = string(a.Register.Wikidata)
	}
	if !a.Named {
		named := false
		out.Named = &named
	}
	if q := p.Count; q != nil && q.Low != nil && q.High != nil && *q.Low == *q.High {
		out.Count = q.Low
	}
	return out
}
