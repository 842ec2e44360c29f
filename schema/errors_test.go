package schema_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// mistakes are queries with one mistake each; testdata/errors.txt shows what they are told.
var mistakes = []struct{ name, query, variables string }{
	{"misspelt field", `{ agencies { edges { node { nme } } } }`, ""},
	{"fields of the items asked of the page", `{ agencies { name } }`, ""},
	{"misspelt argument", `{ agencies(serch: "port") { totalCount } }`, ""},
	{"field of another kind", `{ actors { edges { node { officials { totalCount } } } } }`, ""},
	{"unknown enum value", `{ events(where: {type: [ATTACK]}) { totalCount } }`, ""},
	{"unknown enum value in variables", `query($w: EventWhere) { events(where: $w) { totalCount } }`, `{"w": {"status": ["LIKELY"]}}`},
	{"unknown input field in variables", `query($w: EventWhere) { events(where: $w) { totalCount } }`, `{"w": {"typ": ["AID"]}}`},
	{"missing variable", `query($id: ID!) { node(id: $id) { id } }`, ""},
	{"syntax", `{ agencies(`, ""},
	{"no selection", `{ agencies }`, ""},
	{"page too large", `{ agencies(first: 1000) { totalCount } }`, ""},
	{"negative page below", `{ agencies { edges { node { events(first: -1) { totalCount } } } } }`, ""},
	{"plain list too large", `{ events { edges { node { sources(first: 101) { id } } } } }`, ""},
	{"number too large", `{ agencies(first: 99999999999999999999) { totalCount } }`, ""},
	{"date", `{ events(where: {since: "2024-13-01"}) { totalCount } }`, ""},
	{"date in variables", `query($w: EventWhere) { events(where: {and: [{}, $w]}) { totalCount } }`, `{"w": {"until": "yesterday"}}`},
	{"date deep in a list below", `{ agencies { edges { node { events(where: {or: [{since: "2024-01-01"}, {since: "1 May"}]}) { totalCount } } } } }`, ""},
	{"dates the wrong way round", `{ events(where: {since: "2024-05-01", until: "2024-04-01"}) { totalCount } }`, ""},
	{"country code", `{ actors(where: {country: ["France"]}) { totalCount } }`, ""},
	{"country by name", `{ country(code: "France") { name } }`, ""},
	{"id of no form", `{ node(id: "Harbour Authority") { id } }`, ""},
	{"id of no form in a list", `{ nodes(ids: ["agency:1", "x"]) { id } }`, ""},
	{"id of another class", `{ event(id: "actor:aaaaaaaaaaaaaaaaaaaaaaaaaa") { id } }`, ""},
	{"article without key", `{ article { title } }`, ""},
	{"order without search", `{ actors(order: RELEVANCE) { totalCount } }`, ""},
	{"order without search below", `{ places { edges { node { here: events(order: RELEVANCE) { totalCount } } } } }`, ""},
	{"search for nothing", `{ actors(search: "!?") { totalCount } }`, ""},
	{"too short to look for", `{ articles(where: {titleContains: "a"}) { totalCount } }`, ""},
	{"filter too deep", `query($w: ActorWhere) { actors(where: $w) { totalCount } }`, strings.Repeat(`{"not":`, 12) + "{}" + strings.Repeat("}", 12)},
	{"filter of too many conditions", `query($w: ActorWhere) { actors(where: $w) { totalCount } }`, `{"w":{"or":[` + strings.TrimSuffix(strings.Repeat("{},", 300), ",") + `]}}`},
	{"cursor of nothing", `{ agencies(after: "page 2") { totalCount } }`, ""},
	{"cursor of another list", `{ agencies(after: "CURSOR") { edges { node { id } } } }`, ""},
	{"cursor of another order", `{ actors(order: MOST_EVENTS, after: "CURSOR") { edges { node { id } } } }`, ""},
	{"cursor below of another list", `{ agencies { edges { node { mentions(after: "CURSOR") { edges { node { id } } } } } } }`, ""},
	{"deferred", `{ agencies { edges { ... @defer { node { name } } } } }`, ""},
	{"mutation", `mutation { load { id } }`, ""},
}

// TestErrors shows what ordinary mistakes are told: a code of the closed set, the argument
// at fault, and what to write instead.
func TestErrors(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	var first struct {
		Data struct {
			Actors struct{ PageInfo struct{ EndCursor string } }
		}
	}
	if err := json.Unmarshal(post(t, h, `{ actors(first: 2) { pageInfo { endCursor } } }`, ""), &first); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, m := range mistakes {
		variables := m.variables
		if m.name == "filter too deep" {
			variables = `{"w":` + variables + `}`
		}
		answer := post(t, h, strings.ReplaceAll(m.query, "CURSOR", first.Data.Actors.PageInfo.EndCursor), variables)
		var parsed struct {
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		if err := json.Unmarshal(answer, &parsed); err != nil || len(parsed.Errors) == 0 {
			t.Errorf("%s: no error in %s", m.name, answer)
			continue
		}
		for _, e := range parsed.Errors {
			if e.Extensions.Code != "BAD_USER_INPUT" {
				t.Errorf("%s: code %q of %q", m.name, e.Extensions.Code, e.Message)
			}
		}
		b.WriteString(m.name + "\n    " + m.query + "\n")
		if m.variables != "" {
			b.WriteString("    " + variables[:min(len(variables), 200)] + "\n")
		}
		b.WriteString("    " + string(bytes.TrimSpace(answer)) + "\n\n")
	}
	const file = "testdata/errors.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("answers differ from %s (-want +got); run with -update if they should\n%s", file, diff)
	}
}
