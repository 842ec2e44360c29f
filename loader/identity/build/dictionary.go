package main

import (
	"slices"
	"strconv"
	"strings"
)

// block is one actor of a PETRARCH dictionary: a name, further names, codes that may hold for
// some time only.
type block struct {
	name    string
	aliases []string
	codes   []string // "AFGGOV 040101-081231"
}

// blocks reads a dictionary.
func blocks(text string) []block {
	var out []block
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(strings.TrimRight(line, "\r\n"), "#")
		name, rest, coded := strings.Cut(line, "[")
		name = strings.TrimSpace(name)
		if name != "" {
			if strings.HasPrefix(name, "+") && len(out) > 0 {
				out[len(out)-1].aliases = append(out[len(out)-1].aliases, wording(name[1:]))
			} else if !strings.HasPrefix(name, "+") {
				out = append(out, block{name: wording(name)})
			}
		}
		if coded && len(out) > 0 {
			last := &out[len(out)-1]
			for _, c := range strings.Split(rest, "[") {
				c, _, _ = strings.Cut(c, "]")
				last.codes = append(last.codes, strings.TrimSpace(c))
			}
		}
	}
	return out
}

// inner words of names are written small.
var inner = map[string]bool{"of": true, "for": true, "the": true, "and": true, "in": true, "on": true, "to": true, "de": true, "la": true, "du": true, "des": true, "et": true,
	"y": true, "del": true, "von": true, "van": true, "bin": true, "ibn": true, "al": true, "der": true, "den": true, "da": true, "dos": true, "do": true, "di": true, "a": true, "with": true, "by": true, "against": true, "les": true, "le": true, "pour": true, "para": true, "el": true}

// wording turns "ROBERT_M._GATES_" into "Robert M. Gates".
func wording(s string) string {
	s, _, _ = strings.Cut(s, "(")
	words := strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == ' ' || r == '+' })
	for i, w := range words {
		low := strings.ToLower(w)
		if i > 0 && inner[low] {
			words[i] = low
			continue
		}
		parts := strings.Split(low, "-")
		for j, p := range parts {
			parts[j] = capital(p)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func capital(w string) string {
	switch {
	case w == "":
		return w
	case strings.HasPrefix(w, "mc") && len(w) > 3:
		return "Mc" + capital(w[2:])
	case len(w) > 2 && w[1] == '\'':
		return strings.ToUpper(w[:1]) + "'" + capital(w[2:])
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

// term is the years of a code "AFGGOV 040101-081231", "USAGOV >051201", "DDR <901003".
func term(dates string) (from, until int) {
	dates = strings.ReplaceAll(dates, " ", "")
	switch {
	case strings.HasPrefix(dates, ">"):
		return yearOf(dates[1:]), 0
	case strings.HasPrefix(dates, "<"):
		return 0, yearOf(dates[1:])
	}
	a, b, _ := strings.Cut(dates, "-")
	return yearOf(a), yearOf(b)
}

func yearOf(s string) int {
	cut := len(s) - 4 // YYMMDD, YYYYMMDD
	if cut < 2 {
		return 0
	}
	n, err := strconv.Atoi(s[:cut])
	switch {
	case err != nil:
		return 0
	case n < 30:
		return 2000 + n
	case n < 100:
		return 1900 + n
	}
	return n
}

// spheres are the codes behind GOV that name another public sphere.
var spheres = map[string]string{"MIL": "MIL", "JUD": "JUD", "SPY": "SPY", "LEG": "LEG", "COP": "COP"}

// person files a member of a government since 1990. The dictionaries date every office.
func (d *directory) person(b block) {
	e := entry{name: b.name, kind: "OFFICIAL", sectors: "GOV"}
	dated, last := false, 0
	for _, c := range b.codes {
		code, dates, _ := strings.Cut(c, " ")
		if len(code) < 6 || code[3:6] != "GOV" && spheres[code[3:6]] == "" {
			continue
		}
		from, until := term(dates)
		if from == 0 {
			continue
		}
		dated = true
		open := until == 0
		if e.from == 0 || from < e.from {
			e.from = from
		}
		if s := spheres[code[len(code)-3:]]; s != "" && !strings.Contains(e.sectors, s) {
			e.sectors = "GOV " + s
		}
		if open {
			until = 2014 // when the dictionaries end
		}
		if until > last {
			e.until = until
			if open {
				e.until = 0
			}
			last, e.country = until, d.codes[code[:3]]
		}
	}
	if !dated || last < 1990 || e.country == "" || title(e.name) {
		return
	}
	for _, w := range append([]string{e.name}, b.aliases...) {
		if short := withoutInitials(w); !title(w) && len(strings.Fields(w)) <= 4 {
			e.aliases = append(e.aliases, w, short)
		}
	}
	d.add("official", e)
}

// titles are words that the names of people in the dictionaries carry as titles.
var titles = []string{"president", "minister", "secretary", "general", "king", "prince", "queen", "sheikh", "sir", "lord", "ambassador", "leader", "chief", "premier",
	"deputy", "chairman", "director", "dr", "sultan", "emperor", "princess", "ex", "former", "senator", "governor", "government", "council", "ministry", "army", "party",
	"commission", "committee", "assembly", "court", "parliament", "front", "movement", "forces", "republic", "union", "of", "the", "and", "for"}

// title reports whether a wording is more than a person's name.
func title(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(strings.ReplaceAll(name, "-", " "))), func(w string) bool {
		return slices.Contains(titles, strings.TrimSuffix(w, "."))
	})
}

// withoutInitials leaves out middle initials: "Robert Gates".
func withoutInitials(name string) string {
	words := strings.Fields(name)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return len(strings.TrimSuffix(w, ".")) == 1 }), " ")
}

