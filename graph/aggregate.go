package graph

// Aggregation counts the events or articles that match, by none to two dimensions. See
// Reader.Aggregate.
type Aggregation struct {
	View     View
	Class    Class   // ClassEvent or ClassArticle
	Where    Filter  // nil matches everything
	Reality  Reality // of events; "" is RealityReal
	By       []By    // none to two
	Distinct bool    // count articles and independent sources of events as well, which costs more
}

// By is one dimension of an Aggregation: what the nodes are told apart by.
type By struct {
	Dimension Dimension
	Interval  CalendarInterval // of DimTime and DimPublished; "" is IntervalMonth
	First     int              // how many keys are kept, 1 to MaxKeys: the newest intervals, else the largest keys
	Rest      bool             // one bucket for all nodes with some key that was not kept
	Zeros     bool             // the empty intervals between two kept ones, and (if either By says so) empty combinations of two dimensions; all of them or, where they do not fit, none
}

// Limits of an Aggregation.
const (
	MaxKeys    = 1000 // the largest By.First
	MaxBuckets = 5000 // of one answer
)

// Dimension is what an Aggregation tells nodes apart by. Every node has a set of keys in each
// dimension: one, several, or, where it has none, the key "". It counts once for each of them.
type Dimension string

const (
	// DimTime is the interval that holds the whole of Event.When (an unknown end is its start), or
	// the published date of an article.
	DimTime Dimension = "TIME"
	// DimPublisher is the folded publisher, of an event those of the articles of its open evidence.
	DimPublisher Dimension = "PUBLISHER"

	// of events alone

	DimPublished     Dimension = "PUBLISHED" // the intervals in which the articles of its open evidence were published
	DimType          Dimension = "TYPE"
	DimMode          Dimension = "MODE"
	DimContext       Dimension = "CONTEXT"
	DimQuad          Dimension = "QUAD"
	DimStatus        Dimension = "STATUS"
	DimActor         Dimension = "ACTOR" // the ids of participants that count, as in all below
	DimSource        Dimension = "SOURCE"
	DimTarget        Dimension = "TARGET"
	DimActorCountry  Dimension = "ACTOR_COUNTRY" // their country codes; of a country its own
	DimSourceCountry Dimension = "SOURCE_COUNTRY"
	DimTargetCountry Dimension = "TARGET_COUNTRY"
	DimSourceKind    Dimension = "SOURCE_KIND" // all of their kinds
	DimTargetKind    Dimension = "TARGET_KIND"
	DimSourceSector  Dimension = "SOURCE_SECTOR"
	DimTargetSector  Dimension = "TARGET_SECTOR"
	DimSpeaker       Dimension = "SPEAKER"       // the ids of the innermost speakers of its open evidence
	DimPlace         Dimension = "PLACE"         // the ids of Event.PlaceIDs
	DimPlaceCountry  Dimension = "PLACE_COUNTRY" // their country codes

	// of articles alone

	DimLanguage Dimension = "LANGUAGE"
)

// The dimensions of each class in the order of the API. Read only.
var (
	EventDimensions = []Dimension{
		DimTime, DimPublished, DimType, DimMode, DimContext, DimQuad, DimStatus, DimActor, DimActorCountry, DimSource, DimTarget,
		DimSourceCountry, DimTargetCountry, DimSourceKind, DimTargetKind, DimSourceSector, DimTargetSector,
		DimSpeaker, DimPlace, DimPlaceCountry, DimPublisher,
	}
	ArticleDimensions = []Dimension{DimTime, DimPublisher, DimLanguage}
)

// DimensionsOf are the dimensions of a class, nil where it cannot be aggregated. Read only.
func DimensionsOf(c Class) []Dimension {
	switch c {
	case ClassEvent:
		return EventDimensions
	case ClassArticle:
		return ArticleDimensions
	}
	return nil
}

// Calendar reports whether the keys of a dimension are intervals of days.
func (d Dimension) Calendar() bool { return d == DimTime || d == DimPublished }

// Actors reports whether the keys of a dimension are ids of actors.
func (d Dimension) Actors() bool {
	return d == DimActor || d == DimSource || d == DimTarget || d == DimSpeaker
}

// Countries reports whether the keys of a dimension are country codes.
func (d Dimension) Countries() bool {
	return d == DimActorCountry || d == DimSourceCountry || d == DimTargetCountry || d == DimPlaceCountry
}

// Buckets is the answer to an Aggregation: the buckets by their first key, then by their second.
// Without dimensions there is one bucket, of everything.
//
// Keys of DimTime and DimPublished run from old to new, all others from the largest to the
// smallest and, where they are equal, by value. After them comes the key "", and last the rest.
// With two dimensions the keys of each are kept and ordered by how many nodes have that key,
// whatever the other dimension says.
type Buckets struct {
	Buckets   []Bucket
	Total     Totals // of all nodes that match, each once
	Truncated bool   // there is more: keys that were not kept and have no rest, zeros, or buckets beyond MaxBuckets
}

// Bucket counts the nodes that have all of its keys.
type Bucket struct {
	Keys []Key // one for each By, in that order
	Totals
	Where Filter // finds exactly the nodes of the bucket: the Aggregation's Where and Reality, and the keys
}

// Totals are the counts of a bucket, or of all of them. Events and Score are 0 for articles;
// Articles and Sources of events are 0 unless Aggregation.Distinct asks for them.
type Totals struct {
	Events   int
	Articles int   // articles; of events those of their open evidence, each once
	Sources  int   // the independent sources of the events (see OriginsOf), each once
	Score    int64 // the sum of Event.Score, in tenths
}

// Key is what the nodes of a bucket have in common in one dimension.
type Key struct {
	Value        string // "" where the node has none or its date is too vague for the interval; RestValue of the rest
	Label        string // for people: the name of an actor, place or country, a publisher as it writes itself, else Value; "" for the rest
	Rest         bool   // all keys that were not kept
	Actor, Place ID     // where Value is such an id
	Start, End   Date   // where Value is an interval: its first and last day
}

// RestValue is the Value of the Key of the rest.
const RestValue = "*"

// Keyed is a Filter of events and articles: it matches where the node has a key in the dimension
// that is one of In (any key, if In is empty) and none of NotIn. A node without a key has the key
// "". It exists so that every Bucket has a Where.
type Keyed struct {
	Dimension Dimension
	Interval  CalendarInterval // of DimTime and DimPublished; "" is IntervalMonth
	In, NotIn []string         // values as in Key.Value
}

func (*Keyed) isFilter() {}
