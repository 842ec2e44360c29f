package graph

import (
	"fmt"
	"slices"
)

// The closed sets of the model. Values are spelled as the API spells them.

// ActorKind says what an actor is. Kinds are learned, so an actor's id never contains one.
type ActorKind string

const (
	Agency       ActorKind = "AGENCY"       // a state body: ministry, army, service, court, police
	Official     ActorKind = "OFFICIAL"     // a person who holds or held a public office
	Person       ActorKind = "PERSON"       // any other person
	Group        ActorKind = "GROUP"        // party, movement, rebels, militia, unnamed collective
	Organization ActorKind = "ORGANIZATION" // company, NGO, IGO, media house
	Country      ActorKind = "COUNTRY"      // a state as an actor; its land is a Place
)

// Sector says in which part of society an actor acts: the codes of PLOVER (manual, "sector codes").
type Sector string

// Role is how an actor takes part in an event.
type Role string

const (
	Source Role = "SOURCE" // does it
	Target Role = "TARGET" // it is done to
)

// Standing says how surely an actor took part, best first.
type Standing string

const (
	StandingStated  Standing = "STATED"  // an article itself says so
	StandingClaimed Standing = "CLAIMED" // somebody is reported to say so
	StandingDenied  Standing = "DENIED"  // only denials name it
	StandingAbsent  Standing = "ABSENT"  // it stayed away
)

// Status is the reality of an act as its asserter puts it (docs of FoldEvent).
type Status string

const (
	Happened     Status = "HAPPENED"
	Ongoing      Status = "ONGOING"
	Planned      Status = "PLANNED"
	Threatened   Status = "THREATENED"
	Alleged      Status = "ALLEGED"
	Denied       Status = "DENIED"
	Hypothetical Status = "HYPOTHETICAL"
)

// Reality chooses which facts count.
type Reality string

const (
	RealityReal    Reality = "REAL"    // happened or ongoing, not negated, disputed or not
	RealityClaimed Reality = "CLAIMED" // alleged ones too
	RealityAll     Reality = "ALL"
)

// Real reports whether a fact of this status counts under r.
func (r Reality) Real(s Status, negated bool) bool {
	switch r {
	case RealityAll:
		return true
	case RealityClaimed:
		return !negated && (s == Happened || s == Ongoing || s == Alleged)
	default:
		return !negated && (s == Happened || s == Ongoing)
	}
}

// Relation is the kind of a tie, read "from RELATION to".
type Relation string

const (
	HoldsOffice Relation = "HOLDS_OFFICE"
	MemberOf    Relation = "MEMBER_OF"
	PartOf      Relation = "PART_OF"
	Leads       Relation = "LEADS"
	EmployedBy  Relation = "EMPLOYED_BY"
	CitizenOf   Relation = "CITIZEN_OF"
	BasedIn     Relation = "BASED_IN"
	LocatedIn   Relation = "LOCATED_IN"
	AlliedWith  Relation = "ALLIED_WITH"
	OpposedTo   Relation = "OPPOSED_TO"
	Owns        Relation = "OWNS"
	Founded     Relation = "FOUNDED"
	FamilyOf    Relation = "FAMILY_OF"
	Appointed   Relation = "APPOINTED"
	Succeeded   Relation = "SUCCEEDED"
)

// Symmetric relations have no direction: the smaller id stands first.
func (r Relation) Symmetric() bool { return r == AlliedWith || r == OpposedTo || r == FamilyOf }

// ToPlace relations may end at a Place; all others end at an actor.
func (r Relation) ToPlace() bool { return r == BasedIn || r == LocatedIn }

// Direction is how a tie is looked at from one of its ends.
type Direction string

const (
	Out  Direction = "OUT"
	In   Direction = "IN"
	Both Direction = "BOTH"
)

// Part is the part of a passage's statement that a wording fills.
type Part string

