package identity

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// linkPronouns takes up an actor by a pronoun: "he" and "she" the person who stands out
// among those before it, other pronouns only where agreement and distance leave one.
func (v *resolver) linkPronouns() {
	v.pronoun = make([][]*found, len(v.scans))
	v.gender = map[int]gender{}
	for i, sc := range v.scans {
		v.newlyMentioned(i)
		for t := range sc.Tokens {
			pos := sc.Tokens[t].POS
			if pos != language.PRON && pos != language.DET {
				continue
			}
			word := sc.lower(t)
			a, rule, says := -1, "pronoun", "agrees with one actor in this and the last sentence: "
			if g := genderOfPronoun(word); g != noGender {
				a, rule, says = v.mostSalient(i, t, g), "pronoun.salient", "the person who stands out before it, by nearness and role in the sentence: "
			} else if agrees := pronounAgrees(word); agrees != nil {
				back := 1
				if word == "them" && v.thingsBefore(sc, t) {
					back = 0 // "Hungary sent nobody to the talks, and Slovakia boycotted them"
				}
				a = v.soleActor(i, t, back, agrees)
				if a < 0 && back == 0 {
					continue
				}
			}
			if a < 0 && (word == "they" || word == "them" || word == "their") && v.takeUpAll(sc, t) {
				continue
			}
			if a < 0 {
				v.nobodyBefore(sc, t, word)
				continue
			}
			f := newFound(sc, t, t, MentionType(v.profiles[a].Kind))
			f.form, f.actor, f.inferred = Pronoun, a, true
			f.step(v.doc, rule, says+v.profiles[a].Name, t, t)
			v.pronoun[i] = append(v.pronoun[i], f)
			if g := genderOfPronoun(word); g != noGender {
				v.gender[a] = g
				v.spoken = append(v.spoken, f)
			}
		}
	}
}

// nobodyBefore makes an unnamed person of a pronoun that can mean nobody the text has spoken of
// so far: a text that begins with "He", and whoever tells it as "I". Later pronouns take that
// person up again.
func (v *resolver) nobodyBefore(sc *scan, token int, word string) {
	teller := word == "i" || word == "my" || word == "me" || word == "myself"
	if genderOfPronoun(word) == noGender && !teller || quoted(sc, token) {
		return
	}
	f := newFound(sc, token, token, TypePerson)
	f.form = Pronoun
	switch {
	case teller && v.teller > 0:
		f.actor, f.inferred = v.teller-1, true
		f.step(v.doc, "pronoun.teller", "who tells the text", token, token)
	case teller:
		v.makeUnnamed(f, &nominal{}, token, "who tells the text, and does not say his name")
		v.teller = f.actor + 1
	case slices.ContainsFunc(v.spoken, func(o *found) bool { return o.actor != v.teller-1 }):
		return
	default:
		v.makeUnnamed(f, &nominal{}, token, "somebody whom the text has not named")
		v.spoken = append(v.spoken, f)
		v.gender[f.actor] = genderOfPronoun(word)
	}
	v.pronoun[sc.index] = append(v.pronoun[sc.index], f)
}

// pronounAgrees says which actors a pronoun can take up, nil for other words.
func pronounAgrees(word string) func(p *Profile, many bool) bool {
	switch word {
	case "they", "them", "their", "themselves":
		return func(p *Profile, many bool) bool { return many || p.Kind == graph.Group }
	case "its", "itself":
		return func(p *Profile, many bool) bool {
			return !many && p.Kind != graph.Person && p.Kind != graph.Official
		}
	}
	return nil
}

// thingsBefore reports whether a sentence speaks of several things before a token, which a
// pronoun may mean then.
func (v *resolver) thingsBefore(sc *scan, token int) bool {
	for t := range token {
		if sc.Tokens[t].Tag != "NNS" || sc.covered[t] >= 0 || language.IsMeasure(lemma(sc, t)) {
			continue
		}
		if !slices.ContainsFunc(v.nominal[sc.index], func(n *nominal) bool {
			return slices.ContainsFunc(n.mentions, func(f *found) bool { return f.first <= t && t <= f.last })
		}) {
			return true
		}
	}
	return false
}

// soleActor is the one actor before a token that agrees: in its sentence, else in one of those
// right before it, as many as back says.
func (v *resolver) soleActor(sentence, token, back int, agrees func(*Profile, bool) bool) int {
	for s := sentence; s >= max(0, sentence-back); s-- {
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
