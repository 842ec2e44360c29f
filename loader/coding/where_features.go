package coding

import (
	"slices"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/loader/coding/place"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// What the scorer of places sees of an act and a place of its sentence.

// placeFeatures describe an act and a place of its sentence for the scorer.
func (e *event) placeFeatures(s *site) []uint32 {
	p, t := e.p, e.trigger
	var list []uint32
	add := func(name, value string) { list = append(list, place.Feature(name, value)) }
	both := func(name, value, with string) {
		add(name, value)
		add(name+"+", value+" "+with)
	}
	rule := e.proposedBy(s)
	quad := string(e.typ.Quad())
	shape := "verb"
	if e.frame.noun {
		shape = "noun"
	}
	add("bias", "")
	both("rule", rule, string(e.typ))
	add("rule quad", rule+" "+quad+" "+shape)
	both("prep", s.prep, rule)
	add("prep type", s.prep+" "+string(e.typ))
	add("prep lemma", s.prep+" "+p.lem[t])
	kind := p.kindOfSite(s)
	both("kind", kind, rule)
	add("kind prep", kind+" "+s.prep)
	add("kind quad", kind+" "+quad)
	role := e.roleOf(s)
	both("role", role, rule)
	add("role kind", role+" "+kind+" "+string(e.typ))
	flags := ""
	for _, f := range []struct {
		name string
		is   bool
	}{
		{"placed", s.placed}, {"aside", s.aside}, {"goal", s.goal}, {"hit", e.hits(s.phrase)}, {"elsewhere", e.elsewhere(s.phrase)},
		{"fronted", e.fronts(s)}, {"says", s.host >= 0 && p.says(s.host)}, {"beyond", p.beyond(s)}, {"under", p.underSite(s)}, {"under beyond", p.beyond(s) && p.underSite(s)},
		{"real", s.host < 0 || e.agrees(s.host)},
	} {
		if f.is {
			flags += " " + f.name
			both("flag", f.name, rule)
		}
	}
	add("flags", flags)
	host := e.hostOf(s)
	both("host", host, rule)
	add("host flags", host+flags)
	e.pathFeatures(s, both)
	e.orderFeatures(s, rule, both)
	return list
}

// beyond reports whether a place only says from where another lies: "north of Kabul", "near Lima".
func (p *passage) beyond(s *site) bool {
	switch prep := p.preposition(s.token); prep {
	case "of":
		side := p.word(p.caseOf(s.token) - 1)
		return strings.HasSuffix(side, "north") || strings.HasSuffix(side, "south") || strings.HasSuffix(side, "east") || strings.HasSuffix(side, "west")
	case "in", "at", "on", "inside", "within", "across", "throughout", "":
		return false
	}
	return true
}

// underSite reports whether a place hangs on the words of another one: "a town in Chad".
func (p *passage) underSite(s *site) bool {
	return slices.ContainsFunc(p.sites, func(o site) bool {
		return o.token != s.token && o.phrase != s.token && o.phrase != s.phrase && p.s.Dominates(o.phrase, s.token)
	})
}

// kindOfSite is how large a place is, and whether a noun says so.
func (p *passage) kindOfSite(s *site) string {
	x := &p.r.cast.Mentions[p.at[s.token]]
	kind := string(p.r.cast.Places[x.Place].Precision)
	switch {
	case kind == "":
		kind = "unknown"
	case p.stateOfLand(s.token) != nil:
		kind = "state"
	}
	if x.Form != identity.Name {
		kind += " " + string(x.Type)
	}
	if s.phrase != s.token {
		kind += " of"
	}
	return kind
}

// roleOf says whether a place is, or stands in the words of, somebody who takes part.
func (e *event) roleOf(s *site) string {
	for _, side := range []struct {
		name   string
		who    []party
		things []thing
	}{{"source", e.sources, e.doers}, {"target", e.targets, e.touched}} {
		for _, x := range side.who {
			switch {
			case x.token == s.token:
				return "is " + side.name
			case e.p.s.Dominates(x.token, s.token):
				return "in " + side.name
			}
		}
		for _, x := range side.things {
			switch {
			case x.token == s.token:
				return "is " + side.name
			case e.p.s.Dominates(x.token, s.token):
				return "in thing " + side.name
			}
		}
	}
	return "none"
}

// fronts reports whether the sentence opens with the place.
func (e *event) fronts(s *site) bool {
	first, _ := e.p.s.Subtree(s.phrase)
	return first <= 1
}

// hostOf says what the word is with which a place stands, seen from the act.
func (e *event) hostOf(s *site) string {
	p := e.p
	switch {
	case s.host < 0:
		return "none"
	case slices.Contains(e.carriers(), s.host):
		return "own"
	case p.fired[s.host] != nil:
		if p.s.Dominates(s.host, e.trigger) {
			return "act above"
		}
		if p.s.Dominates(e.trigger, s.host) {
			return "act below"
		}
		return "act beside"
	case p.s.Dominates(s.host, e.trigger):
		return "above"
	case p.s.Dominates(e.trigger, s.host):
		return "below"
	}
	return "beside"
}

// maxWay bounds the ways through the tree that are spelled out.
const maxWay = 8

// pathFeatures describe the way through the tree from the act to the place.
func (e *event) pathFeatures(s *site, both func(name, value, with string)) {
	p := e.p
	path, apex := p.s.Path(e.trigger, s.token)
	if path == nil || len(path) > maxWay {
		both("way", "long", s.prep)
		return
	}
	var way strings.Builder
	verbs, acts := 0, 0
	for i, tok := range path {
		switch {
		case i < apex:
			way.WriteString("<" + string(p.rel(tok)))
		case i > apex:
			way.WriteString(">" + string(p.rel(tok)))
		}
		if i == 0 || i == len(path)-1 {
			continue
		}
		if p.verb(tok) {
			verbs++
		}
		if p.fired[tok] != nil {
			acts++
		}
		switch {
		case p.r.lex.is(p.lem[tok], "office"):
			both("on way", "office", "")
		case p.landlike(tok):
			both("on way", "land", "")
		case p.at[tok] >= 0 && p.r.cast.Mentions[p.at[tok]].Actor >= 0:
			both("on way", "actor", "")
		}
		both("way word", p.lem[tok], "")
	}
	both("way", way.String(), s.prep)
	both("way verbs", strconv.Itoa(verbs), strconv.Itoa(acts))
	if apex > 0 && apex < len(path) {
		both("top", p.lem[path[apex]], "")
	}
}

// orderFeatures describe where act and place stand among the others of the sentence.
func (e *event) orderFeatures(s *site, rule string, both func(name, value, with string)) {
	p := e.p
	side := "after"
	if s.token < e.trigger {
		side = "before"
	}
	acts, sites, others, nearer := 0, 0, 0, false
	for tok := range p.toks {
		if p.fired[tok] != nil && tok != e.trigger {
			others++
			if amidst(tok, e.trigger, s.token) {
				acts++
			}
			nearer = nearer || distance(tok, s.token) < distance(e.trigger, s.token)
		}
	}
	finer, proposed := false, false
	for i := range p.sites {
		o := &p.sites[i]
		if o.token == s.token {
			continue
		}
		if amidst(o.token, e.trigger, s.token) {
			sites++
		}
		finer = finer || p.encloses(s, o) && !p.encloses(o, s)
		proposed = proposed || e.proposedBy(o) != ""
	}
	both("acts between", side+strconv.Itoa(min(acts, 3)), rule)
	both("sites between", side+strconv.Itoa(min(sites, 3)), rule)
	both("sites", strconv.Itoa(min(len(p.sites), 4)), rule)
	both("acts", strconv.Itoa(min(others, 3)), strconv.Itoa(min(len(p.sites), 3)))
	both("nearest act", strconv.FormatBool(!nearer), rule)
	both("finer", strconv.FormatBool(finer), rule)
	both("another proposed", strconv.FormatBool(proposed), rule)
	far := "near"
	switch d := distance(e.trigger, s.token); {
	case d > 20:
		far = "20"
	case d > 10:
		far = "10"
	case d > 5:
		far = "5"
	}
	both("far", side+far, rule)
}

func amidst(x, a, b int) bool { return x > min(a, b) && x < max(a, b) }
