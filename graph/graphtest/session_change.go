package graphtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// change applies a random change to both and compares what they say and hold: mostly a write,
// now and then a retraction or its end.
func (s *session) change() {
	s.t.Helper()
	switch n := s.d.IntN(100); {
	case n < 70 || len(s.want.articles) == 0:
		s.write()
	case n < 85:
		s.turn("Retract", true, s.want.Retract, s.store.Retract)
	default:
		s.turn("Restore", false, s.want.Restore, s.store.Restore)
	}
}

// follow compares all that follows from a change.
func (s *session) follow(causes []graph.ID, logged int) {
	s.t.Helper()
	s.followLog(causes, s.want.log[logged:])
	s.learnTimes()
	s.compareAll()
}

// write applies a random write to both and compares what they say and hold.
func (s *session) write() {
	s.t.Helper()
	batch := s.nextReadings()
	var b graph.Batch
	var said []string
	var causes []graph.ID
	for _, r := range batch {
		x := s.world.Extraction(r.article, r.text, r.version)
		s.shuffle(&x)
		change := s.tinker(&x)
		b.Extractions = append(b.Extractions, x)
		causes = append(causes, x.Article.ID)
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
	s.follow(causes, logged)
	if got.Last != s.applied {
		s.fail("Write", fmt.Sprintf("says that the log ends at %d, where Changes ends at %d", got.Last, s.applied))
	}
}

// turn retracts or restores some articles, most of them such that it means something.
func (s *session) turn(method string, open bool, want, got func(ctx context.Context, articles []graph.ID, reason string) error) {
	s.t.Helper()
	d := s.d
	all := slices.Sorted(maps.Keys(s.want.articles))
	var ids []graph.ID
	for range d.between(1, 4) {
		id := pick(d, all)
		for range 3 {
			if graph.Open(s.want.articles[id].article.Recorded) != open {
				id = pick(d, all)
			}
		}
		ids = append(ids, id)
	}
	if d.chance(10) {
		ids = append(ids, graph.ArticleID("", "never seen", "", ""))
	}
	reason := pick(d, []string{"asked to", "the publisher took it back", "' OR \"", "раскаяние"})
	s.history = append(s.history, fmt.Sprintf("%s %q", method, ids))
	logged := len(s.want.log)
	wantErr, gotErr := want(s.t.Context(), ids, reason), got(s.t.Context(), ids, reason)
	s.equal("error of "+method, refusal(wantErr), refusal(gotErr))
	s.follow(ids, logged)
}

// refusal is what two errors of one meaning have in common.
func refusal(err error) string {
	var at *graph.ArticleError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &at) && errors.Is(err, graph.ErrNotFound):
		return fmt.Sprintf("article %d, %s, is not found", at.Index, at.Article)
	}
	return err.Error()
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
