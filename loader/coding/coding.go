// Package coding finds what an article tells: who did what to whom, according to whom, when
// and where, whether it happened, and which offices and memberships it states.
//
// Code is a pure function from an analysed text and its cast to evidence. Its steps, each in
// files of its own:
//
//	lexicon, frames/      the words: predicates, operators, reporting verbs, classes
//	repair                trees that a parser gets wrong in known manners, put right: a step of
//	                      its own, before identity, see Repair
//	clause, argument      the grammar: subjects, objects, prepositions, as the active voice has them
//	party, class, pronoun from a word of the tree to the actors that it means, party_name where
//	                      the tree cuts their names up, thing where they are no actors
//	trigger, role, flip   predicates that make an event, who takes part, what the means change;
//	participle            what befell whom a noun names: "the jailed editor"
//	predicate, judge      what a learned classifier makes of a predicate: package kind;
//	sport                 acts of war in games, which are none
//	between, between_mood what it sees between two given actors
//	reality, tense,       status and negation, from tense and mood and from the words that
//	operator, act_noun    govern an act, verbs and nouns
//	speech, quotation     who says so: reporting clauses, "according to", quotations
//	timex, calendar, when time expressions, the days that they mean, the act that they date;
//	                      timex_phrase has the longer ones, timex_season feasts and ranges,
//	                      timex_relative those that count from another act
//	where, where_site,    places: which word a place stands with, and the neighbours of an act
//	where_near            that lend it theirs; where_learned, where_features which of the places
//	                      of its sentence are the act's: package place
//	whereabouts           whom and what a sentence puts in a place
//	absent, count, amount who stayed away; how many, and in which words
//	doer, harmed          who did it and whom it harmed, where another word says so; the bodies
//	                      behind doers without a name: doer_body; harm that nobody did: accident
//	about, refusal,       speech acts and what they speak of
//	warning
//	same                  passages that tell one event: same_harm by whom it befell, same_act by
//	                      what it was done with and what it did
//	office, ministry, tie lasting relations that a rule reads, with tie_verb, tie_word,
//	                      tie_people, tie_becoming and tie_member by what says so, tie_fight and tie_ally
//	                      who is against and beside whom; tie_pair, tie_learned those that
//	                      a learned scorer finds where the rules are silent: package relation
//	confidence,           how often what was found in a way is right
//	tie_confidence
//	evidence              everything together as graph.Evidence
//
// Rules are grammatical and look at classes of words. No rule is there for a sentence.
package coding

