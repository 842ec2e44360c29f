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
	Body        Text // the cleaned text that offsets refer to; empty where texts are not given out
	TextHash    string
	Revision    int        // counted from 1; given by the store
	Revisions   []Revision // newest first; given by the store
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

// HashText is the hash by which two texts of an article are told apart.
func HashText(text string) string {
	h := sha256.Sum256([]byte(text))
	return hex.EncodeToString(h[:16])
}
