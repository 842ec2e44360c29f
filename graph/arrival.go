package graph

import (
	"slices"
	"time"
)

// Arrival is what the extraction of an article means beside what is on record of it.
type Arrival int

const (
	ArrivesFirst   Arrival = iota // the article was not known
	ArrivesNewer                  // a newer text, the present one from now on
	ArrivesAgain                  // the present text, read again
	ArrivesOlder                  // an older text that was not known: it goes on record only
	ArrivesStale                  // nothing new: an earlier text again, or what an older extractor read
	ArrivesRetired                // the article was retracted, and stays so
)

// TextRecord is what a store knows of an article's texts.
type TextRecord struct {
	Article   *Article // as it is on record; nil if the article is not known
	Version   int      // of the extractor that read the present text
	Retracted bool
}

// Arrive finds out what an extraction means that comes at a moment, and gives the article as
// it is on record from then on: with its own values where it becomes the present one, with
// those on record and one more revision where it is older; the zero Article where nothing
// changes.
//
// The newest text is the present one, by Modified, else by the published time or day; where
// these are equal or missing, the one that came later, unless it is an earlier text again. Of
// one text, the result of the higher version of the extractor stands.
func (r TextRecord) Arrive(x *Extraction, at time.Time) (Arrival, Article) {
	next, old := x.Article, r.Article
	revision := Revision{Number: 1, TextHash: HashText(string(x.Article.Body)), RecordedAt: at, Reason: "first text"}
	if old == nil {
		next.Revision, next.Revisions, next.Recorded = 1, []Revision{revision}, []Interval{{From: at}}
		return ArrivesFirst, next
	}
	if r.Retracted {
		return ArrivesRetired, Article{}
	}
	age := CompareAge(&x.Article, old)
	next.Recorded = old.Recorded
	if revision.TextHash == old.Revisions[0].TextHash {
		if x.Version < r.Version || x.Version == r.Version && age < 0 {
			return ArrivesStale, Article{}
		}
		next.Revision, next.Revisions = old.Revision, old.Revisions
		return ArrivesAgain, next
	}
	known := slices.ContainsFunc(old.Revisions, func(v Revision) bool { return v.TextHash == revision.TextHash })
	if known && age <= 0 {
		return ArrivesStale, Article{}
	}
	revision.Number = len(old.Revisions) + 1
	if age < 0 {
		revision.ReplacedAt, revision.Reason = at, "older text"
		next = *old
		next.Revisions = slices.Concat(old.Revisions[:1], []Revision{revision}, old.Revisions[1:])
		return ArrivesOlder, next
	}
	revision.Reason = "newer text"
	next.Revision = revision.Number
	next.Revisions = slices.Concat([]Revision{revision}, old.Revisions)
	next.Revisions[1].ReplacedAt = at
	return ArrivesNewer, next
}
