package sqlite

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// change is an entry of the change log; its Sequence comes with number.
type change = graph.Change

// changes are the entries of one write.
type changes struct{ entries []*change }

func (l *changes) add(kind graph.ChangeKind, node, cause graph.ID, fields []string) *change {
	c := &change{Kind: kind, Node: node, CausedBy: cause, Fields: fields}
	l.entries = append(l.entries, c)
	return c
}

// state is the one row that says where the file stands. All but at is a running count.
type state struct {
	last     int64 // the moment of the last write
	sequence graph.Sequence
	changed  int64 // the moment of the last entry of the change log

	articles, actors, events, ties, evidence int // open ones
}

const stateColumns = "at, sequence, changed, articles, actors, events, ties, evidence"

// readState takes up the running counts, and the moment of this write: later than that of
// every write before, even if the clock was set back.
func (w *writing) readState() error {
	s, err := readState(w.ctx, w.conn)
	if err != nil {
		return err
	}
	w.state = s
	w.at = time.Now().UTC().Truncate(time.Microsecond)
	if last := time.UnixMicro(s.last).UTC(); !w.at.After(last) {
		w.at = last.Add(time.Microsecond)
	}
	return nil
}

func readState(ctx context.Context, c *conn) (state, error) {
	var s state
	err := c.query(ctx, func(row []any) error {
		r := &cursor{row: row}
		s.last = int64(r.int())
		s.sequence = graph.Sequence(r.int())
		s.changed = int64(r.int())
		s.articles, s.actors, s.events, s.ties, s.evidence = r.int(), r.int(), r.int(), r.int(), r.int()
		return r.err
	}, "SELECT "+stateColumns+" FROM state")
	return s, err
}

func (w *writing) saveState() error {
	_, err := w.conn.exec(w.ctx, "UPDATE state SET ("+stateColumns+") = (?, ?, ?, ?, ?, ?, ?, ?)",
		micro(w.at), int64(w.sequence), w.changed, w.articles, w.actors, w.events, w.ties, w.evidence)
	return err
}

// number gives the entries their places in the log, by id, and writes them.
func (w *writing) number() error {
	entries := w.log.entries
	slices.SortFunc(entries, func(a, b *change) int { return cmp.Compare(a.Node, b.Node) })
	log := bulk{start: insertInto + "change (sequence, at, kind, node, fields, cause, reason) VALUES "}
	for _, e := range entries {
		w.sequence++
		w.changed = micro(w.at)
		e.Sequence, e.At = w.sequence, w.at
		log.add(int64(e.Sequence), w.changed, string(e.Kind), string(e.Node), list(e.Fields), string(e.CausedBy), nullText(e.Reason))
	}
	return log.run(w.ctx, w.conn)
}

// Changes implements graph.Reader.
func (s *Store) Changes(ctx context.Context, after graph.Sequence, limit int) ([]graph.Change, error) {
	if err := graph.ValidateChanges(limit); err != nil {
		return nil, err
	}
	var out []graph.Change
	err := s.reading(ctx, "changes", func(c *conn) error {
		return c.query(ctx, func(row []any) error {
			r := &cursor{row: row}
			e := graph.Change{Sequence: graph.Sequence(r.int()), At: r.micro(), Kind: graph.ChangeKind(r.text()), Node: r.id()}
			r.json(&e.Fields)
			r.json(&e.Replaced)
			e.CausedBy = r.id()
			e.Reason = graph.Text(r.text())
			out = append(out, e)
			return r.err
		}, "SELECT sequence, at, kind, node, fields, replaced, cause, reason FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?", int64(after), limit)
	})
	return out, err
}

// Info implements graph.Reader.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	var now state
	err := s.reading(ctx, "info", func(c *conn) (err error) {
		now, err = readState(ctx, c)
		return err
	})
	if err != nil {
		return graph.Info{}, err
	}
	info := graph.Info{
		Store: "sqlite", Articles: now.articles, Actors: now.actors, Events: now.events, Ties: now.ties,
		Evidence: now.evidence, LastChange: now.sequence,
	}
	if now.changed != 0 {
		info.LastChangeAt = time.UnixMicro(now.changed).UTC()
	}
	return info, nil
}
