package graph_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func ptr[T any](v T) *T { return &v }

// TestCompile shows what the filters that people write become.
func TestCompile(t *testing.T) {
	usa := graph.CountryID("USA")
	for _, tt := range []struct {
		name    string
		compile func() (graph.Filter, error)
		want    graph.Filter
	}{
		{"nothing", func() (graph.Filter, error) { return graph.CompileActors(nil, "where") }, nil},
		{"empty", func() (graph.Filter, error) { return graph.CompileActors(&graph.ActorWhere{}, "where") }, graph.And(nil)},
		{
			"one condition stands alone",
			func() (graph.Filter, error) {
				return graph.CompileActors(&graph.ActorWhere{Kind: []graph.ActorKind{graph.Agency, graph.Group}}, "where")
			},
			&graph.Compare{Property: graph.PropKind, Texts: []string{"AGENCY", "GROUP"}},
		},
		{
			"several must all hold",
			func() (graph.Filter, error) {
				return graph.CompileActors(&graph.ActorWhere{ID: []graph.ID{usa}, Named: ptr(false), SeenSince: 20160101}, "where")
			},
			graph.And{
				&graph.Compare{Property: graph.PropID, Texts: []string{string(usa)}},
				&graph.Compare{Property: graph.PropNamed, Numbers: []int64{0}},
				&graph.Compare{Property: graph.PropLastSeen, Numbers: []int64{20160101}},
			},
		},
		{
			"dates overlap unless said otherwise",
			func() (graph.Filter, error) {
				return graph.CompileEvents(&graph.EventWhere{Since: 20160101}, "where")
			},
			&graph.Compare{Property: graph.PropWhen, Texts: []string{"OVERLAPS"}, Numbers: []int64{20160101, 0}},
		},
		{
			"speaker, article and evidence of one object ask one passage",
			func() (graph.Filter, error) {
				return graph.CompileEvents(&graph.EventWhere{
					Speaker:  &graph.ActorWhere{Kind: []graph.ActorKind{graph.Official}},
					Article:  &graph.ArticleWhere{Publisher: []string{"Harbour Post"}},
					Evidence: &graph.EvidenceWhere{Negated: ptr(true)},
				}, "where")
			},
			&graph.Has{Link: graph.LinkEvidence, Where: graph.And{
				&graph.Has{Link: graph.LinkSpeaker, Where: &graph.Compare{Property: graph.PropKind, Texts: []string{"OFFICIAL"}}},
				&graph.Has{Link: graph.LinkArticle, Where: &graph.Compare{Property: graph.PropPublisher, Texts: []string{"Harbour Post"}}},
				&graph.Compare{Property: graph.PropNegated, Numbers: []int64{1}},
			}},
		},
		{
			"two objects may be met by two passages",
			func() (graph.Filter, error) {
				return graph.CompileEvents(&graph.EventWhere{And: []graph.EventWhere{
					{Speaker: &graph.ActorWhere{Kind: []graph.ActorKind{graph.Official}}},
					{Evidence: &graph.EvidenceWhere{Attributed: ptr(false)}},
				}}, "where")
			},
			graph.And{
				&graph.Has{Link: graph.LinkEvidence, Where: graph.And{
					&graph.Has{Link: graph.LinkSpeaker, Where: &graph.Compare{Property: graph.PropKind, Texts: []string{"OFFICIAL"}}},
				}},
				&graph.Has{Link: graph.LinkEvidence, Where: graph.And{&graph.Compare{Property: graph.PropAttributed, Numbers: []int64{0}}}},
			},
		},
		{
			"or, not",
			func() (graph.Filter, error) {
				return graph.CompileTies(&graph.TieWhere{
					Or:  []graph.TieWhere{{At: 20160425}, {Role: ptr("Secretary")}},
					Not: &graph.TieWhere{Relation: []graph.Relation{graph.Owns}},
				}, "where")
			},
			graph.And{
				graph.Or{
					&graph.Compare{Property: graph.PropHeldAt, Numbers: []int64{20160425}},
					&graph.Compare{Property: graph.PropRole, Texts: []string{"Secretary"}},
				},
				&graph.Not{Filter: &graph.Compare{Property: graph.PropRelation, Texts: []string{"OWNS"}}},
			},
		},
		{
			"numbers become integers: thousandths, rounded up, millionths, metres",
			func() (graph.Filter, error) {
				return graph.CompileEvents(&graph.EventWhere{
					MinConfidence: ptr(0.6667), MinNumber: &graph.MinNumber{Of: graph.Dead, Low: 2.1},
					Place: &graph.PlaceWhere{Near: &graph.Near{Latitude: -1.5, Longitude: 180, Km: 0.0016}},
				}, "where")
			},
			graph.And{
				&graph.Has{Link: graph.LinkPlace, Where: &graph.Compare{Property: graph.PropNear, Numbers: []int64{-1_500_000, 180_000_000, 2}}},
				&graph.Compare{Property: graph.PropMinNumber, Texts: []string{"DEAD"}, Numbers: []int64{3}},
				&graph.Compare{Property: graph.PropConfidence, Numbers: []int64{667}},
			},
		},
		{
			"numbers that no integer holds are bounded",
			func() (graph.Filter, error) {
				return graph.CompileEvents(&graph.EventWhere{MinNumber: &graph.MinNumber{Of: graph.Money, Low: math.Inf(1)}}, "where")
			},
			&graph.Compare{Property: graph.PropMinNumber, Texts: []string{"MONEY"}, Numbers: []int64{1 << 62}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.compile()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("filter (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCompileErrors shows what people read when they err: which argument, what is wrong,
// what to write instead.
func TestCompileErrors(t *testing.T) {
	deepActor := &graph.ActorWhere{}
	for range graph.MaxFilterDepth {
		deepActor = &graph.ActorWhere{Not: deepActor}
	}
	through := &graph.ActorWhere{HasEvents: &graph.EventWhere{Actor: &graph.ActorWhere{HasEvents: &graph.EventWhere{Actor: &graph.ActorWhere{}}}}}
	for _, tt := range []struct {
		name     string
		err      error
		argument string
		message  string // in it
		hint     string // in it
	}{
		{"country", actorsError(graph.ActorWhere{Country: []string{"USA", "France"}}), "where.country", `"France"`, "three capital letters"},
		{"empty country", actorsError(graph.ActorWhere{Country: []string{""}}), "where.country", `""`, "USA"},
		{"kind", actorsError(graph.ActorWhere{Kind: []graph.ActorKind{"COMPANY"}}), "where.kind", `"COMPANY"`, "ORGANIZATION"},
		{"id", actorsError(graph.ActorWhere{ID: []graph.ID{"me"}}), "where.id", `"me"`, "that a query returned"},
		{"short part of a name", actorsError(graph.ActorWhere{NameContains: ptr("é!")}), "where.nameContains", "too short", ""},
		{"deep", actorsError(*deepActor), "where" + strings.Repeat(".not", graph.MaxFilterDepth), "more than 10 deep", "less"},
		{"through too many", actorsError(*through), "where.hasEvents.actor.hasEvents.actor", "more than 3", "less"},
		{"long list", actorsError(graph.ActorWhere{Wikidata: make([]string, graph.MaxFilterList+1)}), "where.wikidata", "1001", "at most 1000"},
		{"in or", actorsError(graph.ActorWhere{Or: []graph.ActorWhere{{}, {Sector: []graph.Sector{"ARMY"}}}}), "where.or[1].sector", `"ARMY"`, "MIL"},
		{"type", eventsError(graph.EventWhere{Type: []graph.EventType{"WAR"}}), "where.type", `"WAR"`, "ASSAULT"},
		{"backwards", eventsError(graph.EventWhere{Since: 20160425, Until: 20160424}), "where.since", "2016-04-25 to 2016-04-24", "earlier day first"},
		{"confidence", eventsError(graph.EventWhere{MinConfidence: ptr(1.5)}), "where.minConfidence", "1.5", "0 to 1"},
		{"no confidence", eventsError(graph.EventWhere{MinConfidence: ptr(math.NaN())}), "where.minConfidence", "NaN", "0 to 1"},
		{"number", eventsError(graph.EventWhere{MinNumber: &graph.MinNumber{Of: "SHIPS"}}), "where.minNumber.of", `"SHIPS"`, "DEAD"},
		{"nested", eventsError(graph.EventWhere{Target: &graph.ActorWhere{Country: []string{"fra"}}}), "where.target.country", `"fra"`, "FRA"},
		{"near", eventsError(graph.EventWhere{Place: &graph.PlaceWhere{Near: &graph.Near{Latitude: 91, Km: 1}}}), "where.place.near", "globe", "-90 to 90"},
		{"nowhere", eventsError(graph.EventWhere{Place: &graph.PlaceWhere{Near: &graph.Near{Latitude: math.NaN(), Km: 1}}}), "where.place.near", "globe", "-90 to 90"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var e *graph.ArgumentError
			if !errors.As(tt.err, &e) || !errors.Is(tt.err, graph.ErrInvalid) {
				t.Fatalf("error %v, want an ArgumentError that wraps ErrInvalid", tt.err)
			}
			if e.Argument != tt.argument || !strings.Contains(e.Message, tt.message) || !strings.Contains(e.Hint, tt.hint) {
				t.Errorf("argument %q, message %q, hint %q; want %q, %q, %q", e.Argument, e.Message, e.Hint, tt.argument, tt.message, tt.hint)
			}
		})
	}
}

func actorsError(w graph.ActorWhere) error { _, err := graph.CompileActors(&w, "where"); return err }
func eventsError(w graph.EventWhere) error { _, err := graph.CompileEvents(&w, "where"); return err }

// TestCompiledFiltersAreValid shows that the deepest filters which compile are accepted by
// stores.
func TestCompiledFiltersAreValid(t *testing.T) {
	deep := &graph.EventWhere{Speaker: &graph.ActorWhere{HasEvents: &graph.EventWhere{Article: &graph.ArticleWhere{Language: []string{"en"}}}}}
	for range graph.MaxFilterDepth - 4 {
		deep = &graph.EventWhere{Not: &graph.EventWhere{Type: []graph.EventType{graph.Aid}}, And: []graph.EventWhere{*deep}}
	}
	f, err := graph.CompileEvents(deep, "where")
	if err != nil {
		t.Fatal(err)
	}
	if err := graph.ValidateFilter(graph.ClassEvent, f); err != nil {
		t.Error(err)
	}
	for class, f := range map[graph.Class]graph.Filter{
		graph.ClassPlace:   &graph.Has{Link: graph.LinkEvents},
		graph.ClassMention: &graph.Compare{Property: graph.PropID},
		graph.ClassTie:     graph.And{graph.Or{&graph.Not{Filter: &graph.Compare{Property: graph.PropType}}}},
		graph.ClassEvent:   &graph.Has{Link: graph.LinkPlace, Where: &graph.Compare{Property: graph.PropNear, Numbers: []int64{1, 2}}},
		graph.ClassActor:   &graph.Compare{Property: "id; --"},
	} {
		if err := graph.ValidateFilter(class, f); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s accepts %v", class, fmt.Sprintf("%#v", f))
		}
	}
}
