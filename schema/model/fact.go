package model

import (
	"context"

	"github.com/actorgraph/actorgraph/graph"
)

// Event is something that some actors do, perhaps to others.
type Event struct{ *graph.Event }

func (Event) typeName() string        { return "Event" }
func (e Event) stated() *graph.Stated { return &e.Event.Stated }

// Score runs from conflict, -10, to cooperation, 10.
func (e Event) Score() float64 { return float64(e.Event.Score) / 10 }

// Confidence runs from 0 to 1.
func (e Event) Confidence() float64 { return thousandths(e.Event.Confidence) }

// Stages are how the reports moved.
func (e Event) Stages() []Stage { return stages(e.Event.Stages) }

// Disagreements are where passages give different values.
func (e Event) Disagreements(ctx context.Context) ([]Disagreement, error) {
	return disagreements(ctx, e.Event.Disagreements)
}

// Evidence are the passages that state it.
func (e Event) Evidence(ctx context.Context) (*EvidenceConnection, error) {
	return page[Evidence](ctx, e.ID)
}

// Places are where it is.
func (e Event) Places(ctx context.Context) ([]Place, error) { return all[Place](ctx, e.PlaceIDs) }

// Sources are who does it.
func (e Event) Sources(ctx context.Context) ([]Actor, error) {
	return all[Actor](ctx, e.Actors(graph.Source))
}

// Targets are to whom it is done.
func (e Event) Targets(ctx context.Context) ([]Actor, error) {
	return all[Actor](ctx, e.Actors(graph.Target))
}

// Participants are all who take part, with roles and standing.
func (e Event) Participants(ctx context.Context) (*ParticipantConnection, error) {
	return page[Actor](ctx, e.ID)
}

// Numbers are all that were reported.
func (e Event) Numbers(ctx context.Context) ([]Quantity, error) {
	return upToFirst(ctx, quantities(e.Event.Numbers, ""))
}

// About are the acts it speaks of.
func (e Event) About(ctx context.Context) ([]Event, error) { return all[Event](ctx, e.AboutIDs) }

// Tie is a lasting relation of two actors, or of an actor and a place.
type Tie struct{ *graph.Tie }

func (Tie) typeName() string        { return "Tie" }
func (t Tie) stated() *graph.Stated { return &t.Tie.Stated }

// Confidence runs from 0 to 1.
func (t Tie) Confidence() float64 { return thousandths(t.Tie.Confidence) }

// Stages are how the reports moved.
func (t Tie) Stages() []Stage { return stages(t.Tie.Stages) }

// Disagreements are where passages give different values.
func (t Tie) Disagreements(ctx context.Context) ([]Disagreement, error) {
	return disagreements(ctx, t.Tie.Disagreements)
}

// Evidence are the passages that state it.
func (t Tie) Evidence(ctx context.Context) (*EvidenceConnection, error) {
	return page[Evidence](ctx, t.ID)
}

// From is the actor before the relation.
func (t Tie) From(ctx context.Context) (Actor, error) { return mustParty[Actor](ctx, t.FromID) }

// To is the actor or place after it.
func (t Tie) To(ctx context.Context) (Party, error) { return mustParty[Party](ctx, t.ToID) }

// Stated is from the first to the last article that hold it.
func (t Tie) Stated() *graph.Period { return t.Span }

// Stage is a point at which the reports of a fact moved.
type Stage struct{ graph.Stage }

// Evidence is its first passage.
func (s Stage) Evidence(ctx context.Context) (*Evidence, error) {
	return must[Evidence](ctx, s.EvidenceID)
}

func stages(ss []graph.Stage) []Stage {
	out := make([]Stage, len(ss))
	for i, s := range ss {
		out[i] = Stage{s}
	}
	return out
}

// Disagreement is one thing for which passages give different values.
type Disagreement struct {
	About  string
	Values []DisagreementValue
}

// DisagreementValue is one of the values.
type DisagreementValue struct{ graph.DisagreementValue }

// Evidence are the passages that give it.
func (v DisagreementValue) Evidence(ctx context.Context) ([]Evidence, error) {
	return all[Evidence](ctx, v.EvidenceIDs)
}

func disagreements(ctx context.Context, ds []graph.Disagreement) ([]Disagreement, error) {
	return upToFirst(ctx, wrapDisagreements(ds))
}

func wrapDisagreements(ds []graph.Disagreement) []Disagreement {
	out := make([]Disagreement, len(ds))
	for i, d := range ds {
		out[i].About = d.About
		out[i].Values = make([]DisagreementValue, len(d.Values))
		for j, v := range d.Values {
			out[i].Values[j] = DisagreementValue{v}
		}
	}
	return out
}

// Quantity is a number as a passage reports it.
type Quantity struct{ graph.Quantity }

// Low is the least it can be, nil where open.
func (q Quantity) Low() *float64 { return float(q.Quantity.Low) }

// High is the most it can be, nil where open.
func (q Quantity) High() *float64 { return float(q.Quantity.High) }

// Evidence is the passage that reports it.
func (q Quantity) Evidence(ctx context.Context) (*Evidence, error) {
	return must[Evidence](ctx, q.EvidenceID)
}

// quantities wraps numbers; in is the passage that they stand in, "" where they know it.
func quantities(qs []graph.Quantity, in graph.ID) []Quantity {
	out := make([]Quantity, len(qs))
	for i := range qs {
		out[i] = *quantity(&qs[i], in)
	}
	return out
}

func quantity(q *graph.Quantity, in graph.ID) *Quantity {
	if q == nil {
		return nil
	}
	w := &Quantity{*q}
	if in != "" {
		w.EvidenceID = in
	}
	return w
}

func float(n *int64) *float64 {
	if n == nil {
		return nil
	}
	f := float64(*n)
	return &f
}

func thousandths(n int) float64 { return float64(n) / 1000 }
