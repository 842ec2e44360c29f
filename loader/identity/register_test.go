package identity_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestRegister checks every entry against the closed sets and the rules of its table.
func TestRegister(t *testing.T) {
	r := identity.Default()
	if r.Len() < 3000 {
		t.Fatalf("only %d entries", r.Len())
	}
	key := regexp.MustCompile(`^(country:[A-Z]{3}|[a-z]{2,}[a-z0-9]*(/[\p{L}\p{N}-]+)+)$`)
	wikidata := regexp.MustCompile(`^(Q[1-9][0-9]*)?$`)
	keys, ids, items := map[string]bool{}, map[graph.ID]string{}, map[graph.Text]string{}
	for i := range r.Len() {
		e := r.At(i)
		id := graph.RegisteredActorID(e.Key)
		if err := (graph.ActorRecord{ID: id, Named: true, Register: &e.RegisterEntry}).Validate(); err != nil {
			t.Errorf("%s: %v", e.Key, err)
		}
		if !key.MatchString(e.Key) {
			t.Errorf("key %q has not the form of a key", e.Key)
		}
		if keys[e.Key] || ids[id] != "" {
			t.Errorf("%s is there twice", e.Key)
		}
		keys[e.Key], ids[id] = true, e.Key
		if !wikidata.MatchString(string(e.Wikidata)) {
			t.Errorf("%s: Wikidata id %q", e.Key, e.Wikidata)
		}
		if e.Wikidata != "" && items[e.Wikidata] != "" {
			t.Errorf("%s and %s have one Wikidata id", e.Key, items[e.Wikidata])
		}
		items[e.Wikidata] = e.Key
		if graph.IsState(string(e.Country)) {
			if _, ok := r.Country(string(e.Country)); !ok {
				t.Errorf("%s: no country %s", e.Key, e.Country)
			}
		}
		if e.Kind != graph.Country && len(e.Sectors) == 0 {
			t.Errorf("%s has no sector", e.Key)
		}
		for n, a := range e.Aliases {
			if a != strings.TrimSpace(a) || a == "" || a == e.Name || slices.Contains(e.Aliases[:n], a) {
				t.Errorf("%s: alias %q is empty, padded or a repeat", e.Key, a)
			}
		}
		if e.Until != 0 && e.Until < e.From {
			t.Errorf("%s: from %d until %d", e.Key, e.From, e.Until)
		}
		if got, ok := r.Lookup(e.Key); !ok || got.Name != e.Name {
			t.Errorf("Lookup(%q) finds %q", e.Key, got.Name)
		}
	}
}

// TestTables checks the form of the embedded files: a remark on the source, equally long
// rows, no padding.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("register/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(b), "# ") {
			t.Errorf("%s does not say what it is and where it comes from", file)
		}
		columns, seen, previous := 0, map[string]int{}, ""
		for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			fields := strings.Split(line, "\t")
			if columns == 0 {
				columns = len(fields)
				continue
			}
			if len(fields) > columns || strings.Contains(line, "  ") || strings.TrimRight(line, " ") != line {
				t.Errorf("%s:%d: %d fields for %d columns, or blanks too many: %q", file, n+1, len(fields), columns, line)
			}
			if seen[line] > 0 {
				t.Errorf("%s:%d repeats line %d", file, n+1, seen[line])
			}
			seen[line] = n + 1
			if filepath.Base(file) == "towns.tsv" {
				if fields[0] < previous {
					t.Errorf("%s:%d is out of order", file, n+1)
				}
				previous = fields[0]
			}
		}
	}
}

func TestCountries(t *testing.T) {
	r := identity.Default()
	for _, c := range []struct {
		code, adjective, people, capital string
		sample                           string
	}{
		{"FRA", "French", "Frenchman/Frenchmen", "Paris", "France"},
		{"DEU", "German", "German/Germans", "Berlin", "Germany"},
		{"GBR", "British", "Briton/Britons", "London", "United Kingdom"},
		{"IRQ", "Iraqi", "Iraqi/Iraqis", "Baghdad", "Iraq"},
		{"USA", "American", "American/Americans", "Washington", "United States"},
		{"XKX", "Kosovar", "Kosovar/Kosovars", "Pristina", "Kosovo"},
		{"PHL", "Philippine", "Filipino/Filipinos", "Manila", "Philippines"},
	} {
		e, ok := r.Country(c.code)
		if !ok || e.Name != c.sample || !slices.Contains(e.Adjectives, c.adjective) || !slices.Contains(e.People, c.people) || !slices.Contains(e.Capitals, c.capital) {
			t.Errorf("%s: %+v", c.code, e)
		}
		land, ok := r.Land(c.code)
		if !ok || land.Validate() != nil || land.Precision != graph.CountryWide || !land.Located || land.CountryID != graph.CountryID(c.code) {
			t.Errorf("land of %s: %+v", c.code, land)
		}
	}
	if _, ok := r.Country("QQQ"); ok {
		t.Error("there is a country QQQ")
	}
}
