package sqlite

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// What counts look at of an event stands beside it twice, packed: in the columns event.actors and
// event.tellers, which the index event_newest holds as well, and in part.actors. So a count of any
// number of events reads their rows in one order, and looks nothing up for each.

// isSource and isTarget are bits of roles.
const isSource, isTarget = 1, 2

// member is one actor in an event, by its key.
type member = graph.CastMember[int64]

// sizeOfMember is that of a packed member: the key, then the roles.
const sizeOfMember = 9

// packActors packs those who count among the participants, in their order. It is NULL if nobody does.
func packActors(e *graph.Event) any {
	var b []byte
	for _, p := range e.Participants {
		if p.Counts() {
			key, _ := keyOf(p.ActorID)
			b = append(binary.BigEndian.AppendUint64(b, uint64(key)), byte(graph.RoleBits(p.Roles)))
		}
	}
	return orNull(b)
}

// unpackActors writes over out.
func unpackActors(v any, out []member) []member {
	out = out[:0]
	b, _ := v.([]byte)
	for ; len(b) >= sizeOfMember; b = b[sizeOfMember:] {
		out = append(out, member{Actor: int64(binary.BigEndian.Uint64(b)), Roles: int64(b[8])})
	}
	return out
}

// teller is an article that tells of an event and the origin it has that from: a hash of what
// graph.OriginOfEach names, 0 for none.
type teller struct{ article, origin int64 }

// sizeOfTeller is that of a packed teller.
const sizeOfTeller = 16

// packTellers packs who tells of an event, each once, in order. It is NULL if nobody does.
func packTellers(evidence []*graph.Evidence) any {
	var tellers []teller
	for i, origin := range graph.OriginOfEach(evidence) {
		article, _ := keyOf(evidence[i].ArticleID)
		tellers = append(tellers, teller{article, originKey(origin)})
	}
	slices.SortFunc(tellers, func(a, b teller) int {
		return cmp.Or(cmp.Compare(a.article, b.article), cmp.Compare(a.origin, b.origin))
	})
	var b []byte
	for _, t := range slices.Compact(tellers) {
		b = binary.BigEndian.AppendUint64(b, uint64(t.article))
		b = binary.BigEndian.AppendUint64(b, uint64(t.origin))
	}
	return orNull(b)
}

// eachTeller unpacks who tells of an event.
func eachTeller(v any, each func(teller)) {
	b, _ := v.([]byte)
	for ; len(b) >= sizeOfTeller; b = b[sizeOfTeller:] {
		each(teller{int64(binary.BigEndian.Uint64(b)), int64(binary.BigEndian.Uint64(b[8:]))})
	}
}

// originKey numbers an origin, as keyOf numbers an id. 0 is none.
func originKey(origin string) int64 {
	if origin == "" {
		return 0
	}
	h := sha256.Sum256([]byte(origin))
	return int64(binary.BigEndian.Uint64(h[:])>>1 | 1)
}

func orNull(b []byte) any {
	if len(b) == 0 {
		return nil
	}
	return b
}
