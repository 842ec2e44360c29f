package graph

import "time"

// Stated is what the two kinds of fact share: the outcome of the fold over their visible
// evidence (see FoldEvent and FoldTie).
type Stated struct {
	Status        Status
	Negated       bool
	Disputed      bool // some passage denies it
	Stages        []Stage
	Confidence    int // thousandths
	Corroboration Corroboration
	Disagreements []Disagreement
	RecordedAt    time.Time // of its first evidence
}

// Stage is a point at which the reports moved: planned, then held. In the order of the reports.
type Stage struct {
	Status     Status  `json:"status"`
	Negated    bool    `json:"negated,omitempty"`
	When       *Period `json:"when,omitempty"`
	Since      Date    `json:"since,omitzero"` // published date of the first passage of the stage
	EvidenceID ID      `json:"evidence"`
}

// Corroboration says how widely a fact is reported. IndependentSources counts distinct
// origins: copies of one report, and outlets that retell one outlet, count once.
type Corroboration struct {
	Passages           int
	Articles           int
	IndependentSources int
}

// Disagreement lists the values that passages give for the same thing, most passages first.
type Disagreement struct {
	About  string              `json:"about"` // "type", "when", "dead" …
	Values []DisagreementValue `json:"values"`
}

// DisagreementValue is one of the values and the passages that give it, in fold order.
type DisagreementValue struct {
	Value       string `json:"value"`
	EvidenceIDs []ID   `json:"evidence"`
}

// MaxListed caps what a folded fact lists of its passages: stages, numbers, disagreements.
// Participants, places and what it is about are never cut, because links and counts follow
// from them.
const MaxListed = 200

// Event is something that some actors do, perhaps to others. All values follow from its
// visible evidence.
type Event struct {
	ID ID
	Stated
	Type         EventType
	Modes        []Mode    // of the winning type, in codebook order
	Contexts     []Context // in API order
	Score        int       // tenths
	When         *Period
	PlaceIDs     []ID          // in order of first passage
	Participants []Participant // ranked: sources first, then passages, then id
	Numbers      []Quantity
	AboutIDs     []ID // the acts that a threat, promise, refusal or accusation speaks of
}

// NodeID makes an Event a Node.
func (e *Event) NodeID() ID { return e.ID }

// Quad is the class of the event's type.
func (e *Event) Quad() Quad { return e.Type.Quad() }

// Participant is one actor's part in an event.
type Participant struct {
	ActorID  ID        `json:"actor"`
	Record   ID        `json:"record,omitempty"` // the actor that the first passage meant
	Roles    []Role    `json:"roles"`
	Standing Standing  `json:"standing"`
	Passages int       `json:"passages"`
	Number   *Quantity `json:"number,omitempty"`
}

// Counts reports whether filters, counts and relations see the participant.
func (p Participant) Counts() bool {
	return p.Standing == StandingStated || p.Standing == StandingClaimed
}

// Actors are the ids of those who take part in a role and count, in rank order.
func (e *Event) Actors(r Role) []ID {
	var ids []ID
	for _, p := range e.Participants {
		if !p.Counts() {
			continue
		}
		for _, role := range p.Roles {
			if role == r {
				ids = append(ids, p.ActorID)
			}
		}
	}
	return ids
}

// Tie is a lasting relation, read "From RELATION To". Status HAPPENED: held at some time;
// ONGOING: held when last stated.
type Tie struct {
	ID ID
	Stated
	Relation Relation
	FromID   ID
	ToID     ID // a Place for BASED_IN and LOCATED_IN
	Role     Text
	Since    *Period
	Until    *Period
	Span     *Period // dates of the first and the last article that hold it
}

// NodeID makes a Tie a Node.
func (t *Tie) NodeID() ID { return t.ID }

// HeldAt reports whether the tie is known to hold on a day: inside [since or the first
// article's date, until or the last article's date], open only where neither is known.
func (t *Tie) HeldAt(d Date) bool {
	from, to := t.Bounds()
	return (from != 0 || to != 0) && (from == 0 || from <= d) && (to == 0 || d <= to)
}

// Bounds are the days between which HeldAt is true; 0 where open.
func (t *Tie) Bounds() (from, to Date) {
	if t.Span != nil {
		from, to = t.Span.Start, t.Span.End
	}
	if t.Since != nil && t.Since.Start != 0 {
		from = t.Since.Start
	}
	if t.Until != nil && t.Until.End != 0 {
		to = t.Until.End
	}
	return from, to
}

// Fact is an *Event or a *Tie.
type Fact interface {
	Node
	Facts() *Stated
}

// Facts gives what events and ties share.
func (e *Event) Facts() *Stated { return &e.Stated }

// Facts gives what events and ties share.
func (t *Tie) Facts() *Stated { return &t.Stated }
