package neo4j

import (
	"maps"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// replace compares the passages of a result with those on record of its article: it closes
// what the result does not have, keeps what is unchanged, opens what is new.
func (w *writing) replace(x *graph.Extraction, now *articleNode) error {
	if err := w.replaceMentions(x, now); err != nil {
		return err
	}
	return w.replaceEvidence(x, now)
}

func (w *writing) replaceMentions(x *graph.Extraction, now *articleNode) error {
	old := w.known.mentions[now.ID]
	for i := range x.Mentions {
		m := x.Mentions[i] // a copy: the batch is the caller's
		m.ActorID = m.Record
		m.Revision, m.Published = now.Revision, now.Published
		before, wasOpen, recorded, err := passage(old, m.ID, w.now)
		if err != nil {
			return err
		}
		m.Recorded = recorded
		p := encodeMention(&m)
		delete(old, m.ID)
		if before != nil && before.equal(p) {
			continue
		}
		if wasOpen {
			if err := w.forgetMention(before); err != nil {
				return err
			}
		}
		w.openMention(&m, p)
	}
	for _, id := range sortedKeys(old) { // what the result does not have
		if err := w.closeMention(old[id]); err != nil {
			return err
		}
	}
	return nil
}

// openMention writes a mention that is open from now on.
func (w *writing) openMention(m *graph.Mention, p props) {
	w.rows++
	w.ledger.AddMention(m, 1)
	w.saves.node(p, passageLabels("Mention", m.Recorded))
	w.saves.edge("MENTIONS", m.ArticleID, m.ActorID, props{"mention": string(m.ID), "start": int64(m.Start), "end": int64(m.End)})
}

// closeMention closes a mention on record, if it is open.
func (w *writing) closeMention(before props) error {
	closed, wasOpen, err := closedNow(before, w.now)
	if err != nil || !wasOpen {
		return err
	}
	w.rows++
	w.saves.node(closed, closedLabels)
	return w.forgetMention(before)
}

// forgetMention takes away what an open mention counts and leads to.
func (w *writing) forgetMention(p props) error {
	m, err := decodeMention(p)
	if err != nil {
		return err
	}
	w.ledger.AddMention(m, -1)
	w.saves.closedMentions = append(w.saves.closedMentions, string(m.ID))
	return nil
}

func (w *writing) replaceEvidence(x *graph.Extraction, now *articleNode) error {
	old := w.known.evidence[now.ID]
	copies := make([]graph.Evidence, len(x.Evidence))
	for i := range x.Evidence {
		e := &copies[i]
		*e = x.Evidence[i] // a copy: the batch is the caller's
		e.FactID = e.Record
		e.Revision = now.Revision
		e.Origin = graph.Origin{Published: now.Published, Publisher: now.Publisher, CopyOfID: now.CopyOfID}
		before, wasOpen, recorded, err := passage(old, e.ID, w.now)
		if err != nil {
			return err
		}
		e.Recorded = recorded
		delete(old, e.ID)
		fact := w.touch(e.FactID)
		fact.evidence = append(fact.evidence, e)
		p := encodeEvidence(e)
		if before != nil && before.equal(p, "fold") {
			continue
		}
		fact.changed, fact.cause = true, now.ID
		w.rows++
		w.saves.node(p, passageLabels("Evidence", e.Recorded))
		if wasOpen {
			continue // what it leads to follows from what it asserts, and so from its id
		}
		w.spreadEvidence(e)
	}
	for _, id := range sortedKeys(old) { // what the result does not have
		if err := w.closeEvidence(old[id]); err != nil {
			return err
		}
	}
	return nil
}

// spreadEvidence counts a passage that is open from now on and makes its relationships.
func (w *writing) spreadEvidence(e *graph.Evidence) {
	w.evidence++
	w.ledger.AddSpeakers(e, 1)
	w.saves.edge("SUPPORTS", e.ID, e.FactID, props{})
	w.saves.edge("IN", e.ID, e.ArticleID, props{})
	w.saves.edge("SPEAKER", e.ID, e.Speaker(), props{})
}

// closeEvidence closes a passage on record, if it is open.
func (w *writing) closeEvidence(before props) error {
	closed, wasOpen, err := closedNow(before, w.now)
	if err != nil || !wasOpen {
		return err
	}
	e, err := decodeEvidence(before)
	if err != nil {
		return err
	}
	fact := w.touch(e.FactID)
	fact.changed, fact.cause = true, e.ArticleID
	w.rows++
	w.evidence--
	w.ledger.AddSpeakers(e, -1)
	w.saves.node(closed, closedLabels)
	w.saves.closedEvidence = append(w.saves.closedEvidence, string(e.ID))
	return nil
}

// passage is what is on record of a passage that is open from now on, and its intervals.
func passage(old map[graph.ID]props, id graph.ID, now time.Time) (before props, wasOpen bool, recorded []graph.Interval, err error) {
	before = old[id]
	if before == nil {
		return nil, false, []graph.Interval{{From: now}}, nil
	}
	if recorded, err = intervals(before); err != nil {
		return nil, false, nil, err
	}
	return before, graph.Open(recorded), graph.Reopened(recorded, now), nil
}

// closedNow are the properties of a passage that ends now, if it was open; all else stays as
// it was.
func closedNow(before props, now time.Time) (closed props, wasOpen bool, err error) {
	recorded, err := intervals(before)
	if err != nil || !graph.Open(recorded) {
		return nil, false, err
	}
	closed = maps.Clone(before)
	records(closed, "recorded", graph.Ended(recorded, now))
	return closed, true, nil
}

func intervals(p props) ([]graph.Interval, error) {
	f := &fields{props: p}
	var recorded []graph.Interval
	f.json("recorded", &recorded)
	return recorded, f.end()
}
