package schema_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// TestNodes: by id everything is found, in the order asked for, and null stands for what is
// not in the graph.
func TestNodes(t *testing.T) {
	store := new(graphtest.Reference)
	batch := world()
	fill(t, store, batch)
	h := handler(t, store)
	unknown := graph.CountryID("ZZZ")
	passage := batch[0].Evidence[0]
	ids := []graph.ID{union.ID, unknown, passage.ID, passage.FactID, batch[0].Article.ID, harbor.ID, batch[0].Mentions[0].ID, union.ID}
	variables, _ := json.Marshal(map[string]any{"ids": ids})
	var answer struct {
		Data struct {
			Nodes []*struct {
				Name string `json:"__typename"`
				ID   graph.ID
			}
		}
	}
	if err := json.Unmarshal(post(t, h, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, string(variables)), &answer); err != nil {
		t.Fatal(err)
	}
	want := []string{"Group", "", "Evidence", "Event", "Article", "Place", "Mention", "Group"}
	if len(answer.Data.Nodes) != len(want) {
		t.Fatalf("%d nodes", len(answer.Data.Nodes))
	}
	for i, n := range answer.Data.Nodes {
		if want[i] == "" {
			if n != nil {
				t.Errorf("%d: %+v, want null", i, n)
			}
		} else if n == nil || n.Name != want[i] || n.ID != ids[i] {
			t.Errorf("%d: %+v, want %s %s", i, n, want[i], ids[i])
		}
	}
	tooMany := fmt.Sprintf(`{ nodes(ids: [%s]) { id } }`, strings.Repeat(`"`+string(unknown)+`" `, 101))
	if got := string(post(t, h, tooMany, "")); !strings.Contains(got, `"argument":"ids"`) {
		t.Errorf("101 ids: %s", got)
	}
	single := fmt.Sprintf(`{ node(id: %q) { id } event(id: %q) { type } tie(id: %q) { id } actor(id: %q) { name } article(id: %q) { title } nobody: country(code: "ZZZ") { name } }`,
		passage.ID, passage.FactID, batch[0].Evidence[2].FactID, union.ID, batch[1].Article.ID)
	got := string(post(t, h, single, ""))
	wantSingle := fmt.Sprintf(`{"data":{"node":{"id":%q},"event":{"type":"COERCE"},"tie":{"id":%q},"actor":{"name":"Port Union"},"article":{"title":"Union threatens strike"},"nobody":null}}`+"\n",
		passage.ID, batch[0].Evidence[2].FactID)
	if got != wantSingle {
		t.Errorf("got  %swant %s", got, wantSingle)
	}
}

// TestWithdrawn: a cited passage is found after a better extraction took it back; what
// rested on it alone is gone.
func TestWithdrawn(t *testing.T) {
	store := new(graphtest.Reference)
	batch := world()
	fill(t, store, batch)
	arrest := batch[0].Evidence[3]
	soldiers := batch[0].Mentions[1]
	better := world()[:1]
	better[0].Version = 2
	better[0].Evidence = append(better[0].Evidence[:3:3], better[0].Evidence[4:]...)
	better[0].Mentions = append(better[0].Mentions[:1:1], better[0].Mentions[2:]...)
	better[0].Actors = better[0].Actors[:len(better[0].Actors)-1]
	fill(t, store, better)
	query := fmt.Sprintf(`{
		passage: node(id: %q) { ... on Evidence { quote retractedAt article { title } fact { id } wordings { text party { name } } } }
		mention: node(id: %q) { ... on Mention { quote actor { name } article { title } } }
		fact: event(id: %q) { summary }
		actor(id: %q) { name } }`, arrest.ID, soldiers.ID, arrest.FactID, soldiers.ActorID)
	var answer struct {
		Data struct {
			Passage struct {
				Quote       string
				RetractedAt *string
				Article     struct{ Title string }
				Fact        any
				Wordings    []struct{ Party *struct{ Name string } }
			}
			Mention struct {
				Quote string
				Actor any
			}
			Fact, Actor any
		}
		Errors []any
	}
	text := post(t, handler(t, store), query, "")
	if err := json.Unmarshal(text, &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%v %s", err, text)
	}
	d := answer.Data
	switch {
	case d.Passage.Quote != arrest.Quote || d.Passage.RetractedAt == nil || d.Passage.Article.Title == "",
		d.Passage.Fact != nil || d.Fact != nil || d.Actor != nil,
		len(d.Passage.Wordings) != 2 || d.Passage.Wordings[0].Party.Name != "Port Union" || d.Passage.Wordings[1].Party != nil,
		d.Mention.Quote != soldiers.Quote || d.Mention.Actor != nil:
		t.Errorf("%s", text)
	}
}

// TestCursorsFollowTheQuestion: spellings of one question share their cursors.
func TestCursorsFollowTheQuestion(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	var first struct {
		Data struct {
			Agencies struct{ PageInfo struct{ EndCursor string } }
		}
	}
	if err := json.Unmarshal(post(t, h, `{ agencies(where: {country: "VAR", named: true}, first: 1) { pageInfo { endCursor } } }`, ""), &first); err != nil {
		t.Fatal(err)
	}
	variables, _ := json.Marshal(map[string]any{
		"after": first.Data.Agencies.PageInfo.EndCursor,
		"where": map[string]any{"named": true, "country": []string{"VAR"}, "sector": nil},
	})
	got := string(post(t, h, `query($after: String, $where: ActorWhere) { agencies(first: 50, after: $after, where: $where) { edges { node { name } } } }`, string(variables)))
	if got != `{"data":{"agencies":{"edges":[{"node":{"name":"Ministry of Ports"}}]}}}`+"\n" {
		t.Errorf("%s", got)
	}
}
