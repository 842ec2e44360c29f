package graph

// Edge is a logical edge that Expand follows. Each store maps it to its own shape.
type Edge string

const (
	EdgeEvents           Edge = "events"            // actor → events in which it takes part: Roles, Standing; ByNewest or another order of events
	EdgeTies             Edge = "ties"              // actor → ties: OtherID; ByNewest
	EdgeStatements       Edge = "statements"        // actor → evidence of which it is the innermost speaker; ByNewest
	EdgeMentions         Edge = "mentions"          // actor → mentions; ByNewest
	EdgeOfficials        Edge = "officials"         // agency → officials by real ties HOLDS_OFFICE, LEADS, EMPLOYED_BY: Tie; ordered by tie, ByNewest
	EdgeUnits            Edge = "units"             // agency → agencies by real ties PART_OF: Tie; ordered by tie, ByNewest
	EdgeOffices          Edge = "offices"           // actor → its ties HOLDS_OFFICE and LEADS; ByNewest
	EdgeMembers          Edge = "members"           // group, organization → actors by real ties MEMBER_OF: Tie; ordered by tie, ByNewest
	EdgeCountryAgencies  Edge = "country.agencies"  // country → agencies with its code; ByName
	EdgeCountryOfficials Edge = "country.officials" // country → officials with its code; ByName
	EdgeCountryGroups    Edge = "country.groups"    // country → groups with its code; ByName
	EdgeParticipants     Edge = "participants"      // event → actors: Roles, Standing, Passages, Number; ByRank
	EdgeEvidence         Edge = "evidence"          // event, tie → evidence; ByOldest or another order of evidence
	EdgeArticleMentions  Edge = "article.mentions"  // article → mentions; ByStart
	EdgeArticleEvents    Edge = "article.events"    // article → events that it states; ByStart of their first passage there
	EdgeArticleTies      Edge = "article.ties"      // article → ties that it states; ByNewest
	EdgeArticleEvidence  Edge = "article.evidence"  // article → evidence; ByStart
	EdgePlaceEvents      Edge = "place.events"      // place → events there or in a place within it; ByNewest or another order of events
)

// edgeRow is what an Edge joins: the class it starts from (two for evidence), the class of
// Hop.Node, and the orders it has, the default first.
type edgeRow struct {
	from   []Class
	to     Class
	orders []Order
}

var edges = map[Edge]edgeRow{
	EdgeEvents:           {[]Class{ClassActor}, ClassEvent, []Order{ByNewest, ByOldest, ByMostSources}},
	EdgeTies:             {[]Class{ClassActor}, ClassTie, []Order{ByNewest}},
	EdgeStatements:       {[]Class{ClassActor}, ClassEvidence, []Order{ByNewest}},
	EdgeMentions:         {[]Class{ClassActor}, ClassMention, []Order{ByNewest}},
	EdgeOfficials:        {[]Class{ClassActor}, ClassActor, []Order{ByNewest}},
	EdgeUnits:            {[]Class{ClassActor}, ClassActor, []Order{ByNewest}},
	EdgeOffices:          {[]Class{ClassActor}, ClassTie, []Order{ByNewest}},
	EdgeMembers:          {[]Class{ClassActor}, ClassActor, []Order{ByNewest}},
	EdgeCountryAgencies:  {[]Class{ClassActor}, ClassActor, []Order{ByName}},
	EdgeCountryOfficials: {[]Class{ClassActor}, ClassActor, []Order{ByName}},
	EdgeCountryGroups:    {[]Class{ClassActor}, ClassActor, []Order{ByName}},
	EdgeParticipants:     {[]Class{ClassEvent}, ClassActor, []Order{ByRank}},
	EdgeEvidence:         {[]Class{ClassEvent, ClassTie}, ClassEvidence, []Order{ByOldest, ByNewest, ByConfidence}},
	EdgeArticleMentions:  {[]Class{ClassArticle}, ClassMention, []Order{ByStart}},
	EdgeArticleEvents:    {[]Class{ClassArticle}, ClassEvent, []Order{ByStart}},
	EdgeArticleTies:      {[]Class{ClassArticle}, ClassTie, []Order{ByNewest}},
	EdgeArticleEvidence:  {[]Class{ClassArticle}, ClassEvidence, []Order{ByStart}},
	EdgePlaceEvents:      {[]Class{ClassPlace}, ClassEvent, []Order{ByNewest, ByOldest, ByMostSources}},
}

// From are the classes an edge starts from. Read only.
func (e Edge) From() []Class { return edges[e].from }

// To is the class of the nodes an edge leads to.
func (e Edge) To() Class { return edges[e].to }

// Orders are the orders in which the far nodes can be listed, the default first. Read only.
func (e Edge) Orders() []Order { return edges[e].orders }

// Known reports whether e is one of the edges.
func (e Edge) Known() bool { return edges[e].to != "" }
