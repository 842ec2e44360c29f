package graph

import (
	"cmp"
	"slices"
)

// Counted is one row of the counted values of an actor: how often a value is said of it.
// Stores keep the rows and move them by the difference when they write, so that the values
// of an actor with a million mentions cost no recount.
type Counted struct {
	Property Tallied
	Value    string
	Count    int
}

// Tallied is a property of an actor that is counted.
type Tallied string

const (
	TallyName     Tallied = "name"     // a name as worded
	TallyLabel    Tallied = "label"    // the wording of a mention without a name
	TallyKind     Tallied = "kind"     // an ActorKind
	TallyCountry  Tallied = "country"  // a country code
	TallySector   Tallied = "sector"   // a Sector
	TallySeen     Tallied = "seen"     // a day on which an article that mentions it was published
	TallyMentions Tallied = "mentions" // the value is ""
	TallyEvents   Tallied = "events"   // real events in which it counts; the value is ""
	TallyParent   Tallied = "parent"   // the id of what it is part of, weighted by passages

	// What leads to an actor is counted like its values: it is there while these are above 0, or
	// its mentions are.
	TallyFacts Tallied = "facts" // facts, and passages of which it is a speaker; the value is ""
	TallyCodes Tallied = "codes" // of a state: actors and places with its code; the value is ""
)

// Tally is what one open mention adds to the counted values of its actor. Published must be set
// where it is known.
func (m *Mention) Tally() []Counted {
	rows := []Counted{{TallyMentions, "", 1}}
	if m.Name != "" {
		rows = append(rows, Counted{TallyName, string(m.Name), 1})
	} else {
		rows = append(rows, Counted{TallyLabel, m.Quote, 1})
	}
	if m.Kind != "" {
		rows = append(rows, Counted{TallyKind, string(m.Kind), 1})
	}
	if m.Country != "" {
		rows = append(rows, Counted{TallyCountry, string(m.Country), 1})
	}
	for _, s := range m.Sectors {
		rows = append(rows, Counted{TallySector, string(s), 1})
	}
	if m.Published != 0 {
		rows = append(rows, Counted{TallySeen, m.Published.String(), 1})
	}
	return rows
}

// ActorCounted is a counted row and whose it is.
type ActorCounted struct {
	Actor ID
	Counted
}

// Tally is what a folded event adds to those of its participants that count.
func (e *Event) Tally() []ActorCounted {
	if !RealityReal.Real(e.Status, e.Negated) {
		return nil
	}
	var rows []ActorCounted
	for _, p := range e.Participants {
		if p.Counts() {
			rows = append(rows, ActorCounted{p.ActorID, Counted{TallyEvents, "", 1}})
		}
	}
	return rows
}

// Tally is what a folded tie adds to the actor it starts from.
func (t *Tie) Tally() []ActorCounted {
	if t.Relation != PartOf || !RealityReal.Real(t.Status, t.Negated) {
		return nil
	}
	return []ActorCounted{{t.FromID, Counted{TallyParent, string(t.ToID), t.Corroboration.Passages}}}
}

// LedTo reports whether something leads to an actor: a fact, a passage of which it is a speaker,
// or a mention.
func LedTo(counted []Counted) bool {
	c := tally(counted)
	return c.count(TallyFacts) > 0 || c.count(TallyMentions) > 0
}

// ActorOf makes an actor from what is recorded and counted of it. The register's values come
// first, else the value said most often wins, the smaller of equals. Rows may come in any
// order; those with a count of 0 or less do not exist.
func ActorOf(r ActorRecord, counted []Counted) *Actor {
	c := tally(counted)
	a := &Actor{ID: r.ID, Named: r.Named}
	names := c.values(TallyName)
	if r.Register == nil && len(names) == 0 {
		names = c.values(TallyLabel)
	}
	kinds := as[ActorKind](c.values(TallyKind))
	sectors := as[Sector](c.values(TallySector))
	country := first(c.values(TallyCountry))
	if e := r.Register; e != nil {
		names = slices.Concat([]string{e.Name}, e.Aliases, names)
		kinds = append([]ActorKind{e.Kind}, kinds...)
		sectors = slices.Concat(e.Sectors, sectors)
		country = cmp.Or(string(e.Country), country)
		a.Description, a.Wikidata = e.Description, e.Wikidata
	}
	a.Name, a.Aliases = nameAndAliases(names)
	a.Kind = cmp.Or(first(kinds), Person)
	a.Kinds = inOrder(kinds, ActorKinds)
	if i := slices.Index(a.Kinds, a.Kind); i > 0 { // its own kind first
		a.Kinds = slices.Concat([]ActorKind{a.Kind}, a.Kinds[:i], a.Kinds[i+1:])
	}
	a.Sectors = distinct(sectors)
	a.CountryCode = Text(country)
	switch {
	case a.Kind == Country && IsState(country):
		a.TerritoryID = PlaceID("country:"+country, "", "")
	case IsState(country):
		a.CountryID = CountryID(country)
	}
	a.ParentID = ID(first(c.values(TallyParent)))
	if a.Kind != Agency {
		a.ParentID = ""
	}
	for _, v := range c.values(TallySeen) {
		d, err := ParseDate(v)
		if err != nil || d == 0 {
			continue
		}
		if a.FirstSeen == 0 || d < a.FirstSeen {
			a.FirstSeen = d
		}
		a.LastSeen = max(a.LastSeen, d)
	}
	a.Mentions, a.Events = c.count(TallyMentions), c.count(TallyEvents)
	return a
}

// tally is a set of counted rows.
type tally []Counted

// values are those of a property, most counted first, then by value.
func (t tally) values(p Tallied) []string {
	var rows tally
	for _, c := range t {
		if c.Property == p && c.Count > 0 {
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, func(a, b Counted) int {
		return cmp.Or(-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Value, b.Value))
	})
	out := make([]string, len(rows))
	for i, c := range rows {
		out[i] = c.Value
	}
	return out
}

func (t tally) count(p Tallied) int {
	n := 0
	for _, c := range t {
		if c.Property == p {
			n += c.Count
		}
	}
	return n
}

// nameAndAliases takes the first as the name and the rest, each folded form once, by folded
// form, as aliases. Spellings that fold to nothing name nobody.
func nameAndAliases(names []string) (string, []string) {
	type alias struct{ folded, name string }
	var name string
	var aliases []alias
	seen := map[string]bool{}
	for _, n := range names {
		f := Fold(n)
		if f == "" || seen[f] {
			continue
		}
		seen[f] = true
		if name == "" {
			name = n
			continue
		}
		aliases = append(aliases, alias{f, n})
	}
	if name == "" {
		name = first(names)
	}
	slices.SortFunc(aliases, func(a, b alias) int { return cmp.Compare(a.folded, b.folded) })
	var out []string
	for _, a := range aliases {
		out = append(out, a.name)
	}
	return name, out
}

func as[T ~string](values []string) []T {
	out := make([]T, len(values))
	for i, v := range values {
		out[i] = T(v)
	}
	return out
}

func first[T ~string](values []T) T {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

func distinct[T comparable](values []T) []T {
	var out []T
	for _, v := range values {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// inOrder are the distinct values in the order of their set.
func inOrder[T comparable](values, set []T) []T {
	var out []T
	for _, v := range set {
		if slices.Contains(values, v) {
			out = append(out, v)
		}
	}
	return out
}
