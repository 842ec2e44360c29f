package identity

import (
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// linkPronouns takes up an actor by a pronoun where agreement and distance leave one.
func (v *resolver) linkPronouns() {
	v.pronoun = make([][]*found, len(v.scans))
	for i, sc := range v.scans {
		for t := range sc.Tokens {
			agrees := pronounAgrees(sc.lower(t), sc.Tokens[t].POS)
			if agrees == nil {
				continue
			}
			a := v.soleActor(i, t, agrees)
			if a < 0 {
				continue
			}
			f := newFound(sc, t, t, MentionType(v.profiles[a].Kind))
			f.form, f.actor, f.inferred = Pronoun, a, true
			f.step(v.doc, "pronoun", "agrees with one actor in this and the last sentence: "+v.profiles[a].Name, t, t)
			v.pronoun[i] = append(v.pronoun[i], f)
		}
	}
}

// pronounAgrees says which actors a pronoun can take up, nil for other words.
func pronounAgrees(word string, pos language.UPOS) func(p *Profile, many bool) bool {
	if pos != language.PRON && pos != language.DET {
		return nil
	}
	switch word {
	case "he", "him", "his", "she", "her", "himself", "herself":
		return func(p *Profile, many bool) bool {
			return !many && (p.Kind == graph.Person || p.Kind == graph.Official)
		}
	case "they", "them", "their", "themselves":
		return func(p *Profile, many bool) bool { return many || p.Kind == graph.Group }
	case "its", "itself":
		return func(p *Profile, many bool) bool {
			return !many && p.Kind != graph.Person && p.Kind != graph.Official
		}
	}
	return nil
}

// soleActor is the one actor before a token that agrees: in its sentence, else in the one
// before it.
func (v *resolver) soleActor(sentence, token int, agrees func(*Profile, bool) bool) int {
	for s := sentence; s >= max(0, sentence-1); s-- {
		if len(v.found[s])+len(v.nominal[s]) > 400 {
			return -1 // a list of names, no sentence
		}
		seen := -1
		see := func(f *found, many bool) bool {
			if f.actor < 0 || s == sentence && f.last >= token || !agrees(&v.profiles[f.actor], many) {
				return true
			}
			if seen >= 0 && seen != f.actor {
				return false
			}
			seen = f.actor
			return true
		}
		for _, f := range v.found[s] {
			if !see(f, false) {
				return -1
			}
		}
		for _, n := range v.nominal[s] {
			for _, f := range n.mentions {
				if !see(f, n.many) {
					return -1
				}
			}
		}
		for _, f := range v.pronoun[s] {
			if !see(f, v.profiles[f.actor].Kind == graph.Group) {
				return -1
			}
		}
		if seen >= 0 {
			return seen
		}
	}
	return -1
}
