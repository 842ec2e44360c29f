package graph

import (
	"fmt"
	"slices"
)

// Actor is someone or something that acts, as the default view sees it. Its values follow
// from the register and from its open mentions and facts (see ActorOf); only the ID is fixed.
type Actor struct {
	ID          ID
	Name        string
	Kind        ActorKind
	Kinds       []ActorKind // every kind stated, Kind first, then by API order
	Named       bool        // false: "two soldiers", known in one article only
	Aliases     []string    // every other name, by folded name
	Description Text
	CountryCode Text // ISO 3166 alpha-3, a country's own, or one of SpecialCountryCodes
	CountryID   ID   // the state of CountryCode; "" for a country itself and where no state fits
	TerritoryID ID   // the land of a country; "" for all others
	ParentID    ID   // of an agency: the agency it is part of, by its best tie PART_OF
	Sectors     []Sector
	Wikidata    Text
	FirstSeen   Date // dates of the first and the last article that mentions it
	LastSeen    Date
	Mentions    int
	Events      int // those of Reality REAL in which it is STATED or CLAIMED
}

// NodeID makes an Actor a Node.
func (a *Actor) NodeID() ID { return a.ID }

// ActorRecord is what one extraction says about an actor that cannot be told from a single
// mention: whether it has a name, and what the register knows of it.
type ActorRecord struct {
	ID       ID
	Named    bool
	Register *RegisterEntry // nil for actors that the register does not know
}

// RegisterEntry is what the register says of an actor. It wins over what articles say.
type RegisterEntry struct {
	Key         string // stable for ever; ID is RegisteredActorID(Key)
	Name        string
	Kind        ActorKind
	Aliases     []string
	Description Text
	Country     Text
	Sectors     []Sector
	Wikidata    Text
}

// Validate checks the record against the closed sets.
func (r ActorRecord) Validate() error {
	if !r.ID.is(ClassActor) {
		return fmt.Errorf("actor record has id %q: %w", r.ID, ErrInvalid)
	}
	e := r.Register
	if e == nil {
		return nil
	}
	if RegisteredActorID(e.Key) != r.ID || e.Name == "" || !r.Named {
		return fmt.Errorf("register entry %q of actor %s: id, name or named does not fit: %w", e.Key, r.ID, ErrInvalid)
	}
	if !isUTF8(e.Name, string(e.Description), string(e.Wikidata)) || !isUTF8(e.Aliases...) {
		return fmt.Errorf("register entry %q is not UTF-8: %w", e.Key, ErrInvalid)
	}
	return validateActorValues(e.Kind, e.Country, e.Sectors)
}

func validateActorValues(kind ActorKind, country Text, sectors []Sector) error {
	if err := oneOf("kind", kind, ActorKinds); err != nil {
		return err
	}
	if err := ValidateCountryCode(string(country)); err != nil {
		return err
	}
	for _, s := range sectors {
		if err := oneOf("sector", s, Sectors); err != nil {
			return err
		}
	}
	return nil
}

// ValidateCountryCode refuses what is neither "", a code of ISO 3166 alpha-3 form, nor one of SpecialCountryCodes.
func ValidateCountryCode(code string) error {
	if code == "" || IsState(code) || slices.Contains(SpecialCountryCodes, code) {
		return nil
	}
	return fmt.Errorf("country %q is not a code of three capital letters (ISO 3166 alpha-3, or one of %v): %w", code, SpecialCountryCodes, ErrInvalid)
}

// Mention is one place in an article where an actor is named or meant, and what the text
// there says about it. What it leaves empty it does not say.
type Mention struct {
	ID        ID
	ArticleID ID
	ActorID   ID // today's canonical actor
	Record    ID // the actor that the passage meant
	Revision  int
	Sentence  int // counted from 0
	Quote     string
	Start     int // code points of the article's text, End exclusive
	End       int

	Name    Text // the name as worded; "" for "the soldiers", "they"
	Kind    ActorKind
	Country Text
	Sectors []Sector

	Published Date       // of its article; given by the store
	Recorded  []Interval // given by the store
}

// NodeID makes a Mention a Node.
func (m *Mention) NodeID() ID { return m.ID }

// Place is where something happens, nested: a city in a region in a country.
type Place struct {
	ID          ID
	Name        string
	CountryCode Text
	CountryID   ID // the state as an actor; "" where unknown
	WithinID    ID // the next larger place
	Located     bool
	Latitude    int // millionths of a degree; meaningless unless Located
	Longitude   int
	Precision   PlacePrecision
	Wikidata    Text
}

// NodeID makes a Place a Node.
func (p *Place) NodeID() ID { return p.ID }

// Validate checks the place against the closed sets and the globe.
func (p Place) Validate() error {
	if !p.ID.is(ClassPlace) || p.Name == "" || !isUTF8(p.Name, string(p.Wikidata)) {
		return fmt.Errorf("place %q with name %q: %w", p.ID, p.Name, ErrInvalid)
	}
	if abs(p.Latitude) > 90_000_000 || abs(p.Longitude) > 180_000_000 {
		return fmt.Errorf("place %s lies off the globe: %w", p.Name, ErrInvalid)
	}
	if err := oneOf("precision", p.Precision, PlacePrecisions); err != nil {
		return err
	}
	return ValidateCountryCode(string(p.CountryCode))
}
