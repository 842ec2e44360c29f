package schema

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/actorgraph/actorgraph/schema/model"
)

// advisor says what to write instead of what the schema does not have. The validator tells
// of an error by its rule and by words with names in quotes.
type advisor struct{ schema *ast.Schema }

// advise gives the argument at fault, "" if it is none, and a hint.
func (a advisor) advise(ctx context.Context, e *gqlerror.Error) (argument, hint string) {
	names := quotedNames(e.Message)
	switch e.Rule {
	case rules.FieldsOnCorrectTypeRule.Name:
		return "", a.fields(e.Message, names)
	case rules.KnownArgumentNamesRule.Name:
		return nth(names, 0), a.arguments(nth(names, 1))
	case rules.ProvidedRequiredArgumentsRule.Name:
		return nth(names, 1), "give it a value of type " + nth(names, 2)
	case rules.ValuesOfCorrectTypeRule.Name:
		return argumentAt(ctx, e), a.values(e.Message, names)
	case rules.ScalarLeafsRule.Name:
		if strings.Contains(e.Message, "must not have") {
			return "", "write " + nth(names, 0) + " without { … }"
		}
		return "", "say what to answer of it: " + a.example(nth(names, 0), nth(names, 1))
	case rules.VariablesInAllowedPositionRule.Name:
		return argumentAt(ctx, e), "declare " + nth(names, 0) + " as " + nth(names, 2)
	}
	if hint := hintsByRule[e.Rule]; hint != "" {
		return "", hint
	}
	return "", "look it up in the schema: every type, field and argument is described there"
}

var hintsByRule = map[string]string{
	rules.FragmentsOnCompositeTypesRule.Name:    "fragments are on types that have fields",
	rules.KnownDirectivesRule.Name:              "@include and @skip are there",
	rules.KnownFragmentNamesRule.Name:           "define it beside the query: fragment Name on Type { … }",
	rules.KnownRootTypeRule.Name:                "write a query",
	rules.KnownTypeNamesRule.Name:               "take the name of a type of the schema",
	rules.LoneAnonymousOperationRule.Name:       "give each query a name",
	rules.MaxIntrospectionDepth.Name:            "ask for one type at a time: __type(name: …)",
	rules.NoFragmentCyclesRule.Name:             "a fragment cannot hold itself; write out the levels that are wanted",
	rules.NoUndefinedVariablesRule.Name:         "declare it: query($name: Type) { … }",
	rules.NoUnusedFragmentsRule.Name:            "spread it with ...Name, or leave it out",
	rules.NoUnusedVariablesRule.Name:            "use it, or leave it out",
	rules.OverlappingFieldsCanBeMergedRule.Name: "give one of them a name of its own: other: field",
	rules.PossibleFragmentSpreadsRule.Name:      "the object can never be of that type; leave the fragment out",
	rules.UniqueArgumentNamesRule.Name:          "give it once",
	rules.UniqueDirectivesPerLocationRule.Name:  "give it once",
	rules.UniqueFragmentNamesRule.Name:          "give each fragment a name of its own",
	rules.UniqueInputFieldNamesRule.Name:        "give it once; several conditions go into and: [ … ]",
	rules.UniqueOperationNamesRule.Name:         "give each query a name of its own",
	rules.UniqueVariableNamesRule.Name:          "declare it once",
	rules.VariablesAreInputTypesRule.Name:       "variables are scalars, enums, inputs, or lists of them",
	rules.SingleFieldSubscriptionsRule.Name:     "ask for one field",
}

// fields advises on a field (names[0]) that a type (names[1]) does not have.
func (a advisor) fields(message string, names []string) string {
	typ := nth(names, 1)
	if _, after, ok := strings.Cut(message, "an inline fragment on "); ok { // by the field's name only those that have it
		return "ask for it where it is one: ... on " + nth(quotedNames(after), 0) + " { " + nth(names, 0) + " }"
	}
	def := a.schema.Types[typ]
	switch {
	case def == nil:
		return ""
	case strings.HasSuffix(typ, "Connection"):
		return "lists come in pages: edges { node { " + nth(names, 0) + " } }"
	case strings.HasSuffix(typ, "Edge") && def.Fields.ForName("node") != nil:
		return "it may be a field of the item: node { " + nth(names, 0) + " }"
	}
	return typ + " has " + list(fieldNames(def))
}

// arguments advises on an argument of a field, named Type.field.
func (a advisor) arguments(field string) string {
	typ, name, _ := strings.Cut(field, ".")
	if def := a.schema.Types[typ]; def != nil {
		if f := def.Fields.ForName(name); f != nil {
			var names []string
			for _, argument := range f.Arguments {
				names = append(names, argument.Name)
			}
			if len(names) == 0 {
				return name + " has no arguments"
			}
			return name + " has " + list(names)
		}
	}
	return ""
}

