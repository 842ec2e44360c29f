package identity

import (
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// Every sector of the tables of bodies and roles is a code of the vocabulary.
func TestSectors(t *testing.T) {
	r := Default()
	check := func(where string, sectors []graph.Sector) {
		for _, s := range sectors {
			if !slices.Contains(graph.Sectors, s) {
				t.Errorf("%s: sector %q", where, s)
			}
		}
	}
	for _, b := range r.bodies {
		check(b.slug, b.sectors)
	}
	for noun, role := range r.roles.nouns {
		check(noun, role.sectors)
	}
	for word, s := range r.roles.modifiers {
		check(word, s)
	}
	for word, s := range r.roles.honorifics {
		check(word, s)
	}
	for word, c := range lastCues {
		check(word, c.sectors)
	}
	known := map[string]bool{}
	for _, b := range r.bodies {
		known[b.slug] = true
	}
	for key := range r.bodyOf {
		_, slug, _ := strings.Cut(key, " ")
		if !known[slug] {
			t.Errorf("an agency is the %q of its state, which bodies.tsv lacks", slug)
		}
	}
}
