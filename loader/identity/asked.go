package identity

import (
	"slices"
	"strconv"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Phrase is a run of tokens of one sentence, First and Last inclusive.
type Phrase struct{ Sentence, First, Last int }

// With is the cast with an actor for each phrase, where the cast has none at its head: for a
// caller who knows better than the text who takes part. The receiver is not changed. The
// actors that are added have ids that hold in this cast alone.
func (c *Cast) With(doc *language.Document, phrases []Phrase) *Cast {
	out := &Cast{
		Mentions: slices.Clone(c.Mentions), Actors: slices.Clone(c.Actors), Profiles: slices.Clone(c.Profiles),
		Places: c.Places, sentences: make([][]int, max(len(c.sentences), len(doc.Sentences))),
	}
	for i := range c.sentences {
		out.sentences[i] = slices.Clone(c.sentences[i])
	}
	for n, p := range phrases {
		if p.Sentence >= len(doc.Sentences) || p.First > p.Last {
			continue
		}
		s := &doc.Sentences[p.Sentence]
		head := p.Last
		for i := p.First; i <= p.Last; i++ {
			if h := s.Tokens[i].Head; (h < p.First || h > p.Last) && s.Tokens[i].POS != language.ADP && s.Tokens[i].POS != language.PUNCT {
				head = i
				break
			}
		}
		if slices.ContainsFunc(out.In(p.Sentence), func(m int) bool {
			x := &out.Mentions[m]
			return x.Actor >= 0 && (x.Head == head || x.Form == Name && x.First <= head && head <= x.Last)
		}) {
			continue
		}
		span := graph.Span{Start: s.Tokens[p.First].Start, End: s.Tokens[p.Last].End}
		words := doc.Slice(language.Span(span))
		out.sentences[p.Sentence] = append(out.sentences[p.Sentence], len(out.Mentions))
		out.Mentions = append(out.Mentions, Mention{
			Sentence: p.Sentence, First: p.First, Last: p.Last, Head: head, Form: Nominal, Type: TypeGroup, Actor: len(out.Actors), Place: -1, Kind: graph.Group,
			Steps: []graph.Step{{Rule: "asked", Says: "the caller says that it takes part", Text: words, Span: span}},
		})
		out.Actors = append(out.Actors, graph.ActorRecord{ID: graph.ID("actor:asked" + strconv.Itoa(n))})
		out.Profiles = append(out.Profiles, Profile{Name: words, Kind: graph.Group})
	}
	return out
}
