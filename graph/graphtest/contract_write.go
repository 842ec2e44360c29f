package graphtest

import (
	"errors"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func emptyBatch(t *testing.T, f *filled) {
	before := f.info(t)
	w := f.mustWrite(t)
	if diff := gocmp.Diff(graph.Written{Last: before.LastChange}, w); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff(before, f.info(t)); diff != "" {
		t.Errorf("info (-before +after):\n%s", diff)
	}
}

func sameAgain(t *testing.T, f *filled) {
	before := f.info(t)
	again := f.world.Extractions()
	slices.Reverse(again)
	for i := range again {
		x := &again[i]
		slices.Reverse(x.Actors)
		slices.Reverse(x.Places)
		slices.Reverse(x.Mentions)
		slices.Reverse(x.Evidence)
	}
	w := f.mustWrite(t, again...)
	if w.Rows != 0 || w.Last != before.LastChange {
		t.Errorf("%d rows written, log from %d to %d", w.Rows, before.LastChange, w.Last)
	}
	for _, o := range w.Outcomes {
		if o != graph.Known {
			t.Errorf("outcome %s, want %s", o, graph.Known)
		}
	}
	if diff := gocmp.Diff(before, f.info(t)); diff != "" {
		t.Errorf("info (-before +after):\n%s", diff)
	}
}

// anySplit writes the world once more, into a Reference, one article at a time from the
// last to the first; the store must hold the same but for the times.
func anySplit(t *testing.T, f *filled) {
	var other Reference
	for i := range f.world.Articles() {
		x := f.world.Extraction(f.world.Articles()-1-i, 0, 1)
		if _, err := other.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
			t.Fatal(err)
		}
	}
	for id, want := range other.now.nodes {
		got := f.get(t, id)
		if got == nil {
			t.Errorf("%s is missing", id)
		} else if want, got := withoutTimes(want), withoutTimes(got); !same(want, got) {
			t.Errorf("%s (-one by one +all at once):\n%s", id, gocmp.Diff(want, got))
		}
	}
}

// largeBatch writes a hundred articles at once, and the same once more in two halves.
func largeBatch(t *testing.T, f *filled) {
	articles := 120
	if raceDetector {
		articles = 12
	}
	xs := NewWorld(6, articles).Extractions()
	if _, err := f.want.Write(t.Context(), graph.Batch{Extractions: xs}); err != nil {
		t.Fatal(err)
	}
	f.mustWrite(t, xs...)
	want, err := f.want.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := f.info(t)
	want.Store, want.LastChange, want.LastChangeAt = got.Store, got.LastChange, got.LastChangeAt
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("info (-want +got):\n%s", diff)
	}
	for half := range slices.Chunk(xs, (len(xs)+1)/2) {
		if w := f.mustWrite(t, half...); w.Rows != 0 {
			t.Errorf("half of it again: %d rows", w.Rows)
		}
	}
}