// values advises on a value in the document.
func (a advisor) values(message string, names []string) string {
	for _, name := range names {
		def := a.schema.Types[bare(name)]
		switch {
		case def == nil:
		case def.Kind == ast.Enum && strings.Contains(message, "non-enum"):
			return "without quotes, one of " + enum(def)
		default:
			return a.form(def)
		}
	}
	if scalar, _, ok := strings.Cut(message, " cannot represent"); ok && a.schema.Types[scalar] != nil {
		return "give a value of type " + scalar
	}
	return ""
}

// form says how values of an input type are written.
func (a advisor) form(def *ast.Definition) string {
	switch def.Kind {
	case ast.Enum:
		return "one of " + enum(def)
	case ast.InputObject:
		return def.Name + " has " + list(fieldNames(def))
	}
	return "give a value of type " + def.Name
}

// example is how to go on below a field, named as the validator does it.
func (a advisor) example(field, typ string) string {
	name := bare(typ)
	inner := "id"
	switch def := a.schema.Types[name]; {
	case def == nil:
	case strings.HasSuffix(name, "Connection"):
		inner = "edges { node { id } }"
	case def.Fields.ForName("name") != nil:
		inner = "name"
	case def.Fields.ForName("id") == nil && len(def.Fields) > 0:
		inner = def.Fields[0].Name
	}
	return field + " { " + inner + " }"
}

// variable advises on a variable whose value does not fit; path leads to the place in it.
func (a advisor) variable(ctx context.Context, e *gqlerror.Error, path ast.Path) string {
	op := graphql.GetOperationContext(ctx).Operation
	if op == nil || len(path) == 0 {
		return ""
	}
	name, _ := path[0].(ast.PathName)
	v := op.VariableDefinitions.ForName(string(name))
	if v == nil {
		return ""
	}
	if e.Message == "must be defined" && len(path) == 1 {
		return fmt.Sprintf("send it beside the query: \"variables\": {%q: …}, of type %s", string(name), v.Type)
	}
	typ := v.Type
	for _, step := range path[1:] {
		switch step := step.(type) {
		case ast.PathIndex:
			if typ.Elem != nil {
				typ = typ.Elem
			}
		case ast.PathName:
			def := a.schema.Types[typ.Name()]
			f := def.Fields.ForName(string(step))
			if f == nil { // there is no such field
				return a.form(def)
			}
			typ = f.Type
		}
	}
	if def := a.schema.Types[typ.Name()]; def != nil && (def.Kind == ast.Enum || typ.Elem == nil && def.Kind == ast.InputObject) {
		return a.form(def)
	}
	return "give a value of type " + typ.String()
}

// argumentAt is the argument of the document's value to which an error points.
func argumentAt(ctx context.Context, e *gqlerror.Error) string {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: graphql.GetOperationContext(ctx).RawQuery}, maxTokens)
	if err != nil || len(e.Locations) == 0 {
		return ""
	}
	var found ast.Path
	var inValue func(v *ast.Value, path ast.Path)
	inValue = func(v *ast.Value, path ast.Path) {
		if v.Position != nil && v.Position.Line == e.Locations[0].Line && v.Position.Column == e.Locations[0].Column {
			found = path // the innermost is the last
		}
		for i, c := range v.Children {
			step := ast.PathElement(ast.PathName(c.Name))
			if v.Kind == ast.ListValue {
				step = ast.PathIndex(i)
			}
			inValue(c.Value, append(slices.Clip(path), step))
		}
	}
	var inSet func(set ast.SelectionSet)
	inSet = func(set ast.SelectionSet) {
		for _, selection := range set {
			switch selection := selection.(type) {
			case *ast.Field:
				for _, argument := range selection.Arguments {
					inValue(argument.Value, ast.Path{ast.PathName(argument.Name)})
				}
				inSet(selection.SelectionSet)
			case *ast.InlineFragment:
				inSet(selection.SelectionSet)
			}
		}
	}
	for _, op := range doc.Operations {
		inSet(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		inSet(f.SelectionSet)
	}
	return model.ArgumentName(found)
}

var quoted = regexp.MustCompile(`"([^"]*)"`)

func quotedNames(message string) []string {
	message, _, _ = strings.Cut(message, "Did you mean")
	var out []string
	for _, m := range quoted.FindAllStringSubmatch(message, -1) {
		out = append(out, m[1])
	}
	return out
}

func nth(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

// bare is the name of a type without the marks of lists and of non-null.
func bare(typ string) string { return strings.Trim(typ, "[]!") }

func fieldNames(def *ast.Definition) []string {
	var out []string
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			out = append(out, f.Name)
		}
	}
	return out
}

func enum(def *ast.Definition) string {
	var names []string
	for _, v := range def.EnumValues {
		names = append(names, v.Name)
	}
	return list(names)
}

func list(names []string) string { return strings.Join(names, ", ") }
