package article_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader/article"
)

// TestUnknownDate: the first day of the calendar is what programs write that know no date.
func TestUnknownDate(t *testing.T) {
	for _, in := range []string{
		`{"published": "0001-01-01", "modified": "0001-01-01", "text": "The envoy left Suva."}`,
		`{"publishedAt": "0001-01-01T00:00:00Z", "text": "The envoy left Suva."}`,
		"published: 0001-01-01\n\nThe envoy left Suva.\n",
		"Envoy leaves\n0001-01-01\n\nThe envoy left Suva.\n",
	} {
		for a, err := range article.Read(strings.NewReader(in), "in", article.Options{}) {
			if err != nil || a.Published.Known() || !a.PublishedAt.IsZero() || !a.Modified.IsZero() {
				t.Errorf("%s: %d, %s, %s, %v", in, a.Published, a.PublishedAt, a.Modified, err)
			}
		}
	}
}
