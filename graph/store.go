package graph

import (
	"context"
	"fmt"
	"time"
)

// Reader answers questions about the graph. It is safe for concurrent use.
//
// Every method is batched: n ids cost a number of round trips that does not depend on n,
// and n results come back in the order of the ids. Every list is ordered by a sort key and
// then by id in the same direction, so that the same question gives the same answer in
// every store. A deadline of ctx ends the work with ErrTimeout.
type Reader interface {
	// Nodes returns the nodes of any class by id, nil where there is none. By id a retracted
	// article, closed evidence and closed mentions are still found. Any member's id of an
	// identity set gives the canonical node. The store may leave out what d does not need.
	Nodes(ctx context.Context, v View, ids []ID, d Detail) ([]Node, error)
	// Texts returns the cleaned texts of revisions of articles, "" where there is none. Texts of
	// retracted articles and earlier texts are found. Nodes that other methods answer leave
	// Article.Body empty: what lists articles reads no texts.
	Texts(ctx context.Context, of []RevisionID) ([]Text, error)
	// Find returns one page of the nodes of one class that match.
	Find(ctx context.Context, q Query) (Page[Node], error)
	// Expand takes one step along one logical edge from every parent and returns a page for
	// each, in order. A parent that is absent, or of a class the edge does not start from,
	// has an empty page.
	Expand(ctx context.Context, from []ID, e Expansion) ([]Page[Hop], error)
	// Aggregate counts events or articles by up to two dimensions.
	Aggregate(ctx context.Context, a Aggregation) (Buckets, error)
	// Links returns the pairs of actors that are linked by the most events, and by ties.
	Links(ctx context.Context, q LinkQuery) (Links, error)
	// Counterparts returns, for each actor, a page of the actors it shares events with, most
	// events first (ByMostEvents). What is absent or no actor has an empty page.
	Counterparts(ctx context.Context, of []ID, q CounterpartQuery) ([]Page[Counterpart], error)
	// Paths finds evidence-bearing paths between two actors, shortest first.
	Paths(ctx context.Context, p PathQuery) ([]Path, error)
	// Changes returns at most limit (0 to MaxChanges) entries of the change log after a place in
	// it, oldest first.
	Changes(ctx context.Context, after Sequence, limit int) ([]Change, error)
	// Info says what is in the graph, from counts that Write keeps.
	Info(ctx context.Context) (Info, error)
}

// Writer changes the graph. Every method is atomic with its change-log entries, and doing
// the same thing twice changes nothing the second time. Once it returns nil, the change
// survives the death of the process.
type Writer interface {
	// Write replaces, for each article of the batch, what was known of it by the batch's
	// complete result: it closes what is not in the batch, keeps what is unchanged, opens
	// what is new. The newest text of an article counts, whichever version of the extractor
	// read it; of an older text that is new to the store only the revision is kept. Of one
	// text the result of the highest version counts; an older one writes nothing, nor does
	// any result of a retracted article. Every row is checked before anything is written; the
	// error is an *ArticleError.
	Write(ctx context.Context, b Batch) (Written, error)
	// Judge records verdicts on identity; it never destroys a record.
	Judge(ctx context.Context, js []Judgement) error
	// Retract takes articles back: it closes them with their open mentions and evidence, all at
	// one moment, and facts, actors, places and counts follow as after a Write. It stays so until
	// Restore; a Write in between is StaysRetracted. An article that is retracted already is left
	// alone, one given twice counts once. ValidateRetraction says what is refused; an article that
	// the store never held is an *ArticleError that wraps ErrNotFound (the first such in the
	// list), and then nothing is changed.
	//
	// By id the articles, their evidence and mentions are still found, with RetractedAt. The
	// change log tells what went (RETRACTED: articles, facts, actors and places that rested on
	// nothing else) and what changed, in the order of Write's entries, each caused by one of the
	// articles; the entry of an article itself gives the reason. Nothing to do adds no entry.
	Retract(ctx context.Context, articles []ID, reason string) error
	// Restore opens retracted articles again, with those of their mentions and evidence that the
	// last Retract closed, just as they were, each in a new interval: what an earlier Write
	// closed stays closed. An article that is not retracted is left alone. All else is as for
	// Retract; what comes back is ADDED.
	Restore(ctx context.Context, articles []ID, reason string) error
}

// Store is a whole graph, open until Close.
type Store interface {
	Reader
	Writer
	// Migrate makes a new store ready and brings an older one up to date; a newer one is ErrConflict.
	Migrate(ctx context.Context) error
	// Ping reports whether the store can answer now; ErrUnavailable if not.
	Ping(ctx context.Context) error
	// Close waits for running calls and releases everything. Calls after it are ErrUnavailable.
	Close() error
}

// View is the eyes with which a query looks. The zero View sees the graph as it is now.
type View struct {
	KnownAt           time.Time // what the graph held then
	At                Sequence  // the same by a place in the change log
	Without           []ID      // as if these articles had never been read
	WithoutPublishers []string
}

// IsZero reports whether v is the default view.
func (v View) IsZero() bool {
	return v.KnownAt.IsZero() && v.At == 0 && len(v.Without) == 0 && len(v.WithoutPublishers) == 0
}

