package graph

// The filters as people write them. Empty fields do not narrow. Each compiles to a Filter.

// ActorWhere narrows actors.
type ActorWhere struct {
	ID           []ID
	Kind         []ActorKind
	Country      []string
	Sector       []Sector
	Named        *bool
	Name         *string
	NameContains *string
	Wikidata     []string
	SeenSince    Date
	SeenUntil    Date
	HasEvents    *EventWhere
	IsSource     *EventWhere
	IsTarget     *EventWhere
	HasTies      *TieWhere
	TiesFrom     *TieWhere
	TiesTo       *TieWhere
	And          []ActorWhere
	Or           []ActorWhere
	Not          *ActorWhere
}

// EventWhere narrows events. Speaker, Article and Evidence in one object ask one passage
// for all of it.
type EventWhere struct {
	ID            []ID
	Type          []EventType
	Mode          []Mode
	Context       []Context
	Quad          []Quad
	Status        []Status
	Negated       *bool
	Disputed      *bool
	Since         Date
	Until         Date
	Match         Match // "" is Overlaps
	Dated         *bool
	Actor         *ActorWhere
	Source        *ActorWhere
	Target        *ActorWhere
	Speaker       *ActorWhere
	Article       *ArticleWhere
	Evidence      *EvidenceWhere
	Place         *PlaceWhere
	About         *EventWhere
	MinNumber     *MinNumber
	MinConfidence *float64
	MinSources    *int
	Key           *KeyWhere
	And           []EventWhere
	Or            []EventWhere
	Not           *EventWhere
}

// TieWhere narrows ties. Article and Evidence in one object ask one passage for both.
type TieWhere struct {
	ID            []ID
	Relation      []Relation
	Role          *string
	Status        []Status
	Negated       *bool
	At            Date
	Begins        *DateRange
	Ends          *DateRange
	From          *ActorWhere
	To            *ActorWhere
	Party         *ActorWhere
	Place         *PlaceWhere
	Article       *ArticleWhere
	Evidence      *EvidenceWhere
	MinConfidence *float64
	MinSources    *int
	And           []TieWhere
	Or            []TieWhere
	Not           *TieWhere
}

// EvidenceWhere narrows evidence.
type EvidenceWhere struct {
	ID            []ID
	Article       *ArticleWhere
	Speaker       *ActorWhere
	Attributed    *bool
	Status        []Status
	Negated       *bool
	Recorded      *DateRange
	MinConfidence *float64
	And           []EvidenceWhere
	Or            []EvidenceWhere
	Not           *EvidenceWhere
}

// ArticleWhere narrows articles.
type ArticleWhere struct {
	ID            []ID
	URL           []string
	Publisher     []string
	Language      []string
	Since         Date
	Until         Date
	TitleContains *string
	Key           *KeyWhere
	And           []ArticleWhere
	Or            []ArticleWhere
	Not           *ArticleWhere
}

// KeyWhere asks for a key in a dimension of an Aggregation: one of In, if there are any, and none
// of NotIn. What has no key there has the key "".
type KeyWhere struct {
	Dimension Dimension
	Interval  CalendarInterval
	In        []string
	NotIn     []string
}

// PlaceWhere narrows places.
type PlaceWhere struct {
	ID           []ID
	Country      []string
	Within       []ID
	NameContains *string
	Near         *Near
}

// Near is a circle on the globe.
type Near struct {
	Latitude  float64
	Longitude float64
	Km        float64
}

// DateRange holds both its ends; either may be open.
type DateRange struct {
	Since Date
	Until Date
}

// MinNumber asks for a number of at least Low.
type MinNumber struct {
	Of  CountOf
	Low float64
}
