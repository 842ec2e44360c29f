package identity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// term is one holder's time in an office.
type term struct {
	entry       int32
	from, until graph.Date // until is 0 where it has not ended
}

// officeKey names an office: the code of its state and the folded title.
type officeKey struct{ country, title string }

// addOffice reads a line of the table of offices. A holder whom no other table has becomes an
// actor of the register.
func (r *Register) addOffice(get func(string) string) error {
	name, code := get("name"), get("country")
	from, err := graph.ParseDate(get("from"))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	t := term{from: from}
	if u := get("until"); u != "" {
		if t.until, err = graph.ParseDate(u); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if t.until != 0 && t.until < t.from {
		return fmt.Errorf("%s: leaves %s before he comes", name, get("office"))
	}
	folded := graph.Fold(name)
	at := slices.IndexFunc(r.officials[code], func(i int32) bool { return r.entries[i].bears(folded) })
	key := "person/" + strings.ReplaceAll(folded, " ", "-")
	if known, ok := r.byKey[key]; ok {
		t.entry = int32(known) // under another code: he holds another office today
	} else if at >= 0 {
		t.entry = r.officials[code][at]
	} else {
		e := Entry{RegisterEntry: graph.RegisterEntry{
			Key: key, Name: name, Kind: graph.Official, Country: graph.Text(code), Sectors: []graph.Sector{"GOV"},
		}, From: from.Year(), Until: t.until.Year()}
		for i := range r.entries {
			if o := &r.entries[i]; string(o.Country) == code && strings.HasPrefix(o.Key, "leader/") && graph.Fold(o.Name) == graph.Fold(surname(name)) {
				r.replaced[int32(i)] = true // known by his surname alone
			}
		}
		t.entry = int32(len(r.entries))
		r.byKey[e.Key] = len(r.entries)
		r.entries = append(r.entries, e)
		r.officials[code] = append(r.officials[code], t.entry)
	}
	e := &r.entries[t.entry]
	if e.From == 0 || from.Year() < e.From {
		e.From = from.Year()
	}
	if t.until == 0 || e.Until != 0 && t.until.Year() > e.Until {
		e.Until = t.until.Year()
	}
	k := officeKey{code, get("office")}
	r.offices[k] = append(r.offices[k], t)
	return nil
}

// Terms is the number of terms in the table of offices.
func (r *Register) Terms() int {
	n := 0
	for _, terms := range r.offices {
		n += len(terms)
	}
	return n
}

// bears reports whether a folded name is the name of an entry or one of its aliases.
func (e *Entry) bears(folded string) bool {
	return graph.Fold(e.Name) == folded || slices.ContainsFunc(e.Aliases, func(a string) bool { return graph.Fold(a) == folded })
}

// sameOffice are other words for an office of the table.
var sameOffice = map[string]string{
	"premier": "prime minister", "taoiseach": "prime minister", "defence secretary": "secretary of defense", "defense secretary": "secretary of defense",
	"minister of foreign affairs": "foreign minister", "minister for foreign affairs": "foreign minister", "head of state": "president",
	"monarch": "king", "sovereign": "king",
}

// leads is the office whose holder is called the leader of a state, where the table has several.
var leads = []string{"leader", "chancellor", "prime minister", "king", "president"}

// presidential are states with both a president and a prime minister that the president leads.
var presidential = map[string]bool{"FRA": true, "RUS": true, "UKR": true, "CHN": true, "EGY": true, "TUN": true, "DZA": true, "PSE": true, "TWN": true, "KOR": true, "ROU": true, "LTU": true, "SYR": true, "AFG": true, "LBN": true}

// Holder is who held an office of a state on a day: "president", "prime minister", "foreign
// minister", or "leader" for whoever leads the state. It is false where the table knows nobody,
// or two on the day when one followed the other.
func (r *Register) Holder(country, title string, day graph.Date) (Entry, bool) {
	if title == "leader" {
		if r.offices[officeKey{country, "supreme leader"}] != nil {
			return Entry{}, false // either he or the president
		}
		if p := (officeKey{country, "president"}); (presidential[country] || country == "TUR" && day.Year() >= 2018) && r.offices[p] != nil {
			title = "president"
		} else {
			for _, o := range leads {
				if r.offices[officeKey{country, o}] != nil {
					title = o
					break
				}
			}
		}
	}
	if r.offices[officeKey{country, title}] == nil {
		title = sameOffice[title]
	}
	holder := int32(-1)
	for _, t := range r.offices[officeKey{country, title}] {
		if day < t.from || t.until != 0 && day > t.until {
			continue
		}
		if holder >= 0 && holder != t.entry {
			return Entry{}, false
		}
		holder = t.entry
	}
	if holder < 0 {
		return Entry{}, false
	}
	return r.entries[holder], true
}

// otherTerm are words before a title that lead away from who holds the office on the day.
var otherTerm = map[string]bool{
	"former": true, "ex": true, "then": true, "late": true, "next": true, "previous": true, "future": true, "deputy": true, "acting": true, "incoming": true,
	"outgoing": true, "elect": true, "a": true, "an": true, "any": true, "new": true, "first": true, "last": true, "interim": true, "no": true, "every": true,
	"another": true, "two": true, "both": true, "vice": true, "assistant": true, "opposition": true, "rebel": true, "regional": true, "self": true,
}

// officeHolder is who a title with a state, or of the only state of the text, means on the
// article's day: "the French president", "Britain's prime minister".
func (v *resolver) officeHolder(n *nominal, noun, code string) (Entry, bool) {
	day := v.c.Published
	if day.Year() == 0 || n.role.use != roleOffice || n.count != nil || n.named != nil {
		return Entry{}, false
	}
	from := n.first
	if from > 0 && n.sc.Tokens[from-1].Text == "-" {
		from = max(0, from-2)
	}
	for t := max(0, from-1); t < n.head; t++ {
		if otherTerm[n.sc.lower(t)] {
			return Entry{}, false
		}
	}
	if behind := n.sc.lower(n.head + 1); behind == "-" || behind == "candidate" || behind == "hopeful" {
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
	return v.r.Holder(code, noun, day)
}
