package graphtest

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// session is one world on its way into a store and a Reference.
type session struct {
	t     testing.TB
	d     dice
	seed  uint64
	world *World
	store graph.Store
	want  Reference

	history []string        // the writes so far, for the report
	last    []reading       // of the last write
	loaded  map[int]reading // what each article was last loaded as
	applied graph.Sequence  // of the store's change log
	at      time.Time       // of its last entry
	alive   map[graph.ID]bool
	// The times at which rows came and went, in order, in the store and in the Reference:
	// they differ, but not in their order.
	storeTimes, wantTimes []time.Time
}

// reading is one text of an article, as read by one version of the extractor.
type reading struct{ article, text, version int }

func (r reading) String() string {
	return fmt.Sprintf("Extraction(%d, %d, %d)", r.article, r.text, r.version)
}

// write applies a random write to both and compares what they say and hold.
func (s *session) write() {
	s.t.Helper()
	batch := s.nextReadings()
	var b graph.Batch
	var said []string
	for _, r := range batch {
		x := s.world.Extraction(r.article, r.text, r.version)
		s.shuffle(&x)
		change := s.tinker(&x)
		b.Extractions = append(b.Extractions, x)
		said = append(said, r.String()+change)
	}
	s.history = append(s.history, strings.Join(said, ", "))
	logged := len(s.want.log)
	want, err := s.want.Write(s.t.Context(), b)
	if err != nil {
		s.t.Fatalf("the world %v made a batch that cannot be written: %v", s.world, err)
	}
	got, err := s.store.Write(s.t.Context(), b)
	if err != nil {
		s.fail("Write", err.Error())
	}
	s.equal("outcomes of Write", want.Outcomes, got.Outcomes)
	s.equal("nothing written by Write", want.Rows == 0, got.Rows == 0)
	s.followLog(b, s.want.log[logged:], got)
	s.learnTimes()
	s.compareAll()
}

// nextReadings chooses what to load next: articles for the first time, again, in another
// text, by a better or an older extractor.
func (s *session) nextReadings() []reading {
	d := s.d
	if s.loaded == nil {
		s.loaded = map[int]reading{}
	}
	if len(s.last) > 0 && d.chance(15) {
		again := slices.Clone(s.last)
		d.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		return again
	}
	var batch []reading
	articles := d.Perm(s.world.articles)
	for _, article := range articles[:d.between(1, min(len(articles), 6+len(articles)/3))] {
		r, known := s.loaded[article]
		switch {
		case !known:
			r = reading{article, 0, 1}
			if d.chance(30) {
				r.text, r.version = d.IntN(TextsPerArticle), d.between(1, Versions)
			}
		case d.chance(25): // the same
		case d.chance(60):
			r.text, r.version = d.IntN(TextsPerArticle), d.between(1, Versions)
		default:
			r.version = d.between(1, Versions)
		}
		batch = append(batch, r)
		s.loaded[article] = r
	}
	s.last = batch
	return batch
}

// shuffle changes the order of the rows, which means nothing.
func (s *session) shuffle(x *graph.Extraction) {
	if s.d.chance(50) {
		return
	}
	d := s.d
	d.Shuffle(len(x.Actors), func(i, j int) { x.Actors[i], x.Actors[j] = x.Actors[j], x.Actors[i] })
	d.Shuffle(len(x.Places), func(i, j int) { x.Places[i], x.Places[j] = x.Places[j], x.Places[i] })
	d.Shuffle(len(x.Mentions), func(i, j int) { x.Mentions[i], x.Mentions[j] = x.Mentions[j], x.Mentions[i] })
	d.Shuffle(len(x.Evidence), func(i, j int) { x.Evidence[i], x.Evidence[j] = x.Evidence[j], x.Evidence[i] })
}

// tinker now and then changes a result that keeps its version: the last one written stands.
func (s *session) tinker(x *graph.Extraction) string {
	switch s.d.IntN(25) {
	case 0:
		x.Article.Title += " again"
		return " with another title"
	case 1:
		x.Article.Published = firstDay.AddDays(s.d.IntN(9))
		return fmt.Sprintf(" published %v", x.Article.Published)
	case 2:
		if n := len(x.Evidence); n > 0 && !slices.ContainsFunc(x.Evidence, func(e graph.Evidence) bool { return len(e.About) > 0 }) {
			x.Evidence = x.Evidence[:n-1]
			return " without " + string(x.Evidence[:n][n-1].ID)
		}
	case 3:
		for i := range x.Evidence {
			x.Evidence[i].Confidence = 1000
		}
		return " with full confidence"
	}
	return ""
}

