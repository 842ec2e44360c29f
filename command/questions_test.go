package command_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// questions are GraphQL queries that together ask for every field of the API there is, made
// from the API's own description of itself.
type questions struct {
	query string // name of the type of the roots
	types map[string]*apiType
}

type apiType struct {
	Kind          string
	Fields        []apiField
	PossibleTypes []struct{ Name string }
	EnumValues    []struct{ Name string }
}

type apiField struct {
	Name string
	Type typeRef
	Args []struct {
		Name         string
		Type         typeRef
		DefaultValue *string
	}
}

type typeRef struct {
	Kind, Name string
	OfType     *typeRef
}

// named is the type without the lists and the non-nulls around it.
func (r typeRef) named() string {
	for r.OfType != nil {
		r = *r.OfType
	}
	return r.Name
}

const introspection = `{ __schema { queryType { name } types { kind name possibleTypes { name } enumValues { name }
	fields { name type { ...T } args { name defaultValue type { ...T } } } } } }
	fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`

func newQuestions(t *testing.T, api http.Handler) questions {
	t.Helper()
	var answer struct {
		Data struct {
			Schema struct {
				QueryType struct{ Name string }
				Types     []struct {
					Name string
					apiType
				}
			} `json:"__schema"`
		}
	}
	if err := json.Unmarshal([]byte(answerOf(t, api, introspection)), &answer); err != nil {
		t.Fatal(err)
	}
	q := questions{answer.Data.Schema.QueryType.Name, map[string]*apiType{}}
	for _, one := range answer.Data.Schema.Types {
		q.types[one.Name] = &one.apiType
	}
	return q
}

// roots are the fields at which a query starts.
func (q questions) roots() []apiField { return q.types[q.query].Fields }

func (f apiField) has(argument string) bool {
	for _, a := range f.Args {
		if a.Name == argument {
			return true
		}
	}
	return false
}

// needs is the first argument without which the field cannot be asked for.
func (f apiField) needs() string {
	for _, a := range f.Args {
		if a.Type.Kind == "NON_NULL" && a.DefaultValue == nil {
			return a.Name
		}
	}
	return ""
}

func (q questions) field(typeName, name string) (apiField, bool) {
	for _, f := range q.types[typeName].Fields {
		if f.Name == name {
			return f, true
		}
	}
	return apiField{}, false
}

// listed is the type of the nodes of a connection, "" for other types.
func (q questions) listed(typeName string) string {
	edges, ok := q.field(typeName, "edges")
	if !ok {
		return ""
	}
	node, _ := q.field(edges.Type.named(), "node")
	return node.Type.named()
}

func (q questions) isNode(typeName string) bool {
	_, ok := q.field(typeName, "id")
	return ok
}

// variants are arguments of a root list: none, every order, words to search for.
func (q questions) variants(root apiField) []string {
	out := []string{""}
	for _, a := range root.Args {
		switch a.Name {
		case "order":
			for _, v := range q.types[a.Type.named()].EnumValues {
				if v.Name != "RELEVANCE" { // needs a search, and is its default
					out = append(out, ", order: "+v.Name)
				}
			}
		case "search":
			for _, words := range []string{"s", "is", "united st", "islamic"} {
				out = append(out, fmt.Sprintf(", search: %q", words))
			}
		}
	}
	return out
}

// recorded are the fields whose values are the store's own: when it was told something.
var recorded = map[string]bool{"recordedAt": true, "retractedAt": true, "replacedAt": true}

// fields are one question for each field that the nodes of a type have, as what to select of
// such a node.
func (q questions) fields(typeName string) []string {
	var out []string
	own := map[string]bool{}
	add := func(format, typeName string) {
		for _, f := range q.types[typeName].Fields {
			if s := q.selection(f, 1); s != "" && !own[f.Name] {
				own[f.Name] = format == "%s"
				out = append(out, fmt.Sprintf(format, s))
			}
		}
	}
	add("%s", typeName)
	for _, p := range q.types[typeName].PossibleTypes {
		add("... on "+p.Name+" { %s }", p.Name)
	}
	return out
}

// selection asks for a field and what follows from it, so many nodes deep; "" where that
// would be nothing.
func (q questions) selection(f apiField, depth int) string {
	far := f.Type.named()
	t := q.types[far]
	connection := q.listed(far) != ""
	switch {
	case recorded[f.Name] || f.needs() != "":
		return ""
	case len(t.Fields) == 0:
		return f.Name
	case connection && depth == 0:
		return ""
	}
	arguments := ""
	if f.has("first") {
		arguments = "(first: 5)"
	}
	if q.isNode(far) {
		depth--
	}
	if depth < 0 {
		return f.Name + arguments + " { __typename id }"
	}
	inner := []string{"__typename"}
	for _, g := range t.Fields {
		if s := q.selection(g, depth); s != "" {
			inner = append(inner, s)
		}
	}
	return f.Name + arguments + " { " + strings.Join(inner, " ") + " }"
}
