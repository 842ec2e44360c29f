package coding

import (
	"cmp"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/relation"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

const (
	maxAhead = 12 // of the ends behind one, so many are asked about
	maxApart = 60 // tokens between two ends
)

// tieEnd is a mention that a tie can lead from or to.
type tieEnd struct {
	relation.End
	mention int
	actor   int // index in Cast.Actors; the Country for an adjective or a land, -1 for none
	place   int // index in Cast.Places, -1
}

// Pair is two things that one sentence names and that a tie may join, A before B.
type Pair struct {
	Sentence int
	A, B     relation.End
	Features []uint32 // valid until the next pair
}

// Pairs calls yield for the pairs of ends of all sentences that are coded, in the order of the
// text, until it returns false. It is what the scorer of ties is trained on.
func Pairs(doc *language.Document, cast *identity.Cast, c Context, yield func(Pair) bool) {
	r := newReader(doc, cast, c)
	for _, p := range r.passages {
		stop := false
		p.pairs(func(a, b *tieEnd, features []uint32) bool {
			stop = !yield(Pair{Sentence: p.index, A: a.End, B: b.End, Features: features})
			return !stop
		})
		if stop {
			return
		}
	}
}

// tieEnds are the mentions of the sentence that a tie can join, in the order of the text.
func (p *passage) tieEnds() []tieEnd {
	var out []tieEnd
	for _, m := range p.r.cast.In(p.index) {
		x := &p.r.cast.Mentions[m]
		e := tieEnd{mention: m, actor: x.Actor, place: x.Place}
		if x.Actor < 0 {
			if a, ok := p.r.actors[graph.CountryID(x.Country)]; ok && graph.IsState(x.Country) && (x.Place < 0 || p.r.cast.Places[x.Place].Precision == graph.CountryWide) {
				e.actor = a
			}
		}
		if e.actor < 0 && e.place < 0 || x.Type == identity.TypeEventName {
			continue
		}
		e.End = relation.End{
			Token: p.topOf(x), First: x.First, Last: x.Last, Kind: string(x.Type), Form: string(x.Form), State: x.Country,
		}
		if x.Actor >= 0 {
			e.Sector, e.State = sectorOf(&p.r.cast.Profiles[x.Actor]), p.r.cast.Profiles[x.Actor].Country
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b tieEnd) int { return cmp.Compare(a.First, b.First) })
	return out
}

func sectorOf(p *identity.Profile) string {
	if len(p.Sectors) == 0 {
		return ""
	}
	return string(p.Sectors[0])
}

// topOf is the word of a mention that the tree attaches.
func (p *passage) topOf(x *identity.Mention) int {
	if x.Form == identity.Name {
		for i := x.First; i <= x.Last; i++ {
			if h := p.toks[i].Head; h < x.First || h > x.Last {
				return i
			}
		}
	}
	return x.Head
}

// pairs calls yield with the features of every two ends that are worth asking about.
func (p *passage) pairs(yield func(a, b *tieEnd, features []uint32) bool) {
	ends := p.tieEnds()
	if len(ends) < 2 {
		return
	}
	var r relation.Reader
	r.Sentence(p.s)
	for i := range ends {
		a := &ends[i]
		for j := i + 1; j < len(ends) && j <= i+maxAhead; j++ {
			b := &ends[j]
			if b.First <= a.Last || a.actor >= 0 && a.actor == b.actor || a.place >= 0 && a.place == b.place {
				continue
			}
			if b.First-a.Last > maxApart {
				break
			}
			if !yield(a, b, r.Features(&a.End, &b.End, j-i-1)) {
				return
			}
		}
	}
}
