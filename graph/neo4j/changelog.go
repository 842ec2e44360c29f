package neo4j

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

// state says where the graph stands. All but at and changed are running counts.
type state struct {
	at       int64 // the moment of the last write
	sequence graph.Sequence
	changed  int64 // the moment of the last entry of the change log

	articles, actors, events, ties, evidence int // open ones
}

var (
	lockText       = statement("lock")
	stateReadText  = statement("state_read")
	stateWriteText = statement("state_write")
	changesText    = statement("changes")
)

// runner is what runs a statement: a reader or a transaction.
type runner interface {
	each(text string, params map[string]any, do func(*row) error) error
}

func readState(r runner) (state, error) {
	var s state
	err := r.each(stateReadText, nil, func(row *row) error {
		f := &fields{props: row.props("state")}
		s = state{
			at: int64(f.int("at")), sequence: graph.Sequence(f.int("sequence")), changed: int64(f.int("changed")),
			articles: f.int("articles"), actors: f.int("actors"), events: f.int("events"), ties: f.int("ties"), evidence: f.int("evidence"),
		}
		return f.end()
	})
	return s, err
}

// readState takes the lock of the change log, then the running counts and the moment of this
// write: later than that of every write before, whatever the clocks say.
func (w *writing) readState() error {
	if err := w.exec(lockText, nil); err != nil {
		return err
	}
	s, err := readState(w)
	if err != nil {
		return err
	}
	w.state = s
	w.now = time.Now().UTC().Truncate(time.Microsecond)
	if last := time.UnixMicro(s.at).UTC(); !w.now.After(last) {
		w.now = last.Add(time.Microsecond)
	}
	return nil
}

func (w *writing) saveState() error {
	return w.exec(stateWriteText, map[string]any{"state": map[string]any{
		"at": microOf(w.now), "sequence": int64(w.sequence), "changed": w.changed,
		"articles": int64(w.articles), "actors": int64(w.actors), "events": int64(w.events), "ties": int64(w.ties), "evidence": int64(w.evidence),
	}})
}

// number gives the entries their places in the log, by id.
func (w *writing) number() error {
	entries := w.log.entries
	slices.SortFunc(entries, func(a, b *change) int { return cmp.Compare(a.Node, b.Node) })
	for _, e := range entries {
		w.sequence++
		w.changed = microOf(w.now)
		e.Sequence, e.At = w.sequence, w.now
		p := props{"sequence": int64(e.Sequence), "at": w.changed, "kind": string(e.Kind), "node": string(e.Node), "cause": string(e.CausedBy)}
		list(p, "fields", e.Fields)
		p.text("reason", string(e.Reason))
		w.saves.changes = append(w.saves.changes, map[string]any(p))
	}
	return nil
}

// Changes implements graph.Reader.
func (s *Store) Changes(ctx context.Context, after graph.Sequence, limit int) ([]graph.Change, error) {
	if err := graph.ValidateChanges(limit); err != nil {
		return nil, err
	}
	var out []graph.Change
	err := s.reading(ctx, "changes", func(r *reader) error {
		out = nil
		return r.each(changesText, map[string]any{"after": int64(after), "limit": int64(limit)}, func(row *row) error {
			f := &fields{props: row.props("entry")}
			out = append(out, graph.Change{
				Sequence: graph.Sequence(f.int("sequence")), At: f.micro("at"), Kind: graph.ChangeKind(f.str("kind")),
				Node: f.id("node"), Fields: texts[string](f, "fields"), Replaced: texts[graph.ID](f, "replaced"), CausedBy: f.id("cause"), Reason: f.known("reason"),
			})
			return f.end()
		})
	})
	return out, err
}

// Info implements graph.Reader.
func (s *Store) Info(ctx context.Context) (graph.Info, error) {
	var now state
	err := s.reading(ctx, "info", func(r *reader) (err error) {
		now, err = readState(r)
		return err
	})
	if err != nil {
		return graph.Info{}, err
	}
	return graph.Info{
		Store: "neo4j", Articles: now.articles, Actors: now.actors, Events: now.events, Ties: now.ties,
		Evidence: now.evidence, LastChange: now.sequence, LastChangeAt: microTime(now.changed),
	}, nil
}
