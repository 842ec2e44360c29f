package coding

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// actsForState reports whether a noun with a nationality before it stands for that state:
// "Turkish jets", "Chinese forces".
func (p *passage) actsForState(tok int) bool {
	for _, class := range []string{"airforce", "troops", "armed", "warship", "missile", "weapon"} {
		if p.r.lex.is(p.lem[tok], class) {
			return true
		}
	}
	switch p.lem[tok] {
	case "side", "delegation", "team", "authority", "raid", "air":
		return true
	}
	return false
}

// inClass reports whether the head in a slot belongs to a class of words or of actors.
func (p *passage) inClass(tok int, class string) bool {
	if tok < 0 {
		return false
	}
	switch class {
	case "any":
		return true
	case "state":
		return slices.ContainsFunc(p.parties(tok), func(x party) bool { return p.r.cast.Profiles[x.actor].Kind == graph.Country })
	case "actor":
		return len(p.parties(tok)) > 0 || p.personal(tok)
	case "person", "group", "vehicle", "building", "land":
		if p.thingClass(tok) == class {
			return true
		}
	case "place":
		if m := p.at[tok]; m >= 0 && p.r.cast.Mentions[m].Place >= 0 {
			return true
		}
	}
	if p.r.lex.is(p.lem[tok], class) {
		return true
	}
	if c := p.measured(tok); c != tok {
		if p.r.lex.is(p.lem[c], class) {
			return true
		}
	}
	sectors := classSectors[class]
	if sectors == nil {
		return false
	}
	for _, x := range p.parties(tok) {
		prof := &p.r.cast.Profiles[x.actor]
		if class == "leader" && prof.Kind == graph.Official || class == "igo" && prof.Country == "IGO" {
			return true
		}
		if slices.ContainsFunc(prof.Sectors, func(s graph.Sector) bool { return slices.Contains(sectors, s) }) {
			return true
		}
	}
	return false
}

// measured is what a word of quantity counts, through several of them: "tens of thousands of
// students"; any other word itself.
func (p *passage) measured(tok int) int {
	for steps := 0; steps < maxDepth && (p.r.lex.is(p.lem[tok], "quantity") || p.toks[tok].POS == language.NUM); steps++ {
		of := p.oblique(tok, "of")
		if of < 0 || of == tok {
			break
		}
		tok = of
	}
	return tok
}

// classSectors are the sectors whose actors belong to a class, whatever they are called.
var classSectors = map[string][]graph.Sector{
	"armed":  {"MIL", "REB", "COP", "UAF", "PRM"},
	"troops": {"MIL"},
	"worker": {"LAB"},
	"media":  {"MED", "JRN"},
	"leader": {},
	"igo":    {},
}

// medium is the name of an actor that is a medium, "" for others.
func (r *reader) medium(actor int) string {
	prof := &r.cast.Profiles[actor]
	if prof.Kind == graph.Organization && slices.ContainsFunc(prof.Sectors, func(s graph.Sector) bool { return s == "MED" || s == "JRN" }) {
		return strings.TrimSpace(prof.Name)
	}
	return ""
}