const (
	PartSource Part = "SOURCE"
	PartTarget Part = "TARGET"
	PartFrom   Part = "FROM"
	PartTo     Part = "TO"
	PartPlace  Part = "PLACE"
	PartTime   Part = "TIME"
)

// CountOf says what a Quantity counts.
type CountOf string

const (
	Dead        CountOf = "DEAD"
	Injured     CountOf = "INJURED"
	Arrested    CountOf = "ARRESTED"
	Displaced   CountOf = "DISPLACED"
	Missing     CountOf = "MISSING"
	Present     CountOf = "PRESENT"
	Money       CountOf = "MONEY"
	OtherNumber CountOf = "OTHER"
)

// PlacePrecision says how large a place is.
type PlacePrecision string

const (
	Site         PlacePrecision = "SITE"
	City         PlacePrecision = "CITY"
	Region       PlacePrecision = "REGION"
	CountryWide  PlacePrecision = "COUNTRY"
	UnknownPlace PlacePrecision = "UNKNOWN"
)

// Verdict is what a judgement says about two records.
type Verdict string

const (
	Same    Verdict = "SAME"
	NotSame Verdict = "NOT_SAME"
	Unsure  Verdict = "UNSURE"
)

// ChangeKind is what happened to a node.
type ChangeKind string

const (
	Added     ChangeKind = "ADDED"
	Changed   ChangeKind = "CHANGED"
	Retracted ChangeKind = "RETRACTED"
	Merged    ChangeKind = "MERGED"
	Split     ChangeKind = "SPLIT"
)

// All values of each closed set, in the order of the API. Read only.
var (
	ActorKinds = []ActorKind{Agency, Official, Person, Group, Organization, Country}
	Sectors    = []Sector{
		"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CVL", "BUS", "MED", "EDU", "LAB",
		"REF", "REL", "CRM", "ELI", "UAF", "JRN", "AGR", "PRE", "PRM", "SOC", "UNK",
	}
	Roles           = []Role{Source, Target}
	Standings       = []Standing{StandingStated, StandingClaimed, StandingDenied, StandingAbsent}
	Statuses        = []Status{Happened, Ongoing, Planned, Threatened, Alleged, Denied, Hypothetical}
	Realities       = []Reality{RealityReal, RealityClaimed, RealityAll}
	Relations       = []Relation{HoldsOffice, MemberOf, PartOf, Leads, EmployedBy, CitizenOf, BasedIn, LocatedIn, AlliedWith, OpposedTo, Owns, Founded, FamilyOf, Appointed, Succeeded}
	Directions      = []Direction{Out, In, Both}
	Parts           = []Part{PartSource, PartTarget, PartFrom, PartTo, PartPlace, PartTime}
	Counts          = []CountOf{Dead, Injured, Arrested, Displaced, Missing, Present, Money, OtherNumber}
	PlacePrecisions = []PlacePrecision{Site, City, Region, CountryWide, UnknownPlace}
	Verdicts        = []Verdict{Same, NotSame, Unsure}
	ChangeKinds     = []ChangeKind{Added, Changed, Retracted, Merged, Split}
	Precisions      = []Precision{Day, Week, Month, Quarter, Year, Approximate}
)

// SpecialCountryCodes are the codes that stand where no state fits, after PLOVER:
// international governmental and non-governmental organisations, multinational
// companies, international militant groups.
var SpecialCountryCodes = []string{"IGO", "NGO", "MNC", "IMG"}

// IsState reports whether code is an ISO 3166 alpha-3 code by its form, that is, neither
// empty nor one of SpecialCountryCodes.
func IsState(code string) bool {
	if len(code) != 3 || slices.Contains(SpecialCountryCodes, code) {
		return false
	}
	for _, c := range []byte(code) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// oneOf refuses a value outside its closed set.
func oneOf[T ~string](what string, v T, set []T) error {
	if !slices.Contains(set, v) {
		return fmt.Errorf("%s %q is not one of %v: %w", what, string(v), set, ErrInvalid)
	}
	return nil
}
