package findings

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// nestingConfidence is for what the gazetteer knows of places, or the text says by a comma: 663 of
// 786 were right where the documents that train the scorer of ties mark both ends.
const nestingConfidence = 842

// seatConfidence is for a body's seat in its state: 144 of 165, counted likewise.
const seatConfidence = 868

// nesting adds LOCATED_IN ties from the places that the text names to the larger ones that
// contain them and that it names as well. In the graph a place lies within another by itself,
// without a Tie; a reader of lines has no other way to see it.
func (b *builder) nesting() {
	first := map[graph.ID]Span{} // where a place is named, or the state whose land it is
	for _, m := range b.x.Cast.Mentions {
		id := graph.ID("")
		if m.Place >= 0 {
			id = b.x.Cast.Places[m.Place].ID
		} else if m.Type == identity.TypeCountry || m.Type == identity.TypeNationality {
			id = graph.PlaceID("country:"+m.Country, "", "")
		}
		if id == "" {
			continue
		}
		if _, ok := first[id]; !ok {
			s := b.x.Document.Sentences[m.Sentence]
			first[id] = b.span(graph.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End})
		}
	}
	for i := range b.x.Cast.Places {
		from := &b.x.Cast.Places[i]
		at, ok := first[from.ID]
		if !ok {
			continue
		}
		within := from.WithinID
		for range 4 {
			larger := b.places[within]
			if larger == nil {
				break
			}
			if span, ok := first[larger.ID]; ok {
				b.line.Ties = append(b.line.Ties, Tie{
					Type: string(graph.LocatedIn), From: b.end(from.ID), To: b.end(larger.ID),
					FromSpan: at, ToSpan: span, Confidence: share(nestingConfidence),
				})
			}
			within = larger.WithinID
		}
	}
	b.seats(first)
	b.parts()
}

// partConfidence is for what the register knows of bodies.
const partConfidence = 900

// parts adds PART_OF ties from bodies to those of which the register has them, where the text
// names both.
func (b *builder) parts() {
	first := map[graph.ID]Span{}
	for _, m := range b.x.Cast.Mentions {
		if m.Actor < 0 || m.Form != identity.Name {
			continue
		}
		if id := b.x.Cast.Actors[m.Actor].ID; first[id] == (Span{}) {
			s := b.x.Document.Sentences[m.Sentence]
			first[id] = b.span(graph.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End})
		}
	}
	own := len(b.line.Ties)
	for i := range b.x.Cast.Profiles {
		part, whole := b.x.Cast.Actors[i].ID, b.x.Cast.Profiles[i].Parent
		from, named := first[part]
		to, both := first[whole]
		said := func(t Tie) bool { return t.From == string(part) && t.To == string(whole) }
		if !named || !both || slices.ContainsFunc(b.line.Ties[:own], said) {
			continue
		}
		b.line.Ties = append(b.line.Ties, Tie{
			Type: string(graph.PartOf), From: b.name(part), To: b.name(whole), FromSpan: from, ToSpan: to, Confidence: share(partConfidence),
		})
	}
}

// seats adds BASED_IN ties from the named bodies of a state to that state, where the text names
// both: what the country of an actor says in the graph.
func (b *builder) seats(lands map[graph.ID]Span) {
	done := map[int]bool{}
	for _, m := range b.x.Cast.Mentions {
		if m.Actor < 0 || done[m.Actor] || m.Form != identity.Name {
			continue
		}
		done[m.Actor] = true
		p := &b.x.Cast.Profiles[m.Actor]
		if p.Kind != graph.Agency && p.Kind != graph.Organization && p.Kind != graph.Group || !graph.IsState(p.Country) {
			continue
		}
		span, ok := lands[graph.PlaceID("country:"+p.Country, "", "")]
		if !ok {
			continue
		}
		s := b.x.Document.Sentences[m.Sentence]
		b.line.Ties = append(b.line.Ties, Tie{
			Type: string(graph.BasedIn), From: b.name(b.x.Cast.Actors[m.Actor].ID), To: b.name(graph.CountryID(p.Country)),
			FromSpan: b.span(graph.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}), ToSpan: span, Confidence: share(seatConfidence),
		})
	}
}
