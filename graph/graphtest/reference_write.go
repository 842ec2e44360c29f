package graphtest

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
)

// told is what is kept of one article.
type told struct {
	article   graph.Article // as the present revision tells it
	extractor string
	version   int // of the extractor
}

// Write implements graph.Writer.
func (r *Reference) Write(ctx context.Context, b graph.Batch) (graph.Written, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.check(ctx); err != nil {
		return graph.Written{}, err
	}
	if err := b.Validate(); err != nil {
		return graph.Written{}, err
	}
	w := graph.Written{}
	at := r.tick()
	var cause graph.ID
	for _, x := range b.Extractions {
		outcome, rows := r.tell(x, at)
		w.Outcomes = append(w.Outcomes, outcome)
		w.Rows += rows
		if rows > 0 && cause == "" {
			cause = x.Article.ID
		}
	}
	if w.Rows > 0 {
		before := r.now
		r.now = r.draw()
		r.record(before, r.now, graph.Change{At: at, CausedBy: cause}, nil)
	}
	if n := len(r.log); n > 0 {
		w.Last = r.log[n-1].Sequence
	}
	return w, nil
}

// tick is the time of one write, later than all before.
func (r *Reference) tick() time.Time {
	t := time.Now().UTC().Truncate(time.Microsecond)
	if !t.After(r.clock) {
		t = r.clock.Add(time.Microsecond)
	}
	r.clock = t
	return t
}

// tell puts the result of one extraction in place of what was known of its article, and
// counts the rows that it changed.
func (r *Reference) tell(x graph.Extraction, at time.Time) (graph.Outcome, int) {
	hash := graph.HashText(string(x.Article.Body))
	old := r.articles[x.Article.ID]
	if old == nil {
		t := &told{extractor: x.Extractor, version: x.Version, article: x.Article}
		t.article.Revision = 1
		t.article.Revisions = []graph.Revision{{Number: 1, TextHash: hash, RecordedAt: at, Reason: "first text"}}
		t.article.Recorded = []graph.Interval{{From: at}}
		r.articles[x.Article.ID] = t
		r.texts[graph.RevisionID{Article: x.Article.ID, Number: 1}] = x.Article.Body
		return graph.Loaded, 1 + r.replace(x, t, at)
	}
	if !graph.Open(old.article.Recorded) {
		return graph.StaysRetracted, 0
	}
	if hash == old.article.Revisions[0].TextHash {
		if x.Version < old.version || x.Version == old.version && graph.CompareAge(&x.Article, &old.article) < 0 {
			return graph.Known, 0
		}
		rows := 0
		if x.Version > old.version {
			rows++
		}
		return r.take(x, old, old.article.Revision, old.article.Revisions, rows, at)
	}
	known := slices.ContainsFunc(old.article.Revisions, func(v graph.Revision) bool { return v.TextHash == hash })
	order := graph.CompareAge(&x.Article, &old.article)
	if known && order <= 0 {
		return graph.Known, 0 // an earlier text again
	}
	next := graph.Revision{Number: len(old.article.Revisions) + 1, TextHash: hash, RecordedAt: at, Reason: "newer text"}
	r.texts[graph.RevisionID{Article: x.Article.ID, Number: next.Number}] = x.Article.Body
	if order < 0 { // an older text that was not known: only its existence is noted
		next.ReplacedAt, next.Reason = at, "older text"
		old.article.Revisions = slices.Concat(old.article.Revisions[:1], []graph.Revision{next}, old.article.Revisions[1:])
		return graph.Known, 1
	}
	revisions := slices.Concat([]graph.Revision{next}, old.article.Revisions)
	revisions[1].ReplacedAt = at
	return r.take(x, old, next.Number, revisions, 1, at)
}

