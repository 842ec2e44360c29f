package identity

import (
	"cmp"

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
			if f.actor < 0 || !f.titled || f.title.use != roleOffice || v.actors[f.actor].Register != nil {
				continue
			}
			p := &v.profiles[f.actor]
			if s := f.title.first(); p.Kind != graph.Official || p.Country != "" || !precise[s] && s != "GOV" {
				continue
			}
			p.Country = home
			f.step(v.doc, "state.home", why, f.first, f.last)
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
