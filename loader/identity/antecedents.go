package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// antecedent is the earlier actor that a definite nominal takes up, if only one fits.
func (v *resolver) antecedent(n *nominal, sentence int) (actor int, why string) {
	fighters := n.many && n.role.use == rolePerson && len(n.sectors) > 0 && (n.sectors[0] == "REB" || n.sectors[0] == "UAF")
	if !n.definite || n.many && !fighters || n.count != nil || n.with != nil || len(n.codes) > 0 {
		return -1, ""
	}
	if n.role.use == roleOffice || n.role.use == rolePerson && !fighters {
		a := -1
		for _, t := range v.titles {
			if (t.title == n.noun || strings.HasSuffix(t.title, " "+n.noun)) && (n.country == "" || v.profiles[t.actor].Country == n.country) && t.actor != a {
				if a >= 0 {
					return -1, ""
				}
				a = t.actor
			}
		}
		if a < 0 {
			if n.role.use == rolePerson {
				return v.byCalling(n, sentence), "the only person whom this and the last sentence name, and whom the noun fits"
			}
			a = v.untitledLeader(n, sentence)
			return a, "the one leader of a state that the text names, and names without a title"
		}
		return a, "the one person of this text with this title"
	}
	fits := v.fitting(n)
	if fits == nil {
		return -1, ""
	}
	suits := func(m firstMention) bool {
		p := &v.profiles[m.actor]
		if n.noun == "bloc" && v.isOrgan(m.actor) {
			return false
		}
		return (m.sentence < sentence || m.sentence == sentence && m.token < n.first) && fits(p) && (n.country == "" || p.Country == n.country)
	}
	if a := soleOf(v.named(), suits); a >= 0 {
		return a, "the only one named so far that the noun fits"
	}
	var near []firstMention
	for s := max(0, sentence-1); s <= sentence; s++ {
		if len(v.found[s]) > 200 {
			return -1, "" // a list of names, no sentence
		}
		for _, f := range v.found[s] {
			if f.actor >= 0 && v.actors[f.actor].Named {
				near = append(near, firstMention{s, f.first, f.actor})
			}
		}
	}
	if a := soleOf(near, suits); a >= 0 {
		return a, "the only one named in this and the last sentence that the noun fits"
	}
	return -1, ""
}

// isOrgan reports whether an actor is a part of a body of the register.
func (v *resolver) isOrgan(actor int) bool {
	reg := v.actors[actor].Register
	if reg == nil {
		return false
	}
	e, ok := v.r.Lookup(reg.Key)
	return ok && e.Parent != ""
}

// callings are the spheres of which a text calls somebody whom it has just named by his trade:
// "Ade Balogun studied in Oslo. The Nigerian writer".
var callings = map[graph.Sector]bool{"BUS": true, "JRN": true, "EDU": true, "REL": true, "JUD": true, "PTY": true, "LAB": true, "AGR": true, "SOC": true}

// byCalling is the one person named in this sentence and the one before whom "the banker" or "the
// French writer" can mean, -1 where there are more, or somebody of another state or sphere.
func (v *resolver) byCalling(n *nominal, sentence int) int {
	if len(n.role.sectors) > 0 && !callings[n.role.first()] && n.country == "" || n.owned {
		return -1
	}
	var near []firstMention
	for s := max(0, sentence-1); s <= sentence; s++ {
		if len(v.found[s]) > 50 {
			return -1
		}
		for _, f := range v.found[s] {
			if f.actor >= 0 && v.isPerson(f.actor) && (s < sentence || f.last < n.first) {
				near = append(near, firstMention{s, f.first, f.actor})
			}
		}
	}
	a := soleOf(near, func(firstMention) bool { return true })
	if a < 0 {
		return -1
	}
	p := &v.profiles[a]
	switch {
	case n.country != "" && p.Country != "" && p.Country != n.country:
		return -1
	case len(p.Sectors) > 0 && n.role.first() != "CVL" && n.role.first() != "" && !slices.Contains(p.Sectors, n.role.first()):
		return -1
	}
	return a
}

// untitledLeader is who "the prime minister" means in a text that has named one leader of a
// state without saying what he is, -1 where it does not.
func (v *resolver) untitledLeader(n *nominal, sentence int) int {
	switch n.noun {
	case "prime minister", "president", "premier", "chancellor":
	default:
		return -1
	}
	return soleOf(v.named(), func(m firstMention) bool {
		p, reg := &v.profiles[m.actor], v.actors[m.actor].Register
		if reg == nil || p.Kind != graph.Official || m.sentence > sentence || m.sentence == sentence && m.token > n.first || n.country != "" && p.Country != n.country {
			return false
		}
		e, ok := v.r.Lookup(reg.Key)
		return ok && e.From != 0 && v.inOffice(&e) && !slices.ContainsFunc(v.titles, func(t titledActor) bool { return t.actor == m.actor })
	})
}

// firstMention is where an actor is named.
type firstMention struct{ sentence, token, actor int }

// soleOf is the one actor among the mentions that suits, -1 for none or several.
func soleOf(list []firstMention, suits func(firstMention) bool) int {
	sole := -1
	for _, m := range list {
		if m.actor == sole || !suits(m) {
			continue
		}
		if sole >= 0 {
			return -1
		}
		sole = m.actor
	}
	return sole
}

