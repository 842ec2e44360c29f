package main

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// placeCodes are the codes of Natural Earth that are not ISO 3166.
var placeCodes = map[string]string{"PSX": "PSE", "KOS": "XKX", "SOL": "SOM", "SAH": "ESH", "ALD": "ALA"}

// english are the usual English spellings of cities that the data spell otherwise.
var english = map[string]string{
	"Kiev": "Kyiv", "Rangoon": "Yangon", "Lvov": "Lviv", "Ōsaka": "Osaka", "København": "Copenhagen", "Banghazi": "Benghazi", "Makkah": "Mecca",
	"Sevastapol": "Sevastopol", "Groznyy": "Grozny", "Tel Aviv-Yafo": "Tel Aviv", "Taizz": "Taiz", "Ndjamena": "N'Djamena", "Port-of-Spain": "Port of Spain",
	"Odessa": "Odesa", "An Najaf": "Najaf", "Kraków": "Krakow", "Gdańsk": "Gdansk", "İzmir": "Izmir", "Misratah": "Misrata", "El Fasher": "Al-Fashir",
	"Archangel": "Arkhangelsk", "Niyala": "Nyala", "Sanaa": "Sana'a", "Agana": "Hagåtña", "Kuwait": "Kuwait City", "Hargeysa": "Hargeisa", "Saint John's": "St. John's",
}

func cities(data string, nations []nation) (table, error) {
	t := table{
		notes: []string{
			"Cities with coordinates in millionths of a degree. Made by the command loader/identity/build.",
			"Source: Natural Earth, public domain. key: the Wikidata id where there is one.",
		},
		columns: []string{"key", "name", "country", "region", "latitude", "longitude", "population", "aliases", "wikidata"},
	}
	f, err := os.Open(filepath.Join(data, "places_natural_earth.csv"))
	if err != nil {
		return t, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return t, err
	}
	known := map[string]bool{}
	for _, n := range nations {
		known[n.Code] = true
	}
	used := map[string]bool{}
	for _, r := range rows[1:] {
		name, code := r[0], r[3]
		if c := placeCodes[code]; c != "" {
			code = c
		}
		if !known[code] {
			return t, fmt.Errorf("city %s: no country %q", name, code)
		}
		aliases := append([]string{r[1]}, strings.Split(r[2], "|")...)
		name, _, _ = strings.Cut(name, ",") // "Xian, Shaanxi"
		if c := english[name]; c != "" {
			aliases = append(aliases, name)
			name = c
		}
		lat, err1 := degrees(r[5])
		lon, err2 := degrees(r[6])
		if err1 != nil || err2 != nil {
			return t, fmt.Errorf("city %s: coordinates %q %q", name, r[5], r[6])
		}
		key := "wikidata:" + r[9]
		if r[9] == "" || used[key] {
			key = "city:" + strings.ToLower(code) + "-" + slug(name)
		}
		if used[key] {
			continue
		}
		used[key] = true
		t.rows = append(t.rows, []string{key, name, code, r[4], lat, lon, r[7], list(aliases, name), r[9]})
	}
	t.sort(1, 2, 0)
	return t, nil
}

// degrees turns a decimal of at most six places into millionths without a float.
func degrees(s string) (string, error) {
	whole, part, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(part) > 6 {
		part = part[:6]
	}
	n, err := strconv.ParseInt(whole+part+strings.Repeat("0", 6-len(part)), 10, 64)
	if err != nil {
		return "", err
	}
	if strings.HasPrefix(s, "-") {
		n = -n
	}
	return strconv.FormatInt(n, 10), nil
}

func towns(data string, nations []nation) (table, error) {
	t := table{
		notes: []string{
			"Cities over 15,000 inhabitants, sorted by folded name. Made by the command loader/identity/build.",
			"Source: GeoNames, CC BY 4.0, by way of datasets/world-cities. key: the GeoNames id.",
		},
		columns: []string{"folded", "name", "country", "region", "key"},
	}
	f, err := os.Open(filepath.Join(data, "world_cities.csv.gz"))
	if err != nil {
		return t, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return t, err
	}
	rows, err := csv.NewReader(z).ReadAll()
	if err != nil {
		return t, err
	}
	codes := map[string]string{"palestinian territory": "PSE", "democratic republic of the congo": "COD", "republic of the congo": "COG",
		"macao": "MAC", "turkey": "TUR", "u s virgin islands": "VIR", "vatican": "VAT",
		"curacao": "CUW", "iran islamic republic of": "IRN", "bonaire sint eustatius and saba": "BES", "french southern territories": "ATF",
		"bolivia plurinational state of": "BOL", "taiwan province of china": "TWN", "cote d ivoire": "CIV", "virgin islands u s": "VIR",
		"sint maarten dutch part": "SXM", "syrian arab republic": "SYR", "holy see vatican city state": "VAT", "palestine state of": "PSE",
		"korea republic of": "KOR", "lao people s democratic republic": "LAO", "tanzania united republic of": "TZA", "russian federation": "RUS",
		"saint martin french part": "MAF", "pitcairn": "PCN", "falkland islands malvinas": "FLK", "moldova republic of": "MDA", "cabo verde": "CPV",
		"micronesia federated states of": "FSM", "viet nam": "VNM", "sao tome and principe": "STP", "south georgia and the south sandwich islands": "SGS",
		"venezuela bolivarian republic of": "VEN", "virgin islands british": "VGB", "brunei darussalam": "BRN",
		"congo the democratic republic of the": "COD", "no country found for alpha 2 code xk": "XKX", "korea democratic people s republic of": "PRK",
		"saint helena": "SHN", "east timor": "TLS", "swaziland": "SWZ", "macedonia": "MKD", "czech republic": "CZE"}
	for _, n := range nations {
		codes[graph.Fold(n.Name.Common)] = n.Code
	}
	for _, r := range rows[1:] {
		folded := graph.Fold(r[0])
		if folded == "" {
			continue
		}
		code, ok := codes[graph.Fold(r[1])]
		if !ok {
			return t, fmt.Errorf("town %s: unknown country %q", r[0], r[1])
		}
		t.rows = append(t.rows, []string{folded, r[0], code, r[2], r[3]})
	}
	t.sort(0, 2, 4)
	return t, nil
}
