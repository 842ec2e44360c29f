package sqlite

import (
	"context"
	"fmt"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Write implements graph.Writer.
func (s *Store) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	if err := b.Validate(); err != nil {
		return graph.Written{}, err
	}
	var written graph.Written
	err := s.writing(ctx, "write", func(c *conn) error {
		w := newWriting(ctx, c)
		err := w.run(
			phase{"read what is known", func() error { return w.load(b.Extractions) }},
			phase{"compare results", func() error { return w.tell(b.Extractions) }},
		)
		if err != nil {
			return err
		}
		written = graph.Written{Outcomes: w.outcomes, Rows: w.rows, Last: w.state.sequence}
		if w.rows == 0 {
			return errNothing
		}
		return nil
	})
	if err != nil {
		return graph.Written{}, blame(err, b)
	}
	return written, nil
}

// writing is one Write, Retract or Restore on its way. Everything that changes is worked out first, then the
// change log is numbered, then the rows are written.
type writing struct {
	ctx  context.Context
	conn *conn
	at   time.Time // the moment of the write
	state

	outcomes []graph.Outcome
	rows     int // that changed

	known   *known                // what the file holds of the batch's articles, actors and places
	told    map[graph.ID]bool     // articles whose evidence, as it will be, stands in facts
	facts   map[graph.ID]*touched // whose evidence changes
	places  map[graph.ID]*placeChange
	records map[graph.ID][]any // of actors, to be written
	ledger  *graph.Ledger      // what changes in the counted values of actors
	monthly graph.MonthlySums
	log     changes

	tables *tables
	writes []func() error // rows that wait for their numbers in the change log
}

func newWriting(ctx context.Context, c *conn) *writing {
	return &writing{
		ctx: ctx, conn: c, known: newKnown(), told: map[graph.ID]bool{}, facts: map[graph.ID]*touched{},
		monthly: graph.MonthlySums{}, places: map[graph.ID]*placeChange{}, records: map[graph.ID][]any{}, ledger: graph.NewLedger(), tables: newTables(),
	}
}

// phase is a part of a write, with the name that its errors get.
type phase struct {
	name string
	do   func() error
}

// run is the order of a write: what it says of articles, then all that follows from that. If
// it says nothing new, nothing follows.
func (w *writing) run(says ...phase) error {
	before := []phase{{"read the state", w.readState}, {"number rows", w.numberRows}}
	if err := inOrder(append(before, says...)); err != nil || w.rows == 0 {
		return err
	}
	return inOrder([]phase{
		{"fold facts", w.refold},
		{"open and close places", w.settlePlaces},
		{"count actors", w.recount},
		{"number changes", w.number},
		{"write rows", w.flush},
	})
}

func inOrder(phases []phase) error {
	for _, p := range phases {
		if err := p.do(); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// later puts off a write until the change log is numbered.
func (w *writing) later(do func() error) { w.writes = append(w.writes, do) }

func (w *writing) flush() error {
	for _, do := range w.writes {
		if err := do(); err != nil {
			return err
		}
	}
	for _, id := range sortedKeys(w.records) {
		w.tables.actorRecord.add(prepend(nil, w.records[id])...)
	}
	if err := w.tables.save(w); err != nil {
		return err
	}
	if err := saveMonthly(w.ctx, w.conn, w.monthly); err != nil {
		return err
	}
	return w.saveState()
}
