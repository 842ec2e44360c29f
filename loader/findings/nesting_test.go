package findings_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/findings"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestConcluded checks the ties that a line has beyond those of the graph: places in places, bodies
// in their states and in other bodies, and who is where.
func TestConcluded(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Protesters gathered in Marseille. France has seen many strikes.", []string{"LOCATED_IN Marseille > France", "LOCATED_IN Protesters > Marseille"}},
		{"The Bundestag rejected the plan on Monday. Germany votes in May.", []string{"BASED_IN Bundestag > Germany"}},
		{"The European Parliament criticised the European Union.", []string{"PART_OF European Parliament > European Union"}},
		{"The Security Council is the body of the United Nations that decides.", []string{"PART_OF United Nations Security Council > United Nations"}},
		{"Gunmen killed two teachers in a school near Kano.", []string{"LOCATED_IN two teachers > Kano"}},
		{"The foreign ministers of Peru and Chile met in Lima on Friday.", []string{
			"LOCATED_IN Lima > Peru", "LOCATED_IN The foreign ministers > Lima", "LOCATED_IN The foreign ministers > Lima",
		}},
		{"Japan and Brazil signed a treaty.", nil},
	} {
		l := findings.Of(loader.Extract(article.Article{ID: "1", Text: c.text}, identity.Default()), nil)
		names := map[string]string{}
		for _, a := range l.Actors {
			names[a.ID] = a.Name
		}
		var got []string
		for _, x := range l.Ties {
			if slices.Contains([]string{"LOCATED_IN", "BASED_IN", "PART_OF"}, x.Type) {
				got = append(got, fmt.Sprintf("%s %s > %s", x.Type, names[x.From], names[x.To]))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n(-want +got):\n%s", c.text, diff)
		}
	}
}
