package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// harbours is a world of n agencies, each with a parent, an official, a place, a rival
// group and three events between them.
func harbours(n int) []graph.Extraction {
	var out []graph.Extraction
	for i := range n {
		agency := registered(fmt.Sprint("agency:port-", i), fmt.Sprintf("Port Office %02d", i), graph.Agency, "VAR", nil)
		above := registered(fmt.Sprint("organ:port-", i), fmt.Sprintf("Upper Office %02d", i), graph.Agency, "OST", nil)
		master := registered(fmt.Sprint("official:port-", i), fmt.Sprintf("Master %02d", i), graph.Official, "VAR", nil)
		rival := registered(fmt.Sprint("group:port-", i), fmt.Sprintf("Rival %02d", i), graph.Group, "VAR", nil)
		where := graph.Place{ID: graph.PlaceID("", fmt.Sprint("Port ", i), "VAR"), Name: fmt.Sprint("Port ", i), CountryCode: "VAR", CountryID: varland.ID, WithinID: land.ID, Precision: graph.Site}
		a := newArticle(fmt.Sprint("News of port ", i), "Coast Gazette", fmt.Sprint("https://gazette.test/", i), graph.NewDate(2024, 3, 1+i%28),
			"The office fined the rival in the port, the master said.",
			"The office closed the gate of the rival in the port, the master said.",
			"The office threatened to act, the master said.",
			"The master leads the office, a part of the upper office.",
		)
		a.x.Actors, a.x.Places = append(a.x.Actors, agency, above, master, rival), append(a.x.Places, where)
		a.mentions(agency.ID, 0, "office", graph.Agency)
		for s, trigger := range []string{"fined", "closed", "threatened"} {
			as := graph.Assertion{
				EventType: graph.Coerce, Status: graph.Happened,
				Wordings:    []graph.Wording{a.wording(s, graph.PartSource, agency.ID, "The office")},
				Attribution: []graph.Attribution{{Speaker: master.ID, Text: "the master", Verb: "said", Span: a.find(s, "the master")}},
			}
			if s < 2 {
				as.Wordings = append(as.Wordings, a.wording(s, graph.PartTarget, rival.ID, "the rival"), a.wording(s, graph.PartPlace, where.ID, "the port"))
			} else {
				as.EventType, as.About = graph.Threaten, []graph.ID{a.event(0, "fined")}
			}
			a.says(s, a.event(s, trigger), as)
		}
		a.says(3, graph.TieID(master.ID, agency.ID, graph.Leads, "", ""), graph.Assertion{
			Relation: graph.Leads, Status: graph.Ongoing,
			Wordings: []graph.Wording{a.wording(3, graph.PartFrom, master.ID, "The master"), a.wording(3, graph.PartTo, agency.ID, "the office")},
		})
		a.says(3, graph.TieID(agency.ID, above.ID, graph.PartOf, "", ""), graph.Assertion{
			Relation: graph.PartOf, Status: graph.Ongoing,
			Wordings: []graph.Wording{a.wording(3, graph.PartFrom, agency.ID, "the office"), a.wording(3, graph.PartTo, above.ID, "the upper office")},
		})
		out = append(out, a.x)
	}
	return out
}

// The agencies of varland alone, so that every parent of a list is alike.
const offices = `where: {country: ["VAR"]}, first: %d`

