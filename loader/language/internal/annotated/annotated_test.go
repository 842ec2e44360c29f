package annotated_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
)

func TestSample(t *testing.T) {
	var ds []annotated.Document
	for i := range 50 {
		ds = append(ds, annotated.Document{ID: fmt.Sprint(i)})
	}
	other := append([]annotated.Document(nil), ds...)
	for i := range other {
		j := (i * 7) % len(other)
		other[i], other[j] = other[j], other[i]
	}
	a, rest := annotated.Sample(ds, 20)
	b, _ := annotated.Sample(other, 20)
	if len(a) != 20 || len(rest) != 30 {
		t.Fatalf("%d and %d documents", len(a), len(rest))
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			t.Fatalf("document %d is %s or %s, by the order of the input", i, a[i].ID, b[i].ID)
		}
	}
	if a, rest := annotated.Sample(ds[:3], 20); len(a) != 3 || len(rest) != 0 {
		t.Errorf("of three: %d and %d", len(a), len(rest))
	}
}

func TestHeld(t *testing.T) {
	var h annotated.Held
	const text = "The mayor opened the new bridge over the river on Friday."
	if h.Shares(text) {
		t.Error("nothing held: shares")
	}
	h.Add([]annotated.Document{{Text: text}})
	for text, want := range map[string]bool{
		"On Monday, THE MAYOR OPENED the new bridge over the stream.": true,
		"The mayor opened the new bridge over a river.":               false,
		"": false,
	} {
		if got := h.Shares(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestReadBroken(t *testing.T) {
	folder := fstest.MapFS{"a.jsonl": {Data: []byte("{}\n{\"id\":\n")}, "b.jsonl.gz": {Data: []byte("plain")}}
	for _, name := range []string{"a.jsonl", "b.jsonl.gz", "c.jsonl"} {
		if _, err := annotated.Read(folder, name); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
