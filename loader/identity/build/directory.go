package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// directory is the table of the many who are named now and then: members of governments since
// 1990, members of Congress, armed groups, associations and firms. It is searched in place, so
// it costs no time when the program starts.
type directory struct {
	taken map[string]bool // "code folded-name" of all other tables
	rows  map[string]entry
	codes map[string]string // of the dictionaries, to ISO 3166
}

type entry struct {
	name, kind, country, sectors, wikidata string
	aliases                                []string
	from, until                            int
}

func directoryTable(data, out string, nations []nation) (table, error) {
	t := table{
		notes: []string{
			"Who is named now and then, sorted by folded name; a line for every wording. Made by the command loader/identity/build.",
			"Sources: the PETRARCH actor dictionaries, Copyright (c) 2014, 2015 Open Event Data Alliance, (c) 2014 Philip Schrodt, MIT;",
			"members of Congress from unitedstates/congress-legislators, public domain (CC0). alias: 1 where the wording is not the name.",
		},
		columns: []string{"folded", "key", "name", "kind", "country", "sectors", "from", "until", "wikidata", "alias"},
	}
	d := directory{taken: map[string]bool{}, rows: map[string]entry{}, codes: map[string]string{"KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "PAL": "PSE", "SRB": "SRB", "SCG": "SRB", "MTN": "MNE", "GRB": "GBR", "HKO": "HKG"}}
	for _, n := range nations {
		d.codes[n.Code] = n.Code
	}
	if err := d.readTaken(out); err != nil {
		return t, err
	}
	if err := d.congress(filepath.Join(data, "register", "us_legislators.csv")); err != nil {
		return t, err
	}
	for _, f := range []struct {
		name string
		add  func(block)
	}{{"Phoenix.Countries.actors.txt", d.person}, {"Phoenix.MilNonState.actors.txt", d.group}, {"Phoenix.International.actors.txt", d.organization}} {
		b, err := os.ReadFile(filepath.Join(data, "dictionaries", f.name))
		if err != nil {
			return t, err
		}
		for _, x := range blocks(string(b)) {
			f.add(x)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(d.rows)) {
		e := d.rows[key]
		seen := map[string]bool{}
		for i, name := range append([]string{e.name}, e.aliases...) {
			folded := graph.Fold(name)
			if folded == "" || seen[folded] || i > 0 && (d.taken[e.country+" "+folded] || !strings.Contains(folded, " ")) {
				continue
			}
			seen[folded] = true
			alias := ""
			if i > 0 {
				alias = "1"
			}
			t.rows = append(t.rows, []string{folded, key, e.name, e.kind, e.country, e.sectors, year(e.from), year(e.until), e.wikidata, alias})
		}
	}
	t.sort(0, 1)
	return t, nil
}

func year(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// readTaken notes the names of the other tables of actors.
func (d *directory) readTaken(out string) error {
	for _, name := range []string{"agencies", "organizations", "groups", "media", "companies", "us_executive", "officials", "leaders", "offices"} {
		b, err := os.ReadFile(filepath.Join(out, name+".tsv"))
		if err != nil {
			return err
		}
		var header []string
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if header == nil {
				header = fields
				continue
			}
			row := map[string]string{}
			for i, f := range fields {
				row[header[i]] = f
			}
			for _, n := range append([]string{row["name"]}, strings.Split(row["aliases"], "|")...) {
				d.taken[row["country"]+" "+graph.Fold(n)] = true
				if row["kind"] != "OFFICIAL" && row["kind"] != "PERSON" {
					d.taken[graph.Fold(n)] = true
				}
			}
		}
	}
	return nil
}

// add files an entry; what another table or an earlier line has stays.
func (d *directory) add(prefix string, e entry) {
	folded := graph.Fold(e.name)
	if !strings.Contains(folded, " ") || len(strings.Fields(folded)) > 10 || d.taken[e.country+" "+folded] || d.taken[folded] || strings.ContainsAny(e.name, "0123456789:/") {
		return
	}
	key := prefix + "/" + strings.ToLower(e.country) + "/" + slug(e.name)
	if e.country == "" {
		key = prefix + "/" + slug(e.name)
	}
	if _, ok := d.rows[key]; !ok {
		d.rows[key] = e
	}
}

// congress reads the members of Congress with the years of their first and last term.
func (d *directory) congress(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		at[h] = i
	}
	people := map[string]entry{}
	var order []string
	for _, r := range rows[1:] {
		get := func(h string) string { return r[at[h]] }
		e, ok := people[get("bioguide")]
		if !ok {
			order = append(order, get("bioguide"))
			e = entry{name: get("official_full"), kind: "OFFICIAL", country: "USA", sectors: "GOV LEG", wikidata: get("wikidata")}
			e.aliases = append(e.aliases, get("first")+" "+get("last"))
			if get("nickname") != "" {
				e.aliases = append(e.aliases, get("nickname")+" "+get("last"))
			}
		}
		from, err1 := strconv.Atoi(get("start")[:4])
		until, err2 := strconv.Atoi(get("end")[:4])
		if err1 != nil || err2 != nil {
			return fmt.Errorf("term of %s: %q to %q", e.name, get("start"), get("end"))
		}
		if e.from == 0 || from < e.from {
			e.from = from
		}
		e.until = max(e.until, until)
		people[get("bioguide")] = e
	}
	for _, id := range order {
		d.add("congress", people[id])
	}
	return nil
}
