package neo4j

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
	err := s.writing(ctx, "write", func(t *transaction) error {
		w := newWriting(t) // anew each time, as the driver may try more than once
		err := w.run(
			phase{"read what is known", func() error { return w.load(b.Extractions) }},
			phase{"compare results", func() error { return w.tell(b.Extractions) }},
		)
		if err != nil {
			return err
		}
		written = graph.Written{Outcomes: w.outcomes, Rows: w.rows, Last: w.sequence}
		if w.rows == 0 {
			return errNothing
		}
		return nil
	})
	if err != nil {
		return graph.Written{}, err
	}
	return written, nil
}

// writing is one Write, Retract or Restore on its way. Everything that changes is worked out first, but for the
// counts that the database itself adds up; then the change log is numbered, then the nodes
// and relationships are written.
type writing struct {
	*transaction
	now time.Time // the moment of the write
	state

	outcomes []graph.Outcome
	rows     int // that changed

	known                 *known                // what the database holds of the batch's articles, actors and places
	told                  map[graph.ID]bool     // articles whose evidence, as it will be, stands in facts
	facts                 map[graph.ID]*touched // whose evidence changes
	places                map[graph.ID]*placeChange
	placeFacts            map[graph.ID]placeFacts
	ledger                *graph.Ledger     // what changes in the counted values of actors
	monthly, actorMonthly graph.MonthlySums // what changes in the numbers of events by month, of all and of each actor
	tellings              tellings
	log                   changes

	saves saves
	later []func() // what waits for the numbers of the change log
}

func newWriting(t *transaction) *writing {
	return &writing{
		transaction: t, known: newKnown(), told: map[graph.ID]bool{}, facts: map[graph.ID]*touched{},
		places: map[graph.ID]*placeChange{}, placeFacts: map[graph.ID]placeFacts{}, ledger: graph.NewLedger(), monthly: graph.MonthlySums{},
		actorMonthly: graph.MonthlySums{}, tellings: tellings{},
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
	if err := inOrder(append([]phase{{"read the state", w.readState}}, says...)); err != nil || w.rows == 0 {
		return err
	}
	return inOrder([]phase{
		{"fold facts", w.refold},
		{"open and close places", w.settlePlaces},
		{"count actors", w.recount},
		{"number changes", w.number},
		{"write nodes", w.flush},
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

func (w *writing) flush() error {
	for _, do := range w.later {
		do()
	}
	if err := w.saves.run(w.transaction); err != nil {
		return err
	}
	if err := w.moveRollups(w.monthly, w.tellings); err != nil {
		return err
	}
	if err := w.moveActorRollups(w.actorMonthly); err != nil {
		return err
	}
	return w.saveState()
}
