package identity

import (
	"cmp"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

const (
	reach    = 5  // sentences back in which somebody can be meant by a pronoun
	remember = 40 // mentions back, so that lists of names cost no more than other text
	margin   = 6  // by how much the first must stand out before the second
)

// newlyMentioned files the people of a sentence as those that later pronouns can mean, in the
// order of the text, and what the mentions say of their gender.
func (v *resolver) newlyMentioned(sentence int) {
	from := len(v.spoken)
	for _, f := range v.found[sentence] {
		v.speakOf(f)
	}
	for _, n := range v.nominal[sentence] {
		if n.many {
			continue
		}
		for _, f := range n.mentions {
			v.speakOf(f)
		}
	}
	slices.SortStableFunc(v.spoken[from:], func(a, b *found) int { return cmp.Compare(a.first, b.first) })
}

func (v *resolver) speakOf(f *found) {
	if f.actor < 0 || !v.isPerson(f.actor) {
		return
	}
	v.spoken = append(v.spoken, f)
	if g := v.genderOf(f); g != noGender && v.gender[f.actor] == noGender {
		v.gender[f.actor] = g
	}
}

func (v *resolver) isPerson(actor int) bool {
	k := v.profiles[actor].Kind
	return k == graph.Person || k == graph.Official
}

// mostSalient is the person before a pronoun who stands out: by nearness, by being a subject,
// by having been taken up by pronouns before. -1 where two come close to each other.
func (v *resolver) mostSalient(sentence, token int, g gender) int {
	type rival struct{ actor, score, times int }
	var rivals []rival
	sc := v.scans[sentence]
	for n := len(v.spoken) - 1; n >= max(0, len(v.spoken)-remember); n-- {
		f := v.spoken[n]
		far := sentence - f.sc.index
		if far > reach {
			break
		}
		if far == 0 && f.last >= token || v.gender[f.actor] != noGender && v.gender[f.actor] != g {
			continue
		}
		score := v.salience(f, sc, token, far)
		if score < 0 {
			continue
		}
		if at := slices.IndexFunc(rivals, func(r rival) bool { return r.actor == f.actor }); at >= 0 {
			rivals[at].score, rivals[at].times = max(rivals[at].score, score), rivals[at].times+1
		} else {
			rivals = append(rivals, rival{f.actor, score, 1})
		}
	}
	for i := range rivals {
		rivals[i].score += 3 * min(rivals[i].times, 5)
		if v.gender[rivals[i].actor] == g {
			rivals[i].score += 10
		}
	}
	slices.SortStableFunc(rivals, func(a, b rival) int { return cmp.Compare(b.score, a.score) })
	if len(rivals) == 0 || len(rivals) > 1 && rivals[0].score-rivals[1].score < margin {
		return -1
	}
	return rivals[0].actor
}

// salience is how much one mention of a person stands out for a pronoun, -1 where it cannot
// be meant.
func (v *resolver) salience(f *found, sc *scan, token, far int) int {
	score := 100 - 16*far
	head := &f.sc.Tokens[f.head]
	for n := 0; n < 8 && head.Relation.Is(language.Conj) && head.Head >= 0; n++ {
		head = &f.sc.Tokens[head.Head] // as the one it is listed with
	}
	switch {
	case head.Relation.Is(language.NSubj):
		score += 22
	case head.Relation.Is(language.Obj), head.Relation.Is(language.IObj):
		score += 6
	case head.Relation.Is(language.NModPoss):
		score += 4
	case head.Relation.Is(language.Appos), head.Relation.Is(language.Flat):
		score += 4
	}
	switch f.form {
	case Pronoun:
		score += 8
	case Nominal:
		score -= 14
		if v.actors[f.actor].Named {
			score += 14
		}
	}
	if far > 0 || f.sc != sc {
		return score
	}
	// Within one clause another word would be used: "Lee asked him" is not Lee himself.
	p := &sc.Tokens[token]
	own := p.Relation.Is(language.NModPoss)
	if !own && p.Head >= 0 && p.Head == head.Head && !reflexive(sc.lower(token)) {
		return -1
	}
	if head.Relation.Is(language.NSubj) && p.Relation.Is(language.NSubj) {
		score += 6
	}
	if head.Relation.Is(language.NSubj) && head.Head >= 0 && speech[lemma(sc, head.Head)] && quoted(sc, token) {
		return -1 // whoever speaks says "I" of himself
	}
	return score
}

func reflexive(word string) bool { return word == "himself" || word == "herself" }

// quoted reports whether a token stands between quotation marks that open in its sentence
// before it.
func quoted(sc *scan, token int) bool {
	open := false
	for t := 0; t < token; t++ {
		switch sc.Tokens[t].Text {
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		case `"`:
			open = !open
		}
	}
	return open
}
