package identity

import "strings"

// otherTerm are words before a title that lead away from who holds the office on the day.
var otherTerm = map[string]bool{
	"former": true, "ex": true, "then": true, "late": true, "next": true, "previous": true, "future": true, "deputy": true, "acting": true, "incoming": true,
	"outgoing": true, "elect": true, "a": true, "an": true, "any": true, "new": true, "first": true, "last": true, "interim": true, "no": true, "every": true,
	"another": true, "two": true, "both": true, "vice": true, "assistant": true, "opposition": true, "rebel": true, "regional": true, "self": true,
}

// officeHolder is who a title with a state, or of the only state of the text, means on the
// article's day: "the French president", "Britain's prime minister".
func (v *resolver) officeHolder(n *nominal, noun, code string) (Entry, bool) {
	if n.role.use != roleOffice || !v.holds(n) {
		return Entry{}, false
	}
	if code == "" {
		if !n.definite || noun == "leader" {
			return Entry{}, false
		}
		if code = v.soleState(n.sc, n.first); code == "" {
			return Entry{}, false
		}
	}
	return v.r.Holder(code, noun, v.c.Published)
}

// bodyHead is who a title with the name of a body means on the article's day: "the CIA
// director", "the head of the IAEA".
func (v *resolver) bodyHead(n *nominal) (Entry, bool) {
	if n.many || !v.holds(n) {
		return Entry{}, false
	}
	body := -1
	if n.with != nil {
		body = n.with.entry
	} else if t := n.last - strings.Count(n.noun, " ") - 1; t >= 0 && !n.owned {
		if n.sc.possessive(t) {
			t--
		}
		if t >= 0 && n.sc.covered[t] >= 0 {
			body = v.chooseEntry(n.sc, &n.sc.matches[n.sc.covered[t]])
		}
	} else if n.owned {
		for t := n.last; t > n.first; t-- { // "NATO's secretary general"
			if n.sc.possessive(t) && n.sc.covered[t-1] >= 0 {
				body = v.chooseEntry(n.sc, &n.sc.matches[n.sc.covered[t-1]])
			}
		}
	}
	if body < 0 {
		return Entry{}, false
	}
	return v.r.HeadOf(v.r.entries[body].Key, n.noun, v.c.Published)
}

// holds reports whether a phrase can mean the one who holds an office on the article's day.
func (v *resolver) holds(n *nominal) bool {
	if v.c.Published.Year() == 0 || n.count != nil || n.named != nil {
		return false
	}
	from := n.first
	if from > 0 && n.sc.Tokens[from-1].Text == "-" {
		from = max(0, from-2)
	}
	for t := max(0, from-1); t < n.head; t++ {
		if otherTerm[n.sc.lower(t)] {
			return false
		}
	}
	behind := n.sc.lower(n.head + 1)
	return behind != "-" && behind != "candidate" && behind != "hopeful"
}
