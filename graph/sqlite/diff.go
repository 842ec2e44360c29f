package sqlite

import (
	"maps"
	"slices"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// replace compares the passages of a result with those on record of its article: it closes
// what the result does not have, keeps what is unchanged, opens what is new.
func (w *writing) replace(x *graph.Extraction, now *articleRow) error {
	if err := w.replaceMentions(x, now); err != nil {
		return err
	}
	return w.replaceEvidence(x, now)
}

var (
	mentionOpen      = mentions.index("open")
	mentionRecorded  = mentions.index("recorded")
	evidenceOpen     = evidences.index("open")
	evidenceRecorded = evidences.index("recorded")
)

func (w *writing) replaceMentions(x *graph.Extraction, now *articleRow) error {
	old := w.known.mentions[now.ID]
	for i := range x.Mentions {
		m := x.Mentions[i] // a copy: the batch is the caller's
		m.ActorID = m.Record
		m.Revision, m.Published = now.Revision, now.Published
		before := old[m.ID]
		recorded, err := reopened(before, mentionRecorded, w.at)
		if err != nil {
			return err
		}
		m.Recorded = recorded
		row := encodeMention(&m)
		if before == nil {
			w.tables.mention.add(prepend(take(&w.tables.nextMention), row)...)
		} else {
			delete(old, m.ID)
			if equalRows(before, row) {
				continue
			}
			w.tables.mentionChanged.add(prepend(nil, row)...)
			if err := w.countMention(before, -1); err != nil {
				return err
			}
		}
		w.rows++
		w.ledger.AddMention(&m, 1)
	}
	for _, id := range sortedKeys(old) { // what the result does not have
		if err := w.closeMention(old[id]); err != nil {
			return err
		}
	}
	return nil
}

// closeMention closes a mention on record, if it is open.
func (w *writing) closeMention(before []any) error {
	if before[mentionOpen] == int64(0) {
		return nil
	}
	row, err := closedRow(before, mentionOpen, mentionRecorded, w.at)
	if err != nil {
		return err
	}
	w.tables.mentionChanged.add(prepend(nil, row)...)
	w.rows++
	return w.countMention(before, -1)
}

// countMention moves the counted values by what a mention on record adds to them while open.
func (w *writing) countMention(row []any, by int) error {
	if row[mentionOpen] == int64(0) {
		return nil
	}
	m, err := decodeMention(row)
	if err != nil {
		return err
	}
	w.ledger.AddMention(m, by)
	return nil
}

func (w *writing) replaceEvidence(x *graph.Extraction, now *articleRow) error {
	old := w.known.evidence[now.ID]
	copies := make([]graph.Evidence, len(x.Evidence))
	for i := range x.Evidence {
		e := &copies[i]
		*e = x.Evidence[i] // a copy: the batch is the caller's
		e.FactID = e.Record
		e.Revision = now.Revision
		e.Origin = graph.Origin{Published: now.Published, Publisher: now.Publisher, CopyOfID: now.CopyOfID}
		before := old[e.ID]
		recorded, err := reopened(before, evidenceRecorded, w.at)
		if err != nil {
			return err
		}
		e.Recorded = recorded
		fact := w.touch(e.FactID)
		fact.evidence = append(fact.evidence, e)
		row := encodeEvidence(e)
		if before == nil {
			number := take(&w.tables.nextEvidence)
			w.tables.evidence.add(prepend(number, row)...)
			w.tables.evidenceText.add(number, graph.Fold(e.Quote))
		} else {
			delete(old, e.ID)
			if equalRows(before, row) {
				continue
			}
			w.tables.evidenceChanged.add(prepend(nil, row)...)
		}
		fact.changed, fact.cause = true, now.ID
		w.rows++
		if before == nil || before[evidenceOpen] == int64(0) {
			w.evidence++
			w.ledger.AddSpeakers(e, 1)
		}
	}
	for _, id := range sortedKeys(old) { // what the result does not have
		if err := w.closeEvidence(old[id]); err != nil {
			return err
		}
	}
	return nil
}

// closeEvidence closes a passage on record, if it is open.
func (w *writing) closeEvidence(before []any) error {
	if before[evidenceOpen] == int64(0) {
		return nil
	}
	row, err := closedRow(before, evidenceOpen, evidenceRecorded, w.at)
	if err != nil {
		return err
	}
	w.tables.evidenceChanged.add(prepend(nil, row)...)
	e, err := decodeEvidence(before)
	if err != nil {
		return err
	}
	fact := w.touch(e.FactID)
	fact.changed, fact.cause = true, e.ArticleID
	w.rows++
	w.evidence--
	w.ledger.AddSpeakers(e, -1)
	return nil
}

// reopened are the recorded intervals of a passage that is open from now on; before is its
// row, nil if there is none.
func reopened(before []any, column int, at time.Time) ([]graph.Interval, error) {
	recorded, err := intervalsOf(before, column)
	return graph.Reopened(recorded, at), err
}

// closedRow is the row of an open passage that ends now; all else stays as it was.
func closedRow(before []any, open, column int, at time.Time) ([]any, error) {
	recorded, err := intervalsOf(before, column)
	if err != nil {
		return nil, err
	}
	row := slices.Clone(before)
	row[open] = flag(false)
	row[column] = encode(graph.Ended(recorded, at))
	return row, nil
}

// intervalsOf reads the intervals in one column of a row, none if there is no row.
func intervalsOf(row []any, column int) (recorded []graph.Interval, err error) {
	if row == nil {
		return nil, nil
	}
	c := &cursor{row: row, at: column}
	c.intervals(&recorded)
	return recorded, c.err
}

func prepend(number any, row []any) []any {
	return append([]any{number}, row...)
}

// sortedKeys are the keys of m in order.
func sortedKeys[V any](m map[graph.ID]V) []graph.ID {
	return slices.Sorted(maps.Keys(m))
}
