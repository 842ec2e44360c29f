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

// addOffice reads a line of the table of offices: of a state by its code, or of a body by its
// key. A holder whom no other table has becomes an actor of the register.
func (r *Register) addOffice(get func(string) string) error {
	name, of := get("name"), get("country")
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
	if t.entry, err = r.holder(name, of, get("office")); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	e := &r.entries[t.entry]
	if e.From == 0 || from.Year() < e.From {
		e.From = from.Year()
	}
	if t.until == 0 || e.Until != 0 && t.until.Year() > e.Until {
		e.Until = t.until.Year()
	}
	k := officeKey{of, get("office")}
	if r.offices[k] == nil && strings.Contains(of, "/") {
		r.heads[of] = append(r.heads[of], k.title)
	}
	r.offices[k] = append(r.offices[k], t)
	return nil
}

// holder is the index of who bears a name and holds an office of a state or body; he is added
// where no table has him.
func (r *Register) holder(name, of, office string) (int32, error) {
	kind, code, spheres := graph.Official, of, officeSectors(office)
	if at, ok := r.byKey[of]; ok && r.entries[at].Kind != graph.Country {
		b := &r.entries[at]
		code, spheres = string(b.Country), b.Sectors
		if b.Kind != graph.Agency && code != "IGO" {
			kind = graph.Person
		}
	} else if _, ok := r.countries[of]; !ok {
		return 0, fmt.Errorf("there is no state or body %q", of)
	}
	folded := graph.Fold(name)
	key := "person/" + strings.ReplaceAll(folded, " ", "-")
	if known, ok := r.byKey[key]; ok {
		return int32(known), nil // maybe under another code: he holds another office today
	}
	if at := slices.IndexFunc(r.officials[code], func(i int32) bool { return r.entries[i].bears(folded) }); at >= 0 {
		return r.officials[code][at], nil
	}
	for _, i := range r.bare[code+" "+graph.Fold(surname(name))] {
		r.replaced[i] = true // known by his surname alone
	}
	at := int32(len(r.entries))
	r.byKey[key] = len(r.entries)
	r.entries = append(r.entries, Entry{RegisterEntry: graph.RegisterEntry{
		Key: key, Name: name, Kind: kind, Country: graph.Text(code), Sectors: spheres,
	}})
	if kind == graph.Official {
		r.officials[code] = append(r.officials[code], at)
	}
	return at, nil
}

// officeSectors are the spheres of an office of a state, the first of them the main one.
func officeSectors(office string) []graph.Sector {
	switch office {
	case "defence minister", "secretary of defense":
		return []graph.Sector{"GOV", "MIL"}
	case "army chief":
		return []graph.Sector{"MIL"}
	case "interior minister", "home secretary", "home minister":
		return []graph.Sector{"GOV", "COP"}
	case "attorney general", "chief justice":
		return []graph.Sector{"JUD", "GOV"}
	case "director of national intelligence":
		return []graph.Sector{"SPY", "GOV"}
	case "house speaker":
		return []graph.Sector{"LEG"}
	case "pope":
		return []graph.Sector{"REL"}
	}
	return []graph.Sector{"GOV"}
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
	"premier": "prime minister", "taoiseach": "prime minister", "head of state": "president", "monarch": "king", "sovereign": "king", "pontiff": "pope",
	"defence secretary": "secretary of defense", "defense secretary": "secretary of defense", "defense minister": "defence minister",
	"minister of defence": "defence minister", "minister of defense": "defence minister", "defense chief": "defence minister", "defence chief": "defence minister",
	"minister of foreign affairs": "foreign minister", "minister for foreign affairs": "foreign minister", "external affairs minister": "foreign minister",
	"secretary of the treasury": "treasury secretary", "national security advisor": "national security adviser", "speaker of the house": "house speaker",
	"chief of the army": "army chief", "chief of army staff": "army chief", "chancellor of the exchequer": "finance minister",
}

// likeOffice are the offices that states without one of that name have in its place.
var likeOffice = map[string][]string{
	"secretary of defense": {"defence minister"}, "defence minister": {"secretary of defense"}, "interior minister": {"home minister", "home secretary"},
	"king": {"queen"}, "chancellor": {"finance minister"},
}

// anyHead are words for whoever leads a body, whatever his office is called.
var anyHead = map[string]bool{"head": true, "chief": true, "boss": true, "leader": true}

// HeadOf is who led a body of the table of offices on a day: ("usa/cia", "director"), or
// "head" and "chief" for whatever its head is called. It is false where the table knows nobody.
func (r *Register) HeadOf(key, title string, day graph.Date) (Entry, bool) {
	titles := r.heads[key]
	if anyHead[title] && len(titles) > 0 {
		return r.inOffice(officeKey{key, titles[0]}, day)
	}
	if !slices.Contains(titles, title) && (title == "chairman" || title == "chairwoman") {
		title = "chair"
	}
	return r.inOffice(officeKey{key, title}, day)
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
	if same := sameOffice[title]; same != "" && r.offices[officeKey{country, title}] == nil {
		title = same
	}
	for _, like := range likeOffice[title] {
		if r.offices[officeKey{country, title}] == nil {
			title = like
		}
	}
	return r.inOffice(officeKey{country, title}, day)
}

// inOffice is the only holder of an office on a day.
func (r *Register) inOffice(k officeKey, day graph.Date) (Entry, bool) {
	holder := int32(-1)
	for _, t := range r.offices[k] {
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
