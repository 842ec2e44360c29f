package neo4j

import (
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// closedLabels are those of what is no longer there, and of what is not there yet.
var closedLabels = []any{"Closed"}

// passageLabels are those of a mention or of evidence.
func passageLabels(label string, recorded []graph.Interval) []any {
	if !graph.Open(recorded) {
		return closedLabels
	}
	return []any{label}
}

func encodeMention(m *graph.Mention) props {
	p := props{"id": string(m.ID)}
	p.text("articleId", string(m.ArticleID))
	p.text("actorId", string(m.ActorID))
	p.text("recordId", string(m.Record))
	p.number("revision", int64(m.Revision))
	p.number("sentence", int64(m.Sentence))
	p.text("quote", m.Quote)
	p.number("start", int64(m.Start))
	p.number("end", int64(m.End))
	p.text("name", string(m.Name))
	p.text("kind", string(m.Kind))
	p.text("country", string(m.Country))
	list(p, "sectors", m.Sectors)
	p.number("published", int64(m.Published))
	records(p, "recorded", m.Recorded)
	return p
}

func decodeMention(p props) (*graph.Mention, error) {
	f := &fields{props: p}
	m := &graph.Mention{
		ID: f.id("id"), ArticleID: f.id("articleId"), ActorID: f.id("actorId"), Record: f.id("recordId"),
		Revision: f.int("revision"), Sentence: f.int("sentence"), Quote: f.str("quote"), Start: f.int("start"), End: f.int("end"),
		Name: f.known("name"), Kind: graph.ActorKind(f.str("kind")), Country: f.known("country"), Sectors: texts[graph.Sector](f, "sectors"),
		Published: f.date("published"),
	}
	f.json("recorded", &m.Recorded)
	return m, f.end()
}

func encodeEvidence(e *graph.Evidence) props {
	p := props{"id": string(e.ID)}
	p.text("recordId", string(e.Record))
	p.text("factId", string(e.FactID))
	p.text("articleId", string(e.ArticleID))
	p.text("speakerId", string(e.Speaker()))
	p.number("revision", int64(e.Revision))
	p.number("sentence", int64(e.Sentence))
	p.text("quote", e.Quote)
	p.text("fold", graph.Fold(e.Quote))
	p.number("start", int64(e.Start))
	p.number("end", int64(e.End))
	p.text("before", e.Before)
	p.text("after", e.After)
	p.text("type", string(e.EventType))
	p.text("relation", string(e.Relation))
	p.text("status", string(e.Status))
	p.flag("negated", e.Negated)
	p.flag("attributed", len(e.Attribution) > 0)
	record(p, "assertion", &e.Assertion)
	p.number("confidence", int64(e.Confidence))
	p.text("extractor", e.Extractor)
	p.number("triggerStart", int64(e.Trigger.Start))
	p.number("triggerEnd", int64(e.Trigger.End))
	records(p, "steps", e.Steps)
	p.number("published", int64(e.Published))
	p.text("publisher", string(e.Publisher))
	p.text("copyOfId", string(e.CopyOfID))
	p.number("recordedOn", int64(graph.DateOf(graph.RecordedAt(e.Recorded).In(time.UTC))))
	records(p, "recorded", e.Recorded)
	return p
}

func decodeEvidence(p props) (*graph.Evidence, error) {
	f := &fields{props: p}
	e := &graph.Evidence{
		ID: f.id("id"), Record: f.id("recordId"), FactID: f.id("factId"), ArticleID: f.id("articleId"),
		Revision: f.int("revision"), Sentence: f.int("sentence"), Quote: f.str("quote"), Start: f.int("start"), End: f.int("end"),
		Before: f.str("before"), After: f.str("after"), Confidence: f.int("confidence"), Extractor: f.str("extractor"),
		Trigger: graph.Span{Start: f.int("triggerStart"), End: f.int("triggerEnd")},
	}
	e.Status, e.Negated = graph.Status(f.str("status")), f.bool("negated") // all of it in a brief node
	f.json("assertion", &e.Assertion)
	f.json("steps", &e.Steps)
	e.Published, e.Publisher, e.CopyOfID = f.date("published"), f.known("publisher"), f.id("copyOfId")
	f.json("recorded", &e.Recorded)
	return e, f.end()
}
