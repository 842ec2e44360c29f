package graph_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestChangedFields(t *testing.T) {
	at := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, tt := range []struct {
		name          string
		before, after graph.Node
		want          []string
	}{
		{"equal", &graph.Actor{Name: "A"}, &graph.Actor{Name: "A", Aliases: []string{}}, nil},
		{"counts", &graph.Actor{Mentions: 1}, &graph.Actor{Mentions: 2, Events: 1}, []string{"eventCount", "mentionCount"}},
		{"country", &graph.Actor{}, &graph.Actor{CountryCode: "FRA", CountryID: graph.CountryID("FRA")}, []string{"country", "countryCode"}},
		{
			"embedded", &graph.Event{Stated: graph.Stated{RecordedAt: at}},
			&graph.Event{Stated: graph.Stated{Status: graph.Planned, RecordedAt: at.In(time.FixedZone("", 3600))}, PlaceIDs: []graph.ID{"p"}, AboutIDs: []graph.ID{"e"}},
			[]string{"about", "places", "status"},
		},
		{"pointer", &graph.Tie{}, &graph.Tie{Span: &graph.Period{Start: 20200101}}, []string{"stated"}},
		{"text", &graph.Article{URL: "a", Body: "x", TextHash: "1"}, &graph.Article{URL: "b", Body: "y", TextHash: "2"}, []string{"text", "url"}},
		{"other class", &graph.Actor{}, &graph.Event{}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, graph.ChangedFields(tt.before, tt.after)); d != "" {
				t.Error(d)
			}
		})
	}
}
