package loader_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestWorkGrowsWithTheText: what is allocated for a hostile text of four times the length is about
// four times as much. It is counted, not timed, so that a busy machine changes nothing.
func TestWorkGrowsWithTheText(t *testing.T) {
	r := identity.Default()
	for name, unit := range map[string]string{
		"sentences":            "Russia attacked Ukraine on Monday, officials said. The attack killed 12 people in Odesa. ",
		"one endless sentence": "Russia attacked Ukraine and the rebels said that ",
		"quotation marks":      "\" said “ told ” ",
		"numbers":              "between 20 and 30 or more dead, ",
		"places":               "in the village of Ponta near Alfa, ",
		"days":                 "from Monday to Friday, three days earlier, ",
		"who stayed away":      "Turkey boycotted the talks without Chad. ",
		"brackets":             "(((( ]] ",
		"no blanks":            "attack",
	} {
		t.Run(name, func(t *testing.T) {
			work := func(times int) float64 {
				a := article.Article{ID: "1", Text: strings.Repeat(unit, times), Published: graph.NewDate(2024, 3, 13), Language: "en"}
				return testing.AllocsPerRun(1, func() { loader.Extract(a, r) })
			}
			few, many := work(150), work(600)
			if many > 6*few+1000 {
				t.Errorf("four times the text allocates %.0f times instead of %.0f", many, few)
			}
		})
	}
}