func badRow(t *testing.T, f *filled) {
	w := NewWorld(3, 20)
	var x graph.Extraction
	for i := range w.Articles() {
		if x = w.Extraction(i, 0, 1); len(x.Evidence) > 0 && len(x.Evidence[0].Wordings) > 0 && len(x.Mentions) > 0 {
			break
		}
	}
	good := NewWorld(4, 1).Extraction(0, 0, 1)
	before := f.info(t)
	for name, spoil := range map[string]func(*graph.Extraction){
		"no text":             func(x *graph.Extraction) { x.Article.Body = "" },
		"article id":          func(x *graph.Extraction) { x.Article.ID = "event:x" },
		"version 0":           func(x *graph.Extraction) { x.Version = 0 },
		"quote":               func(x *graph.Extraction) { x.Evidence[0].Quote = "?" },
		"offsets":             func(x *graph.Extraction) { x.Evidence[0].End++ },
		"offsets outside":     func(x *graph.Extraction) { x.Mentions[0].Start = -1 },
		"status":              func(x *graph.Extraction) { x.Evidence[0].Status = "MAYBE" },
		"unknown actor":       func(x *graph.Extraction) { x.Mentions[0].Record = graph.CountryID("ZZZ") },
		"actors missing":      func(x *graph.Extraction) { x.Actors = nil },
		"confidence":          func(x *graph.Extraction) { x.Evidence[0].Confidence = 1001 },
		"evidence id":         func(x *graph.Extraction) { x.Evidence[0].ID = x.Evidence[0].ID[:len(x.Evidence[0].ID)-1] },
		"evidence twice":      func(x *graph.Extraction) { x.Evidence = append(x.Evidence, x.Evidence[0]) },
		"actor twice":         func(x *graph.Extraction) { x.Actors = append(x.Actors, x.Actors[0]) },
		"of another article":  func(x *graph.Extraction) { x.Mentions[0].ArticleID = f.world.articleID(0) },
		"sector":              func(x *graph.Extraction) { x.Mentions[0].Sectors = []graph.Sector{"XXX"} },
		"part":                func(x *graph.Extraction) { x.Evidence[0].Wordings[0].Part = "MIDDLE" },
		"neither event, tie":  func(x *graph.Extraction) { x.Evidence[0].EventType, x.Evidence[0].Relation = "", "" },
		"country of no actor": func(x *graph.Extraction) { x.Mentions[0].Country = "ZZZ" },
	} {
		t.Run(name, func(t *testing.T) {
			bad := x
			bad.Actors, bad.Mentions, bad.Evidence = slices.Clone(x.Actors), slices.Clone(x.Mentions), slices.Clone(x.Evidence)
			bad.Evidence[0].Wordings = slices.Clone(x.Evidence[0].Wordings)
			spoil(&bad)
			_, err := f.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{good, bad}})
			var at *graph.ArticleError
			if !errors.As(err, &at) || at.Index != 1 || at.Article != bad.Article.ID || !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("error %v, want an ArticleError of article 1 that wraps ErrInvalid", err)
			}
			if diff := gocmp.Diff(before, f.info(t)); diff != "" {
				t.Errorf("info (-before +after):\n%s", diff)
			}
			if n := f.get(t, good.Article.ID); n != nil {
				t.Errorf("the other article of the batch was written: %v", n)
			}
		})
	}
	f.mustWrite(t, good, x)
}

func articleTwice(t *testing.T, f *filled) {
	x := NewWorld(4, 1).Extraction(0, 0, 1)
	_, err := f.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x, x}})
	var at *graph.ArticleError
	if !errors.As(err, &at) || at.Index != 1 || !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("error %v, want an ArticleError of article 1 that wraps ErrInvalid", err)
	}
	if n := f.get(t, x.Article.ID); n != nil {
		t.Errorf("the article was written: %v", n)
	}
}

func olderExtractor(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	better := x
	better.Version, better.Evidence = 3, nil
	if w := f.mustWrite(t, better); w.Outcomes[0] != graph.Revised || w.Rows == 0 {
		t.Errorf("better extractor: %+v", w)
	}
	before := f.info(t)
	older := x
	older.Version = 2
	if w := f.mustWrite(t, older); w.Outcomes[0] != graph.Known || w.Rows != 0 || w.Last != before.LastChange {
		t.Errorf("older extractor: %+v", w)
	}
	if got := f.get(t, e.ID).(*graph.Evidence); graph.Open(got.Recorded) {
		t.Errorf("an older extractor opened %s again", e.ID)
	}
}

func noFactWithoutEvidence(t *testing.T, f *filled) {
	for i := range f.world.Articles() {
		x := f.world.Extraction(i, 0, 1)
		x.Version++
		x.Evidence, x.Mentions, x.Actors, x.Places = nil, nil, nil, nil
		f.mustWrite(t, x)
	}
	got := f.info(t)
	want := graph.Info{Articles: f.world.Articles(), Store: got.Store, LastChange: got.LastChange, LastChangeAt: got.LastChangeAt}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("info (-want +got):\n%s", diff)
	}
	for id, n := range f.want.now.nodes {
		got := f.get(t, id)
		switch id.Class() {
		case graph.ClassEvent, graph.ClassTie, graph.ClassActor, graph.ClassPlace:
			if got != nil {
				t.Errorf("%s rests on nothing and is still there", id)
			}
		case graph.ClassEvidence:
			if e, ok := got.(*graph.Evidence); !ok || graph.Open(e.Recorded) || e.Quote != n.(*graph.Evidence).Quote {
				t.Errorf("closed evidence %s is not found by id: %v", id, got)
			}
		}
	}
}

func exactReceipt(t *testing.T, f *filled) {
	for i := range f.world.Articles() {
		for text := range TextsPerArticle {
			x := f.world.Extraction(i, text, 1)
			x.Article.Modified = x.Article.Modified.Add(time.Hour)
			f.mustWrite(t, x)
		}
	}
	checked := 0
	for _, n := range f.mustFind(t, graph.Query{Class: graph.ClassEvidence, Page: graph.PageRequest{First: graph.MaxPage}}).Items {
		e := n.(*graph.Evidence)
		if got := string([]rune(string(f.text(t, e.ArticleID, e.Revision)))[e.Start:e.End]); got != e.Quote {
			t.Errorf("%s quotes %q, and the text has %q there", e.ID, e.Quote, got)
		}
		checked++
	}
	if checked == 0 {
		t.Error("nothing to check")
	}
}

