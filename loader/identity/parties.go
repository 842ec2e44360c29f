package identity

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// partyWords are the words of which many states name a party: the name alone says of no state.
var partyWords = map[string]bool{
	"republican": true, "democrat": true, "democratic": true, "conservative": true, "liberal": true, "labour": true, "labor": true, "socialist": true,
	"communist": true, "green": true, "national": true, "nationalist": true, "progressive": true, "people": true, "peoples": true, "social": true, "christian": true,
	"workers": true, "worker": true, "unionist": true, "centre": true, "center": true, "reform": true, "independence": true, "freedom": true, "justice": true, "radical": true,
}

// anyStates reports whether a name is one that parties of many states bear: "Republicans",
// "Labour Party".
func anyStates(folded string) bool {
	words := strings.Fields(folded)
	if len(words) > 0 && (words[len(words)-1] == "party" || words[len(words)-1] == "parties") {
		words = words[:len(words)-1]
	}
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		return !partyWords[w] && !partyWords[strings.TrimSuffix(w, "s")] && w != "and" && w != "the" && w != "s"
	})
}

// elsewhereParty is the state whose party a general name means where the text never speaks of
// the one whose party the register knows by it: the Republicans of a text about France. It is ""
// where the register's is meant.
func (v *resolver) elsewhereParty(e *Entry, folded string) string {
	if e.Kind != graph.Group || !slices.Contains(e.Sectors, "PTY") || e.own || v.evidence[string(e.Country)] > 0 || !anyStates(folded) {
		return ""
	}
	return v.prevailing()
}

// elsewhereBody is the entry of the body that a bare name means in a text that is far more about
// another state than about that of the register's first body of this name, where that state calls
// its own so: the Congress of a text about Peru. It is -1 where the register's is meant.
func (v *resolver) elsewhereBody(e *Entry, folded string) int {
	home := v.prevailing()
	if e.Kind != graph.Agency || e.own || home == "" || home == string(e.Country) || v.evidence[home] <= 2*v.evidence[string(e.Country)] {
		return -1
	}
	for _, slug := range e.bodies {
		if at, ok := v.r.bodyOf[home+" "+slug]; ok && folded != "" {
			name := graph.Fold(v.r.entries[at].Name)
			if strings.HasPrefix(name, folded+" of ") || strings.HasPrefix(name, "national "+folded+" of ") {
				return at
			}
		}
	}
	return -1
}

// prevailing is the state that the text speaks of more than of any other, "" for none.
func (v *resolver) prevailing() string {
	best, most, tie := "", 0, false
	for code, n := range v.evidence { // the maximum and whether two share it: the order does not matter
		switch {
		case !graph.IsState(code):
		case n > most:
			best, most, tie = code, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// partyOffices are those that a party has itself, so that the word before them names it.
var partyOffices = map[string]bool{
	"leader": true, "chief": true, "chairman": true, "chairwoman": true, "chair": true, "treasurer": true, "spokesman": true, "spokeswoman": true, "spokesperson": true,
	"leadership": true, "party": true, "manifesto": true, "conference": true, "headquarters": true, "government": true,
}

// ofParty is the register's party that one word for a creed names in a text about its state: "Labour",
// "the Labour leader". -1 where the word only says of somebody what he thinks.
func (v *resolver) ofParty(sc *scan, f *found) int {
	t := &sc.Tokens[f.last]
	if t.POS == language.ADJ && !partyOffices[sc.lower(f.last+1)] || v.modifies(sc, f.last) && !partyOffices[sc.lower(f.last+1)] {
		return -1
	}
	best := -1
	for _, s := range v.r.senses[f.folded+" party"] {
		if s.what != senseActor {
			continue
		}
		e := &v.r.entries[s.at]
		if n := v.evidence[string(e.Country)]; n > 0 && (best < 0 || n > v.evidence[string(v.r.entries[best].Country)]) {
			best = int(s.at)
		}
	}
	return best
}
