package neo4j

import (
	"github.com/actorgraph/actorgraph/graph"
)

var (
	eventLabels = []any{"Fact", "Event"}
	tieLabels   = []any{"Fact", "Tie"}
)

// encodeEvent are the properties of an event. Beside what it says itself they have what is counted and
// filtered by: who takes part, packed, who tells of it, and of each count the largest number that a passage reports.
func encodeEvent(e *graph.Event, passages []*graph.Evidence) props {
	p := props{"id": string(e.ID)}
	p.stated(&e.Stated)
	p.text("type", string(e.Type))
	p.text("quad", string(e.Quad()))
	list(p, "modes", e.Modes)
	list(p, "contexts", e.Contexts)
	p.number("score", int64(e.Score))
	p.period("when", "start", "end", e.When)
	start, end := e.When.Ends()
	p.number("oldest", oldest(start))
	if start != 0 && int64(end-start) > yearOfDates {
		p.number("longStart", int64(start))
	}
	list(p, "placeIds", e.PlaceIDs)
	list(p, "aboutIds", e.AboutIDs)
	records(p, "participants", e.Participants)
	p.actors(e.Participants)
	records(p, "numbers", e.Numbers)
	p.tellers(passages)
	for of, low := range graph.LeastNumbers(passages) {
		p[lowest(of)] = low
	}
	return p
}

// lowest is the property with the largest lower bound of a count.
func lowest(of graph.CountOf) string { return "low" + camel(string(of)) }

// oldest is the key of graph.ByOldest, which puts events without a date last.
func oldest(start graph.Date) int64 {
	if start == 0 {
		return graph.Undated
	}
	return int64(start)
}

func decodeEvent(p props) (*graph.Event, error) {
	f := &fields{props: p}
	e := &graph.Event{
		ID: f.id("id"), Type: graph.EventType(f.str("type")), Modes: texts[graph.Mode](f, "modes"), Contexts: texts[graph.Context](f, "contexts"),
		Score: f.int("score"), PlaceIDs: texts[graph.ID](f, "placeIds"), AboutIDs: texts[graph.ID](f, "aboutIds"),
	}
	f.stated(&e.Stated)
	f.json("when", &e.When)
	f.json("participants", &e.Participants)
	f.json("numbers", &e.Numbers)
	return e, f.end()
}

// stated keeps what events and ties share.
func (p props) stated(s *graph.Stated) {
	p.text("status", string(s.Status))
	p.flag("negated", s.Negated)
	p.flag("disputed", s.Disputed)
	p.number("confidence", int64(s.Confidence))
	p.number("passages", int64(s.Corroboration.Passages))
	p.number("articles", int64(s.Corroboration.Articles))
	p.number("sources", int64(s.Corroboration.IndependentSources))
	records(p, "stages", s.Stages)
	records(p, "disagreements", s.Disagreements)
	p.number("recordedAt", microOf(s.RecordedAt))
}

func (f *fields) stated(s *graph.Stated) {
	s.Status, s.Negated, s.Disputed = graph.Status(f.str("status")), f.bool("negated"), f.bool("disputed")
	s.Confidence = f.int("confidence")
	s.Corroboration = graph.Corroboration{Passages: f.int("passages"), Articles: f.int("articles"), IndependentSources: f.int("sources")}
	f.json("stages", &s.Stages)
	f.json("disagreements", &s.Disagreements)
	s.RecordedAt = f.micro("recordedAt")
}

func encodeTie(t *graph.Tie) props {
	p := props{"id": string(t.ID)}
	p.stated(&t.Stated)
	p.text("relation", string(t.Relation))
	p.text("fromId", string(t.FromID))
	p.text("toId", string(t.ToID))
	p.text("role", string(t.Role))
	p["roleFold"] = graph.Fold(string(t.Role))
	p.period("since", "sinceStart", "sinceEnd", t.Since)
	p.period("until", "untilStart", "untilEnd", t.Until)
	p.period("span", "first", "last", t.Span)
	from, to := t.Bounds()
	p.number("heldFrom", int64(from))
	p.number("heldTo", int64(to))
	return p
}

func decodeTie(p props) (*graph.Tie, error) {
	f := &fields{props: p}
	t := &graph.Tie{ID: f.id("id"), Relation: graph.Relation(f.str("relation")), FromID: f.id("fromId"), ToID: f.id("toId"), Role: f.known("role")}
	f.stated(&t.Stated)
	f.json("since", &t.Since)
	f.json("until", &t.Until)
	f.json("span", &t.Span)
	return t, f.end()
}
