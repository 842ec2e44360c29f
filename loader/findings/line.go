package findings

import (
	"encoding/json"
	"fmt"
)

// Line is what was found in one text. Its lists are never nil, except Pairs, which is nil
// where nothing was asked.
type Line struct {
	ID       string    `json:"id"`
	Mentions []Mention `json:"mentions"` // in text order
	Actors   []Actor   `json:"actors"`   // every one that the other lists name; actors, then places
	Events   []Event   `json:"events"`   // one for each passage, in text order
	Ties     []Tie     `json:"ties"`
	Pairs    []Pair    `json:"pairs,omitzero"` // one for each Asked, in order
}

// Empty is the Line of a text without findings. asked is what Of would answer.
func Empty(id string, asked []Asked) Line {
	l := Line{ID: id, Mentions: []Mention{}, Actors: []Actor{}, Events: []Event{}, Ties: []Tie{}}
	if asked != nil {
		l.Pairs = make([]Pair, len(asked))
	}
	return l
}

// Span is a start and an end in code points of the text as given, the end exclusive.
type Span [2]int

// UnmarshalJSON takes exactly two numbers; encoding/json itself would fill up or cut.
func (s *Span) UnmarshalJSON(b []byte) error {
	var n []int
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	if len(n) != 2 {
		return fmt.Errorf("a span is two numbers, not %d", len(n))
	}
	*s = Span(n)
	return nil
}

// Mention is one place where an actor or a place is named or meant.
type Mention struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Type   string `json:"type"`
	Coarse string `json:"coarse"`          // PER, ORG, LOC, NORP, EVT
	Actor  string `json:"actor,omitempty"` // id of the Actor that it means
}

// Actor is somebody or something that takes part, or a place.
type Actor struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"` // a type of mentions
	Country  string `json:"country,omitempty"`
	Sector   string `json:"sector,omitempty"`
	Wikidata string `json:"wikidata,omitempty"`
	Named    *bool  `json:"named,omitempty"` // false for "two soldiers", else nil
	Count    *int64 `json:"count,omitempty"` // how many, where it is one number
}

// Event is what one passage says was done.
type Event struct {
	Type        string   `json:"type"`
	Mode        string   `json:"mode,omitempty"` // the first of Modes
	Modes       []string `json:"modes,omitempty"`
	Contexts    []string `json:"contexts,omitempty"`
	Status      string   `json:"status"`
	Negated     bool     `json:"negated,omitempty"`
	Sources     []string `json:"sources"`
	Targets     []string `json:"targets"`
	SourceSpans []Span   `json:"sourceSpans"` // one for each of Sources
	TargetSpans []Span   `json:"targetSpans"`
	Absent      []string `json:"absent,omitempty"` // who stayed away
	Trigger     Span     `json:"trigger"`
	Sentence    Span     `json:"sentence"`
	Date        *Date    `json:"date,omitempty"`
	Place       *Place   `json:"place,omitempty"`
	Speaker     string   `json:"speaker,omitempty"`
	Attribution []string `json:"attribution,omitempty"` // actors' ids or wordings, outermost first
	About       *int     `json:"about,omitempty"`       // index in Events
	Content     bool     `json:"content,omitempty"`     // another event of the line is about this one
	Cluster     string   `json:"cluster"`               // equal for passages that tell the same event
	Confidence  float64  `json:"confidence"`
}

// Date is when something is said to be: the first and the last possible day, either "" if
// it is unknown, and the wording.
type Date struct {
	Start     string `json:"start,omitempty"`
	End       string `json:"end,omitempty"`
	Precision string `json:"precision"`
	Text      string `json:"text"`
}

// Place is where something is said to be.
type Place struct {
	Name    string   `json:"name"`
	Span    Span     `json:"span"`
	Country string   `json:"country,omitempty"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
}

// Tie is a lasting relation, read "From Type To".
type Tie struct {
	Type       string  `json:"type"`
	From       string  `json:"from"`
	To         string  `json:"to"`
	Role       string  `json:"role,omitempty"`
	FromSpan   Span    `json:"fromSpan"`
	ToSpan     Span    `json:"toSpan"`
	Since      string  `json:"since,omitempty"` // as precise as it is known: 2015, 2015-03, 2015-03-01
	Until      string  `json:"until,omitempty"`
	Confidence float64 `json:"confidence"`
}

// Pair is the type of the event between two spans; nil if there is none.
type Pair struct {
	Type       *string `json:"type"`
	Confidence float64 `json:"confidence"`
}

// Asked are two spans of the input between which an event is asked for, either nil where
// the text names no such actor.
type Asked struct {
	Source *Span `json:"source"`
	Target *Span `json:"target"`
}
