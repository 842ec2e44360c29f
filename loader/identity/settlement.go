package identity

import "github.com/actorgraph/actorgraph/loader/language"

// settlements are nouns whose name is that of a place: "the village of Ponta", "Ponta village".
var settlements = map[string]bool{
	"village": true, "town": true, "city": true, "hamlet": true, "district": true, "neighborhood": true, "neighbourhood": true,
	"suburb": true, "province": true, "region": true, "settlement": true, "county": true, "commune": true, "municipality": true,
	"governorate": true, "prefecture": true, "township": true, "borough": true, "enclave": true, "island": true, "peninsula": true,
	"valley": true, "quarter": true, "locality": true, "subdistrict": true, "oasis": true, "shantytown": true, "slum": true,
}

// longestList bounds how far back the noun before a list of places is looked for.
const longestList = 24

// settled reports whether a noun of settlements before or behind a name says that it is the
// name of a place: "the village of Ponta", "the towns of Ponta and Alfa", "Ponta district".
func settled(sc *scan, first, last int) bool {
	if next := last + 1; next < len(sc.Tokens) && sc.Tokens[next].POS == language.NOUN && settlements[sc.lower(next)] {
		return next+1 >= len(sc.Tokens) || sc.Tokens[next+1].POS != language.NOUN && sc.lower(next+1) != "'s" && sc.lower(next+1) != "’s"
	}
	several := false
	for i := first - 1; i >= 1 && i > first-longestList; i-- {
		switch w := sc.lower(i); {
		case w == "of":
			noun := lemma(sc, i-1)
			return settlements[noun] && (!several || sc.lower(i-1) != noun)
		case w == "," || w == "and" || w == "or":
			several = true
		case !several || sc.Tokens[i].POS != language.PROPN && sc.Tokens[i].POS != language.PUNCT:
			return false
		}
	}
	return false
}