// followLog reads what the store's change log says of this write, and checks that it says
// exactly what came, changed and went.
func (s *session) followLog(b graph.Batch, want []graph.Change, w graph.Written) {
	s.t.Helper()
	causes := map[graph.ID]bool{}
	for _, x := range b.Extractions {
		causes[x.Article.ID] = true
	}
	said := map[graph.ID]string{}
	var at time.Time
	for {
		limit := s.d.between(1, 50)
		changes, err := s.store.Changes(s.t.Context(), s.applied, limit)
		if err != nil || len(changes) > limit {
			s.fail("Changes", fmt.Sprintf("%d entries of at most %d, error %v", len(changes), limit, err))
		}
		for _, c := range changes {
			switch {
			case c.Sequence <= s.applied:
				s.fail("Changes", fmt.Sprintf("entry %d follows %d", c.Sequence, s.applied))
			case !c.At.After(s.at):
				s.fail("Changes", fmt.Sprintf("entry %d is of %v, and the write before it of %v", c.Sequence, c.At, s.at))
			case !at.IsZero() && !c.At.Equal(at):
				s.fail("Changes", fmt.Sprintf("one write, two times: %v and %v", at, c.At))
			case !causes[c.CausedBy]:
				s.fail("Changes", fmt.Sprintf("entry %d is caused by %q, which is no article of the write", c.Sequence, c.CausedBy))
			case said[c.Node] != "":
				s.fail("Changes", fmt.Sprintf("%s stands twice", c.Node))
			}
			at, s.applied, said[c.Node] = c.At, c.Sequence, says(c)
		}
		if len(changes) < limit {
			break
		}
	}
	if !at.IsZero() {
		s.at = at
	}
	if w.Last != s.applied {
		s.fail("Write", fmt.Sprintf("says that the log ends at %d, where Changes ends at %d", w.Last, s.applied))
	}
	should := map[graph.ID]string{}
	for _, c := range want {
		should[c.Node] = says(c)
	}
	s.equal("change log of the write", should, said)
}

// says is what an entry of the log says of its node.
func says(c graph.Change) string { return fmt.Sprint(c.Kind, " ", strings.Join(c.Fields, " ")) }

// allIDs are the ids of all that ever was in the Reference, closed rows included.
func (s *session) allIDs() []graph.ID {
	if s.alive == nil {
		s.alive = map[graph.ID]bool{}
	}
	for id := range s.want.now.nodes {
		s.alive[id] = true // from now on, even when it goes
	}
	return slices.SortedFunc(maps.Keys(s.alive), func(a, b graph.ID) int { return cmp.Compare(a, b) })
}

// learnTimes finds the moments at which rows came and went, on both sides.
func (s *session) learnTimes() {
	s.t.Helper()
	ids := s.allIDs()
	want, err := s.want.Nodes(s.t.Context(), graph.View{}, ids)
	got, err2 := s.store.Nodes(s.t.Context(), graph.View{}, ids)
	if err := errors.Join(err, err2); err != nil || len(got) != len(ids) {
		s.fail("Nodes", fmt.Sprintf("%d nodes for %d ids, error %v", len(got), len(ids), err))
	}
	s.wantTimes, s.storeTimes = moments(want), moments(got)
	if len(s.wantTimes) != len(s.storeTimes) {
		s.fail("recorded times", fmt.Sprintf("rows came and went at %d moments: %v\nin the store at %d: %v", len(s.wantTimes), s.wantTimes, len(s.storeTimes), s.storeTimes))
	}
}

// compareAll compares every node that ever was, by id, and the counts.
func (s *session) compareAll() {
	s.t.Helper()
	ids := s.allIDs()
	s.d.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	for chunk := range slices.Chunk(ids, s.d.between(1, 100)) {
		s.compareNodes(chunk)
	}
	s.compareTexts(ids)
	s.compareInfo()
}

// compareTexts compares all texts that the articles among ids ever had.
func (s *session) compareTexts(ids []graph.ID) {
	s.t.Helper()
	var of []graph.RevisionID
	for _, id := range ids {
		if t := s.want.articles[id]; t != nil {
			for number := range len(t.article.Revisions) + 2 {
				of = append(of, graph.RevisionID{Article: id, Number: number})
			}
		}
	}
	want, _ := s.want.Texts(s.t.Context(), of)
	got, err := s.store.Texts(s.t.Context(), of)
	if err != nil {
		s.fail("Texts", err.Error())
	}
	s.equal(fmt.Sprintf("Texts %v", of), want, got)
}

func (s *session) compareInfo() {
	s.t.Helper()
	want, _ := s.want.Info(s.t.Context())
	got, err := s.store.Info(s.t.Context())
	if err != nil {
		s.fail("Info", err.Error())
	}
	if got.Store == "" || got.LastChange != s.applied || !got.LastChangeAt.Equal(s.at) {
		s.fail("Info", fmt.Sprintf("%+v, where the log ends with %d at %v", got, s.applied, s.at))
	}
	got.Store, want.Store = "", ""
	got.LastChange, want.LastChange = 0, 0
	got.LastChangeAt, want.LastChangeAt = time.Time{}, time.Time{}
	s.equal("Info", want, got)
}