// named lists the first mention by name of every actor, made once after the names are linked.
func (v *resolver) named() []firstMention {
	if v.firsts == nil {
		seen := map[int]bool{}
		v.firsts = []firstMention{}
		for s, names := range v.found {
			for _, f := range names {
				if f.actor >= 0 && v.actors[f.actor].Named && !seen[f.actor] {
					seen[f.actor] = true
					v.firsts = append(v.firsts, firstMention{s, f.first, f.actor})
				}
			}
		}
	}
	return v.firsts
}

// fitting tells which named actors a general noun can take up, nil for other nouns.
func (v *resolver) fitting(n *nominal) func(*Profile) bool {
	kinds := func(ks ...graph.ActorKind) func(*Profile) bool {
		return func(p *Profile) bool {
			for _, k := range ks {
				if p.Kind == k {
					return true
				}
			}
			return false
		}
	}
	sector := func(k graph.ActorKind, s ...graph.Sector) func(*Profile) bool {
		return func(p *Profile) bool {
			if p.Kind != k {
				return false
			}
			for _, x := range p.Sectors {
				for _, y := range s {
					if x == y {
						return true
					}
				}
			}
			return false
		}
	}
	if (n.role.use == roleGroup || n.role.use == rolePerson) && len(n.role.sectors) > 0 && (n.role.sectors[0] == "REB" || n.role.sectors[0] == "UAF") {
		return sector(graph.Group, "REB", "UAF")
	}
	switch n.noun {
	case "group", "movement", "faction":
		return kinds(graph.Group)
	case "organization", "organisation", "alliance", "network", "charity", "foundation", "watchdog", "think tank", "aid agency", "aid group", "ngo":
		return kinds(graph.Organization, graph.Group)
	case "bloc": // of states
		return func(p *Profile) bool { return p.Kind == graph.Organization && p.Country == "IGO" }
	case "party", "ruling party", "political party":
		return sector(graph.Group, "PTY")
	case "company", "firm", "corporation", "airline", "manufacturer", "carmaker", "automaker", "retailer", "oil company", "tech company", "startup", "start-up", "bank", "lender":
		return sector(graph.Organization, "BUS")
	case "newspaper", "broadcaster", "magazine", "news agency", "outlet", "news outlet", "publication":
		return sector(graph.Organization, "JRN")
	case "university", "college", "school", "institute":
		return sector(graph.Organization, "EDU")
	case "coalition":
		return func(p *Profile) bool {
			return (p.Kind == graph.Group || p.Kind == graph.Organization) && strings.Contains(graph.Fold(p.Name), n.noun)
		}
	case "agency", "bureau", "ministry", "department", "administration", "government", "commission", "council", "authority", "embassy", "consulate", "committee",
		"command", "army", "navy", "air force", "armed forces", "military", "court", "supreme court", "constitutional court", "tribunal", "parliament", "senate", "congress", "assembly", "police":
		return func(p *Profile) bool {
			return (p.Kind == graph.Agency || p.Kind == graph.Organization) && strings.Contains(graph.Fold(p.Name), n.noun)
		}
	case "intelligence agency", "spy agency", "intelligence service":
		return sector(graph.Agency, "SPY")
	}
	return nil
}

// impliedBody is the state body that a bare "the army" means in a text about one state.
func (v *resolver) impliedBody(n *nominal) (graph.RegisterEntry, bool) {
	if n.role.use != roleAgency || n.many && n.noun != "police" && n.noun != "authorities" && n.noun != "armed forces" || n.with != nil {
		return graph.RegisterEntry{}, false
	}
	code := n.country
	if code == "" {
		if !n.definite && n.noun != "police" && n.noun != "parliament" && !n.sc.capitalised(n.head) {
			return graph.RegisterEntry{}, false
		}
		if code = v.soleState(n.sc, n.first); code == "" {
			code = v.ofState[n.noun] // "the army", where the text has "a Lebanese army patrol"
		}
		if code == "" {
			code = v.reported()
		}
		if code == "" || code == severalStates {
			return graph.RegisterEntry{}, false
		}
	}
	for _, s := range v.r.senses[n.noun] {
		if s.what == senseBody && code != "" && (!s.bound || n.country != "" || v.evidence[code] > 1) {
			return v.bodyEntry(int(s.at), code)
		}
	}
	return graph.RegisterEntry{}, false
}

// soleState is the state that a body without one belongs to: the only one that the text
// speaks of, or the one whose land the sentence names before it: "In Lebanon, the army".
func (v *resolver) soleState(sc *scan, before int) string {
	if len(v.evidence) == 1 {
		for code := range v.evidence {
			return code
		}
	}
	code := ""
	for _, f := range v.found[sc.index] {
		at := f.country
		if f.land != "" {
			at = f.land
		}
		if f.place < 0 || at == "" || at == code || f.last >= before {
			continue
		}
		if word, _ := v.preposition(sc, f.first, f.head); !within[word] {
			continue
		}
		if code != "" {
			return ""
		}
		code = at
	}
	return code
}

// within are prepositions that say where the whole sentence plays.
var within = map[string]bool{"in": true, "at": true, "near": true, "across": true, "throughout": true, "inside": true, "around": true, "outside": true, "of": true}