// Query selects nodes of one class: ClassActor, ClassEvent, ClassTie, ClassEvidence,
// ClassArticle or ClassPlace.
type Query struct {
	View   View
	Class  Class
	Kind   ActorKind // actors whose own kind this is; "" for all
	Search string    // every folded word is the prefix of a word; see the class's order
	Where  Filter    // nil matches everything
	Order  Order     // "" is the class's default: DefaultOrder
	Detail Detail    // of the nodes
	Page   PageRequest
}

// Expansion is one step along one logical edge, the same for every parent.
type Expansion struct {
	View      View
	Edge      Edge
	Roles     []Role     // EdgeEvents, EdgeParticipants: any of these; none for all
	Relations []Relation // EdgeTies: any of these; none for all
	Direction Direction  // EdgeTies; "" is Both
	At        Date       // EdgeOfficials, EdgeUnits, EdgeOffices, EdgeMembers, EdgeCountryOfficials: held on that day; 0 for all
	Where     Filter     // on the far node; nil matches everything
	Order     Order      // "" is the edge's default
	Detail    Detail     // of the nodes, and of Hop.Tie
	Page      PageRequest
}

// PageRequest asks for at most First items strictly after After. First may be 0 when only
// the total is wanted. Total asks for the number of all items, which costs a count.
type PageRequest struct {
	First int
	After *Position // nil starts at the top
	Total bool
}

// MaxPage is the largest First, MaxChanges the most entries of the change log in one answer.
const (
	MaxPage    = 100
	MaxChanges = 10_000
)

// ValidateChanges refuses a limit that Changes does not take.
func ValidateChanges(limit int) error {
	if limit < 0 || limit > MaxChanges {
		return &ArgumentError{Argument: "limit", Message: fmt.Sprintf("%d is not a number of changes", limit), Hint: fmt.Sprintf("ask for 0 to %d", MaxChanges)}
	}
	return nil
}

// Page is one page. Positions[i] is the place of Items[i] in the order. More says whether
// another page follows. Total is -1 unless it was asked for.
type Page[T any] struct {
	Items     []T
	Positions []Position
	More      bool
	Total     int
}

// Hop is the far node of one step, with what the step itself says. Which fields are set
// depends on the edge.
type Hop struct {
	Node     Node
	Tie      *Tie      // how an actor was reached (officials, units, members)
	OtherID  ID        // EdgeTies: the far end of the tie in Node
	Roles    []Role    // EdgeEvents, EdgeParticipants
	Standing Standing  // EdgeEvents, EdgeParticipants
	Passages int       // EdgeParticipants
	Number   *Quantity // EdgeParticipants
}

// Batch is written whole or not at all. No article stands in it twice.
type Batch struct{ Extractions []Extraction }

// Extraction is the complete result of one extraction of one article. Records of a passage
// (Mention.Record, Wording.Party, Attribution.Speaker) must stand in Actors or Places, and
// so must the Country of every state code.
type Extraction struct {
	Article   Article
	Extractor string // name: "actorgraph"
	Version   int    // increases with every change of output; the higher wins
	Actors    []ActorRecord
	Places    []Place
	Mentions  []Mention
	Evidence  []Evidence
}

// Outcome is what Write did with one article.
type Outcome string

const (
	Loaded         Outcome = "LOADED"    // new
	Known          Outcome = "KNOWN"     // nothing new but, perhaps, an older text on record
	Revised        Outcome = "REVISED"   // another text or a better extraction took the place of the old
	StaysRetracted Outcome = "RETRACTED" // retracted before; nothing written
)

// Written says what Write did.
type Written struct {
	Outcomes []Outcome // one per extraction, in order
	Rows     int       // articles, actors, places, mentions and evidence inserted, changed or closed: 0 means nothing was written
	Last     Sequence  // the last entry of the change log after this write
}

// Sequence is a place in the change log, counted from 1; 0 is its beginning.
type Sequence int64

// Change is one entry of the change log.
type Change struct {
	Sequence Sequence
	At       time.Time // strictly increasing from write to write; equal within one
	Kind     ChangeKind
	Node     ID
	Fields   []string // of a CHANGED node, sorted
	Replaced []ID     // MERGED, SPLIT
	CausedBy ID       // the article; "" for judgements
	Reason   Text     // of an article that was retracted or restored: in the words of whoever did it
}

// Info says what is in the graph and who is answering.
type Info struct {
	Store        string // "sqlite", "neo4j"
	Articles     int
	Actors       int
	Events       int
	Ties         int
	Evidence     int
	LastChange   Sequence
	LastChangeAt time.Time
}

// PathQuery asks how two actors are connected.
type PathQuery struct {
	View     View
	From, To ID
	MaxHops  int
	First    int
	Reality  Reality
}

// Path is a chain of facts between two actors.
type Path struct{ Hops []PathHop }

// PathHop is one link of a Path: the best attested of the facts that join two actors.
type PathHop struct {
	From, To ID
	Facts    int
	FactID   ID
}

// Validate refuses a page that is too large.
func (p PageRequest) Validate() error {
	if p.First < 0 || p.First > MaxPage {
		return &ArgumentError{
			Argument: "first", Message: fmt.Sprintf("%d is not a page size", p.First),
			Hint: fmt.Sprintf("ask for 0 to %d and go on with after", MaxPage),
		}
	}
	return nil
}

// ValidateView refuses views until stores can look through them.
func ValidateView(v View) error {
	if v.IsZero() {
		return nil
	}
	return &ArgumentError{Argument: "view", Message: "views are not built yet", Hint: "leave view out", Err: ErrNotYet}
}
