package graph_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// On record is the text "two" of the third, read by version 4, which replaced "one" of the first.
func TestArrive(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2016, 4, 25, hour, 0, 0, 0, time.UTC) }
	revisions := []graph.Revision{
		{Number: 2, TextHash: graph.HashText("two"), RecordedAt: at(2), Reason: "newer text"},
		{Number: 1, TextHash: graph.HashText("one"), RecordedAt: at(1), ReplacedAt: at(2), Reason: "first text"},
	}
	article := func(body string, published graph.Date) graph.Article {
		return graph.Article{ID: "article:a", Body: graph.Text(body), Published: published}
	}
	old := article("two", 20160403)
	old.Revision, old.Revisions, old.Recorded = 2, revisions, []graph.Interval{{From: at(1)}}

	for _, c := range []struct {
		name      string
		body      string
		published graph.Date
		version   int
		retracted bool
		want      graph.Arrival
		on        []string // the revisions then, by reason, the present one first
	}{
		{"a newer text", "three", 20160404, 4, false, graph.ArrivesNewer, []string{"newer text", "newer text", "first text"}},
		{"of the same day: the one that came later", "three", 20160403, 4, false, graph.ArrivesNewer, []string{"newer text", "newer text", "first text"}},
		{"of an unknown day", "three", 0, 4, false, graph.ArrivesNewer, []string{"newer text", "newer text", "first text"}},
		{"an older text", "zero", 20160401, 4, false, graph.ArrivesOlder, []string{"newer text", "older text", "first text"}},
		{"an earlier text again", "one", 20160403, 4, false, graph.ArrivesStale, nil},
		{"an earlier text, published anew", "one", 20160405, 4, false, graph.ArrivesNewer, []string{"newer text", "newer text", "first text"}},
		{"the same", "two", 20160403, 4, false, graph.ArrivesAgain, []string{"newer text", "first text"}},
		{"the same of an older day", "two", 20160402, 4, false, graph.ArrivesStale, nil},
		{"the same, read by a newer extractor", "two", 20160402, 5, false, graph.ArrivesAgain, []string{"newer text", "first text"}},
		{"the same, read by an older extractor", "two", 20160405, 3, false, graph.ArrivesStale, nil},
		{"retracted", "three", 20160404, 4, true, graph.ArrivesRetired, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := graph.Extraction{Article: article(c.body, c.published), Version: c.version}
			got, next := graph.TextRecord{Article: &old, Version: 4, Retracted: c.retracted}.Arrive(&x, at(3))
			if got != c.want {
				t.Errorf("Arrive = %d, want %d", got, c.want)
			}
			var on []string
			for _, r := range next.Revisions {
				on = append(on, r.Reason)
			}
			if diff := cmp.Diff(c.on, on); diff != "" {
				t.Errorf("revisions (-want +got):\n%s", diff)
			}
			if next.ID != "" && (next.Revisions[0].TextHash != graph.HashText(string(next.Body)) || !next.Revisions[0].ReplacedAt.IsZero()) {
				t.Errorf("the present text %q is not the first revision: %+v", next.Body, next.Revisions[0])
			}
		})
	}
	if diff := cmp.Diff(graph.HashText("one"), revisions[1].TextHash); diff != "" {
		t.Errorf("the record was changed (-want +got):\n%s", diff)
	}

	x := graph.Extraction{Article: article("one", 0)}
	got, next := graph.TextRecord{}.Arrive(&x, at(1))
	want := x.Article
	want.Revision, want.Recorded = 1, []graph.Interval{{From: at(1)}}
	want.Revisions = []graph.Revision{{Number: 1, TextHash: graph.HashText("one"), RecordedAt: at(1), Reason: "first text"}}
	if got != graph.ArrivesFirst || !cmp.Equal(want, next) {
		t.Errorf("the first text: %d, (-want +got):\n%s", got, cmp.Diff(want, next))
	}
}
