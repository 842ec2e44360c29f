package graph_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

// writeDrive writes a Drive so that a person can read it: "country", "type+when", "actor<name",
// "(id | search)", "nothing".
func writeDrive(d *graph.Drive) string {
	switch {
	case d == nil:
		return "walk"
	case d.Search != "":
		return "search"
	case d.Far != nil:
		return string(d.Link) + "<" + writeDrive(d.Far)
	case d.Where != nil:
		and, ok := d.Where.(graph.And)
		if !ok {
			and = graph.And{d.Where}
		}
		var names []string
		for _, f := range and {
			names = append(names, string(f.(*graph.Compare).Property))
		}
		return strings.Join(names, "+")
	case len(d.Any) == 0:
		return "nothing"
	}
	var names []string
	for i := range d.Any {
		names = append(names, writeDrive(&d.Any[i]))
	}
	return "(" + strings.Join(names, " | ") + ")"
}

func TestChooseDrive(t *testing.T) {
	text := func(p graph.Property, texts ...string) *graph.Compare {
		return &graph.Compare{Property: p, Texts: texts}
	}
	has := func(l graph.Link, f graph.Filter) *graph.Has { return &graph.Has{Link: l, Where: f} }
	country, name, kind := text(graph.PropCountry, "FRA"), text(graph.PropName, "Grain Board"), text(graph.PropKind, "AGENCY")
	eventType, quad := text(graph.PropType, "ASSAULT"), text(graph.PropQuad, "MATERIAL_CONFLICT")
	when := &graph.Compare{Property: graph.PropWhen, Texts: []string{"OVERLAPS"}, Numbers: []int64{20160101, 20160131}}
	number := &graph.Compare{Property: graph.PropMinNumber, Texts: []string{"DEAD"}, Numbers: []int64{10}}
	publisher := text(graph.PropPublisher, "The Kobara Post")
	ids := text(graph.PropID, "a", "b", "c")
	const few, many = 10, graph.ProbeLimit + 1
	for _, test := range []struct {
		name   string
		class  graph.Class
		search string
		where  graph.Filter
		sizes  map[string]int // few where not said
		want   string
		first  string   // under FormDrive
		asked  []string // one text for each question
	}{
		{name: "nothing asked", class: graph.ClassEvent, want: "walk", first: "walk"},
		{name: "no index", class: graph.ClassEvent, where: graph.And{quad}, want: "walk", first: "walk"},
		{name: "ids are not counted", class: graph.ClassTie, where: ids, want: "id", first: "id"},
		{name: "the country of an actor", class: graph.ClassActor, where: country, want: "country", first: "country", asked: []string{"country"}},
		{name: "too many", class: graph.ClassActor, where: country, sizes: map[string]int{"country": many}, want: "walk", first: "country", asked: []string{"country"}},
		{name: "just enough", class: graph.ClassActor, where: country, sizes: map[string]int{"country": graph.ProbeLimit}, want: "country", first: "country", asked: []string{"country"}},
		{
			name: "the smaller of two", class: graph.ClassActor, search: "grain", where: graph.And{kind, country, name},
			sizes: map[string]int{"search": 30, "country": 20, "name": 1}, want: "name", first: "search", asked: []string{"search, country, name"},
		},
		{
			name: "the first of equals", class: graph.ClassActor, where: graph.And{country, name},
			want: "country", first: "country", asked: []string{"country, name"},
		},
		{
			name: "a type within days is one", class: graph.ClassEvent, where: graph.And{when, graph.And{quad, eventType}},
			want: "type+when", first: "type+when", asked: []string{"type+when"},
		},
		{
			name: "days alone", class: graph.ClassEvent, where: graph.And{when, quad, number},
			sizes: map[string]int{"minNumber": 11}, want: "when", first: "when", asked: []string{"when, minNumber"},
		},
		{
			name: "through a link", class: graph.ClassEvent, where: has(graph.LinkSource, graph.And{kind, country}),
			want: "source<country", first: "source<country", asked: []string{"country", "source<country"},
		},
		{
			name: "through a link from the smaller one", class: graph.ClassEvent, where: has(graph.LinkActor, graph.And{country, name}),
			sizes: map[string]int{"country": 20}, want: "actor<name", first: "actor<country", asked: []string{"country, name", "actor<name"},
		},
		{
			name: "too many at the far end", class: graph.ClassEvent, where: graph.And{has(graph.LinkSource, country), has(graph.LinkTarget, name)},
			sizes: map[string]int{"country": many}, want: "target<name", first: "source<country", asked: []string{"country, name", "target<name"},
		},
		{
			name: "few at the far end that lead to many", class: graph.ClassEvent, where: has(graph.LinkSource, country),
			sizes: map[string]int{"source<country": many}, want: "walk", first: "source<country", asked: []string{"country", "source<country"},
		},
		{
			name: "two links", class: graph.ClassEvent, where: has(graph.LinkEvidence, graph.And{has(graph.LinkArticle, publisher), has(graph.LinkSpeaker, kind)}),
			want: "evidence<article<publisher", first: "evidence<article<publisher", asked: []string{"publisher", "article<publisher", "evidence<article<publisher"},
		},
		{name: "any far end", class: graph.ClassEvent, where: has(graph.LinkPlace, nil), want: "walk", first: "walk"},
		{
			name: "or, where every branch can", class: graph.ClassEvent, where: graph.Or{eventType, graph.And{quad, has(graph.LinkSource, name)}},
			want: "(type | source<name)", first: "(type | source<name)", asked: []string{"type, name", "source<name"},
		},
		{name: "or, where one branch cannot", class: graph.ClassEvent, where: graph.Or{eventType, quad}, want: "walk", first: "walk"},
		{
			name: "or, too many together", class: graph.ClassActor, where: graph.Or{country, name},
			sizes: map[string]int{"country": 15_000, "name": 15_000}, want: "walk", first: "(country | name)", asked: []string{"country, name"},
		},
		{
			name: "or, each branch by its smallest", class: graph.ClassActor, where: graph.Or{graph.And{country, name}, ids},
			sizes: map[string]int{"country": many}, want: "(name | id)", first: "(country | id)", asked: []string{"country, name"},
		},
		{
			name: "or at the far end", class: graph.ClassEvent, where: has(graph.LinkActor, graph.Or{country, name}),
			want: "actor<(country | name)", first: "actor<(country | name)", asked: []string{"country, name", "actor<(country | name)"},
		},
		{name: "an empty or", class: graph.ClassEvent, where: graph.Or{}, want: "nothing", first: "nothing"},
		{name: "not", class: graph.ClassEvent, where: &graph.Not{Filter: eventType}, want: "walk", first: "walk"},
		{
			name: "beside a not", class: graph.ClassEvent, where: graph.And{&graph.Not{Filter: number}, eventType},
			want: "type", first: "type", asked: []string{"type"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := graph.Query{Class: test.class, Search: test.search, Where: test.where}
			if err := q.Validate(); err != nil {
				t.Fatal(err)
			}
			var asked []string
			sizes := func(ds []graph.Drive) ([]int, error) {
				var names []string
				var counted []int
				for _, d := range ds {
					name, size := writeDrive(&d), few
					if n, ok := test.sizes[name]; ok {
						size = n
					}
					names, counted = append(names, name), append(counted, size)
				}
				asked = append(asked, strings.Join(names, ", "))
				return counted, nil
			}
			for _, form := range []struct {
				form  graph.Form
				want  string
				asked []string
			}{{graph.FormAuto, test.want, test.asked}, {graph.FormWalk, "walk", nil}, {graph.FormDrive, test.first, nil}} {
				asked = nil
				d, err := graph.ChooseDrive(q, form.form, sizes)
				if err != nil {
					t.Fatal(err)
				}
				if got := writeDrive(d); got != form.want {
					t.Errorf("form %q: %s, want %s", form.form, got, form.want)
				}
				if diff := cmp.Diff(form.asked, asked); diff != "" {
					t.Errorf("form %q: asked (-want +got):\n%s", form.form, diff)
				}
			}
		})
	}
}

