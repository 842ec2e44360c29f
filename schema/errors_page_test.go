package schema_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// firstSteps are ten queries of somebody who has never seen the API, with one mistake each.
var firstSteps = []struct{ mistake, query, variables string }{
	{"A field is misspelt", `{ agencies { edges { node { nme } } } }`, ""},
	{"The items of a list are asked of the list", `{ agencies { name } }`, ""},
	{"A field belongs to one kind of actor only", `{ actors { edges { node { name officials { totalCount } } } } }`, ""},
	{"An argument is misspelt", `{ agencies(serch: "harbour") { totalCount } }`, ""},
	{"A word is none of the vocabulary's", `{ events(where: {type: [ATTACK]}) { totalCount } }`, ""},
	{"A date is written in another way", `{ events(where: {since: "4 March 2024"}) { totalCount } }`, ""},
	{"A page is too large", `{ articles(first: 1000) { edges { node { title } } } }`, ""},
	{"A country is given by its name", `{ actors(where: {country: ["France"]}) { totalCount } }`, ""},
	{"A variable is declared and not sent", `query($id: ID!) { event(id: $id) { summary } }`, ""},
	{"Pages in pages in pages are too much at once", `{ countries(first: 100) { edges { node { agencies(first: 100) { edges { node { officials(first: 100) { edges { node { name } } } } } } } } } }`, ""},
}

// TestErrorsPage keeps docs/errors.md true: its answers are those of the server.
func TestErrorsPage(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	h := handler(t, store)
	var b strings.Builder
	b.WriteString(`# Errors and limits

Every error has a message, the place in the query or the path in the answer, and under ` + "`extensions`" + `:

| field | what it says |
|---|---|
| ` + "`code`" + ` | one of the codes below |
| ` + "`argument`" + ` | the argument at fault, such as ` + "`where.and[0].since`" + `; with variables it begins with the variable's name |
| ` + "`hint`" + ` | what to write instead |
| ` + "`requestId`" + ` | of an internal error: under it the server's log has the details |

Every answer bears the request's id in the header ` + "`X-Request-Id`" + `. One failing root field is null and leaves the others.

| code | meaning |
|---|---|
| ` + "`BAD_USER_INPUT`" + ` | the query, or a value in it, is not as the schema wants it; the hint says how |
| ` + "`FORBIDDEN`" + ` | the server answers questions only; who runs it can allow writing |
| ` + "`NOT_FOUND`" + ` | what is asked for is not there (a single thing that is not in the graph is null, and no error) |
| ` + "`CONFLICT`" + ` | the graph has changed meanwhile |
| ` + "`TOO_COMPLEX`" + ` | a limit below is reached |
| ` + "`TIMEOUT`" + ` | the answer took too long |
| ` + "`UNAVAILABLE`" + ` | the graph cannot be reached, or the server has too much to do; try again |
| ` + "`INTERNAL`" + ` | a fault of the server's |

## Limits

| of | at most |
|---|---|
`)
	for _, l := range schema.Limits() {
		fmt.Fprintf(&b, "| %s | %s |\n", l.Of, l.Most)
	}
	b.WriteString(`
The price of a query is about the number of objects its answer could hold if every page were full: an object is 1, a value
0.1, a root field 50, a list below it 10, an article's text 100; the sizes of pages multiply. Send the header
` + "`X-Query-Price: 1`" + ` to find it in ` + "`extensions.price`" + ` of the answer.

## Ten first steps, and what they are told
`)
	for _, m := range firstSteps {
		answer := indent(t, post(t, h, m.query, m.variables))
		if !strings.Contains(answer, `"hint": `) || strings.Contains(answer, `"INTERNAL"`) {
			t.Errorf("%s: %s", m.mistake, answer)
		}
		fmt.Fprintf(&b, "\n### %s\n\n```graphql\n%s\n```\n\n```json\n%s\n```\n", m.mistake, m.query, answer)
	}
	const file = "../docs/errors.md"
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
	if !bytes.Equal(want, []byte(b.String())) {
		t.Errorf("%s is not what the server answers (-want +got); run with -update if the server is right\n%s", file, cmp.Diff(string(want), b.String()))
	}
}
