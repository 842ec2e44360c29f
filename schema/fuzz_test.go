package schema_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// FuzzBody sends any body: the answer is JSON with data or errors, and no fault of the server.
func FuzzBody(f *testing.F) {
	store := new(graphtest.Reference)
	fill(f, store, world())
	h := handler(f, store)
	f.Add(`{"query":"{ info { store } }"}`)
	f.Add(`{"query":"query Q($n: Int!, $w: EventWhere) { events(first: $n, where: $w) { edges { node { summary } } } }","variables":{"n":3,"w":{"type":["AID"],"not":{"since":"2024-01-01"}}},"operationName":"Q"}`)
	f.Add(`{"query":"{ ...A } fragment A on Query { ...A actors(after: \"AA\") { edges { node { ... on Agency { parent { id } } } } } }"}`)
	f.Add(`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`)
	f.Add(`[{"query":1}]`)
	f.Fuzz(func(t *testing.T, body string) { checkAnswer(t, serve(t, h, http.MethodPost, "/", body).Body.Bytes()) })
}

// FuzzQuery sends any document.
func FuzzQuery(f *testing.F) {
	store := new(graphtest.Reference)
	fill(f, store, world())
	h := handler(f, store)
	for _, m := range mistakes {
		f.Add(m.query, m.variables)
	}
	for _, q := range wide {
		f.Add(q, "")
	}
	f.Fuzz(func(t *testing.T, query, variables string) {
		if !json.Valid([]byte(variables)) || !strings.HasPrefix(strings.TrimSpace(variables), "{") {
			variables = ""
		}
		checkAnswer(t, post(t, h, query, variables))
	})
}

func checkAnswer(t *testing.T, answer []byte) {
	t.Helper()
	var a struct {
		Data   json.RawMessage
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(answer, &a); err != nil || a.Data == nil && len(a.Errors) == 0 {
		t.Fatalf("%v: %s", err, answer)
	}
	for _, e := range a.Errors {
		switch e.Extensions.Code {
		case "BAD_USER_INPUT", "TOO_COMPLEX":
		default:
			t.Errorf("code %q: %s", e.Extensions.Code, answer)
		}
	}
}
