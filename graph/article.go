package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Article is one text with where it stood. Its text is a numbered revision; the newest is
// the present one.
type Article struct {
	ID          ID
	URL         Text
	Title       string
	Publisher   Text
	Author      Text
	Published   Date      // the day as the publisher prints it
	PublishedAt time.Time // zero where only the day is known
	Modified    time.Time
	Language    Text
	Sentences   int
	Words       int
	Body        Text // the cleaned text that offsets refer to; empty in what stores answer, see Reader.Texts
	TextHash    string
	Revision    int        // counted from 1; given by the store
	Revisions   []Revision // the present one first, then the one recorded last; given by the store
	CopyOfID    ID         // the earliest visible article with the same report; "" for that one
	Recorded    []Interval // given by the store
}

// NodeID makes an Article a Node.
func (a *Article) NodeID() ID { return a.ID }

// Revision is one text of an article.
type Revision struct {
	Number     int       `json:"number"`
	TextHash   string    `json:"textHash"`
	RecordedAt time.Time `json:"recordedAt"`
	ReplacedAt time.Time `json:"replacedAt,omitzero"`
	Reason     string    `json:"reason"` // "first text", "newer text"
}

// RevisionID names one text of an article. No text has the number 0.
type RevisionID struct {
	Article ID
	Number  int
}

// CompareAge is negative if a is an older text of its article than b, positive if newer, and
// 0 if that is not known: by Modified, else by the moment or day of publication.
func CompareAge(a, b *Article) int {
	ta, tb := a.age(), b.age()
	if ta.IsZero() || tb.IsZero() {
		return 0
	}
	return ta.Compare(tb)
}

func (a *Article) age() time.Time {
	switch {
	case !a.Modified.IsZero():
		return a.Modified
	case !a.PublishedAt.IsZero():
		return a.PublishedAt
	default:
		return a.Published.Time()
	}
}

// HashText is the hash by which two texts of an article are told apart.
func HashText(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:16])
}
