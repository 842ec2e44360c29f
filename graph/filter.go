package graph

// Filter is a small closed tree of conditions on one node: *Compare, *Has, *Keyed, And, Or or
// *Not. A nil Filter, an empty And match everything; an empty Or matches nothing. Stores compile
// it; Matches in graphtest is its meaning, word for word.
type Filter interface{ isFilter() }

// And matches where all match.
type And []Filter

// Or matches where any matches.
type Or []Filter

// Not matches where its filter does not.
type Not struct{ Filter Filter }

// Has matches where some far end of a link matches Where.
type Has struct {
	Link  Link
	Where Filter
}

// Compare matches where a property of the node compares to constants. Which of Texts and
// Numbers it uses, and how, is the property's affair.
type Compare struct {
	Property Property
	Texts    []string
	Numbers  []int64
}

func (And) isFilter()      {}
func (Or) isFilter()       {}
func (*Not) isFilter()     {}
func (*Has) isFilter()     {}
func (*Compare) isFilter() {}

// Property is what a Compare looks at. A property of several values matches if any does. An
// unknown value matches nothing.
type Property string

const (
	// of every class
	PropID Property = "id" // is one of Texts

	// of actors
	PropKind         Property = "kind"         // any of its kinds is one of Texts
	PropCountry      Property = "country"      // actors and places: the code is one of Texts
	PropSector       Property = "sector"       // one of Texts
	PropNamed        Property = "named"        // is Numbers[0] (0 or 1)
	PropName         Property = "name"         // Fold of its name or an alias is Fold(Texts[0])
	PropNameContains Property = "nameContains" // actors and places: Fold of a name has Fold(Texts[0]) in it
	PropWikidata     Property = "wikidata"     // one of Texts
	PropLastSeen     Property = "lastSeen"     // at least Numbers[0], a Date
	PropFirstSeen    Property = "firstSeen"    // at most Numbers[0], a Date

	// of events
	PropType       Property = "type"       // one of Texts
	PropMode       Property = "mode"       // one of Texts
	PropContext    Property = "context"    // one of Texts
	PropQuad       Property = "quad"       // one of Texts
	PropDisputed   Property = "disputed"   // is Numbers[0]
	PropDated      Property = "dated"      // is Numbers[0]: When has a start
	PropWhen       Property = "when"       // When against [Numbers[0], Numbers[1]], Dates, 0 open; Texts[0] is the Match
	PropMinNumber  Property = "minNumber"  // some passage's number of Texts[0] has a low of at least Numbers[0]
	PropStatus     Property = "status"     // events, ties, evidence: one of Texts
	PropNegated    Property = "negated"    // events, ties, evidence: is Numbers[0]
	PropConfidence Property = "confidence" // events, ties, evidence: at least Numbers[0], thousandths
	PropSources    Property = "sources"    // events, ties: independent sources at least Numbers[0]

	// of ties
	PropRelation Property = "relation" // one of Texts
	PropRole     Property = "role"     // Fold of the role is Fold(Texts[0])
	PropHeldAt   Property = "at"       // Tie.HeldAt(Numbers[0])
	PropBegins   Property = "begins"   // Since overlaps [Numbers[0], Numbers[1]]
	PropEnds     Property = "ends"     // Until overlaps [Numbers[0], Numbers[1]]

	// of evidence
	PropAttributed Property = "attributed" // is Numbers[0]: has an attribution
	PropRecorded   Property = "recorded"   // the day of RecordedAt (UTC) lies in [Numbers[0], Numbers[1]]

	// of articles
	PropURL           Property = "url"           // NormalizeURL of it is that of one of Texts
	PropPublisher     Property = "publisher"     // Fold of it is Fold of one of Texts
	PropLanguage      Property = "language"      // one of Texts
	PropPublished     Property = "published"     // lies in [Numbers[0], Numbers[1]]
	PropTitleContains Property = "titleContains" // Fold of the title has Fold(Texts[0]) in it

	// of places
	PropWithin Property = "within" // is, or lies in, one of Texts
	PropNear   Property = "near"   // at most Numbers[2] metres from latitude Numbers[0], longitude Numbers[1] (millionths)
)

