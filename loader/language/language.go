package language

// Span is a stretch of the analysed text, counted in code points from 0, End
// exclusive.
type Span struct{ Start, End int }

// Len returns the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one code point.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Token is one syntactic word or mark. "doesn't" is two tokens, "does" and
// "n't"; "US-led" is three.
type Token struct {
	Span
	// Text is the token as it stands in the document, Slice(Span) exactly.
	Text string
	// Lemma is the dictionary form; of a proper noun the word as written.
	Lemma string
	// POS and Tag are the universal and the Penn Treebank part of speech.
	POS UPOS
	Tag XPOS
	// Feats are the grammatical features that follow from the tag and the tree.
	Feats Features
	// Head is the index of the governing token in the sentence, -1 for the
	// root. Heads form one tree.
	Head int
	// Relation is what the token is to its head, [Root] for the root.
	Relation Relation
}

// Name is a run of tokens that names somebody or something. Names of one
// sentence are in order and do not overlap.
type Name struct {
	// First and Last are indices of tokens, both inclusive.
	First, Last int
	Type        NameType
}

// NameType says what kind of thing a name stands for.
type NameType string

// The types of names.
const (
	PER  NameType = "PER"  // people
	ORG  NameType = "ORG"  // bodies: states' and companies' organs, parties, armed groups
	LOC  NameType = "LOC"  // countries, cities, rivers, regions
	NORP NameType = "NORP" // nationalities, religions, political creeds: "Syrian", "Shiite"
	MISC NameType = "MISC" // everything else: works, products, laws, events
)

// Sentence is one sentence, or one line that is none: a headline, a caption, a
// byline. It holds at least one token.
type Sentence struct {
	// Span runs from the start of the first token to the end of the last.
	Span
	// Paragraph counts the paragraphs of the document from 0.
	Paragraph int
	// Terminated is set if the sentence ends in . ? ! or …, with or without
	// closing quotes and brackets behind it. Headlines, captions and bylines
	// mostly do not.
	Terminated bool
	// Tokens are in the order of the text and do not overlap.
	Tokens []Token
	Names  []Name

	links []link
}

// Document is an analysed text. It is not changed after Analyse and safe for
// concurrent reading.
type Document struct {
	// Text is the analysed text: valid UTF-8, with U+FFFD for every bad byte of
	// the input.
	Text string
	// Sentences are in the order of the text and do not overlap.
	Sentences []Sentence

	// starts has the byte offset of every code point, and of the end; it is nil
	// if every code point is one byte.
	starts []uint32
}

// Slice returns the text of a span, clipped to the text, in constant time.
func (d *Document) Slice(s Span) string {
	n := d.Len()
	from, to := min(max(s.Start, 0), n), min(max(s.End, 0), n)
	if from >= to {
		return ""
	}
	if d.starts != nil {
		from, to = int(d.starts[from]), int(d.starts[to])
	}
	return d.Text[from:to]
}

// Len returns the number of code points in the text.
func (d *Document) Len() int {
	if d.starts != nil {
		return len(d.starts) - 1
	}
	return len(d.Text)
}
