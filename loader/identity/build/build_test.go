package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The data are made up, but for the codes of states and the names of the columns.
var sample = map[string]string{
	"countries.jsonl": `{"name":{"common":"Türkiye","official":"Republic of Türkiye"},"cca3":"TUR","capital":["Ankara"],"latlng":[39,35.5],"demonyms":{"m":"Turkish","f":"Turkish"}}
{"name":{"common":"Kosovo","official":"Republic of Kosovo"},"cca3":"UNK","capital":["Pristina"],"latlng":[42.666667,21.166667],"demonyms":{"m":"Kosovar","f":"Kosovar"}}
{"name":{"common":"Russia","official":"Russian Federation"},"cca3":"RUS","capital":["Moscow"],"latlng":[60,-100.5],"demonyms":{"m":"Russian","f":"Russian"}}
`,
	"leaders_1945_2021.csv": "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear\n" +
		"RUS,365,a,Putin,31,12,1999,5,2008\nRUS,365,b,Putin,7,5,2012,,\nTUR,640,c,Erdogan,1,1,2003,,\nTUR,640,d,\"Demo, First\",1,1,1950,1,1952\n" +
		"TUR,640,e,One and Two,1,1,1952,1,1953\nUSA,2,f,Obama,1,1,2009,1,2017\n",
	"us_executive.yaml": "- id:\n    bioguide: X\n  name:\n    first: Ann\n    last: Tester\n  terms:\n  - type: prez\n    start: '1801-03-04'\n    end: '1805-03-04'\n" +
		"- id:\n    wikipedia: Barack Obama\n  name:\n    first: Barack\n    last: Obama\n  terms:\n  - type: prez\n    start: '2009-01-20'\n    end: '2013-01-20'\n  - type: prez\n    start: '2013-01-20'\n    end: '2017-01-20'\n",
	"places_natural_earth.csv": "name,ascii,alt,country_a3,admin1,lat,lon,population,capital,wikidata,scalerank\n" +
		"Prishtinë,Prishtine,,KOS,,42.6667,-21.1,10,1,Q1,0\n\"Sampleton, East\",Sampleton,Old Sample|Sampletown,TUR,East,-0.5,7,20,0,,0\n",
}

