package coding

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// implied finds the body of a role without "of": who stands before it ("Syria's president",
// "NATO chief", "French minister"), the ministry of its portfolio, else the holder's state.
func (p *passage) implied(holder party, n, first, last int) (party, bool) {
	if c := p.child(n, language.NModPoss); c >= 0 {
		if body := p.named(c, holder); body != nil {
			if prof := &p.r.cast.Profiles[body.actor]; prof.Kind == graph.Country && p.r.lex.is(p.lem[n], "office") { // "Chad's defence minister"
				words := p.span(first, last)
				if a, ok := p.r.ministry(prof.Country, strings.ToLower(p.slice(words))); ok {
					return party{actor: a, token: n, span: words, inferred: true}, true
				}
			}
			return *body, false
		}
		if body, ok := p.local(c, n); ok {
			return body, false
		}
		return party{}, false // "his son", "their leader"
	}
	country := p.r.cast.Profiles[holder.actor].Country
	words := p.span(first, last)
	var before party
	if i := first - 1; i >= 0 {
		m := p.in[i]
		if m < 0 {
			m = p.at[i]
		}
		if m >= 0 && p.r.cast.Mentions[m].Last == i && p.r.cast.Mentions[m].Actor != holder.actor {
			x := &p.r.cast.Mentions[m]
			if body, ok := p.local(x.Head, n); ok {
				return body, false
			}
			if a, ok := p.r.actors[graph.CountryID(x.Country)]; x.Actor >= 0 {
				before = p.mention(m, i)
			} else if ok && graph.IsState(x.Country) {
				before = party{actor: a, token: i, span: p.span(x.First, x.Last), inferred: true}
			}
		}
	}
	if before.span != (graph.Span{}) {
		if p.r.cast.Profiles[before.actor].Kind != graph.Country {
			return before, false
		}
		country = p.r.cast.Profiles[before.actor].Country
	}
	if before.span == (graph.Span{}) && p.unknownBefore(first, n) {
		return party{}, false
	}
	if !p.r.lex.is(p.lem[n], "office") || !graph.IsState(country) || ranks[p.lem[n]] {
		return party{}, false
	}
	if before.span == (graph.Span{}) && p.r.cast.Profiles[holder.actor].Kind != graph.Official {
		return party{}, false // a rebel commander holds no office of his state
	}
	if a, ok := p.r.ministry(country, strings.ToLower(p.slice(words))); ok {
		return party{actor: a, token: n, span: words, inferred: true}, true
	}
	if a, ok := p.r.actors[graph.RegisteredActorID("igo/european-commission")]; ok && p.lem[n] == "commissioner" && before.span == (graph.Span{}) {
		return party{actor: a, token: n, span: words, inferred: true}, true // states have ministers, and its members come from them
	}
	if before.span != (graph.Span{}) {
		return before, false
	}
	if a, ok := p.r.actors[graph.CountryID(country)]; ok {
		return party{actor: a, token: n, span: words, inferred: true}, true
	}
	return party{}, false
}

// ranks say what somebody is, in whatever body: a colonel of a state holds no office in it.
var ranks = map[string]bool{"colonel": true, "captain": true, "marshal": true, "officer": true, "executive": true, "banker": true, "lawyer": true, "attorney": true, "coach": true, "editor": true, "inspector": true}

// local is the body of the town or region that a word names, for an office of such bodies.
func (p *passage) local(tok, n int) (party, bool) {
	m := p.in[tok]
	if m < 0 || p.r.cast.Mentions[m].Place < 0 || !identity.IsLocalOffice(p.lem[n]) {
		return party{}, false
	}
	x := &p.r.cast.Mentions[m]
	a, ok := p.r.actors[identity.LocalBody(&p.r.cast.Places[x.Place])]
	return party{actor: a, token: tok, span: p.span(x.First, x.Last), inferred: true}, ok
}

// unknownBefore reports whether a name that nobody knows stands before a role noun in small
// letters: the leader of something else than the state, as in "the Sunrise leader".
func (p *passage) unknownBefore(first, n int) bool {
	if !lower(p.toks[n].Text) {
		return false
	}
	for i := first; i < n; i++ {
		if p.toks[i].POS == language.PROPN && i > 0 && !lower(p.toks[i].Text) && p.in[i] < 0 {
			return true
		}
	}
	return false
}

func lower(word string) bool { return word == strings.ToLower(word) }

// portfolios are the words by which a ministry and its head share a field.
var portfolios = [][]string{
	{"defense", "defence"}, {"foreign"}, {"interior", "home"}, {"finance", "treasury"}, {"justice"}, {"health"}, {"trade", "commerce"},
	{"energy"}, {"agriculture"}, {"education"}, {"transport", "transportation"}, {"labor", "labour"}, {"homeland"}, {"oil", "petroleum"},
	{"environment"}, {"intelligence"}, {"information"}, {"culture"}, {"state"},
}

// ministry is the one body of a state in the cast whose field the role names.
func (r *reader) ministry(country, role string) (int, bool) {
	words := graph.Words(role)
	for _, field := range portfolios {
		if !anyOf(words, field) {
			continue
		}
		found := -1
		for _, i := range r.agencies[country] {
			prof := &r.cast.Profiles[i]
			name := graph.Words(prof.Name)
			if anyOf(name, field) && anyOf(name, []string{"ministry", "department", "office", "secretariat", "treasury"}) {
				if found >= 0 {
					return 0, false
				}
				found = i
			}
		}
		return found, found >= 0
	}
	return 0, false
}

func anyOf(words, set []string) bool {
	for _, w := range words {
		for _, s := range set {
			if w == s {
				return true
			}
		}
	}
	return false
}
