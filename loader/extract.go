// Package loader turns inputs into a graph: read → clean → analyse → resolve → code → write.
//
// Each stage is a pure function from one plain value to the next, in a package of its own:
//
//	article.Read      bytes            → articles as they were given
//	article.Clean     article          → text without the furniture of a page, and the way back
//	language.Analyse  text             → sentences, tokens, tags, trees, names
//	coding.Repair     document         → trees that the parser gets wrong in known manners, put right
//	identity.Resolve  document         → who and what places are named, and which actor is meant
//	coding.Code       document, cast   → what happened, as evidence with reasons
//	Extract           article          → all of the above for one article, ready to write
//
// Concurrency lives in Load alone: it runs Extract on bounded workers and writes the results
// in the order of the inputs, so that the graph is the same whatever the number of workers.
package loader

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// Extractor and Version name what extracts. Version goes up with every change of output, so
// that a store knows which of two results is the better one.
const (
	Extractor = "actorgraph"
	Version   = 5
)

// ExtractorWith is the name of the extractor that works with r. A user's own actors are another
// extractor of the same version: what it finds takes the place of what was found without them,
// and evidence says so.
func ExtractorWith(r *identity.Register) string {
	if mark := r.Mark(); mark != "" {
		return Extractor + "+" + mark
	}
	return Extractor
}

// Extracted is what every stage made of one article. It is read-only.
type Extracted struct {
	Article  article.Article
	Cleaned  article.Cleaned
	Document *language.Document
	Cast     *identity.Cast
	Result   graph.Extraction // Result.Article.Body is Cleaned.Text
	Stays    []coding.Stay    // who is put where, which no fact of Result says

	// Refused is why nothing was looked for: an *article.Error. The text is empty once it is
	// cleaned, or in another language than English. Nil for all others.
	Refused error

	extractor string // name and version, as evidence has it
}

// Extract runs every stage on one article. It is pure and never fails: an article that is
// Refused or without findings has an empty Result. r is only read.
func Extract(a article.Article, r *identity.Register) *Extracted {
	x := &Extracted{Article: a, Cleaned: article.Clean(a)}
	text := x.Cleaned.Text
	if text == "" {
		x.Refused = &article.Error{Origin: a.Origin, Reason: article.Empty, Says: "no text is left after the page's furniture was taken off"}
	} else if x.Refused = article.CheckLanguage(text, a.Language, a.Origin); x.Refused != nil {
		text = ""
	}
	x.Document = coding.Repair(language.Analyse(text))
	id := graph.ArticleID(a.URL, a.ID, a.Publisher, a.Text)
	x.Cast = identity.Resolve(x.Document, identity.Context{
		Article: id, Published: a.Published, Publisher: a.Publisher, Title: x.Cleaned.Title,
	}, r)
	x.extractor = fmt.Sprintf("%s/%d", ExtractorWith(r), Version)
	coded := coding.Read(x.Document, x.Cast, x.Context())
	x.Stays = coded.Stays
	x.Result = graph.Extraction{
		Article:   x.article(id),
		Extractor: ExtractorWith(r),
		Version:   Version,
		Actors:    x.Cast.Actors,
		Places:    x.Cast.Places,
		Mentions:  x.mentions(id),
		Evidence:  coded.Evidence,
	}
	return x
}

// Code is the evidence of the article as another cast of its document has it, in another
// context than its own if change is not nil.
func (x *Extracted) Code(cast *identity.Cast, change func(*coding.Context)) []graph.Evidence {
	c := x.Context()
	if change != nil {
		change(&c)
	}
	return coding.Code(x.Document, cast, c)
}

// Context is what coding was told of the article beside its text.
func (x *Extracted) Context() coding.Context {
	a := &x.Article
	return coding.Context{
		Article: graph.ArticleID(a.URL, a.ID, a.Publisher, a.Text), Published: a.Published, Publisher: a.Publisher,
		Extractor: x.extractor, Fragments: x.fragments(),
	}
}

// fragments marks the sentences without an end in lines that are headlines, captions or
// standfirsts.
func (x *Extracted) fragments() []bool {
	out := make([]bool, len(x.Document.Sentences))
	for i, s := range x.Document.Sentences {
		out[i] = !s.Terminated && s.Paragraph < len(x.Cleaned.Lines) && x.Cleaned.Lines[s.Paragraph].Fragment
	}
	return out
}

// article is the graph's article: what the input says of itself and the cleaned text.
func (x *Extracted) article(id graph.ID) graph.Article {
	a := x.Article
	words := 0
	for _, s := range x.Document.Sentences {
		for _, t := range s.Tokens {
			if t.POS != language.PUNCT {
				words++
			}
		}
	}
	return graph.Article{
		ID: id, URL: graph.Text(a.URL), Title: x.Cleaned.Title,
		Publisher: graph.Text(a.Publisher), Author: graph.Text(a.Author),
		Published: a.Published, PublishedAt: a.PublishedAt, Modified: a.Modified,
		Language:  graph.Text(a.Language),
		Sentences: len(x.Document.Sentences), Words: words,
		Body: graph.Text(x.Document.Text), TextHash: graph.HashText(x.Document.Text),
	}
}

// mentions are those of the cast that mean an actor, one for each word and actor.
func (x *Extracted) mentions(id graph.ID) []graph.Mention {
	sentences := make([]string, len(x.Document.Sentences))
	for i, s := range x.Document.Sentences {
		sentences[i] = x.Document.Slice(s.Span)
	}
	anchors := graph.NewAnchors(sentences)
	seen := map[graph.ID]bool{}
	var out []graph.Mention
	for _, m := range x.Cast.Mentions {
		if m.Actor < 0 {
			continue
		}
		s := &x.Document.Sentences[m.Sentence]
		span := language.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}
		actor := x.Cast.Actors[m.Actor].ID
		mention := graph.Mention{
			ID:        graph.MentionID(id, actor, anchors.At(m.Sentence, s.Tokens[m.Head].Start-s.Start)),
			ArticleID: id, ActorID: actor, Record: actor,
			Sentence: m.Sentence, Quote: x.Document.Slice(span), Start: span.Start, End: span.End,
			Name: graph.Text(m.Name), Kind: m.Kind, Country: graph.Text(m.Country), Sectors: m.Sectors,
		}
		if !seen[mention.ID] {
			seen[mention.ID] = true
			out = append(out, mention)
		}
	}
	return out
}
