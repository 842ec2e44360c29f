package model

import (
	"errors"
	"fmt"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

func typeOf(v any) string { return fmt.Sprintf("%T", v) }

func TestCursorRoundTrip(t *testing.T) {
	here, err := bind("actors", []any{&graph.ActorWhere{Country: []string{"VAR"}}, graph.ByName})
	if err != nil {
		t.Fatal(err)
	}
	elsewhere, err := bind("actors", []any{&graph.ActorWhere{Country: []string{"OST"}}, graph.ByName})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []graph.Position{
		{ID: graph.CountryID("VAR")},
		{Rank: -1, ID: graph.CountryID("VAR")},
		{Rank: 20240311, Text: "lindhaven", ID: graph.CountryID("VAR")},
		{Rank: 1<<63 - 1, Text: "ü\x00:", ID: graph.CountryID("OST")},
	} {
		got, err := decodeCursor(here, encodeCursor(here, p))
		if err != nil || *got != p {
			t.Errorf("%+v came back as %+v, %v", p, got, err)
		}
		if _, err := decodeCursor(elsewhere, encodeCursor(here, p)); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("a cursor of another list: %v", err)
		}
	}
}

// FuzzDecodeCursor: whatever comes back from a client is a position or an error about after.
func FuzzDecodeCursor(f *testing.F) {
	b, _ := bind("actors", nil)
	f.Add(encodeCursor(b, graph.Position{Rank: 7, Text: "x", ID: graph.CountryID("VAR")}))
	f.Add("")
	f.Add("AQ")
	f.Add("AQwqenvSacgegoCAgIBAAGFjdG9yOnRpeXl0YzQ2NXltc3BpMmdvYmpoNjVyaXI0")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := decodeCursor(b, s)
		if err != nil {
			var bad *graph.ArgumentError
			if !errors.As(err, &bad) || bad.Argument != "after" || bad.Hint == "" {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if again, err := decodeCursor(b, encodeCursor(b, *p)); err != nil || *again != *p {
			t.Fatalf("%q: %+v came back as %+v, %v", s, p, again, err)
		}
	})
}
