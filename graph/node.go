package graph

import "time"

// Node is anything with an id: *Actor, *Event, *Tie, *Evidence, *Article, *Place, *Mention
// or *Judgement.
type Node interface{ NodeID() ID }

var (
	_ Node = (*Actor)(nil)
	_ Fact = (*Event)(nil)
	_ Fact = (*Tie)(nil)
	_ Node = (*Evidence)(nil)
	_ Node = (*Article)(nil)
	_ Node = (*Place)(nil)
	_ Node = (*Mention)(nil)
	_ Node = (*Judgement)(nil)
)

// Judgement says whether two records are the same actor or event, by whom and why.
// It can be withdrawn; merging is never destructive.
type Judgement struct {
	ID          ID
	A, B        ID
	Verdict     Verdict
	Automatic   bool
	By          string // a person, or rule and version
	Reason      string
	At          time.Time
	WithdrawnAt time.Time // zero while it stands
}

// NodeID makes a Judgement a Node.
func (j *Judgement) NodeID() ID { return j.ID }
