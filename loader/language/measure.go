package language

// IsMeasure reports whether a noun, by its lemma in lower case, is what time, ways, money and
// shares are counted in: it stands beside a verb without being done something to, and no pronoun
// takes it up.
func IsMeasure(lemma string) bool { return measures[lemma] }

var measures = map[string]bool{
	"second": true, "minute": true, "hour": true, "day": true, "night": true, "week": true, "month": true, "year": true, "decade": true, "century": true,
	"time": true, "mile": true, "kilometre": true, "kilometer": true, "metre": true, "meter": true, "percent": true, "dollar": true, "euro": true,
}