func TestRest(t *testing.T) {
	text := func(p graph.Property, texts ...string) *graph.Compare {
		return &graph.Compare{Property: p, Texts: texts}
	}
	source := &graph.Has{Link: graph.LinkSource, Where: text(graph.PropName, "Grain Board")}
	twin := &graph.Has{Link: graph.LinkSource, Where: text(graph.PropCountry, "FRA")}
	eventType, quad := text(graph.PropType, "ASSAULT"), text(graph.PropQuad, "MATERIAL_CONFLICT")
	when := &graph.Compare{Property: graph.PropWhen, Texts: []string{"WITHIN"}, Numbers: []int64{20160101, 20160131}}
	or := graph.Or{eventType, source}
	for _, test := range []struct {
		name        string
		where, want graph.Filter
	}{
		{"the only condition", eventType, graph.And{}},
		{"a link", graph.And{source, quad}, graph.And{quad}},
		{"another by the same link", graph.And{source, twin}, graph.And{twin}},
		{"type and days", graph.And{quad, graph.And{when, eventType}}, graph.And{quad}},
		{"a union answers nothing whole", graph.And{or, quad}, graph.And{or, quad}},
		{"not", graph.And{&graph.Not{Filter: eventType}, eventType}, graph.And{&graph.Not{Filter: eventType}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := graph.ChooseDrive(graph.Query{Class: graph.ClassEvent, Where: test.where}, graph.FormDrive, nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, d.Rest(test.where)); diff != "" {
				t.Errorf("rest (-want +got):\n%s", diff)
			}
		})
	}
	d, _ := graph.ChooseDrive(graph.Query{Class: graph.ClassActor, Search: "grain"}, graph.FormDrive, nil)
	if got := d.Rest(nil); len(got.(graph.And)) > 0 {
		t.Errorf("of no condition there is left %v", got)
	}
}

func TestChooseDriveAsksWithinBounds(t *testing.T) {
	or := graph.Or{}
	for i := range graph.MaxFilterConditions {
		or = append(or, &graph.Compare{Property: graph.PropWikidata, Texts: []string{fmt.Sprint("Q", i)}})
	}
	name := &graph.Compare{Property: graph.PropName, Texts: []string{"Grain Board"}}
	most := 0
	d, err := graph.ChooseDrive(graph.Query{Class: graph.ClassActor, Where: graph.And{name, or}}, graph.FormAuto, func(ds []graph.Drive) ([]int, error) {
		most = max(most, len(ds))
		return slices.Repeat([]int{1}, len(ds)), nil
	})
	if got := writeDrive(d); err != nil || got != "name" || most > 100 {
		t.Errorf("%s with %d Drives sized at once, error %v; want name, with at most 100", got, most, err)
	}
	broken := errors.New("broken")
	_, err = graph.ChooseDrive(graph.Query{Class: graph.ClassActor, Where: name}, graph.FormAuto, func([]graph.Drive) ([]int, error) { return nil, broken })
	if !errors.Is(err, broken) {
		t.Errorf("error %v of a store that cannot count", err)
	}
}
