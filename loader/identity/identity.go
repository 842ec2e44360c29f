// Package identity finds out who and what places a text names, and which actor is meant.
//
// It has two parts. The Register (with a directory of those named now and then) is the shipped table of known actors and places: names,
// aliases, kinds, countries, sectors, Wikidata ids. Resolve goes through an analysed
// article, marks the mentions (names, nominals such as "two soldiers", pronouns), and says
// for each which actor or place is meant. It is a pure function of document, article and
// register: the same input gives the same Cast, whatever was loaded before.
//
// The ways of Resolve, in the order in which they run:
//
//	names      longest match against the register; other names by cue words and titles
//	meaning    a country as actor, as place, as adjective ("French troops")
//	offices    who holds an office on the day of the article: "the French president"
//	homes      the state of "Defence Minister Lee" is that of the dateline or of the text
//	persons    full names, then surnames and titles that repeat them
//	nominals   role nouns ("rebels", "officials"), new actors without a name or earlier ones
//	pronouns   "he" and "she" the person who stands out before them; others only where agreement
//	           and distance leave one
//	states     whose people "its soldiers" are, which ministry a title implies, the Countries of all
//
// Every mention lists the steps that made it.
package identity

import (
	"github.com/actorgraph/actorgraph/graph"
)

// Context is what is known of the article beside its text.
type Context struct {
	Article          graph.ID
	Published        graph.Date // 0 when unknown
	Publisher, Title string     // "" when unknown
}

// Form says how a mention refers.
type Form string

// The forms of mentions.
const (
	Name    Form = "NAME"    // "Cyber Command", "Obama", "France"
	Nominal Form = "NOMINAL" // "two soldiers", "the group"
	Pronoun Form = "PRONOUN" // "they"
)

// MentionType says what sort of thing a mention names. The first six are the kinds of
// actors; the rest are no actors of the graph.
type MentionType string

// The types of mentions.
const (
	TypeAgency       MentionType = "AGENCY"
	TypeOfficial     MentionType = "OFFICIAL"
	TypePerson       MentionType = "PERSON"
	TypeGroup        MentionType = "GROUP"
	TypeOrganization MentionType = "ORGANIZATION"
	TypeCountry      MentionType = "COUNTRY"
	TypePlace        MentionType = "PLACE"
	TypeNationality  MentionType = "NATIONALITY" // "French" in "French troops"
	TypeEventName    MentionType = "EVENT_NAME"  // "World War II"
)

// Mention is one place in the text where an actor or a place is named or meant.
type Mention struct {
	Sentence    int // index in Document.Sentences
	First, Last int // tokens of the sentence, both inclusive
	Head        int // the token that a tree would attach: the last word of a name, the noun of a nominal
	Form        Form
	Type        MentionType

	Actor    int             // index in Cast.Actors; -1 for none: lands, adjectives, states that only say whose something is
	Place    int             // index in Cast.Places, -1 for none
	Inferred bool            // the reference was concluded, not read: pronouns, "the group"
	Count    *graph.Quantity // how many, where said: "two soldiers"; nil otherwise
	Steps    []graph.Step    // why; never empty

	// What the text says here, as graph.Mention keeps it. Empty where it does not say.
	Name    string          // the name as worded; "" for nominals and pronouns
	Kind    graph.ActorKind // "" when Actor is -1
	Country string          // of the actor; of a land, a place or "French" its code
	Sectors []graph.Sector
}

// Profile is what a Cast knows of one of its actors, register and text together.
type Profile struct {
	Name    string // the register's, else the first full name in the text, else the first mention's wording
	Kind    graph.ActorKind
	Country string // ISO 3166 alpha-3 or a special code; "" when unknown
	Sectors []graph.Sector
	Aliases []string        // other wordings of the name in this text, in text order
	Count   *graph.Quantity // how many an unnamed actor is, where said
	Parent  graph.ID        // the actor of the register that this one is a part of, "" for none
}

// Cast is who and what places one article names. It is immutable; a caller may keep it.
type Cast struct {
	// Mentions are in text order (sentence, first token, longer first). Names do not
	// overlap each other; nominals and pronouns may overlap names.
	Mentions []Mention
	// Actors are in the order of their first mention, then the ministries that titles imply
	// ("the deputy secretary of defense"), in the order of the titles, last the countries of
	// the others' codes, in the order of codes. IDs are unique.
	Actors []graph.ActorRecord
	// Profiles are parallel to Actors.
	Profiles []Profile
	// Places are in the order of their first mention, the larger ones that contain them
	// last. IDs are unique.
	Places []graph.Place

	sentences [][]int // Mentions by sentence
}

// In lists the mentions of one sentence, as indexes into Mentions in text order. The
// caller must not change the list. It is nil for a sentence without mentions.
func (c *Cast) In(sentence int) []int {
	if sentence < 0 || sentence >= len(c.sentences) {
		return nil
	}
	return c.sentences[sentence]
}

// Meant lists all mentions that share head and extent with At: one, but for "leaders of
// Peru and Chile", which are an actor each. It is nil for none.
func (c *Cast) Meant(sentence, token int) []int {
	at := c.At(sentence, token)
	if at < 0 {
		return nil
	}
	var out []int
	m := &c.Mentions[at]
	for _, i := range c.In(sentence) {
		if o := &c.Mentions[i]; o.Head == token && o.First == m.First && o.Last == m.Last {
			out = append(out, i)
		}
	}
	return out
}

// At is the mention whose head is the token, as an index into Mentions: the longest of
// several, -1 for none.
func (c *Cast) At(sentence, token int) int {
	best, width := -1, -1
	for _, i := range c.In(sentence) {
		if m := &c.Mentions[i]; m.Head == token && m.Last-m.First > width {
			best, width = i, m.Last-m.First
		}
	}
	return best
}
