package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// ID names a node for ever: its class, a colon, and a 128-bit hash of a natural key in
// lower-case base32. The empty ID stands for nothing. Only this package makes IDs.
type ID string

// Class is the part of an ID before the colon.
type Class string

const (
	ClassActor     Class = "actor"
	ClassEvent     Class = "event"
	ClassTie       Class = "tie"
	ClassEvidence  Class = "evidence"
	ClassArticle   Class = "article"
	ClassPlace     Class = "place"
	ClassMention   Class = "mention"
	ClassJudgement Class = "judgement"
	ClassChange    Class = "change" // an entry of the change log, which is no node
)

// Classes are all classes of nodes. Read only.
var Classes = []Class{ClassActor, ClassEvent, ClassTie, ClassEvidence, ClassArticle, ClassPlace, ClassMention, ClassJudgement}

var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// hashLength is the number of base32 characters of 128 bits.
const hashLength = 26

// newID hashes the parts with their lengths, so that no two lists of parts run together.
func newID(c Class, parts ...string) ID {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return ID(string(c) + ":" + base32Lower.EncodeToString(h.Sum(nil)[:16]))
}

// Class is the class of id, whatever follows the colon.
func (id ID) Class() Class {
	c, _, _ := strings.Cut(string(id), ":")
	return Class(c)
}

// is reports whether id is well-formed and of class c.
func (id ID) is(c Class) bool {
	_, err := ParseID(string(id))
	return err == nil && id.Class() == c
}

// ParseID checks the form of an id that came from outside. Its error wraps ErrInvalid.
func ParseID(s string) (ID, error) {
	c, hash, ok := strings.Cut(s, ":")
	if ok && len(hash) == hashLength && (slices.Contains(Classes, Class(c)) || Class(c) == ClassChange) {
		if strings.Trim(hash, "abcdefghijklmnopqrstuvwxyz234567") == "" {
			return ID(s), nil
		}
	}
	if len(s) > 60 {
		s = s[:57] + "..."
	}
	return "", fmt.Errorf("%q is not an id such as actor:%s: %w", s, strings.Repeat("a", hashLength), ErrInvalid)
}

// ChangeID names an entry of the change log of one store by its place there.
func ChangeID(s Sequence) ID {
	return ID(string(ClassChange) + ":" + base32Lower.EncodeToString(binary.BigEndian.AppendUint64(make([]byte, 8), uint64(s))))
}

// ChangeSequence is the place of the entry that ChangeID named; ok is false for other ids.
func ChangeSequence(id ID) (s Sequence, ok bool) {
	if !id.is(ClassChange) {
		return 0, false
	}
	b, err := base32Lower.DecodeString(string(id[len(ClassChange)+1:]))
	if err != nil {
		return 0, false
	}
	s = Sequence(binary.BigEndian.Uint64(b[8:]))
	return s, s > 0 && ChangeID(s) == id
}

// ArticleID is made from the address, if it is an absolute one; without one from the
// input's own id and the publisher; without both from the text as it was given, white space
// collapsed.
func ArticleID(address, ownID, publisher, text string) ID {
	switch {
	case isAbsolute(address):
		return newID(ClassArticle, "url", NormalizeURL(address))
	case ownID != "":
		return newID(ClassArticle, "own", ownID, Fold(publisher))
	default:
		return newID(ClassArticle, "text", strings.Join(strings.Fields(text), " "))
	}
}

// EventID names what one trigger of one article tells, whatever type, actors or date the
// coder gives it.
func EventID(article ID, trigger Anchor) ID {
	return newID(ClassEvent, append([]string{string(article)}, trigger.parts()...)...)
}

// TieID names a tie by its ends, relation and normalised role, and the term where the
// register knows terms (else ""). The ends of a symmetric relation may come in any order.
func TieID(from, to ID, relation Relation, role, term string) ID {
	if relation.Symmetric() && to < from {
		from, to = to, from
	}
	return newID(ClassTie, string(from), string(to), string(relation), Fold(role), term)
}

// MentionID names one mention of an actor in an article.
func MentionID(article, actor ID, at Anchor) ID {
	return newID(ClassMention, append([]string{string(article), string(actor)}, at.parts()...)...)
}

// RegisteredActorID is the id of an actor of the register, by its key there, such as
// "country:USA".
func RegisteredActorID(key string) ID { return newID(ClassActor, "register", key) }

// ActorClass is what an actor is for its id, far coarser than a kind, because kinds are learned.
type ActorClass string

const (
	ClassPerson  ActorClass = "person"
	ClassBody    ActorClass = "body"
	ClassCountry ActorClass = "country"
)

// NamedActorID is the id of a named actor that the register does not know. country may be "".
func NamedActorID(class ActorClass, name, country string) ID {
	return newID(ClassActor, "named", string(class), Fold(name), country)
}

// UnnamedActorID is the id of an actor without a name ("two soldiers"), which never joins
// across articles: its article and its head mention.
func UnnamedActorID(article ID, head Anchor) ID {
	return newID(ClassActor, append([]string{"unnamed", string(article)}, head.parts()...)...)
}

// CountryID is the actor id of a state by its ISO 3166 alpha-3 code.
func CountryID(code string) ID { return RegisteredActorID("country:" + code) }

// PlaceID is the id of a place of the gazetteer by its key there ("country:USA",
// "geonames:2910831"), else of a name within a country (which may be "").
func PlaceID(key, name, country string) ID {
	if key != "" {
		return newID(ClassPlace, "gazetteer", key)
	}
	return newID(ClassPlace, "named", Fold(name), country)
}
