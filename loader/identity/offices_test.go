package identity_test

import (
	"os"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

func TestHolder(t *testing.T) {
	eachDay(t, identity.Default().Holder, []officeOn{
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
		{"GBR", "home secretary", "2016-07-01", "Theresa May"},
		{"GBR", "prime minister", "2016-08-01", "Theresa May"},
		{"GBR", "interior minister", "2018-03-01", "Amber Rudd"},
		{"GBR", "defense secretary", "2022-02-25", "Ben Wallace"},
		{"GBR", "chancellor", "2021-02-25", "Rishi Sunak"},
		{"GBR", "monarch", "2023-05-06", "King Charles III"},
		{"DEU", "defence minister", "2023-01-10", "Christine Lambrecht"},
		{"DEU", "defense minister", "2023-02-10", "Boris Pistorius"},
		{"RUS", "defence minister", "2024-05-01", "Sergei Shoigu"},
		{"RUS", "defence minister", "2024-06-01", "Andrei Belousov"},
		{"RUS", "defence minister", "2024-05-13", ""}, // between two
		{"UKR", "foreign minister", "2019-12-01", "Vadym Prystaiko"},
		{"UKR", "foreign minister", "2022-12-01", "Dmytro Kuleba"},
		{"CHN", "foreign minister", "2023-05-01", "Qin Gang"},
		{"CHN", "foreign minister", "2023-08-01", "Wang Yi"},
		{"PAK", "army chief", "2016-11-28", "Raheel Sharif"},
		{"PAK", "chief of army staff", "2016-12-28", "Qamar Javed Bajwa"},
		{"TUR", "interior minister", "2020-01-01", "Süleyman Soylu"},
		{"ISR", "army chief", "2024-01-01", "Herzi Halevi"},
		{"JPN", "foreign minister", "2016-01-01", "Fumio Kishida"},
		{"IND", "interior minister", "2020-01-01", "Amit Shah"},
		{"USA", "attorney general", "2018-01-01", "Jeff Sessions"},
		{"USA", "national security advisor", "2019-01-01", "John Bolton"},
		{"VAT", "pontiff", "2016-01-01", "Pope Francis"},
	})
}

func TestHeadOf(t *testing.T) {
	eachDay(t, identity.Default().HeadOf, []officeOn{
		{"usa/cia", "director", "2016-04-25", "John Brennan"},
		{"usa/cia", "chief", "2019-04-25", "Gina Haspel"},
		{"usa/joint-chiefs", "chairman", "2016-04-25", "Joseph Dunford"},
		{"usa/fed", "chairman", "2012-04-25", "Ben Bernanke"},
		{"igo/nato", "secretary general", "2020-04-25", "Jens Stoltenberg"},
		{"igo/un", "head", "2015-04-25", "Ban Ki-moon"},
		{"igo/eu", "foreign policy chief", "2016-04-25", "Federica Mogherini"},
		{"igo/european-commission", "president", "2015-04-25", "Jean-Claude Juncker"},
		{"igo/iaea", "director general", "2019-09-25", ""}, // between two
		{"isr/mossad", "head", "2018-04-25", "Yossi Cohen"},
		{"usa/cia", "astrologer", "2016-04-25", ""},
		{"usa/nobody", "head", "2016-04-25", ""},
	})
}

// officeOn is who should hold a title of a country or body on a day, "" for nobody in particular.
type officeOn struct{ of, title, day, want string }

func eachDay(t *testing.T, who func(of, title string, day graph.Date) (identity.Entry, bool), offices []officeOn) {
	t.Helper()
	for _, o := range offices {
		day, err := graph.ParseDate(o.day)
		if err != nil {
			t.Fatal(err)
		}
		e, ok := who(o.of, o.title, day)
		if ok != (o.want != "") || e.Name != o.want {
			t.Errorf("%s of %s on %s: %q, want %q", o.title, o.of, o.day, e.Name, o.want)
		}
	}
}

// TestTerms checks the table of offices: in the order of its dates, nobody twice at a time,
// and two at a time only for the days of a change.
func TestTerms(t *testing.T) {
	b, err := os.ReadFile("register/offices.tsv")
	if err != nil {
		t.Fatal(err)
	}
	ends := map[string]graph.Date{}
	for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || f[0] == "country" {
			continue
		}
		from, err := graph.ParseDate(f[3])
		if err != nil || from.String() != f[3] {
			t.Errorf("offices.tsv:%d: from %q", n+1, f[3])
		}
		office := f[0] + " " + f[1]
		if end, ok := ends[office]; ok && (end == 0 || from+3 < end) {
			t.Errorf("offices.tsv:%d: %s begins before the one before him ends", n+1, f[2])
		}
		ends[office] = 0
		if f[4] != "" {
			if ends[office], err = graph.ParseDate(f[4]); err != nil || ends[office] < from {
				t.Errorf("offices.tsv:%d: until %q", n+1, f[4])
			}
		}
	}
}
