package graph

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Evidence is one passage of one article that states one fact, as that passage states it.
type Evidence struct {
	ID        ID
	Record    ID // the event or tie that this passage made
	FactID    ID // the canonical one of the record's identity set
	ArticleID ID
	Revision  int    // of the article
	Sentence  int    // the first one, counted from 0
	Quote     string // the article's text from Start to End
	Start     int    // code points, End exclusive
	End       int
	Before    string // ContextLength code points on each side, to find the quote again
	After     string

	Assertion

	Confidence int    // thousandths
	Extractor  string // name and version: "actorgraph/1"
	Trigger    Span   // the word that made it
	Steps      []Step

	Origin              // of its article; given by the store
	Recorded []Interval // given by the store, oldest first
}

// Origin is what evidence carries of its article, so that folding and ordering need no
// second look-up.
type Origin struct {
	Published Date
	Publisher Text
	CopyOfID  ID // the earliest article with the same report; "" for that one and where there are no copies
}

// ContextLength is the number of code points of Before and After.
const ContextLength = 80

// NodeID makes Evidence a Node.
func (e *Evidence) NodeID() ID { return e.ID }

// Assertion is what a passage says: of an event (EventType set) or of a tie (Relation set).
type Assertion struct {
	EventType   EventType     `json:"eventType,omitempty"`
	Modes       []Mode        `json:"modes,omitempty"`
	Contexts    []Context     `json:"contexts,omitempty"`
	Relation    Relation      `json:"relation,omitempty"`
	Role        Text          `json:"role,omitempty"` // of a tie: "deputy secretary of defense"
	Since       *Period       `json:"since,omitempty"`
	Until       *Period       `json:"until,omitempty"`
	Status      Status        `json:"status"`
	Negated     bool          `json:"negated,omitempty"`
	When        *Period       `json:"when,omitempty"`
	Wordings    []Wording     `json:"wordings,omitempty"`
	Numbers     []Quantity    `json:"numbers,omitempty"`
	Attribution []Attribution `json:"attribution,omitempty"` // outermost first
	About       []ID          `json:"about,omitempty"`       // records of the events a speech act speaks of
}

// Span is a range of code points of an article's text, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Wording is who or what a passage names in one part of its statement.
type Wording struct {
	Part     Part      `json:"part"`
	Party    ID        `json:"party,omitempty"`    // record of an actor or place; "" for a time
	Inferred bool      `json:"inferred,omitempty"` // by the register: "the British leader"
	Absent   bool      `json:"absent,omitempty"`   // it stayed away
	Number   *Quantity `json:"number,omitempty"`   // "two soldiers"
	Text     string    `json:"text"`
	Span
}

// Quantity is a number as a passage reports it, with bounds. Never folded.
type Quantity struct {
	Of   CountOf `json:"of"`
	Low  *int64  `json:"low,omitempty"`
	High *int64  `json:"high,omitempty"`
	Unit Text    `json:"unit,omitempty"`
	Text string  `json:"text"`
	Span
	EvidenceID ID `json:"evidence,omitempty"` // the passage; set in folded facts
}

// Attribution is one link of the chain of those who say so.
type Attribution struct {
	Speaker ID     `json:"speaker,omitempty"` // record of an actor; "" for "a leaked memo"
	Outlet  string `json:"outlet,omitempty"`  // name of the medium, if the speaker is one
	Text    string `json:"text"`
	Verb    Text   `json:"verb,omitempty"`
	Hedged  bool   `json:"hedged,omitempty"` // "reportedly", "is said to"
	Span
}

// Step is one reason for a result: the rule, what it says in words, and where it fired.
type Step struct {
	Rule string `json:"rule"`
	Says string `json:"says"`
	Text string `json:"text"`
	Span
}

// Speaker is the innermost actor of the attribution, "" if none is known.
func (a *Assertion) Speaker() ID {
	for _, l := range slices.Backward(a.Attribution) {
		if l.Speaker != "" {
			return l.Speaker
		}
	}
	return ""
}

// Outlet is the innermost medium of the attribution, "" if none is named.
func (a *Assertion) Outlet() string {
	for _, l := range slices.Backward(a.Attribution) {
		if l.Outlet != "" {
			return l.Outlet
		}
	}
	return ""
}

// Party is the first party in a part, "" if there is none.
func (a *Assertion) Party(p Part) ID {
	for _, w := range a.Wordings {
		if w.Part == p && w.Party != "" {
			return w.Party
		}
	}
	return ""
}

// NewEvidenceID names a passage's statement: its record, its article and what it asserts. Offsets,
// confidence, steps and the extractor are no part of it, so better reasons keep the id.
func NewEvidenceID(record, article ID, quote string, a Assertion) ID {
	a.Wordings, a.Numbers, a.Attribution = slices.Clone(a.Wordings), slices.Clone(a.Numbers), slices.Clone(a.Attribution)
	for i := range a.Wordings {
		a.Wordings[i].Span = Span{}
		a.Wordings[i].Number = unplaced(a.Wordings[i].Number)
	}
	for i := range a.Numbers {
		a.Numbers[i].Span = Span{}
	}
	for i := range a.Attribution {
		a.Attribution[i].Span = Span{}
	}
	said, err := json.Marshal(a)
	if err != nil { // no type in Assertion can fail to marshal
		panic(fmt.Sprintf("graph: encode assertion: %v", err))
	}
	return newID(ClassEvidence, string(record), string(article), quote, string(said))
}

func unplaced(q *Quantity) *Quantity {
	if q == nil {
		return nil
	}
	c := *q
	c.Span = Span{}
	return &c
}
