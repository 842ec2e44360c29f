package identity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// with is the register with the lines of a user's.
func with(t *testing.T, lines ...string) *identity.Register {
	t.Helper()
	own, err := identity.ReadOwn(strings.NewReader(strings.Join(lines, "\n")), "own.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	r, err := identity.With(own)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// meant are the keys of the registered actors that a text of 2 June 2025 names, states left out.
func meant(r *identity.Register, text string) string {
	c := identity.Resolve(language.Analyse(text), identity.Context{Published: graph.NewDate(2025, 6, 2)}, r)
	var keys []string
	for _, a := range c.Actors {
		if a.Register != nil && a.Register.Kind != graph.Country {
			keys = append(keys, a.Register.Key)
		}
	}
	return strings.Join(keys, " ")
}

// TestWith: what a user's lines change in what a text means, beside what it means without them.
func TestWith(t *testing.T) {
	for _, c := range []struct {
		name, text, before, after string
		lines                     []string
	}{
		{
			"a new agency, by its name and an alias", "Fiji's navy met the Reef Safety Directorate. The RSDF thanked it.", "fji/navy", "fji/navy acme/rsd",
			[]string{`{"key":"acme/rsd","name":"Reef Safety Directorate","kind":"AGENCY","country":"FJI","aliases":["RSDF"],"sectors":["GOV"]}`},
		},
		{
			"a new person, by the surname that follows", "Mere Tavakuru left Suva. Tavakuru returned on Monday.", "", "acme/tavakuru",
			[]string{`{"key":"acme/tavakuru","name":"Mere Tavakuru","kind":"PERSON","country":"FJI"}`},
		},
		{
			"another name of one that is known", "Reporters spoke with the Black Banner Front on Monday.", "", "group/islamic-state",
			[]string{`{"key":"group/islamic-state","aliases":["Black Banner Front"]}`},
		},
		{
			"a name of ours that the user gives to another", "The FSA fined the bank on Monday.", "group/fsa", "acme/fsa",
			[]string{`{"key":"acme/fsa","name":"Fiji Savings Authority","kind":"AGENCY","country":"FJI","aliases":["FSA"]}`},
		},
		{
			"the holder of an office", "The Fijian foreign minister arrived in Nadi.", "", "acme/rokotui fji/foreign-ministry",
			[]string{`{"key":"acme/rokotui","name":"Ana Rokotui","kind":"OFFICIAL","country":"FJI","offices":[{"role":"foreign minister","since":"2025-01-15"}]}`},
		},
		{
			"a holder who follows one that is known", "The French president arrived in Nadi.", "person/emmanuel-macron", "acme/reyes",
			[]string{`{"key":"acme/reyes","name":"Luc Reyes","kind":"OFFICIAL","country":"FRA","offices":[{"role":"president","since":"2025-05-01"}]}`},
		},
		{
			"a known holder who has left", "The French president arrived in Nadi.", "person/emmanuel-macron", "",
			[]string{`{"key":"person/emmanuel-macron","offices":[{"role":"president","since":"2017-05-14","until":"2025-05-01"}]}`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := meant(identity.Default(), c.text); got != c.before {
				t.Errorf("without them: %q, want %q", got, c.before)
			}
			if got := meant(with(t, c.lines...), c.text); got != c.after {
				t.Errorf("with them: %q, want %q", got, c.after)
			}
		})
	}
}

// TestWithKeepsOurs: what is changed of an actor adds to it, and the shipped register stays as
// it is.
func TestWithKeepsOurs(t *testing.T) {
	before, _ := identity.Default().Lookup("igo/un")
	r := with(t, `{"key":"igo/un","name":"The United Nations","aliases":["Onu"],"sectors":["SOC"],"description":"All of them."}`)
	e, ok := r.Lookup("igo/un")
	if !ok || e.Name != "The United Nations" || strings.Join(e.Aliases, "|") != strings.Join(before.Aliases, "|")+"|United Nations|Onu" ||
		len(e.Sectors) != 1 || e.Sectors[0] != "SOC" || e.Description != "All of them." || e.Wikidata != before.Wikidata || e.Kind != before.Kind {
		t.Errorf("%+v", e)
	}
	if again, _ := identity.Default().Lookup("igo/un"); again.Name != before.Name || len(again.Aliases) != len(before.Aliases) || identity.Default().Mark() != "" {
		t.Errorf("the shipped register became %+v", again)
	}
	if e, ok := with(t, `{"key":"official/sle/a-harding","aliases":["Arthur Harding"]}`).Lookup("official/sle/a-harding"); !ok || e.Name != "A. Harding" || e.Until != 2007 {
		t.Errorf("of the directory: %+v", e)
	}
}

// TestMark: the order and the layout of lines are no difference, their content is.
func TestMark(t *testing.T) {
	a, b := `{"key":"acme/a","name":"Ay","kind":"GROUP"}`, `{"key":"acme/b","name":"Bee","kind":"GROUP"}`
	one := with(t, a, b).Mark()
	if len(one) != 8 {
		t.Errorf("mark %q", one)
	}
	if two := with(t, "", b, `  { "kind": "GROUP", "name": "Ay", "key": "acme/a" }`).Mark(); two != one {
		t.Errorf("%s and %s", one, two)
	}
	if three := with(t, a).Mark(); three == one {
		t.Errorf("%s for two registers", one)
	}
}

// TestOwnRefused: each fault is named with its line and what to write instead.
func TestOwnRefused(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"no JSON", `{"key": `, `own.jsonl:2: it is no JSON object of one line: unexpected end of JSON input`},
		{"a list", `[]`, `own.jsonl:2: it is no JSON object of one line: cannot unmarshal array into Go value of type map[string]json.RawMessage`},
		{"null", `null`, `own.jsonl:2: it is no JSON object of one line: it is null`},
		{"not UTF-8", "{\"key\":\"acme/\xff\"}", `own.jsonl:2: it is not UTF-8; save the file as UTF-8`},
		{"another field", `{"key":"acme/x","type":"GROUP","parent":"acme/y"}`, `own.jsonl:2: there is no field "parent"; there are key, name, kind, country, aliases, sectors, description, wikidata, offices`},
		{"a field twice", `{"key":"acme/x","key":"acme/y"}`, `own.jsonl:2: the field "key" stands there twice`},
		{"a name that is a list", `{"key":"acme/x","name":["X"]}`, `own.jsonl:2: name is a string`},
		{"aliases in one string", `{"key":"acme/x","aliases":"X, Y"}`, `own.jsonl:2: aliases is a list of strings`},
		{"no key", `{"name":"Harbour Guard","kind":"AGENCY"}`, `own.jsonl:2: key "" is no key; write a word of your own, a slash and small letters, digits or hyphens, such as "own/harbour-guard", and keep it for ever`},
		{"no name", `{"key":"acme/x","aliases":["X"]}`, `own.jsonl:2: the register has no actor acme/x, so this is a new one, who needs a name and a kind`},
		{"a word of the language", `{"key":"acme/x","name":"guard","kind":"GROUP"}`, `own.jsonl:2: name "guard": without a capital it is a word of the language; write it as texts do`},
		{"the name of a state", `{"key":"acme/x","name":"X","kind":"GROUP","aliases":["Georgia"]}`, `own.jsonl:2: "Georgia" is what a state or its people are called (country:GEO); leave it out`},
		{"a kind in small letters", `{"key":"acme/x","name":"X","kind":"agency"}`, `own.jsonl:2: kind is one of [AGENCY OFFICIAL PERSON GROUP ORGANIZATION COUNTRY], not "agency"`},
		{"a new state", `{"key":"acme/x","name":"X","kind":"COUNTRY"}`, `own.jsonl:2: states cannot be added; kind is AGENCY, OFFICIAL, PERSON, GROUP or ORGANIZATION`},
		{"a country in words", `{"key":"acme/x","name":"X","kind":"GROUP","country":"Fiji"}`, `own.jsonl:2: country is a code such as FJI (ISO 3166 alpha-3) or one of [IGO NGO MNC IMG], not "Fiji"`},
		{"no country", `{"key":"acme/x","name":"X","kind":"GROUP","country":"QQQ"}`, `own.jsonl:2: country: there is no state QQQ`},
		{"another kind of actor", `{"key":"igo/un","kind":"PERSON"}`, `own.jsonl:2: igo/un is of kind ORGANIZATION and cannot become PERSON`},
		{"one that is known", `{"key":"acme/un","name":"United Nations","kind":"ORGANIZATION","country":"IGO"}`, `own.jsonl:2: "United Nations" of the same country is known as igo/un; write this key to add to what is known, or another name`},
		{"one that stands there", `{"key":"acme/one","aliases":["Uno"]}`, `own.jsonl:2: the key acme/one stands at own.jsonl:1 as well; write one line for an actor`},
		{"an office without a day", `{"key":"acme/x","name":"X","kind":"OFFICIAL","country":"FJI","offices":[{"role":"president"}]}`, `own.jsonl:2: offices[0]: since is a day such as 2024-05-01, not ""`},
		{"an office that ends first", `{"key":"acme/x","offices":[{"role":"president","since":"2024-05-01","until":"2023-05-01"}]}`, `own.jsonl:2: offices[0]: until 2023-05-01 lies before since 2024-05-01`},
		{"an office that is none", `{"key":"acme/x","name":"X","kind":"OFFICIAL","country":"FJI","offices":[{"role":"keeper","since":"2024-05-01"}]}`, `own.jsonl:2: offices: "keeper" is no title that texts name an official by, such as president, prime minister, foreign minister`},
		{"an office of a group", `{"key":"acme/x","name":"X","kind":"GROUP","country":"FJI","offices":[{"role":"president","since":"2024-05-01"}]}`, `own.jsonl:2: offices are those of an OFFICIAL, and acme/x is of kind GROUP`},
		{"a wikidata address", `{"key":"acme/x","name":"X","kind":"GROUP","wikidata":"https://www.wikidata.org/wiki/Q1"}`, `own.jsonl:2: wikidata is an item such as Q484652, not "https://www.wikidata.org/wiki/Q1"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := `{"key":"acme/one","name":"One","kind":"GROUP"}` + "\n" + c.line + "\n"
			own, err := identity.ReadOwn(strings.NewReader(lines), "own.jsonl")
			if err == nil {
				_, err = identity.With(own)
			}
			if !errors.Is(err, graph.ErrInvalid) || err.Error() != c.want {
				t.Errorf("%v\nwant %s", err, c.want)
			}
		})
	}
}

func TestOwnRefusedTogether(t *testing.T) {
	_, err := identity.ReadOwn(strings.NewReader(strings.Repeat("{}\n", 8)), "own.jsonl")
	if err == nil || strings.Count(err.Error(), "\n") != 5 || !strings.HasSuffix(err.Error(), "\nand 3 more") {
		t.Errorf("%v", err)
	}
	_, err = identity.ReadOwn(strings.NewReader("\n\n"), "own.jsonl")
	if err == nil || !strings.HasPrefix(err.Error(), "own.jsonl: there is no actor in it; write lines such as ") {
		t.Errorf("%v", err)
	}
	_, err = identity.ReadOwn(strings.NewReader(`{"key":"`+strings.Repeat("x", identity.MaxOwnLine)), "own.jsonl")
	if err == nil || err.Error() != "own.jsonl:1: the line has more than 1024 KiB; write one actor a line" {
		t.Errorf("%v", err)
	}
}

// FuzzReadOwn: what is read can be put into the register or is refused, and what is put in is
// valid for every store.
func FuzzReadOwn(f *testing.F) {
	f.Add(`{"key":"acme/a","name":"Ay","kind":"GROUP","country":"FJI","aliases":["A"],"sectors":["GOV"],"wikidata":"Q1"}`)
	f.Add(`{"key":"person/emmanuel-macron","offices":[{"role":"president","since":"2017-05-14","until":"2025-05-01"}]}`)
	f.Add("\ufeff{\"key\":\"igo/un\",\"name\":\"UNO\"}\n\n{\"key\":\"country:FRA\",\"aliases\":[\"Hexagon\"]}")
	f.Fuzz(func(t *testing.T, text string) {
		own, err := identity.ReadOwn(strings.NewReader(text), "own")
		if err != nil {
			if !errors.Is(err, graph.ErrInvalid) || !strings.HasPrefix(err.Error(), "own") {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		r, err := identity.With(own)
		if err != nil {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		for _, o := range own {
			e, ok := r.Lookup(o.Key)
			if err := (graph.ActorRecord{ID: graph.RegisteredActorID(o.Key), Named: true, Register: &e.RegisterEntry}).Validate(); !ok || err != nil {
				t.Fatalf("%s: %v", o.Key, err)
			}
		}
	})
}