// Link is what a Has follows from one node to others. Links to participants see only those
// that count (Participant.Counts); links to evidence see only what is open.
type Link string

const (
	LinkEvents   Link = "events"   // actor → events in any role
	LinkSourceOf Link = "sourceOf" // actor → events of which it is a source
	LinkTargetOf Link = "targetOf" // actor → events of which it is a target
	LinkTies     Link = "ties"     // actor → ties at either end
	LinkTiesFrom Link = "tiesFrom" // actor → ties that start at it
	LinkTiesTo   Link = "tiesTo"   // actor → ties that end at it
	LinkActor    Link = "actor"    // event → participants in any role
	LinkSource   Link = "source"   // event → sources
	LinkTarget   Link = "target"   // event → targets
	LinkEvidence Link = "evidence" // event, tie → evidence
	LinkPlace    Link = "place"    // event → places of the fold, tie → the place at its end
	LinkAbout    Link = "about"    // event → the events it speaks of
	LinkFrom     Link = "from"     // tie → actor
	LinkTo       Link = "to"       // tie → actor
	LinkParty    Link = "party"    // tie → actor at either end
	LinkArticle  Link = "article"  // evidence → article
	LinkSpeaker  Link = "speaker"  // evidence → innermost speaker
)

// Limits of what people may write; every store can answer what keeps within them.
const (
	MaxFilterDepth      = 10   // of objects within objects
	MaxFilterLinks      = 3    // of other classes within other classes
	MaxFilterConditions = 200  // in all
	MaxFilterList       = 1000 // of the values of one condition
)

// links says from which classes a link starts and to which it leads.
var links = map[Link]struct {
	from []Class
	to   Class
}{
	LinkEvents:   {[]Class{ClassActor}, ClassEvent},
	LinkSourceOf: {[]Class{ClassActor}, ClassEvent},
	LinkTargetOf: {[]Class{ClassActor}, ClassEvent},
	LinkTies:     {[]Class{ClassActor}, ClassTie},
	LinkTiesFrom: {[]Class{ClassActor}, ClassTie},
	LinkTiesTo:   {[]Class{ClassActor}, ClassTie},
	LinkActor:    {[]Class{ClassEvent}, ClassActor},
	LinkSource:   {[]Class{ClassEvent}, ClassActor},
	LinkTarget:   {[]Class{ClassEvent}, ClassActor},
	LinkEvidence: {[]Class{ClassEvent, ClassTie}, ClassEvidence},
	LinkPlace:    {[]Class{ClassEvent, ClassTie}, ClassPlace},
	LinkAbout:    {[]Class{ClassEvent}, ClassEvent},
	LinkFrom:     {[]Class{ClassTie}, ClassActor},
	LinkTo:       {[]Class{ClassTie}, ClassActor},
	LinkParty:    {[]Class{ClassTie}, ClassActor},
	LinkArticle:  {[]Class{ClassEvidence}, ClassArticle},
	LinkSpeaker:  {[]Class{ClassEvidence}, ClassActor},
}

// From are the classes a link starts from. Read only.
func (l Link) From() []Class { return links[l].from }

// To is the class a link leads to.
func (l Link) To() Class { return links[l].to }

// Match says how a period is compared with a range of days.
type Match string

const (
	Overlaps Match = "OVERLAPS" // shares at least one possible day with it
	Within   Match = "WITHIN"   // lies in it as a whole
	Starts   Match = "STARTS"   // its first possible day lies in it
)

// Matches are all values of Match. Read only.
var Matches = []Match{Overlaps, Within, Starts}

// Matches reports whether p stands in the relation m to the days from since to until, each
// 0 if open. A period without a start matches nothing; one without an end is taken to end
// on the day it starts.
func (m Match) Matches(p *Period, since, until Date) bool {
	if p == nil || p.Start == 0 {
		return false
	}
	end := max(p.End, p.Start)
	switch m {
	case Starts:
		end = p.Start
		fallthrough
	case Within:
		return p.Start >= since && (until == 0 || end <= until)
	default:
		return end >= since && (until == 0 || p.Start <= until)
	}
}