func TestBuild(t *testing.T) {
	data, first, second := t.TempDir(), t.TempDir(), t.TempDir()
	dir := filepath.Join(data, "register")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range sample {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte("name,country,subcountry,geonameid\nZêta,Turkey,East,2\nAlpha City,Russian Federation,West,1\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "world_cities.csv.gz"), z.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	nations, err := readNations(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{first, second} {
		for _, make := range []struct {
			name string
			f    func() (table, error)
		}{
			{"leaders", func() (table, error) { return leaders(dir, nations) }},
			{"executive", func() (table, error) { return executive(dir) }},
			{"cities", func() (table, error) { return cities(dir, nations) }},
			{"towns", func() (table, error) { return towns(dir, nations) }},
		} {
			made, err := make.f()
			if err != nil {
				t.Fatal(make.name, err)
			}
			if err := made.write(filepath.Join(out, make.name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := map[string][]string{
		"leaders": {
			"person/vladimir-putin\tVladimir Putin\tOFFICIAL\tRUS\tGOV\t\tQ7747\t1999\t",
			"person/first-demo\tFirst Demo\tOFFICIAL\tTUR\tGOV\t\t\t1950\t1952",
			"person/recep-tayyip-erdogan\tRecep Tayyip Erdoğan\tOFFICIAL\tTUR\tGOV\tTayyip Erdogan\tQ39259\t2003\t",
		},
		"executive": {
			"person/ann-tester\tAnn Tester\tOFFICIAL\tUSA\tGOV\t\t\t1801\t1805",
			"person/barack-obama\tBarack Obama\tOFFICIAL\tUSA\tGOV\tBarack H. Obama|Barack Hussein Obama\tQ76\t2009\t2017",
		},
		"cities": {
			"wikidata:Q1\tPrishtinë\tXKX\t\t42666700\t-21100000\t10\tPrishtine\tQ1",
			"city:tur-sampleton\tSampleton\tTUR\tEast\t-500000\t7000000\t20\tOld Sample|Sampletown\t",
		},
		"towns": {"alpha city\tAlpha City\tRUS\tWest\t1", "zeta\tZêta\tTUR\tEast\t2"},
	}
	for name, rows := range want {
		a, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(second, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs from one run to the next", name)
		}
		var got []string
		for _, line := range strings.Split(strings.TrimSuffix(string(a), "\n"), "\n") {
			if !strings.HasPrefix(line, "# ") {
				got = append(got, line)
			}
		}
		if d := cmp.Diff(rows, got[1:]); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestDemonyms(t *testing.T) {
	for _, c := range []struct{ m, f, adjectives, people, wantAdjectives, wantPeople string }{
		{"German", "German", "", "", "German", "German/Germans"},
		{"French", "French", "", "Frenchman/Frenchmen", "French", "Frenchman/Frenchmen"},
		{"Chinese", "Chinese", "", "", "Chinese", ""},
		{"Bosnian, Herzegovinian", "Bosnian, Herzegovinian", "", "", "Bosnian|Herzegovinian", "Bosnian/Bosnians|Herzegovinian/Herzegovinians"},
		{"Filipino", "Filipina", "Philippine", "Filipino/Filipinos", "Filipino|Filipina|Philippine", "Filipino/Filipinos"},
		{"American", "American", "-", "-", "", ""},
		{"British", "British", "UK|U.K.", "Briton/Britons", "British|UK|U.K.", "Briton/Britons"},
	} {
		var n nation
		n.Name.Common = "Philippines"
		n.Demonyms.M, n.Demonyms.F = c.m, c.f
		adjectives, people := demonyms(n, c.adjectives, c.people)
		if adjectives != c.wantAdjectives || people != c.wantPeople {
			t.Errorf("%s: %q %q, want %q %q", c.m, adjectives, people, c.wantAdjectives, c.wantPeople)
		}
	}
}

func TestCleanLeader(t *testing.T) {
	for in, want := range map[string]string{
		"Gandhi, R.":                "R. Gandhi",
		"Evans Paul (acting)":       "Evans Paul",
		"Cardelli and Dolcini":      "",
		"Surya  Bahadur Thapa":      "Surya Bahadur Thapa",
		"Marrino Nicardi & Berardi": "",
	} {
		if got := cleanLeader(in); got != want {
			t.Errorf("cleanLeader(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDictionary(t *testing.T) {
	d := directory{taken: map[string]bool{"nation builders union": true}, rows: map[string]entry{}, codes: map[string]string{"TUR": "TUR", "RUS": "RUS"}}
	for _, b := range blocks("# a comment\nANN_Q._MCTEST_  # note\n\t[TURGOVMIL 030201-051231]\n\t[TURELI]\n+DEFENSE_MINISTER_ANN_MCTEST_\n" +
		"OLD_MAN_\n\t[TURGOV 600101-651231]\nIN_OFFICE_STILL_ [RUSGOV >101010]\nPRESIDENT_NOBODY_ [RUSGOV 000101-010101]\n") {
		d.person(b)
	}
	for _, b := range blocks("FRONT_OF_TESTS_(FOT)_ [TURREB]\n+THE_TEST_FRONT_\n+SOMEBODY_\n\nJUST_A_NAME_ [TURREB]\n") {
		d.group(b)
	}
	for _, b := range blocks("WORLD_TEST_ASSOCIATION_ [NGOHRI]\nNATION_BUILDERS_UNION_ [NGO]\nSAMPLE_HOLDINGS_ [MNCTUR]\nUN_TEST_SECRETARY_ [IGOUNO]\n") {
		d.organization(b)
	}
	want := map[string]entry{
		"official/tur/ann-q-mctest":       {name: "Ann Q. McTest", kind: "OFFICIAL", country: "TUR", sectors: "GOV MIL", aliases: []string{"Ann Q. McTest", "Ann McTest"}, from: 2003, until: 2005},
		"official/rus/in-office-still":    {name: "In Office Still", kind: "OFFICIAL", country: "RUS", sectors: "GOV", aliases: []string{"In Office Still", "In Office Still"}, from: 2010},
		"armed/tur/front-of-tests":        {name: "Front of Tests", kind: "GROUP", country: "TUR", sectors: "REB", aliases: []string{"The Test Front"}},
		"body/ngo/world-test-association": {name: "World Test Association", kind: "ORGANIZATION", country: "NGO", sectors: "SOC", aliases: []string{"World Test Association", "World Test Association"}},
		"body/tur/sample-holdings":        {name: "Sample Holdings", kind: "ORGANIZATION", country: "TUR", sectors: "BUS", aliases: []string{"Sample Holdings", "Sample Holdings"}},
	}
	if diff := cmp.Diff(want, d.rows, cmp.AllowUnexported(entry{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