// groupWords say that a name is that of an armed group.
var groupWords = []string{"army", "front", "group", "movement", "brigade", "brigades", "party", "liberation", "organization", "organisation", "cell", "cells", "force",
	"forces", "command", "league", "jihad", "militia", "faction", "commando", "commandos", "guerrilla", "guerrillas", "resistance", "revolutionary", "battalion", "battalions",
	"martyrs", "mujahideen", "mujahedin", "tigers", "cartel", "council", "congress", "coalition", "alliance", "union", "committee", "partisans", "nuclei", "volunteer", "volunteers", "defense", "defence"}

// group files an armed group.
func (d *directory) group(b block) {
	if len(b.codes) == 0 || !strings.HasSuffix(b.codes[0], "REB") || len(b.codes[0]) < 6 || !cued(b.name, groupWords) {
		return
	}
	country := d.codes[b.codes[0][:3]]
	if country == "" {
		country = "IMG"
	}
	e := entry{name: b.name, kind: "GROUP", country: country, sectors: "REB"}
	for _, a := range b.aliases {
		if cued(a, groupWords) {
			e.aliases = append(e.aliases, a)
		}
	}
	d.add("armed", e)
}

// bodyWords say that a name is that of an association or a firm.
var bodyWords = []string{"association", "foundation", "federation", "society", "institute", "council", "committee", "union", "centre", "center", "network", "organization",
	"organisation", "fund", "trust", "alliance", "league", "commission", "international", "bank", "agency", "university", "college", "forum", "academy", "group", "corporation",
	"company", "inc", "inc.", "plc", "corp", "corp.", "ltd", "ltd.", "holdings", "llc", "co.", "industries", "airlines", "airways", "energy", "petroleum", "insurance", "pharmaceuticals",
	"confederation", "congress", "conference", "assembly", "service", "services", "church", "mission", "relief", "initiative", "campaign", "coalition", "program", "programme", "bureau",
	"secretariat", "authority", "tribunal", "court", "consortium", "partnership", "library", "museum", "asociacion", "fundacion", "federacion", "associazione", "fondation", "verein", "stiftung",
	"financial", "technologies", "systems", "communications", "entertainment", "laboratories", "stores", "motors", "electric", "foods", "brands", "partners", "capital", "resources", "properties", "realty"}

// sectorOf is what the codes of the dictionaries for spheres are in ours.
var sectorOf = map[string]string{"BUS": "BUS", "DEV": "SOC", "HLH": "SOC", "HRI": "SOC", "ENV": "SOC", "EDU": "EDU", "MED": "JRN", "AGR": "AGR", "LAB": "LAB", "JUD": "JUD",
	"CHR": "REL", "MOS": "REL", "JEW": "REL", "CTH": "REL", "PRO": "REL", "REL": "REL", "REF": "SOC", "COP": "COP", "MIL": "MIL", "LEG": "LEG"}

// organization files an association, an intergovernmental body or a firm.
func (d *directory) organization(b block) {
	if len(b.codes) == 0 || len(b.codes[0]) < 3 || strings.ContainsAny(b.codes[0], "0123456789") || !cued(b.name, bodyWords) || person(b.name) {
		return
	}
	code := b.codes[0]
	e := entry{name: b.name, kind: "ORGANIZATION", country: code[:3], sectors: "SOC"}
	switch e.country {
	case "NGO":
	case "MNC":
		e.sectors = "BUS"
	case "IGO":
		e.sectors = "GOV"
	default:
		return
	}
	for rest := code[3:]; len(rest) >= 3; rest = rest[3:] {
		if c := d.codes[rest[:3]]; c != "" && e.country != "IGO" && len(code)-len(rest) == 3 {
			e.country = c
		} else if s := sectorOf[rest[:3]]; s != "" && e.sectors == "SOC" {
			e.sectors = s
		}
	}
	for _, a := range append([]string{e.name}, b.aliases...) {
		if cued(a, bodyWords) {
			e.aliases = append(e.aliases, a, withoutEnding(a))
		}
	}
	d.add("body", e)
}

// withoutEnding leaves out "Inc." and the like behind two words and more.
func withoutEnding(name string) string {
	words := strings.Fields(name)
	switch strings.ToLower(strings.TrimSuffix(words[len(words)-1], ".")) {
	case "inc", "corp", "plc", "ltd", "llc", "co", "corporation", "company":
		if len(words) > 2 {
			return strings.Join(words[:len(words)-1], " ")
		}
	}
	return name
}

// person reports whether a name of a body is rather the office of somebody there.
func person(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool {
		switch w {
		case "secretary", "president", "director", "chief", "envoy", "spokesman", "spokeswoman", "official", "officials", "ambassador", "representative", "head", "monitor", "rapporteur":
			return true
		}
		return false
	})
}

func cued(name string, words []string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return slices.Contains(words, w) })
}
