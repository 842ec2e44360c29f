package identity

import "strings"

// gender is what is known of whether somebody is spoken of as "he" or as "she".
type gender uint8

const (
	noGender gender = iota
	female
	male
)

// addGiven reads a line of the table of given names.
func (r *Register) addGiven(get func(string) string) error {
	g := male
	if get("gender") == "F" {
		g = female
	}
	for _, n := range names(get("names")) {
		if old, ok := r.genders[n]; ok && old != g {
			r.genders[n] = noGender // a name of both
		} else {
			r.genders[n] = g
		}
	}
	return nil
}

// spokenAs are the titles and role nouns that tell a woman from a man.
var spokenAs = map[string]gender{
	"mr": male, "sir": male, "lord": male, "king": male, "prince": male, "emperor": male, "sultan": male, "emir": male, "pope": male, "father": male,
	"monsieur": male, "herr": male, "señor": male, "husband": male, "son": male, "brother": male, "congressman": male, "chairman": male,
	"spokesman": male, "businessman": male, "man": male, "boy": male, "actor": male, "policeman": male, "crown prince": male, "statesman": male,
	"uncle": male, "nephew": male, "grandfather": male, "gentleman": male, "imam": male, "ayatollah": male, "archbishop": male, "cardinal": male,
	"mrs": female, "ms": female, "miss": female, "lady": female, "dame": female, "madam": female, "baroness": female, "queen": female, "princess": female,
	"wife": female, "daughter": female, "sister": female, "mother": female, "congresswoman": female, "chairwoman": female, "spokeswoman": female,
	"businesswoman": female, "woman": female, "girl": female, "actress": female, "policewoman": female, "aunt": female, "niece": female,
	"widow": female, "grandmother": female, "first lady": female, "duchess": female,
}

// genderOf is what a name with its title, or a nominal, says of its bearer.
func (v *resolver) genderOf(f *found) gender {
	if f.form == Nominal {
		return spokenAs[lemma(f.sc, f.head)]
	}
	for t := f.from; t < f.first; t++ {
		if g := spokenAs[f.sc.fold(t, t)]; g != noGender {
			return g
		}
	}
	first, _, ok := strings.Cut(f.folded, " ")
	if !ok {
		return noGender
	}
	return v.r.genders[first]
}

// genderOfPronoun is the gender that a pronoun asks for.
func genderOfPronoun(word string) gender {
	switch word {
	case "he", "him", "his", "himself":
		return male
	case "she", "her", "hers", "herself":
		return female
	}
	return noGender
}
