package article_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/article"
)

// TestRepeatedCaption: of a caption that comes twice the credit is said to be left out both
// times.
func TestRepeatedCaption(t *testing.T) {
	const caption = "Boats return to the harbour of Aden. (AP Photo/Huda Saleh)"
	a := article.Article{Text: caption + "\n\n" + caption + "\n\nThe ferry left at noon."}
	c := article.Clean(a)
	checkCleaned(t, a, c)
	var rules []article.Rule
	for _, d := range c.Dropped {
		rules = append(rules, d.Rule)
	}
	if diff := cmp.Diff([]article.Rule{article.RuleCredit, article.RuleRepeated, article.RuleCredit}, rules); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
