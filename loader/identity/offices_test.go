package identity_test

import (
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

func TestHolder(t *testing.T) {
	r := identity.Default()
	for _, c := range []struct{ country, title, day, want string }{
		{"FRA", "president", "2017-03-15", "François Hollande"},
		{"FRA", "president", "2017-06-15", "Emmanuel Macron"},
		{"FRA", "president", "2017-05-14", ""}, // the day of the change
		{"GBR", "leader", "2012-01-10", "David Cameron"},
		{"DEU", "leader", "2012-01-10", "Angela Merkel"},
		{"IRN", "leader", "2012-01-10", ""}, // he or the president
		{"IRN", "supreme leader", "2012-01-10", "Ali Khamenei"},
		{"RUS", "leader", "2010-01-10", "Dmitry Medvedev"},
		{"USA", "defense secretary", "2016-04-25", "Ash Carter"},
		{"AUS", "premier", "2010-01-10", "Kevin Rudd"},
		{"USA", "president", "1850-01-10", ""},
		{"FRA", "astrologer", "2017-03-15", ""},
	} {
		day, err := graph.ParseDate(c.day)
		if err != nil {
			t.Fatal(err)
		}
		e, ok := r.Holder(c.country, c.title, day)
		if ok != (c.want != "") || e.Name != c.want {
			t.Errorf("%s of %s on %s: %q, want %q", c.title, c.country, c.day, e.Name, c.want)
		}
	}
}