// take replaces the present result of a known article.
func (r *Reference) take(x graph.Extraction, t *told, revision int, revisions []graph.Revision, rows int, at time.Time) (graph.Outcome, int) {
	article := x.Article
	article.Revision, article.Revisions = revision, revisions
	article.Recorded = t.article.Recorded
	if !same(article, t.article) {
		rows++
	}
	t.article, t.extractor, t.version = article, x.Extractor, x.Version
	rows += r.replace(x, t, at)
	if rows == 0 {
		return graph.Known, 0
	}
	return graph.Revised, rows
}

// replace closes the open rows of the article that x does not have, keeps those it has, and
// opens those that are new; it returns how many rows that changed. Closed rows stay as they were.
func (r *Reference) replace(x graph.Extraction, t *told, at time.Time) int {
	rows := 0
	for _, a := range x.Actors {
		rows += put(r.records, a.ID, a)
	}
	for _, p := range x.Places {
		rows += put(r.places, p.ID, p)
	}
	mentions, evidence := map[graph.ID]bool{}, map[graph.ID]bool{}
	for _, m := range x.Mentions {
		mentions[m.ID] = true
		m.ActorID = m.Record
		m.Revision = t.article.Revision
		m.Published = t.article.Published
		m.Recorded = []graph.Interval{{From: at}}
		if old := r.mentions[m.ID]; old != nil {
			m.Recorded = graph.Reopened(old.Recorded, at)
		}
		rows += put(r.mentions, m.ID, &m)
	}
	for _, e := range x.Evidence {
		evidence[e.ID] = true
		e.FactID = e.Record
		e.Revision = t.article.Revision
		e.Origin = graph.Origin{Published: t.article.Published, Publisher: t.article.Publisher, CopyOfID: t.article.CopyOfID}
		e.Recorded = []graph.Interval{{From: at}}
		if old := r.evidence[e.ID]; old != nil {
			e.Recorded = graph.Reopened(old.Recorded, at)
		}
		rows += put(r.evidence, e.ID, &e)
	}
	for id, m := range r.mentions {
		if m.ArticleID == x.Article.ID && graph.Open(m.Recorded) && !mentions[id] {
			c := *m
			c.Recorded = graph.Ended(m.Recorded, at)
			rows += put(r.mentions, id, &c)
		}
	}
	for id, e := range r.evidence {
		if e.ArticleID == x.Article.ID && graph.Open(e.Recorded) && !evidence[id] {
			c := *e
			c.Recorded = graph.Ended(e.Recorded, at)
			rows += put(r.evidence, id, &c)
		}
	}
	return rows
}

// put stores a row and returns 1, or 0 if the same row was there.
func put[T any](rows map[graph.ID]T, id graph.ID, row T) int {
	if old, ok := rows[id]; ok && same(old, row) {
		return 0
	}
	rows[id] = row
	return 1
}

// same compares values; a nil list is an empty one, and times are equal in any zone.
func same(a, b any) bool {
	return reflect.DeepEqual(a, b) || // mostly, and much quicker
		gocmp.Equal(a, b, cmpopts.EquateEmpty())
}

// record writes down how two pictures differ: what came, changed and went, by id. like says
// when and why, reasons what was said of an article.
func (r *Reference) record(before, after *picture, like graph.Change, reasons map[graph.ID]graph.Text) {
	ids := maps.Clone(before.nodes)
	maps.Copy(ids, after.nodes)
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if id.Class() == graph.ClassEvidence || id.Class() == graph.ClassMention {
			continue // the log tells of what rests on them
		}
		c := like
		c.Sequence, c.Node, c.Reason = graph.Sequence(len(r.log)+1), id, reasons[id]
		switch {
		case before.nodes[id] == nil:
			c.Kind = graph.Added
		case after.nodes[id] == nil:
			c.Kind = graph.Retracted
		default:
			c.Kind, c.Fields = graph.Changed, graph.ChangedFields(before.nodes[id], after.nodes[id])
			if c.Fields == nil {
				continue
			}
		}
		r.log = append(r.log, c)
	}
}
