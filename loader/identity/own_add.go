package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// With is the shipped register with a user's own actors. A key that the register has changes
// that actor: what the line gives takes the place of ours, aliases and offices are added, and
// a name that gave way stays as an alias. Any other key is a new actor, who needs a name and
// a kind. Where a name is one of ours as well, the user's actor is meant; a name of a state is
// refused. The order of own makes no difference. The error names each line at fault, the
// first few of many, and wraps graph.ErrInvalid.
func With(own []Own) (*Register, error) {
	return load(own)
}

// Mark tells registers of different content apart, in eight characters; it is "" for the
// shipped one.
func (r *Register) Mark() string { return r.mark }

// addOwn puts a user's actors into the tables, before they are indexed.
func (r *Register) addOwn(own []Own) error {
	if len(own) == 0 {
		return nil
	}
	own = slices.Clone(own)
	slices.SortStableFunc(own, func(a, b Own) int { return strings.Compare(a.Key, b.Key) })
	b := newOwnBook(r)
	var wrong faults
	hash := sha256.New()
	encoder := json.NewEncoder(hash)
	for i, o := range own {
		err := b.add(&o)
		if i > 0 && own[i-1].Key == o.Key {
			err = fmt.Errorf("the key %s stands at %s as well; write one line for an actor", o.Key, own[i-1].At)
		}
		if err != nil {
			wrong.add(o.At, err)
			continue
		}
		o.At = ""
		_ = encoder.Encode(o) // a hash takes everything, and Own has nothing that fails
	}
	r.mark = hex.EncodeToString(hash.Sum(nil)[:4])
	return wrong.err()
}

// ownBook is what a user's actors are checked against.
type ownBook struct {
	*Register
	states map[string]string // key by folded name, adjective or word for the people
	names  map[string]string // key by class, code and folded name
	filed  map[string]Entry  // the directory by key
}

func newOwnBook(r *Register) *ownBook {
	b := &ownBook{Register: r, states: map[string]string{}, names: map[string]string{}, filed: map[string]Entry{}}
	for i := range r.entries {
		e := &r.entries[i]
		b.names[sameName(&e.RegisterEntry)] = e.Key
		if e.Kind == graph.Country {
			for _, list := range [][]string{{e.Name}, e.Aliases, e.Adjectives} {
				for _, n := range list {
					b.states[graph.Fold(n)] = e.Key
				}
			}
			for _, p := range e.People {
				one, many, _ := strings.Cut(p, "/")
				b.states[graph.Fold(one)], b.states[graph.Fold(many)] = e.Key, e.Key
			}
		}
	}
	for e := range r.Filed {
		b.filed[e.Key] = e
		if k := sameName(&e.RegisterEntry); b.names[k] == "" {
			b.names[k] = e.Key
		}
	}
	return b
}

// sameName is equal for actors whom a name alone would not tell apart.
func sameName(e *graph.RegisterEntry) string {
	return string(classOf(e.Kind)) + " " + string(e.Country) + " " + graph.Fold(e.Name)
}

func classOf(k graph.ActorKind) graph.ActorClass {
	switch k {
	case graph.Official, graph.Person:
		return graph.ClassPerson
	case graph.Country:
		return graph.ClassCountry
	}
	return graph.ClassBody
}

// add takes one line.
func (b *ownBook) add(o *Own) error {
	if code := string(o.Country); graph.IsState(code) {
		if _, ok := b.Country(code); !ok {
			return fmt.Errorf("country: there is no state %s", code)
		}
	}
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		if key := b.states[graph.Fold(name)]; name != "" && key != "" && key != o.Key {
			return fmt.Errorf("%q is what a state or its people are called (%s); leave it out", name, key)
		}
	}
	at, known := b.byKey[o.Key]
	if e, ok := b.filed[o.Key]; ok && !known {
		b.entries = append(b.entries, e)
		at, known = len(b.entries)-1, true
		b.byKey[o.Key] = at
	}
	if !known {
		if err := b.isNew(o); err != nil {
			return err
		}
		b.entries = append(b.entries, Entry{RegisterEntry: graph.RegisterEntry{Key: o.Key, Name: o.Name, Kind: o.Kind}})
		at = len(b.entries) - 1
		b.byKey[o.Key] = at
		b.names[sameName(&o.RegisterEntry)] = o.Key
	}
	e := &b.entries[at]
	if err := e.change(o); err != nil {
		return err
	}
	for _, office := range o.Offices {
		if err := b.hold(at, office); err != nil {
			return err
		}
	}
	return nil
}