// TestCalls counts the store calls of nested queries: as many for 50 parents as for one.
func TestCalls(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, harbours(50))
	counter := graphtest.NewCounter(store)
	h := handler(t, counter)
	for _, c := range []struct{ name, query, calls string }{
		{
			"events with participants and sources",
			`{ agencies(` + offices + `) { edges { node { events(first: 10) { edges { node { summary sources { name } targets { name }
				evidence(first: 3) { edges { node { quote article { title } } } } } } } } } } }`,
			"Expand events 1, Expand evidence 1, Find 1, Nodes 2",
		},
		{
			"agencies to articles by way of officials",
			`{ agencies(` + offices + `) { edges { node { officials { edges { tie { summary } node { name
				statements { edges { node { article { title } fact { summary } } } } } } } } } } }`,
			"Expand officials 1, Expand statements 1, Find 1, Nodes 2",
		},
		{
			"kinds mixed, one field below the interface",
			`{ actors(where: {or: [{kind: [AGENCY, GROUP]}, {kind: [OFFICIAL]}], nameContains: "port"}, first: %d) { edges { node {
				events { totalCount edges { node { type } } } ... on Agency { parent { name } } } } } }`,
			"Expand events 1, Find 1, Nodes 1",
		},
		{
			"everything an agency has",
			`{ agencies(` + offices + `) { edges { node { country { name } parent { name country { code } } units { totalCount } officials { totalCount }
				events { edges { node { about { summary } places { within { name } } participants { edges { node { name } } } stages { evidence { id } } } } }
				ties { edges { other { name } node { from { name } to { name } } } } statements { totalCount } mentions { edges { node { actor { id } article { title } } } } } } } }`,
			"Expand events 1, Expand mentions 1, Expand officials 1, Expand participants 1, Expand statements 1, Expand ties 1, Expand units 1, Find 1, Nodes 3",
		},
		{
			"agencies to articles by way of officials and what they do",
			`{ agencies(` + offices + `) { edges { node { officials(first: 5) { edges { node { name ties(first: 5) { edges { node { summary
				evidence(first: 3) { edges { node { quote article { title } } } } } } } } } } } } } }`,
			"Expand evidence 1, Expand officials 1, Expand ties 1, Find 1, Nodes 1",
		},
		{
			"countries of actors of events",
			`{ agencies(` + offices + `) { edges { node { events(first: 3) { edges { node { participants(first: 3) { edges { node { name country { name code } } } } } } } } } } }`,
			"Expand events 1, Expand participants 1, Find 1, Nodes 1",
		},
		{
			"places of events, and what else happened there",
			`{ agencies(` + offices + `) { edges { node { events(first: 3) { edges { node { places { name within { name }
				events(first: 3) { totalCount edges { node { summary } } } } } } } } } } }`,
			"",
		},
		{
			"mentions and the articles' other mentions",
			`{ agencies(` + offices + `) { edges { node { mentions(first: 3) { edges { node { quote article { title mentions(first: 3) { edges { node { actor { name } } } } } } } } } } } }`,
			"Expand article.mentions 1, Expand mentions 1, Find 1, Nodes 1",
		},
		{
			"the texts that the passages stand in",
			`{ agencies(` + offices + `) { edges { node { events(first: 3) { edges { node { evidence(first: 2) { edges { node { quote article { title text } } } } } } } } } } }`,
			"Expand events 1, Expand evidence 1, Find 1, Nodes 1, Texts 1",
		},
		{
			"two pages of one edge",
			`{ agencies(` + offices + `) { edges { node { did: events(role: [SOURCE], first: 3) { edges { node { type } } } suffered: events(role: [TARGET], first: 3) { totalCount } } } } }`,
			"Expand events 2, Find 1",
		},
		{
			"those whom agencies deal with, and what else they do",
			`{ agencies(` + offices + `) { edges { node { counterparts(first: 3) { totalCount edges { events node { name country { name } events(first: 2) { edges { node { type } } } } } } } } } }`,
			"Counterparts 1, Expand events 1, Find 1, Nodes 1",
		},
		{
			"counts by actor and place",
			`{ eventStats(by: [{dimension: SOURCE, first: %d}, {dimension: PLACE, first: 3}]) { buckets { events keys { actor { name country { name } } place { name within { name } } } } } }`,
			"Aggregate 1, Nodes 2",
		},
		{
			"a network",
			`{ network(first: %d) { actors { name } links { source { name } target { name country { name } } } } }`,
			"Links 1, Nodes 2",
		},
		{
			"evidence inside out",
			`{ evidence(first: %d) { edges { node { speaker { name } wordings { party { name ... on Place { events { totalCount } } } } attribution { speaker { name } }
				fact { ... on Event { evidence { edges { node { article { title } } } } } ... on Tie { evidence { edges { node { article { title } } } } } } } } } }`,
			"",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var one string
			for _, n := range []int{1, 20, 50} {
				counter.Reset()
				answer := post(t, h, fmt.Sprintf(c.query, n), "")
				if bytes.Contains(answer, []byte(`"errors"`)) {
					t.Fatalf("%s", answer)
				}
				switch {
				case n == 1:
					one = counter.String()
					if c.calls != "" && one != c.calls {
						t.Errorf("one parent: %s, want %s", one, c.calls)
					}
				case c.calls != "" && counter.String() != one:
					t.Errorf("%d parents: %s, one: %s", n, counter, one)
				case c.calls == "" && counter.Total() > 8: // the kinds of fact differ from passage to passage
					t.Errorf("%d parents: %s", n, counter)
				}
			}
		})
	}
}

