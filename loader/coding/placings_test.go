package coding_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

// TestPlacings: each act stands beside each place of its sentence and of no other, with what
// the rules say.
func TestPlacings(t *testing.T) {
	const text = "Gunmen killed a judge in Culiacán and police arrested a man in Monterrey. Rebels bombed a bridge in Peru."
	id := graph.ArticleID("", "", "", text)
	doc := coding.Repair(language.Analyse(text))
	cast := identity.Resolve(doc, identity.Context{Article: id}, identity.Default())
	type pair struct {
		Trigger, Place string
		Proposed       bool
	}
	var got []pair
	runes := []rune(text)
	acts := map[int]bool{}
	for _, x := range coding.Placings(doc, cast, coding.Context{Article: id}) {
		acts[x.Act] = true
		got = append(got, pair{string(runes[x.Trigger.Start:x.Trigger.End]), string(runes[x.Place.Start:x.Place.End]), x.Proposed})
		if len(x.Features) < 20 {
			t.Errorf("%v has %d features", got[len(got)-1], len(x.Features))
		}
	}
	want := []pair{
		{"killed", "Culiacán", true}, {"killed", "Monterrey", false},
		{"arrested", "Culiacán", false}, {"arrested", "Monterrey", true},
		{"bombed", "Peru", true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(acts) != 3 {
		t.Errorf("%d acts, not 3", len(acts))
	}
}