func recordKept(t *testing.T, f *filled) {
	_, e := f.anEvidence(t)
	got := f.get(t, e.ID).(*graph.Evidence)
	if got.Record != e.Record || got.FactID != e.Record {
		t.Errorf("record %s, fact %s; want both %s", got.Record, got.FactID, e.Record)
	}
	if diff := gocmp.Diff(e.Assertion, got.Assertion); diff != "" {
		t.Errorf("assertion (-written +read):\n%s", diff)
	}
	event := f.get(t, got.FactID).(*graph.Event)
	if i := slices.IndexFunc(event.Participants, func(p graph.Participant) bool { return p.ActorID == e.Wordings[0].Party }); i < 0 || event.Participants[i].Record == "" {
		t.Errorf("participants %+v; want %s with the record that was meant", event.Participants, e.Wordings[0].Party)
	}
}

func twoIntervals(t *testing.T, f *filled) {
	x, e := f.anEvidence(t)
	without := x
	without.Version, without.Evidence = 2, nil
	f.mustWrite(t, without)
	closed := f.get(t, e.ID).(*graph.Evidence)
	if len(closed.Recorded) != 1 || graph.Open(closed.Recorded) || !closed.Recorded[0].To.After(closed.Recorded[0].From) {
		t.Fatalf("closed evidence has the intervals %v", closed.Recorded)
	}
	x.Version = 3
	f.mustWrite(t, x)
	again := f.get(t, e.ID).(*graph.Evidence)
	if len(again.Recorded) != 2 || !graph.Open(again.Recorded) || again.Recorded[0] != closed.Recorded[0] ||
		!again.Recorded[1].From.After(closed.Recorded[0].To) {
		t.Errorf("evidence that came again has the intervals %v, before %v", again.Recorded, closed.Recorded)
	}
}

func revision(t *testing.T, f *filled) {
	x := NewWorld(5, 1).Extraction(0, 0, 1)
	when := func(hour int) time.Time { return time.Date(2020, 1, 1, hour, 0, 0, 0, time.UTC) }
	text := func(body string, hour int) graph.Extraction {
		y := graph.Extraction{Article: x.Article, Extractor: x.Extractor, Version: 1}
		y.Article.Body, y.Article.TextHash, y.Article.Modified = graph.Text(body), graph.HashText(body), when(hour)
		return y
	}
	for _, step := range []struct {
		name     string
		x        graph.Extraction
		outcome  graph.Outcome
		body     graph.Text
		revision int
		all      int
	}{
		{"first", text("one", 10), graph.Loaded, "one", 1, 1},
		{"newer", text("two", 11), graph.Revised, "two", 2, 2},
		{"older", text("one", 10), graph.Known, "two", 2, 2},
		{"equally old", text("three", 11), graph.Revised, "three", 3, 3},
		{"the same", text("three", 11), graph.Known, "three", 3, 3},
		{"an earlier one, equally old", text("two", 11), graph.Known, "three", 3, 3},
		{"an older one, not seen before", text("zero", 9), graph.Known, "three", 3, 4},
		{"an earlier one, newer now", text("one", 12), graph.Revised, "one", 5, 5},
	} {
		w := f.mustWrite(t, step.x)
		a := f.get(t, x.Article.ID).(*graph.Article)
		body := f.text(t, a.ID, a.Revision)
		if w.Outcomes[0] != step.outcome || a.Body != "" || body != step.body || a.Revision != step.revision || len(a.Revisions) != step.all {
			t.Errorf("%s text: outcome %s, text %q, revision %d of %d; want %s, %q, %d of %d", step.name,
				w.Outcomes[0], body, a.Revision, len(a.Revisions), step.outcome, step.body, step.revision, step.all)
		}
		if a.Revisions[0].Number != a.Revision || a.Revisions[0].TextHash != graph.HashText(string(body)) || !a.Revisions[0].ReplacedAt.IsZero() {
			t.Errorf("%s text: revisions %+v", step.name, a.Revisions)
		}
	}
	for i, want := range []graph.Text{"", "one", "two", "three", "zero", "one", ""} {
		if got := f.text(t, x.Article.ID, i); got != want {
			t.Errorf("revision %d has the text %q, want %q", i, got, want)
		}
	}
}
