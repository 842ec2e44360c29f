package model

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// MarshalID writes an id; the empty id, which stands for nothing, is null.
func MarshalID(id graph.ID) graphql.Marshaler {
	if id == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(id))
}

// UnmarshalID reads an id and checks its form. Its error is a *graph.ArgumentError.
func UnmarshalID(v any) (graph.ID, error) {
	if v == nil {
		return "", nil
	}
	s, err := graphql.UnmarshalString(v)
	if err != nil {
		return "", badValue(v, "an id", "give an id that a query returned, as a string")
	}
	id, err := graph.ParseID(s)
	if err != nil {
		return "", badValue(s, "an id", "give an id that a query returned; it has the form actor:… with 26 letters or digits")
	}
	return id, nil
}

// MarshalDate writes a day; the unknown day is null.
func MarshalDate(d graph.Date) graphql.Marshaler {
	if !d.Known() {
		return graphql.Null
	}
	return graphql.MarshalString(d.String())
}

// UnmarshalDate reads a day such as 2016-04-25; null is the unknown day. Its error is a
// *graph.ArgumentError.
func UnmarshalDate(v any) (graph.Date, error) {
	if v == nil {
		return 0, nil
	}
	s, ok := v.(string)
	if !ok || s == "" {
		return 0, badValue(v, "a day", "write it as a string like \"2016-04-25\"")
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		return 0, badValue(s, "a day", "write it like \"2016-04-25\": year, month, day")
	}
	return d, nil
}

// MarshalDateTime writes a moment in UTC; the zero time is null.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano)))
	})
}

// UnmarshalDateTime reads a moment as RFC 3339 writes it; null is the zero time. Its error
// is a *graph.ArgumentError.
func UnmarshalDateTime(v any) (time.Time, error) {
	if v == nil {
		return time.Time{}, nil
	}
	s, _ := v.(string)
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, badValue(v, "a moment", "write it like \"2016-04-25T14:30:00Z\"")
	}
	return t.UTC(), nil
}

// MarshalText writes a text; the unknown text is null.
func MarshalText(t graph.Text) graphql.Marshaler {
	if t == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(t))
}

// UnmarshalText reads a text; null is the unknown text.
func UnmarshalText(v any) (graph.Text, error) {
	if v == nil {
		return "", nil
	}
	s, err := graphql.UnmarshalString(v)
	return graph.Text(s), err
}

// badValue is an error without the argument's name, which is in the path of the error that
// gqlgen wraps around it.
func badValue(v any, what, hint string) error {
	s := fmt.Sprint(v)
	if len([]rune(s)) > 40 {
		s = string([]rune(s)[:40]) + "…"
	}
	return &graph.ArgumentError{Message: fmt.Sprintf("%q is not %s", s, what), Hint: hint}
}
