package sqlite

import (
	"cmp"
	"slices"
)

// tables collects the rows that a write changes, so that each table is written at once.
type tables struct {
	mention, mentionChanged, evidence, evidenceChanged, evidenceText bulk
	event, eventChanged, part, eventPlace, eventAbout, eventNumber   bulk
	tie, tieChanged                                                  bulk
	actorRecord, actor, actorChanged, actorName, actorText           bulk
	nextArticle, nextMention, nextEvidence, nextName                 int64 // numbers of new rows
}

func newTables() *tables {
	return &tables{
		mention:         insert(mentions),
		mentionChanged:  upsert(mentions),
		evidence:        insert(evidences),
		evidenceChanged: upsert(evidences),
		evidenceText:    bulk{start: insertInto + "evidence_text (rowid, fold) VALUES "},
		event:           insert(events),
		eventChanged:    upsert(events),
		part:            bulk{start: insertInto + "part (actor, start, event, record, roles, standing, rank, stop, type, status, negated, score, actors) VALUES "},
		eventPlace:      bulk{start: insertInto + "event_place (place, start, event) VALUES "},
		eventAbout:      bulk{start: insertInto + "event_about (event, about) VALUES "},
		eventNumber:     bulk{start: insertInto + "event_number (event, what, low) VALUES "},
		tie:             insert(ties),
		tieChanged:      upsert(ties),
		actorRecord:     upsert(actorRecords),
		actor:           insert(actors),
		actorChanged:    upsert(actors),
		actorName:       bulk{start: insertInto + "actor_name (row, actor, fold, alias) VALUES "},
		actorText:       bulk{start: insertInto + "actor_text (rowid, fold) VALUES "},
	}
}

// insertInto begins a statement that leaves what it did before it failed: a write that fails is rolled
// back as a whole. A statement that could be undone alone would copy each page before it changes it.
const insertInto = "INSERT OR FAIL INTO "

// insert and upsert start rows with their number, which may be NULL for the next one.
func insert(t *table) bulk {
	return bulk{start: insertInto + t.name + " (row, " + t.list("") + ") VALUES "}
}

func upsert(t *table) bulk {
	b := insert(t)
	b.end = " ON CONFLICT (key) DO UPDATE SET "
	for i, c := range t.columns[2:] {
		if i > 0 {
			b.end += ", "
		}
		b.end += c + " = excluded." + c
	}
	return b
}

// numberRows reads the numbers that new rows get.
func (w *writing) numberRows() error {
	for _, t := range []struct {
		name string
		next *int64
	}{
		{"article", &w.tables.nextArticle},
		{"mention", &w.tables.nextMention},
		{"evidence", &w.tables.nextEvidence},
		{"actor_name", &w.tables.nextName},
	} {
		err := w.conn.query(w.ctx, func(row []any) error {
			*t.next = row[0].(int64)
			return nil
		}, "SELECT coalesce(max(row), 0) + 1 FROM "+t.name)
		if err != nil {
			return err
		}
	}
	return nil
}

// take gives a number and moves to the next.
func take(next *int64) int64 {
	*next++
	return *next - 1
}

// put adds a row to those that are new or to those that change, whichever it is.
func put(isNew bool, created, changed *bulk, row []any) {
	to := changed
	if isNew {
		to = created
	}
	to.add(prepend(nil, row)...)
}

// save writes all rows.
func (t *tables) save(w *writing) error {
	// An actor's events lie together, so rows that come sorted touch fewer pages.
	slices.SortFunc(t.part.rows, byFirstColumns)
	slices.SortFunc(t.eventPlace.rows, byFirstColumns)
	for _, b := range []*bulk{
		&t.mention, &t.mentionChanged, &t.evidence, &t.evidenceChanged, &t.evidenceText,
		&t.event, &t.eventChanged, &t.part, &t.eventPlace, &t.eventAbout, &t.eventNumber, &t.tie, &t.tieChanged,
		&t.actorRecord, &t.actor, &t.actorChanged, &t.actorName, &t.actorText,
	} {
		if err := b.run(w.ctx, w.conn); err != nil {
			return err
		}
	}
	return nil
}

// byFirstColumns compares rows by their first three columns, which are numbers.
func byFirstColumns(a, b []any) int {
	return cmp.Or(
		cmp.Compare(a[0].(int64), b[0].(int64)),
		cmp.Compare(a[1].(int64), b[1].(int64)),
		cmp.Compare(a[2].(int64), b[2].(int64)),
	)
}

// saveOne writes one row in place of what has its key, or as a new one.
func (w *writing) saveOne(t *table, number any, row []any) error {
	b := upsert(t)
	b.add(prepend(number, row)...)
	return b.run(w.ctx, w.conn)
}
