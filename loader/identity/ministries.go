package identity

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// field is what a ministry and the titles of those who work there have in common.
type field struct {
	words []string // of titles; one is enough
	body  string   // a wording of bodies.tsv for the ministry
	not   string   // a state where the word means something else
}

var fields = []field{
	{[]string{"defense", "defence"}, "defence ministry", ""},
	{[]string{"foreign"}, "foreign ministry", ""},
	{[]string{"interior", "home"}, "interior ministry", "USA"},
	{[]string{"finance", "treasury"}, "finance ministry", ""},
	{[]string{"justice"}, "justice ministry", ""},
	{[]string{"health"}, "health ministry", ""},
	{[]string{"trade", "commerce"}, "trade ministry", ""},
	{[]string{"energy", "oil", "petroleum"}, "energy ministry", ""},
	{[]string{"agriculture"}, "agriculture ministry", ""},
	{[]string{"education"}, "education ministry", ""},
	{[]string{"transport", "transportation"}, "transport ministry", ""},
	{[]string{"labor", "labour"}, "labour ministry", ""},
}

// ranks are the words for those who lead a ministry, one of which a title must have: the
// chief justice and a foreign correspondent lead none.
var ranks = []string{"minister", "secretary", "undersecretary"}

// addMinistries adds the body of every office that the text gives to a person of a known
// state: who is deputy secretary of defense of the United States holds office in its
// Department of Defense, named or not.
func (v *resolver) addMinistries(c *Cast) {
	have := map[graph.ID]bool{}
	profile := map[graph.ID]*Profile{}
	for i := range c.Actors {
		have[c.Actors[i].ID] = true
		profile[c.Actors[i].ID] = &c.Profiles[i]
	}
	var names []graph.RegisterEntry
	for _, t := range v.titles {
		p := profile[v.actors[t.actor].ID]
		if p == nil || p.Kind != graph.Official || !graph.IsState(p.Country) {
			continue
		}
		e, ok := v.ministryOf(t.title, p.Country)
		if id := graph.RegisteredActorID(e.Key); ok && !have[id] {
			have[id] = true
			names = append(names, e)
		}
	}
	for _, e := range names {
		c.Actors = append(c.Actors, graph.ActorRecord{ID: graph.RegisteredActorID(e.Key), Named: true, Register: &e})
		c.Profiles = append(c.Profiles, Profile{Name: e.Name, Kind: e.Kind, Country: string(e.Country), Sectors: e.Sectors})
	}
}

// ministryOf is the register's entry for the ministry of a title in a state.
func (v *resolver) ministryOf(title, code string) (graph.RegisterEntry, bool) {
	words := graph.Words(title)
	has := func(list []string) bool {
		return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(words, w) })
	}
	if !has(ranks) {
		return graph.RegisterEntry{}, false
	}
	body := ""
	if code == "USA" && has([]string{"state"}) {
		body = "foreign ministry"
	}
	for _, f := range fields {
		if body == "" && has(f.words) && f.not != code {
			body = f.body
		}
	}
	for _, s := range v.r.senses[body] {
		if s.what == senseBody {
			return v.bodyEntry(int(s.at), code)
		}
	}
	return graph.RegisterEntry{}, false
}
