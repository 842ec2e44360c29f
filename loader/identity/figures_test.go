package identity_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestFigures keeps the page that says what the register holds; -update writes it anew.
func TestFigures(t *testing.T) {
	r := identity.Default()
	var all []identity.Entry
	for i := range r.Len() {
		all = append(all, r.At(i))
	}
	named := len(all)
	for e := range r.Filed {
		all = append(all, e)
	}
	kinds, sectors, countries := map[string]int{}, map[string]int{}, map[string]int{}
	aliases, dated, wikidata := 0, 0, 0
	for _, e := range all {
		kinds[string(e.Kind)]++
		first := graph.Sector("none")
		if len(e.Sectors) > 0 {
			first = e.Sectors[0]
		}
		sectors[string(first)]++
		countries[cmp.Or(string(e.Country), "none")]++
		aliases += len(e.Aliases)
		if e.From != 0 {
			dated++
		}
		if e.Wikidata != "" {
			wikidata++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# What the register holds\n\nWritten by `go test ./loader/identity -run TestFigures -update`.\n\n")
	fmt.Fprintf(&b, "%d actors by name, %d of them in the directory that is searched in place; %d further names of the others; %d with years of office, %d with a Wikidata id; %d terms of the highest offices.\n",
		len(all), len(all)-named, aliases, dated, wikidata, r.Terms())
	for _, table := range []struct {
		title  string
		counts map[string]int
		most   int
	}{{"kind", kinds, 10}, {"first sector", sectors, 30}, {"country (the forty with most)", countries, 40}} {
		fmt.Fprintf(&b, "\n| %s | actors |\n| --- | --- |\n", table.title)
		keys := slices.SortedFunc(maps.Keys(table.counts), func(a, b string) int {
			return cmp.Or(cmp.Compare(table.counts[b], table.counts[a]), cmp.Compare(a, b))
		})
		for _, k := range keys[:min(len(keys), table.most)] {
			fmt.Fprintf(&b, "| %s | %d |\n", k, table.counts[k])
		}
	}
	const name = "register/README.md"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(name); err != nil || string(have) != b.String() {
		t.Errorf("%s is not what the register holds (%v); run with -update", name, err)
	}
}
