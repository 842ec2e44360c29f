package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

var peopleColumns = []string{"key", "name", "kind", "country", "sectors", "aliases", "wikidata", "from", "until"}

// executive reads the presidents and vice presidents. The file is plain enough to be read
// line by line: the fields wanted stand alone on their lines.
func executive(data string) (table, error) {
	t := table{
		notes: []string{
			"Presidents and vice presidents of the United States. Made by the command loader/identity/build.",
			"Source: unitedstates/congress-legislators, public domain (CC0). Columns as in officials.tsv.",
		},
		columns: peopleColumns,
	}
	b, err := os.ReadFile(filepath.Join(data, "us_executive.yaml"))
	if err != nil {
		return t, err
	}
	names, err := readCorrections("leader_names.tsv")
	if err != nil {
		return t, err
	}
	used := map[string]bool{}
	for _, record := range strings.Split("\n"+string(b), "\n- id:")[1:] {
		var first, middle, nick, last, wikipedia, wikidata string
		var starts, ends []string
		for line := range strings.Lines(record) {
			k, v, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "- ")), ":")
			v = strings.Trim(strings.TrimSpace(v), "'\"")
			switch k {
			case "first":
				first = v
			case "middle":
				middle = v
			case "nickname":
				nick = v
			case "last":
				last = v
			case "wikipedia":
				wikipedia = v
			case "wikidata":
				wikidata = v
			case "start":
				starts = append(starts, v)
			case "end":
				ends = append(ends, v)
			}
		}
		if last == "" || len(starts) == 0 {
			return t, fmt.Errorf("us_executive.yaml: record without last name or term: %.80q", record)
		}
		from, until := slices.Min(starts)[:4], slices.Max(ends)[:4]
		name, aliases := first+" "+last, []string{}
		if wikipedia != "" {
			aliases = append(aliases, name)
			name, _, _ = strings.Cut(wikipedia, " (")
		}
		if nick != "" {
			aliases = append(aliases, nick+" "+last)
		}
		for _, o := range names {
			// Same surname and the same person: the given name or the nickname fits.
			if o["code"] == "USA" && strings.HasSuffix(o["name"], " "+last) && from >= "1920" &&
				(strings.HasPrefix(o["name"], first+" ") || nick != "" && strings.HasPrefix(o["name"], nick+" ") || firstOf(o["aliases"], first)) &&
				!(last == "Bush" && (from < "1995") != strings.Contains(o["name"], "H. W.")) {
				aliases = append(append(aliases, name), strings.Split(o["aliases"], "|")...)
				name = o["name"]
				wikidata = o["wikidata"]
			}
		}
		if used["person/"+slug(name)] {
			name = first + " " + middle + " " + last
		}
		used["person/"+slug(name)] = true
		t.rows = append(t.rows, []string{"person/" + slug(name), name, "OFFICIAL", "USA", "GOV", list(aliases, name), wikidata, from, until})
	}
	t.sort(7, 0)
	return t, nil
}

func firstOf(aliases, first string) bool {
	return slices.ContainsFunc(strings.Split(aliases, "|"), func(a string) bool { return strings.HasPrefix(a, first+" ") })
}

// leaders joins the terms of one person and gives the full names that the data lack.
func leaders(data string, nations []nation) (table, error) {
	t := table{
		notes: []string{
			"Leaders of states since 1945, to March 2021. Made by the command loader/identity/build.",
			"Source: REIGN data set (One Earth Future, Paul Le), MIT licence. Full names, spellings and Wikidata ids are ours",
			"(build/leader_names.tsv). A key leader/... has no full name yet: it is meant only where country or title say so.",
			"Columns as in officials.tsv; from, until: first and last year in office, until empty where the data end in office.",
		},
		columns: peopleColumns,
	}
	codes, names, err := leaderCorrections()
	if err != nil {
		return t, err
	}
	known := map[string]bool{}
	for _, n := range nations {
		known[n.Code] = true
	}
	b, err := os.ReadFile(filepath.Join(data, "leaders_1945_2021.csv"))
	if err != nil {
		return t, err
	}
	rows, err := csv.NewReader(strings.NewReader(strings.ToValidUTF8(string(b), "?"))).ReadAll()
	if err != nil {
		return t, err
	}
	at := map[string]int{}
	for _, r := range rows[1:] {
		code := r[0]
		if c, ok := codes[code]; ok {
			code = c
		}
		if code == "-" || code == "USA" || strings.Contains(r[3], "?") {
			continue // the United States come from a better table
		}
		if !known[code] {
			return t, fmt.Errorf("leaders: state %q has no ISO code", r[0])
		}
		reign := cleanLeader(r[3])
		full, ok := names[code+" "+strings.TrimSpace(r[3])]
		switch {
		case ok && full["name"] == "-", reign == "":
			continue
		case !ok:
			full = map[string]string{"name": reign}
		}
		name := full["name"]
		key := "person/" + slug(name)
		if !strings.Contains(name, " ") || !ok && shortName(name) {
			key = "leader/" + strings.ToLower(code) + "-" + slug(name)
		}
		i, seen := at[key]
		if !seen {
			i = len(t.rows)
			at[key] = i
			t.rows = append(t.rows, []string{key, name, "OFFICIAL", code, "GOV", full["aliases"], full["wikidata"], r[6], r[8]})
			continue
		}
		t.rows[i][7] = min(t.rows[i][7], r[6])
		if r[8] == "" || t.rows[i][8] == "" {
			t.rows[i][8] = ""
		} else {
			t.rows[i][8] = max(t.rows[i][8], r[8])
		}
	}
	t.sort(3, 7, 0)
	return t, nil
}

func leaderCorrections() (codes map[string]string, names map[string]map[string]string, err error) {
	rows, err := readCorrections("state_codes.tsv")
	if err != nil {
		return nil, nil, err
	}
	codes = map[string]string{}
	for _, r := range rows {
		codes[r["reign"]] = r["code"]
	}
	if rows, err = readCorrections("leader_names.tsv"); err != nil {
		return nil, nil, err
	}
	names = map[string]map[string]string{}
	for _, r := range rows {
		for _, reign := range strings.Split(r["reign"], "|") {
			names[r["code"]+" "+strings.TrimSpace(reign)] = r
		}
	}
	return codes, names, nil
}

// cleanLeader takes the data's remarks off a name and turns "Gandhi, R." round. It is ""
// for two heads in one row.
func cleanLeader(s string) string {
	s, _, _ = strings.Cut(s, " (")
	if strings.Contains(s, " and ") || strings.Contains(s, "&") {
		return ""
	}
	if last, first, ok := strings.Cut(s, ","); ok {
		s = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	return strings.Join(strings.Fields(s), " ")
}

// shortName reports whether a name of several words may still be a bare surname:
// "de la Rua", "Al Thani", "M. Rutte".
func shortName(s string) bool {
	words := strings.Fields(s)
	return len(words) < 2 || strings.HasSuffix(words[0], ".") ||
		slices.Contains([]string{"al", "al-", "as", "an", "ath", "ould", "ibn", "de", "di", "da", "do", "dos", "van", "von", "el", "ben", "bin", "dit", "de la"}, strings.ToLower(words[0]))
}