// TestCallsOfTheLongWay: five levels of lists and a node, one call each.
func TestCallsOfTheLongWay(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(7, 60).Extractions())
	counter := graphtest.NewCounter(store)
	answer := post(t, handler(t, counter), `{ agencies(first: 20) { edges { node { officials(first: 10) { edges { node {
		events(first: 5) { edges { node { evidence(first: 2) { edges { node { quote article { title } } } } } } } } } } } } } }`, "")
	if !bytes.Contains(answer, []byte(`"title":"`)) || bytes.Contains(answer, []byte(`"errors"`)) {
		t.Fatalf("%.2000s", answer)
	}
	if got, want := counter.String(), "Expand events 1, Expand evidence 1, Expand officials 1, Find 1, Nodes 1"; got != want {
		t.Errorf("calls %s, want %s", got, want)
	}
}

// wide are queries that together ask for nearly every field.
var wide = []string{
	`{ actors(order: MOST_EVENTS, first: 30) { totalCount edges { cursor node { __typename id name kind kinds aliases countryCode country { id } firstSeen lastSeen mentionCount eventCount
		events(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor roles standing node { ...F } } }
		ties(first: 3) { edges { cursor other { __typename id name } node { ...F } } }
		statements(first: 2) { edges { node { id } } } mentions(first: 2) { edges { cursor node { quote article { id } actor { id } } } }
		... on Agency { parent { id } units { edges { node { id } } } officials { edges { tie { id } node { id } } } }
		... on Official { offices { edges { node { id } } } } ... on Group { members { edges { node { id } } } }
		... on Country { code territory { id } agencies { edges { node { id } } } officials { edges { node { id } } } groups { edges { node { id } } } } } } } }
		fragment F on Fact { __typename id summary status negated disputed confidence corroboration { passages articles independentSources }
			stages { status when { start end text } since evidence { id } } disagreements(first: 3) { about values { value evidence(first: 2) { id } } }
			... on Event { type score quad sources { id } targets { id } places { id within { id } } about { id } numbers { low high evidence { id } }
				participants(first: 4) { edges { roles standing passages number { text } node { id } } } }
			... on Tie { relation role from { id } to { id } since { start } until { end } stated { start end } } }`,
	`{ evidence(first: 20) { edges { cursor node { id quote fact { id summary } article { id title } speaker { id name } eventType tieRelation
		wordings { part text party { id name } number { low evidence { id } } } numbers { of low evidence { id } } attribution { speaker { id } text } steps { rule } } } } }`,
	`{ articles(first: 5) { edges { node { id text revisions { number reason } copyOf { id } mentions(first: 3) { edges { node { id } } } events(first: 3) { edges { node { summary } } }
		ties(first: 3) { edges { other { id } node { summary } } } evidence(first: 3) { edges { node { id } } } } } }
		places(first: 5) { edges { node { id name country { id } within { id } latitude longitude events(first: 2) { totalCount edges { node { id } } } } } } }`,
}

// TestReadAheadChangesNothing compares the answers to those of a handler in which every
// field reads for itself.
func TestReadAheadChangesNothing(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(7, 16).Extractions())
	counter := graphtest.NewCounter(store)
	ahead, lazy := handler(t, counter), schema.NewLazyHandler(generous{store})
	for _, query := range wide {
		counter.Reset()
		got, want := post(t, ahead, query, ""), post(t, lazy, query, "")
		if bytes.Contains(want, []byte(`"errors"`)) || len(want) < 1000 {
			t.Fatalf("%.2000s", want)
		}
		t.Logf("%s", counter)
		if counter.Total() > 40 {
			t.Errorf("%d calls (%s): something is read for single parents", counter.Total(), counter)
		}
		if diff := cmp.Diff(indent(t, want), indent(t, got)); diff != "" {
			t.Errorf("read ahead and alone differ (-alone +ahead)\n%s", diff)
		}
	}
}