// isNew refuses a new actor who lacks something or is there already.
func (b *ownBook) isNew(o *Own) error {
	switch {
	case strings.HasPrefix(o.Key, "country:"):
		return fmt.Errorf("there is no state %s in the register, and states cannot be added", o.Key)
	case strings.HasPrefix(o.Key, "leader/"):
		return errors.New("keys that begin with leader/ are the register's; begin with a word of your own")
	case o.Name == "" || o.Kind == "":
		return fmt.Errorf("the register has no actor %s, so this is a new one, who needs a name and a kind", o.Key)
	case o.Kind == graph.Country:
		return errors.New("states cannot be added; kind is AGENCY, OFFICIAL, PERSON, GROUP or ORGANIZATION")
	}
	if key := b.names[sameName(&o.RegisterEntry)]; key != "" {
		return fmt.Errorf("%q of the same country is known as %s; write this key to add to what is known, or another name", o.Name, key)
	}
	return nil
}

// change puts what a line gives into an entry.
func (e *Entry) change(o *Own) error {
	if o.Kind != "" && o.Kind != e.Kind {
		if classOf(o.Kind) != classOf(e.Kind) {
			return fmt.Errorf("%s is of kind %s and cannot become %s", e.Key, e.Kind, o.Kind)
		}
		e.Kind = o.Kind
	}
	if o.Country != "" && o.Country != e.Country {
		if e.Kind == graph.Country {
			return errors.New("the code of a state cannot be changed")
		}
		e.Country = o.Country
	}
	aliases := e.Aliases
	if o.Name != "" && o.Name != e.Name {
		aliases = append(aliases, e.Name)
		e.Name = o.Name
	}
	e.Aliases = nil
	for _, a := range append(aliases, o.Aliases...) {
		if a != e.Name && !slices.Contains(e.Aliases, a) {
			e.Aliases = append(e.Aliases, a)
		}
	}
	if o.Sectors != nil {
		e.Sectors = o.Sectors
	}
	if o.Wikidata != "" {
		e.Wikidata = o.Wikidata
	}
	if o.Description != "" {
		e.Description = o.Description
	}
	e.own = true
	return nil
}

// hold gives an official a term. It takes the place of what was known of him in this office at
// the time, and ends the term of another that had not ended when it begins.
func (b *ownBook) hold(at int, o Office) error {
	e := &b.entries[at]
	role := o.Role
	if same := sameOffice[role]; same != "" {
		role = same
	}
	switch r, ok := b.roles.nouns[role]; {
	case e.Kind != graph.Official:
		return fmt.Errorf("offices are those of an OFFICIAL, and %s is of kind %s", e.Key, e.Kind)
	case !graph.IsState(string(e.Country)):
		return errors.New("offices are those of a state: country is missing")
	case !ok || r.use != roleOffice || role == "leader":
		return fmt.Errorf("offices: %q is no title that texts name an official by, such as president, prime minister, foreign minister", o.Role)
	}
	k := officeKey{string(e.Country), role}
	var terms []term
	for _, t := range b.offices[k] {
		overlaps := (t.until == 0 || t.until >= o.Since) && (o.Until == 0 || t.from <= o.Until)
		if overlaps && t.entry == int32(at) {
			continue
		}
		if overlaps && t.from < o.Since {
			t.until = o.Since
		}
		terms = append(terms, t)
	}
	b.offices[k] = append(terms, term{entry: int32(at), from: o.Since, until: o.Until})
	isFirst := e.From == 0 && e.Until == 0
	if isFirst || o.Since.Year() < e.From {
		e.From = o.Since.Year()
	}
	if isFirst || o.Until == 0 || e.Until != 0 && o.Until.Year() > e.Until {
		e.Until = o.Until.Year()
	}
	for _, i := range b.bare[string(e.Country)+" "+graph.Fold(surname(e.Name))] {
		b.replaced[i] = true // known by his surname alone
	}
	return nil
}
