package sqlite

import (
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// mentions and evidences hold the passages of articles, open and closed.
var (
	mentions = newTable("mention", `key id (open) (article) article_id (actor) actor_id (record) record_id
		revision sentence quote start stop name kind country sectors published +recorded`)
	evidences = newTable("evidence", `key id (open) (article) article_id (record) -record_id (fact) fact_id
		(speaker) (speaker_record) -revision -sentence quote -start -stop +before +after status negated
		(attributed) +assertion -confidence -extractor +trigger_start +trigger_stop +steps
		-published -publisher -copy_of (recorded_on) +recorded`)
)

func encodeMention(m *graph.Mention) []any {
	key, _ := keyOf(m.ID)
	article, _ := keyOf(m.ArticleID)
	actor, _ := keyOf(m.ActorID)
	meant, _ := keyOf(m.Record)
	return []any{
		key, string(m.ID), flag(graph.Open(m.Recorded)), article, string(m.ArticleID),
		actor, string(m.ActorID), meant, string(m.Record),
		int64(m.Revision), int64(m.Sentence), m.Quote, int64(m.Start), int64(m.End),
		string(m.Name), string(m.Kind), string(m.Country), list(m.Sectors),
		int64(m.Published), encode(m.Recorded),
	}
}

func decodeMention(row []any) (*graph.Mention, error) {
	c := &cursor{row: row}
	m := &graph.Mention{}
	c.skip(1)
	m.ID = c.id()
	c.skip(2)
	m.ArticleID = c.id()
	c.skip(1)
	m.ActorID = c.id()
	c.skip(1)
	m.Record = c.id()
	m.Revision, m.Sentence = c.int(), c.int()
	m.Quote = c.text()
	m.Start, m.End = c.int(), c.int()
	m.Name, m.Kind, m.Country = graph.Text(c.text()), graph.ActorKind(c.text()), graph.Text(c.text())
	texts(c, &m.Sectors)
	m.Published = c.date()
	c.intervals(&m.Recorded)
	return m, c.end(mentions)
}

func encodeEvidence(e *graph.Evidence) []any {
	key, _ := keyOf(e.ID)
	article, _ := keyOf(e.ArticleID)
	meant, _ := keyOf(e.Record)
	fact, _ := keyOf(e.FactID)
	speaker := nullKey(e.Speaker())
	return []any{
		key, string(e.ID), flag(graph.Open(e.Recorded)), article, string(e.ArticleID),
		meant, string(e.Record), fact, string(e.FactID), speaker, speaker,
		int64(e.Revision), int64(e.Sentence), e.Quote, int64(e.Start), int64(e.End), e.Before, e.After,
		string(e.Status), flag(e.Negated), flag(len(e.Attribution) > 0), encode(e.Assertion),
		int64(e.Confidence), e.Extractor, int64(e.Trigger.Start), int64(e.Trigger.End), list(e.Steps),
		int64(e.Published), string(e.Publisher), string(e.CopyOfID),
		int64(graph.DateOf(graph.RecordedAt(e.Recorded).In(time.UTC))), encode(e.Recorded),
	}
}

func decodeEvidence(row []any) (*graph.Evidence, error) {
	c := &cursor{row: row}
	e := &graph.Evidence{}
	c.skip(1)
	e.ID = c.id()
	c.skip(2)
	e.ArticleID = c.id()
	c.skip(1)
	e.Record = c.id()
	c.skip(1)
	e.FactID = c.id()
	c.skip(2)
	e.Revision, e.Sentence = c.int(), c.int()
	e.Quote = c.text()
	e.Start, e.End = c.int(), c.int()
	e.Before, e.After = c.text(), c.text()
	e.Status, e.Negated = graph.Status(c.text()), c.flag()
	c.skip(1)
	c.assertion(&e.Assertion)
	e.Confidence = c.int()
	e.Extractor = c.text()
	e.Trigger = graph.Span{Start: c.int(), End: c.int()}
	c.steps(&e.Steps)
	e.Published = c.date()
	e.Publisher = graph.Text(c.text())
	e.CopyOfID = c.id()
	c.skip(1)
	c.intervals(&e.Recorded)
	return e, c.end(evidences)
}
