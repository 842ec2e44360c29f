package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// linkHomes gives those whom the text calls by an office without a state the state that it is
// written in or about: "Defence Minister Ann Lee" of a report from The Hague. The id of the
// actor stays as it is: what is concluded here may differ from article to article.
func (v *resolver) linkHomes() {
	home := v.dateline()
	why := "the state of the dateline"
	if home == "" {
		home, why = v.mainState(), "the state that the text is about"
	}
	if home == "" {
		return
	}
	for i := range v.found {
		for _, f := range v.found[i] {
			state, says := home, why
			if f.actor < 0 || !f.titled || f.title.use != roleOffice || v.actors[f.actor].Register != nil {
				continue
			}
			p := &v.profiles[f.actor]
			if s := f.title.first(); p.Kind != graph.Official || p.Country != "" || !precise[s] && s != "GOV" {
				continue
			}
			if withoutMinisters[state] && v.titledMinister(f) {
				if state, says = v.actingBefore(i, f), "the state that acts before"; state == "" {
					continue
				}
			}
			p.Country = state
			f.step(v.doc, "state.home", says, f.first, f.last)
		}
	}
}

// dateline is the state of the place that a report begins with: "KIGALI (Agency) - ".
func (v *resolver) dateline() string {
	if len(v.scans) == 0 {
		return ""
	}
	sc := v.scans[0]
	for t := range min(len(sc.Tokens), 12) {
		switch sc.Tokens[t].Text {
		case "-", "—", "–", "--":
			if t == 0 || sc.covered[0] < 0 {
				return ""
			}
			for _, f := range v.found[0] {
				if f.first == 0 && (f.typ == TypePlace || f.typ == TypeCountry) {
					return cmp.Or(f.land, f.country)
				}
			}
			return ""
		}
	}
	return ""
}

// withoutMinisters are states whose departments are led by secretaries.
var withoutMinisters = map[string]bool{"USA": true}

func (v *resolver) titledMinister(f *found) bool {
	return strings.Contains(strings.ToLower(f.sc.text(v.doc, f.from, f.first)), "minister ")
}

// actingBefore is the state that is named as an actor last before a title, in its sentence or the
// one before, "" where none is.
func (v *resolver) actingBefore(sentence int, title *found) string {
	for s := sentence; s >= max(0, sentence-1); s-- {
		for _, f := range slices.Backward(v.found[s]) {
			if f.actor >= 0 && f.typ == TypeCountry && (s < sentence || f.last < title.from) {
				return v.profiles[f.actor].Country
			}
		}
	}
	return ""
}

// reported is the state that a text reports from and speaks of no less than of any other: "the
// army" of a report from Bamako is that of Mali.
func (v *resolver) reported() string {
	home := v.dateline()
	for _, n := range v.evidence {
		if n > v.evidence[home] {
			return ""
		}
	}
	return home
}
