package model

import (
	"context"
	"time"

	"github.com/actorgraph/actorgraph/graph"
)

// Evidence is one passage of one article that states one fact.
type Evidence struct{ *graph.Evidence }

func (Evidence) typeName() string { return "Evidence" }

// Fact is what it states, nil where all evidence of that fact was withdrawn.
func (e Evidence) Fact(ctx context.Context) (Fact, error) {
	n, err := node(ctx, e.FactID)
	f, _ := n.(Fact)
	return f, err
}

// Article is the one it stands in.
func (e Evidence) Article(ctx context.Context) (*Article, error) {
	return must[Article](ctx, e.ArticleID)
}

// EventType is nil for a tie.
func (e Evidence) EventType() *graph.EventType { return unlessEmpty(e.Evidence.EventType) }

// TieRelation is nil for an event.
func (e Evidence) TieRelation() *graph.Relation { return unlessEmpty(e.Relation) }

// Wordings are who and what it names.
func (e Evidence) Wordings() []Wording {
	out := make([]Wording, len(e.Evidence.Wordings))
	for i, w := range e.Evidence.Wordings {
		out[i] = Wording{w, e.ID}
	}
	return out
}

// Numbers are those it reports.
func (e Evidence) Numbers() []Quantity { return quantities(e.Evidence.Numbers, e.ID) }

// Attribution is who says so, outermost first.
func (e Evidence) Attribution() []Attribution {
	out := make([]Attribution, len(e.Evidence.Attribution))
	for i, a := range e.Evidence.Attribution {
		out[i] = Attribution{a}
	}
	return out
}

// Speaker is the innermost of them that is an actor, nil if none is.
func (e Evidence) Speaker(ctx context.Context) (Actor, error) {
	return oneActor(ctx, e.Evidence.Speaker())
}

// Confidence runs from 0 to 1.
func (e Evidence) Confidence() float64 { return thousandths(e.Evidence.Confidence) }

// RecordedAt is when the graph first held it.
func (e Evidence) RecordedAt() time.Time { return graph.RecordedAt(e.Recorded) }

// RetractedAt is when the graph ceased to hold it; zero while it does.
func (e Evidence) RetractedAt() time.Time { return graph.RetractedAt(e.Recorded) }

// Wording is who or what a passage names in one part of its statement.
type Wording struct {
	graph.Wording
	in graph.ID // the passage
}

// Party is who is meant, nil for a time.
func (w Wording) Party(ctx context.Context) (Party, error) {
	n, err := node(ctx, w.Wording.Party)
	p, _ := n.(Party)
	return p, err
}

// Number is how many they are, nil where the passage does not say.
func (w Wording) Number() *Quantity { return quantity(w.Wording.Number, w.in) }

// Attribution is one link of the chain of those who say so.
type Attribution struct{ graph.Attribution }

// Speaker is nil for sources that are no actor.
func (a Attribution) Speaker(ctx context.Context) (Actor, error) {
	return oneActor(ctx, a.Attribution.Speaker)
}

// Article is one text with where it stood.
type Article struct{ *graph.Article }

func (Article) typeName() string { return "Article" }

// Text is the cleaned text; unknown where the server does not give texts out.
func (a Article) Text(ctx context.Context) (graph.Text, error) {
	return scopeOf(ctx).text(ctx, a.present())
}

// present names its text of today.
func (a Article) present() graph.RevisionID {
	return graph.RevisionID{Article: a.ID, Number: a.Revision}
}

// Revisions are all texts it has had, newest first.
func (a Article) Revisions(ctx context.Context) ([]graph.Revision, error) {
	return upToFirst(ctx, a.Article.Revisions)
}

// CopyOf is the earliest article with the same report, nil for that one.
func (a Article) CopyOf(ctx context.Context) (*Article, error) { return one[Article](ctx, a.CopyOfID) }

// RecordedAt is when the graph first held it.
func (a Article) RecordedAt() time.Time { return graph.RecordedAt(a.Recorded) }

// RetractedAt is when it was retracted; zero while it is held.
func (a Article) RetractedAt() time.Time { return graph.RetractedAt(a.Recorded) }

// Mentions are where it names actors.
func (a Article) Mentions(ctx context.Context) (*MentionConnection, error) {
	return page[Mention](ctx, a.ID)
}

// Events are those it tells.
func (a Article) Events(ctx context.Context) (*EventConnection, error) { return page[Event](ctx, a.ID) }

// Ties are those it states.
func (a Article) Ties(ctx context.Context) (*TieConnection, error) { return page[Tie](ctx, a.ID) }

// Evidence are its passages that state something.
func (a Article) Evidence(ctx context.Context) (*EvidenceConnection, error) {
	return page[Evidence](ctx, a.ID)
}

// Place is where something happens.
type Place struct{ *graph.Place }

func (Place) typeName() string { return "Place" }
func (Place) party()           {}

// Country is the state it lies in, nil where unknown.
func (p Place) Country(ctx context.Context) (*Country, error) { return one[Country](ctx, p.CountryID) }

// Within is the next larger place, nil where unknown.
func (p Place) Within(ctx context.Context) (*Place, error) { return one[Place](ctx, p.WithinID) }

// Latitude is nil where unknown.
func (p Place) Latitude() *float64 { return p.degrees(p.Place.Latitude) }

// Longitude is nil where unknown.
func (p Place) Longitude() *float64 { return p.degrees(p.Place.Longitude) }

func (p Place) degrees(millionths int) *float64 {
	if !p.Located {
		return nil
	}
	d := float64(millionths) / 1e6
	return &d
}

// Events are those there or in a place within it.
func (p Place) Events(ctx context.Context) (*EventConnection, error) { return page[Event](ctx, p.ID) }

func unlessEmpty[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}
