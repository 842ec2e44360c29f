package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// linkNominals finds the actor of every nominal: the name it stands beside, an earlier
// actor that it takes up, else a new one without a name.
func (v *resolver) linkNominals() {
	type key struct{ noun, country string }
	unnamed := map[key][]int{}
	for i, list := range v.nominal {
		for _, n := range list {
			switch {
			case n.several != nil:
				for _, o := range n.several {
					if o.actor < 0 {
						continue
					}
					f := n.found
					f.actor, f.typ, f.count = o.actor, MentionType(v.profiles[o.actor].Kind), nil
					f.step(v.doc, "nominal.beside", "stands before the names", n.first, n.last)
					n.mentions = append(n.mentions, &f)
				}
				continue
			case n.named != nil:
				if n.named.actor < 0 {
					continue
				}
				n.actor, n.typ = n.named.actor, MentionType(v.profiles[n.named.actor].Kind)
				n.step(v.doc, "nominal.beside", "stands beside the name", n.first, n.last)
				n.mentions = append(n.mentions, &n.found)
				if n.role.use == roleOffice || n.role.use == rolePerson {
					v.titles = append(v.titles, titledActor{n.noun, n.actor})
				}
				continue
			case len(n.codes) > 1:
				for _, o := range n.codes {
					f := n.found
					f.country = o.code
					one := nominal{found: f, noun: singular(n.noun), role: n.role, definite: n.definite}
					if e, ok := v.impliedBody(&one); ok {
						f.actor, f.typ = v.fromRegister(e), TypeAgency
						f.step(v.doc, "body.listed", "the body of one of the states that are listed: "+o.code, o.token, o.token)
						n.mentions = append(n.mentions, &f)
						continue
					}
					if e, ok := v.officeHolder(n, one.noun, o.code); ok {
						f.actor, f.typ, f.inferred = v.fromRegister(e.RegisterEntry), TypeOfficial, true
						f.step(v.doc, "office.date", "the register knows who held the office of "+o.code+" on the day of the article", f.first, f.last)
						v.naming(n.sc, o.token)
						n.mentions = append(n.mentions, &f)
						continue
					}
					v.makeUnnamed(&f, n, o.token, "one of the states listed behind the noun: "+o.code)
					v.naming(n.sc, o.token)
					n.mentions = append(n.mentions, &f)
				}
				continue
			}
			if len(n.codes) == 1 && n.country == "" {
				n.country = n.codes[0].code
				if n.role.use != roleGroup && n.role.use != roleAgency && n.sc.lower(n.last+1) != "in" {
					v.naming(n.sc, n.codes[0].token)
				}
			}
			if n.country == "" && v.evidence["USA"] > 0 && strings.Contains(n.sc.fold(n.first, n.last), "administration ") {
				n.country = "USA" // only there is the government called so without a name
			}
			if n.with != nil && n.with.actor >= 0 {
				p := &v.profiles[n.with.actor]
				if n.country == "" {
					n.country = p.Country
				}
				if p.Kind == graph.Agency && boardroom[singular(n.noun)] && len(p.Sectors) > 0 {
					n.holdsOffice(p.Sectors)
				}
				if p.Kind != graph.Country && (n.role.use == rolePerson || n.role.use == roleOffice) {
					n.sectors = mergeSpheres(p.Sectors, n.sectors)
				}
			}
			if two := v.pair(n, i); two != nil {
				for _, a := range two {
					f := n.found
					f.actor, f.inferred, f.typ, f.count = a, true, MentionType(v.profiles[a].Kind), nil
					f.step(v.doc, "nominal.pair", "two of this sort are named before: "+v.profiles[a].Name, n.first, n.last)
					n.mentions = append(n.mentions, &f)
				}
				continue
			}
			k := key{singular(n.noun), n.country}
			again := n.definite && len(unnamed[k]) == 1 && n.count == nil && n.with == nil
			if a, why := v.antecedent(n, i); a >= 0 && !(again && n.many) {
				n.actor, n.inferred, n.typ = a, true, MentionType(v.profiles[a].Kind)
				n.step(v.doc, "nominal.refers", why, n.first, n.last)
				n.mentions = append(n.mentions, &n.found)
				if n.role.use == rolePerson && v.isPerson(a) {
					v.titles = append(v.titles, titledActor{n.noun, a})
				}
				continue
			}
			if e, ok := v.bodyHead(n); ok {
				n.actor, n.inferred, n.typ = v.fromRegister(e.RegisterEntry), true, MentionType(e.Kind)
				n.step(v.doc, "office.head", "the register knows who led this body on the day of the article", n.first, n.last)
				v.titles = append(v.titles, titledActor{n.noun, n.actor})
				n.mentions = append(n.mentions, &n.found)
				continue
			}
			if e, ok := v.officeHolder(n, n.noun, n.country); ok && !n.many && (!n.owned || n.country != "") && n.with == nil {
				n.actor, n.inferred, n.typ = v.fromRegister(e.RegisterEntry), true, TypeOfficial
				n.step(v.doc, "office.date", "the register knows who held this office on the day of the article", n.first, n.last)
				v.titles = append(v.titles, titledActor{n.noun, n.actor})
				n.mentions = append(n.mentions, &n.found)
				continue
			}
			if e, ok := v.impliedBody(n); ok {
				n.actor, n.inferred, n.typ = v.fromRegister(e), true, TypeAgency
				n.step(v.doc, "body.implied", "the state is the only one of the text, or the one where the sentence plays", n.first, n.last)
				n.mentions = append(n.mentions, &n.found)
				continue
			}
			if again {
				n.actor, n.inferred = unnamed[k][0], true
				n.typ = MentionType(v.profiles[n.actor].Kind)
				n.step(v.doc, "nominal.again", "the same words again, with \"the\"", n.first, n.last)
			} else {
				v.makeUnnamed(&n.found, n, n.head, "a noun that says what somebody is")
				unnamed[k] = append(unnamed[k], n.actor)
			}
			n.mentions = append(n.mentions, &n.found)
		}
	}
	v.quantified()
}

