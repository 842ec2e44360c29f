package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// nation is one record of countries.jsonl.
type nation struct {
	Name struct{ Common, Official string }
	Code string `json:"cca3"`

	Capital  []string
	Demonyms struct{ F, M string }
	LatLng   []float64 `json:"latlng"`
}

// userCodes replaces codes of the data that are no ISO codes and collide with others.
var userCodes = map[string]string{"UNK": "XKX"}

func readNations(data string) ([]nation, error) {
	f, err := os.Open(filepath.Join(data, "countries.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []nation
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var n nation
		if err := json.Unmarshal(s.Bytes(), &n); err != nil {
			return nil, fmt.Errorf("countries.jsonl: %w", err)
		}
		if c := userCodes[n.Code]; c != "" {
			n.Code = c
		}
		out = append(out, n)
	}
	return out, s.Err()
}

// seats are other names of capitals, and cities that texts use like them.
var seats = map[string][]string{
	"USA": {"Washington"}, "UKR": {"Kiev"}, "NLD": {"The Hague"}, "BOL": {"La Paz"}, "KAZ": {"Nur-Sultan"}, "YEM": {"Sanaa"},
	"LKA": {"Colombo"}, "MDA": {"Chisinau"}, "PSE": {"Ramallah"}, "MNG": {"Ulaanbaatar"}, "BRA": {"Brasilia"}, "HKG": {"Hong Kong"},
}

func countries(nations []nation) (table, error) {
	t := table{
		notes: []string{
			"States and territories. Made by the command loader/identity/build.",
			"Source: mledoze/countries, Open Database License (ODbL) 1.0; this derived table is under the ODbL 1.0 as well.",
			"Our additions: usual English names, adjectives, words for the people, Wikidata ids (build/country_names.tsv).",
			"adjectives: parted by |. people: singular/plural, parted by |. latitude, longitude: of the centre, millionths of a degree.",
		},
		columns: []string{"key", "name", "kind", "country", "sectors", "aliases", "wikidata", "adjectives", "people", "capitals", "latitude", "longitude"},
	}
	more, err := readCorrections("country_names.tsv")
	if err != nil {
		return t, err
	}
	own := map[string]map[string]string{}
	for _, r := range more {
		own[r["code"]] = r
	}
	for _, n := range nations {
		o := own[n.Code]
		adjectives, people := demonyms(n, o["adjectives"], o["people"])
		aliases := append([]string{n.Name.Official}, strings.Split(o["aliases"], "|")...)
		t.rows = append(t.rows, []string{
			"country:" + n.Code, n.Name.Common, "COUNTRY", n.Code, "",
			list(aliases, n.Name.Common), o["wikidata"],
			adjectives, people, list(append(slices.Clone(n.Capital), seats[n.Code]...)), millionths(n.LatLng, 0), millionths(n.LatLng, 1),
		})
		delete(own, n.Code)
	}
	if len(own) > 0 {
		return t, fmt.Errorf("country_names.tsv has codes that the data lack: %v", own)
	}
	t.sort(0)
	return t, nil
}

// demonyms makes the adjectives and the words for the people: the data have one word for
// both. A dash leaves out what the data say.
func demonyms(n nation, adjectives, people string) (string, string) {
	var adj, noun []string
	for _, d := range []string{n.Demonyms.M, n.Demonyms.F} {
		for _, w := range strings.Split(strings.ReplaceAll(d, " or ", ", "), ", ") {
			if w = strings.TrimSpace(w); w != "" {
				adj = append(adj, w)
			}
		}
	}
	if adjectives == "-" {
		adj = nil
	} else if adjectives != "" {
		adj = append(adj, strings.Split(adjectives, "|")...)
	}
	for _, a := range adj {
		if p := plural(a); p != "" && p != n.Name.Common {
			noun = append(noun, a+"/"+p)
		}
	}
	if people == "-" {
		noun = nil
	} else if people != "" {
		noun = append(noun, strings.Split(people, "|")...)
	}
	return list(adj), list(noun)
}

// plural is the plural of a regular demonym, "" for those that are no nouns ("French",
// "Chinese", "UK").
func plural(demonym string) string {
	for _, end := range []string{"ese", "sh", "ch", "ss", ".", "ic", "K", "S"} {
		if strings.HasSuffix(demonym, end) {
			return ""
		}
	}
	for _, end := range []string{"n", "i", "an", "er", "ak", "ek", "h", "ot", "k", "e", "ar", "go"} {
		if strings.HasSuffix(demonym, end) {
			return demonym + "s"
		}
	}
	return ""
}

func millionths(pair []float64, i int) string {
	if len(pair) != 2 {
		return ""
	}
	// Rounded by hand: the sign decides the direction, so that no float formatting is involved.
	v := pair[i] * 1e6
	if v < 0 {
		return fmt.Sprint(-int64(-v + 0.5))
	}
	return fmt.Sprint(int64(v + 0.5))
}