import (
	"slices"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding/kind"
	"github.com/actorgraph/actorgraph/loader/coding/place"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Context is what is known of the article beside its text.
type Context struct {
	Article   graph.ID
	Published graph.Date // 0 when unknown: then only absolute dates have a meaning
	Publisher string     // "" when unknown
	Extractor string     // name and version, as Evidence.Extractor wants it
	// Fragments marks, by sentence, those that state no facts: headlines, captions,
	// standfirsts. Sentences beyond its end, all of them when it is nil, state some.
	Fragments []bool
	// Eager makes the classifier answer where it would rather abstain: for a caller who knows
	// that something happens between two actors and asks what.
	Eager bool
	// Kinds judges predicates where the tables are silent; nil is the one that ships.
	Kinds *kind.Model
	// Places judges which places are those of an act; nil is the one that ships.
	Places *place.Model
}

// Code turns an analysed article and its cast into evidence, in the order of the text, events
// before ties within a sentence. The document is best one that Repair returned, and the cast
// must have been made from the same one. Code never fails, changes neither argument, and gives
// the same evidence for the same input, in time linear in the text. Fragments make none, nor do
// runs of more than MaxSentence tokens, which are tables and lists.
func Code(doc *language.Document, cast *identity.Cast, c Context) []graph.Evidence {
	return Read(doc, cast, c).Evidence
}

// Coded is what Read finds.
type Coded struct {
	Evidence []graph.Evidence // what Code returns
	Stays    []Stay           // who is put where, by sentence
}

// Read is Code with what no fact of the graph says: who is put where.
func Read(doc *language.Document, cast *identity.Cast, c Context) Coded {
	r := newReader(doc, cast, c)
	for i := range r.passages {
		r.readEvents(r.passages[i])
	}
	r.linkActs()
	r.joinSame()
	var all []graph.Evidence
	for _, e := range r.events {
		all = append(all, r.eventEvidence(e))
	}
	for _, p := range r.passages {
		for _, t := range p.ties() {
			all = append(all, r.tieEvidence(t))
		}
	}
	slices.SortStableFunc(all, func(a, b graph.Evidence) int { return a.Start - b.Start })
	out := Coded{Evidence: withoutTwins(all)}
	for _, p := range r.passages {
		out.Stays = append(out.Stays, p.stays()...)
	}
	return out
}

// withoutTwins leaves out evidence that says the same of the same record as one before it. Of two
// words that tell it side by side, "shot and killed", both are its trigger.
func withoutTwins(all []graph.Evidence) []graph.Evidence {
	first := make(map[graph.ID]int, len(all))
	var out []graph.Evidence
	for _, e := range all {
		i, twice := first[e.ID]
		if !twice {
			first[e.ID] = len(out)
			out = append(out, e)
			continue
		}
		if apart := e.Trigger.Start - out[i].Trigger.End; apart > 0 && apart <= len(" and ") {
			out[i].Trigger.End = e.Trigger.End
		}
	}
	return out
}

// reader is one article while it is read.
type reader struct {
	doc      *language.Document
	cast     *identity.Cast
	ctx      Context
	lex      *lexicon
	anchors  *graph.Anchors
	passages []*passage // the sentences that are coded, in order
	quotes   []language.Span
	actors   map[graph.ID]int // index in cast.Actors
	places   map[graph.ID]int // index in cast.Places
	agencies map[string][]int // actors of kind AGENCY by country, the first of them
	offices  map[int][]office // by actor: what the text says that he holds
	posts    map[string][]post
	events   []*event

	withoutScorer bool // places are left as the rules propose them
}

func newReader(doc *language.Document, cast *identity.Cast, c Context) *reader {
	r := &reader{doc: doc, cast: cast, ctx: c, lex: words(), actors: make(map[graph.ID]int, len(cast.Actors)), agencies: map[string][]int{}, places: make(map[graph.ID]int, len(cast.Places))}
	for i := range cast.Places {
		r.places[cast.Places[i].ID] = i
	}
	for i, a := range cast.Actors {
		r.actors[a.ID] = i
		if prof := &cast.Profiles[i]; prof.Kind == graph.Agency && len(r.agencies[prof.Country]) < maxAgencies {
			r.agencies[prof.Country] = append(r.agencies[prof.Country], i)
		}
	}
	texts := make([]string, len(doc.Sentences))
	for i := range doc.Sentences {
		texts[i] = doc.Slice(doc.Sentences[i].Span)
	}
	r.anchors = graph.NewAnchors(texts)
	r.quotes = quotations(doc)
	for i := range doc.Sentences {
		if len(doc.Sentences[i].Tokens) <= MaxSentence && !(i < len(c.Fragments) && c.Fragments[i]) {
			r.passages = append(r.passages, newPassage(r, i))
		}
	}
	r.offices, r.posts = make(map[int][]office), make(map[string][]post)
	for _, p := range r.passages {
		for _, o := range p.offices() {
			r.offices[o.holder.actor] = append(r.offices[o.holder.actor], o)
			if noun := p.lem[o.noun]; len(r.posts[noun]) < maxPosts {
				r.posts[noun] = append(r.posts[noun], post{o, p.index})
			}
		}
	}
	return r
}

// MaxSentence is the greatest length, in tokens, of a sentence that is coded. The longest
// sentences of news have about 150; trees of longer runs are noise, and some steps take time
// that grows with the square of the length.
const MaxSentence = 300

// maxPosts bounds the search for who held an office before.
const maxPosts = 100

// maxAgencies bounds the search for the ministry that a title means.
const maxAgencies = 100