// singular takes the plural ending off for comparing "two soldiers" with "the soldier".
func singular(noun string) string {
	if strings.HasSuffix(noun, "men") {
		return strings.TrimSuffix(noun, "men") + "man"
	}
	return strings.TrimSuffix(noun, "s")
}

// makeUnnamed makes the actor of a nominal. at is the token that its id hangs on.
func (v *resolver) makeUnnamed(f *found, n *nominal, at int, why string) {
	id := graph.UnnamedActorID(v.c.Article, v.anchor(f.sc, at))
	f.actor = v.actor(graph.ActorRecord{ID: id}, Profile{
		Name: v.doc.Slice(f.sc.SpanOf(f.first, f.last)), Kind: graph.ActorKind(f.typ), Country: f.country, Sectors: n.sectors, Count: f.count,
	})
	f.step(v.doc, "nominal.unnamed", why, f.first, f.last)
}

// naming marks the name of a state that only says whose somebody is: it does not act.
func (v *resolver) naming(sc *scan, token int) {
	for _, f := range v.found[sc.index] {
		if f.first <= token && token <= f.last && f.typ == TypeCountry {
			f.bare, f.actor, f.place, f.land = true, -1, -1, ""
			f.step(v.doc, "country.of", "says of which state somebody is", f.first, f.last)
		}
	}
}

// quantified finds "some at the Pentagon", "others in Hamas": unnamed people of a body.
func (v *resolver) quantified() {
	for i, sc := range v.scans {
		for t := 0; t+2 < len(sc.Tokens); t++ {
			switch sc.lower(t) {
			case "some", "others", "many", "several":
			default:
				continue
			}
			if w := sc.lower(t + 1); w != "at" && w != "in" && w != "within" && w != "inside" {
				continue
			}
			for _, f := range v.found[i] {
				if f.actor < 0 || f.first < t+2 || f.first > t+3 || f.typ != TypeAgency && f.typ != TypeOrganization && f.typ != TypeGroup {
					continue
				}
				p := v.profiles[f.actor]
				kind := graph.Group
				if p.Kind == graph.Agency {
					kind = graph.Official
				}
				m := newFound(sc, t, t, MentionType(kind))
				m.form, m.head, m.country = Nominal, t, p.Country
				n := &nominal{found: *m}
				n.sectors = p.Sectors
				v.makeUnnamed(&n.found, n, t, "unnamed people of "+p.Name)
				n.mentions = append(n.mentions, &n.found)
				v.nominal[i] = append(v.nominal[i], n)
				break
			}
		}
	}
}
