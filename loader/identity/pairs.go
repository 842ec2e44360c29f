package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// mentioned is where an actor is spoken of, for words that take up several at once.
type mentioned struct {
	actor, token int
}

// pair is whom "the two groups", "both companies" take up: the two of that sort who are named in
// the nearest sentence before that names any, or in the whole text. Nil where there are more or fewer.
func (v *resolver) pair(n *nominal, sentence int) []int {
	if !n.many || n.with != nil || n.country != "" || n.owned || len(n.codes) > 0 {
		return nil
	}
	switch {
	case n.count == nil: // "the rights groups", of the two that are the subject before it
		if !n.definite || !n.role.isBody() || n.role.use == roleAgency || sentence == 0 {
			return nil
		}
		fits, two := v.alike(n), v.together(sentence)
		if fits == nil || len(two) != 2 || !fits(&v.profiles[two[0]]) || !fits(&v.profiles[two[1]]) {
			return nil
		}
		return two
	case n.count.High == nil || *n.count.High != 2, !n.definite && n.sc.lower(v.tokenAt(n.sc, n.count.Span.Start)) != "both":
		return nil
	}
	fits := v.alike(n)
	if fits == nil {
		return nil
	}
	var all []int
	for i, m := range v.named() {
		if i > 1000 {
			return nil // a list of names, no story of two
		}
		if (m.sentence < sentence || m.sentence == sentence && m.token < n.first) && fits(&v.profiles[m.actor]) {
			if all = append(all, m.actor); len(all) > 2 {
				break
			}
		}
	}
	if len(all) == 2 {
		return all
	}
	for s := sentence; s >= max(0, sentence-2); s-- {
		if len(v.found[s]) > 50 {
			return nil // a list of names, no sentence
		}
		var near []int
		for _, f := range v.found[s] {
			if f.actor >= 0 && v.actors[f.actor].Named && (s < sentence || f.last < n.first) && fits(&v.profiles[f.actor]) && !slices.Contains(near, f.actor) {
				near = append(near, f.actor)
			}
		}
		if len(near) == 2 {
			return near
		}
		if len(near) > 0 {
			return nil
		}
	}
	return nil
}

// tokenAt is the token of a sentence that begins at an offset, -1 for none.
func (v *resolver) tokenAt(sc *scan, start int) int {
	at, ok := slices.BinarySearchFunc(sc.Tokens, start, func(t language.Token, start int) int { return t.Start - start })
	if !ok {
		return -1
	}
	return at
}

// alike tells which actors a noun for two of a sort can mean, nil for nouns that it cannot.
func (v *resolver) alike(n *nominal) func(*Profile) bool {
	switch n.role.use {
	case rolePerson, roleOffice:
		if n.role.first() == "CVL" || n.role.use == roleOffice {
			return func(p *Profile) bool { return p.Kind == graph.Person || p.Kind == graph.Official }
		}
		return nil
	case roleGroup, roleOrganization:
		one := *n
		one.noun, one.many = strings.TrimSuffix(n.noun, "s"), false
		if stem, ok := strings.CutSuffix(n.noun, "ies"); ok {
			one.noun = stem + "y"
		}
		switch {
		case strings.HasSuffix(n.noun, "groups"), n.noun == "organizations", n.noun == "organisations", n.noun == "movements", n.noun == "factions":
			return func(p *Profile) bool { return p.Kind == graph.Group || p.Kind == graph.Organization }
		}
		return v.fitting(&one)
	}
	return nil
}

// takeUpAll links a plural pronoun to those who are one subject in the sentence before; false
// where there are none.
func (v *resolver) takeUpAll(sc *scan, token int) bool {
	all := v.together(sc.index)
	for _, a := range all {
		f := newFound(sc, token, token, MentionType(v.profiles[a].Kind))
		f.form, f.actor, f.inferred = Pronoun, a, true
		f.step(v.doc, "pronoun.together", "those whom the sentence before has as one subject: "+v.profiles[a].Name, token, token)
		v.pronoun[sc.index] = append(v.pronoun[sc.index], f)
	}
	return all != nil
}

// together are the actors that a plural pronoun takes up where no single one is several: those
// whom the sentence before has as one subject, "Hamas and Fatah signed a deal". Nil for none.
func (v *resolver) together(sentence int) []int {
	if sentence == 0 || len(v.found[sentence-1])+len(v.nominal[sentence-1]) > 50 {
		return nil
	}
	sc := v.scans[sentence-1]
	if len(sc.Tokens) > 300 {
		return nil
	}
	root := slices.IndexFunc(sc.Tokens, func(t language.Token) bool { return t.Head < 0 })
	if root < 0 {
		return nil
	}
	subject := sc.Child(root, language.NSubj, language.NSubjPass)
	if subject < 0 {
		return nil
	}
	var in []mentioned
	note := func(f *found) {
		if f.actor < 0 || f.bare {
			return
		}
		for t := f.head; t >= 0; t = sc.Tokens[t].Head {
			if t == subject {
				in = append(in, mentioned{f.actor, f.head})
				return
			}
			if r := sc.Tokens[t].Relation; !r.Is(language.Conj) && !r.Is(language.Flat) && !r.Is(language.Compound) && !r.Is(language.NModDesc) {
				return
			}
		}
	}
	for _, f := range v.found[sentence-1] {
		note(f)
	}
	for _, n := range v.nominal[sentence-1] {
		if n.named == nil {
			for _, f := range n.mentions {
				note(f)
			}
		}
	}
	slices.SortStableFunc(in, func(a, b mentioned) int { return cmp.Compare(a.token, b.token) })
	var out []int
	for _, m := range in {
		if !slices.Contains(out, m.actor) {
			out = append(out, m.actor)
		}
	}
	if len(out) < 2 || len(out) > 4 {
		return nil
	}
	return out
}
