package sqlite

import (
	"github.com/actorgraph/actorgraph/graph"
)

// events and ties hold what follows from the open evidence of each fact. A fact whose last
// evidence was closed keeps its row, not open, for the position of its last change.
var (
	events = newTable("event", `key id (open) (position) type (quad) modes -contexts -score status negated -disputed
		(start) (stop) -period -confidence -passages -articles -sources +stages +disagreements
		-places participants +numbers -about -recorded_at (actors) (tellers)`)
	ties = newTable("tie", `key id (open) (position) relation (from_actor) (from_record) from_id (to_node) (to_record) to_id
		role (role_fold) status negated -disputed -since -until -span
		(since_start) (since_stop) (until_start) (until_stop) (held_from) (held_to) (last)
		-confidence -passages -articles -sources +stages +disagreements -recorded_at`)
)

// factPosition is the column that changes with nothing but the change log, eventTellers the one that
// other articles change that tell the same.
var (
	factPosition = events.index("position")
	eventTellers = events.index("tellers")
)

func encodeEvent(e *graph.Event, evidence []*graph.Evidence, position graph.Sequence) []any {
	key, _ := keyOf(e.ID)
	start, stop := e.When.Ends()
	c := e.Corroboration
	return []any{
		key, string(e.ID), flag(true), int64(position), string(e.Type), string(e.Quad()), list(e.Modes), list(e.Contexts),
		int64(e.Score), string(e.Status), flag(e.Negated), flag(e.Disputed),
		int64(start), int64(max(start, stop)), record(e.When), int64(e.Confidence),
		int64(c.Passages), int64(c.Articles), int64(c.IndependentSources), list(e.Stages), list(e.Disagreements),
		list(e.PlaceIDs), list(e.Participants), list(e.Numbers), list(e.AboutIDs), micro(e.RecordedAt), packActors(e), packTellers(evidence),
	}
}

func decodeEvent(row []any) (*graph.Event, error) {
	c := &cursor{row: row}
	e := &graph.Event{}
	c.skip(1)
	e.ID = c.id()
	c.skip(2)
	e.Type = graph.EventType(c.text())
	c.skip(1)
	texts(c, &e.Modes)
	texts(c, &e.Contexts)
	e.Score = c.int()
	e.Status = graph.Status(c.text())
	e.Negated, e.Disputed = c.flag(), c.flag()
	c.skip(2)
	c.period(&e.When)
	c.corroborated(&e.Stated)
	texts(c, &e.PlaceIDs)
	c.participants(&e.Participants)
	c.json(&e.Numbers)
	texts(c, &e.AboutIDs)
	e.RecordedAt = c.micro()
	c.skip(2)
	return e, c.end(events)
}

// corroborated reads the columns from confidence to disagreements.
func (c *cursor) corroborated(s *graph.Stated) {
	s.Confidence = c.int()
	s.Corroboration = graph.Corroboration{Passages: c.int(), Articles: c.int(), IndependentSources: c.int()}
	c.stages(&s.Stages)
	c.json(&s.Disagreements)
}

func encodeTie(t *graph.Tie, position graph.Sequence) []any {
	key, _ := keyOf(t.ID)
	from, _ := keyOf(t.FromID)
	to, _ := keyOf(t.ToID)
	sinceStart, sinceStop := t.Since.Ends()
	untilStart, untilStop := t.Until.Ends()
	heldFrom, heldTo := t.Bounds()
	_, last := t.Span.Ends()
	c := t.Corroboration
	return []any{
		key, string(t.ID), flag(true), int64(position), string(t.Relation),
		from, from, string(t.FromID), to, to, string(t.ToID), string(t.Role), graph.Fold(string(t.Role)),
		string(t.Status), flag(t.Negated), flag(t.Disputed), record(t.Since), record(t.Until), record(t.Span),
		int64(sinceStart), int64(max(sinceStart, sinceStop)), int64(untilStart), int64(max(untilStart, untilStop)),
		int64(heldFrom), int64(heldTo), int64(last), int64(t.Confidence),
		int64(c.Passages), int64(c.Articles), int64(c.IndependentSources), list(t.Stages), list(t.Disagreements), micro(t.RecordedAt),
	}
}

func decodeTie(row []any) (*graph.Tie, error) {
	c := &cursor{row: row}
	t := &graph.Tie{}
	c.skip(1)
	t.ID = c.id()
	c.skip(2)
	t.Relation = graph.Relation(c.text())
	c.skip(2)
	t.FromID = c.id()
	c.skip(2)
	t.ToID = c.id()
	t.Role = graph.Text(c.text())
	c.skip(1)
	t.Status = graph.Status(c.text())
	t.Negated, t.Disputed = c.flag(), c.flag()
	c.period(&t.Since)
	c.period(&t.Until)
	c.period(&t.Span)
	c.skip(7)
	c.corroborated(&t.Stated)
	t.RecordedAt = c.micro()
	return t, c.end(ties)
}