// TestPages walks lists to the end by their cursors and compares them with the whole.
func TestPages(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, graphtest.NewWorld(3, 8).Extractions())
	h := handler(t, store)
	type page struct {
		Edges    []struct{ Node struct{ ID string } }
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			EndCursor                    string
		}
	}
	ask := func(t *testing.T, query string, first int, after string) page {
		variables, _ := json.Marshal(map[string]any{"first": first, "after": nil})
		if after != "" {
			variables, _ = json.Marshal(map[string]any{"first": first, "after": after})
		}
		var answer struct {
			Data   map[string]json.RawMessage
			Errors []struct{ Message string }
		}
		if err := json.Unmarshal(post(t, h, query, string(variables)), &answer); err != nil || len(answer.Errors) > 0 {
			t.Fatal(err, answer.Errors)
		}
		var p page
		var below struct{ List page }
		for _, root := range answer.Data {
			if err := json.Unmarshal(root, &p); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(root, &below); err == nil && below.List.Edges != nil {
				p = below.List
			}
		}
		return p
	}
	hub := ask(t, `query($first: Int!, $after: String) { actors(order: MOST_EVENTS, first: $first, after: $after) { edges { node { id } } } }`, 1, "").Edges[0].Node.ID
	for _, list := range []string{
		`actors(first: $first, after: $after)`,
		`actors(order: MOST_MENTIONS, first: $first, after: $after)`,
		`events(order: OLDEST, first: $first, after: $after)`,
		`evidence(where: {status: [HAPPENED, PLANNED]}, order: CONFIDENCE, first: $first, after: $after)`,
		`ties(first: $first, after: $after)`,
		`articles(first: $first, after: $after)`,
		`places(first: $first, after: $after)`,
		`actor(id: "` + hub + `") { list: events(order: MOST_SOURCES, first: $first, after: $after) `,
		`actor(id: "` + hub + `") { list: mentions(first: $first, after: $after) `,
	} {
		query := `query($first: Int!, $after: String) { ` + list + ` { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`
		if bytes.HasPrefix([]byte(list), []byte("actor(")) {
			query += "}"
		}
		t.Run(list, func(t *testing.T) {
			whole := ask(t, query, 100, "")
			var walked []string
			for after, n := "", 0; ; n++ {
				p := ask(t, query, 3, after)
				for _, e := range p.Edges {
					walked = append(walked, e.Node.ID)
				}
				if p.PageInfo.HasPreviousPage != (after != "") {
					t.Errorf("page %d: hasPreviousPage %v", n, p.PageInfo.HasPreviousPage)
				}
				if !p.PageInfo.HasNextPage || n > 50 {
					break
				}
				after = p.PageInfo.EndCursor
			}
			var want []string
			for _, e := range whole.Edges {
				want = append(want, e.Node.ID)
			}
			if len(want) == 0 || !slices.Equal(want, walked[:min(len(walked), len(want))]) || (!whole.PageInfo.HasNextPage && len(want) != len(walked)) {
				t.Errorf("walked %d, whole %d: %s", len(walked), len(want), cmp.Diff(want, walked))
			}
		})
	}
}

// TestSelectionsOfOneField: one field may be merged with others below some types and not
// below the rest. Each kind of actor is read as it is asked.
func TestSelectionsOfOneField(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	const whole = `{ actors { edges { node { id events(first: 1) { totalCount edges { node { id numbers { text } stages { since } } } } } } } }`
	const merged = `{ actors { edges { node { id ... on Actor { events(first: 1) { edges { node { id } } } }
		... on Agency { events(first: 1) { totalCount edges { node { numbers { text } } } } }
		... on Group { events(first: 1) { totalCount edges { node { stages { since } } } } } } } } }`
	type node struct {
		ID     string
		Events struct {
			TotalCount *int
			Edges      []struct {
				Node struct {
					ID      string
					Numbers []struct{ Text string }
					Stages  []struct{ Since string }
				}
			}
		}
	}
	nodes := func(query string) map[string]node {
		var answer struct {
			Data struct {
				Actors struct{ Edges []struct{ Node node } }
			}
		}
		text := post(t, h, query, "")
		if err := json.Unmarshal(text, &answer); err != nil || len(answer.Data.Actors.Edges) < 3 {
			t.Fatalf("%v in %.500s", err, text)
		}
		out := map[string]node{}
		for _, e := range answer.Data.Actors.Edges {
			out[e.Node.ID] = e.Node
		}
		return out
	}
	want, counted, staged := nodes(whole), 0, 0
	for id, got := range nodes(merged) {
		if got.Events.TotalCount != nil {
			counted++
			if *got.Events.TotalCount != *want[id].Events.TotalCount {
				t.Errorf("%s has %d events, want %d", id, *got.Events.TotalCount, *want[id].Events.TotalCount)
			}
		}
		for i, e := range got.Events.Edges {
			asked, all := e.Node, want[id].Events.Edges[i].Node
			if asked.Numbers != nil && !cmp.Equal(asked.Numbers, all.Numbers) || asked.Stages != nil && !cmp.Equal(asked.Stages, all.Stages) {
				t.Errorf("%s: %+v, want %+v", id, asked, all)
			}
			staged += len(asked.Stages)
		}
	}
	if counted == 0 || staged == 0 {
		t.Errorf("%d were counted, %d have stages", counted, staged)
	}
}
