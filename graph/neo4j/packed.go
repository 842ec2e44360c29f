package neo4j

import (
	"context"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Who takes part in an event stands in the event as well, packed in one text, which an index of
// events by their days holds with all else that networks look at. So an answer about any number
// of events reads that index from one end to the other, and follows no relationship.

// sizeOfPart is that of one packed participant: its roles as one digit, then its id without the class.
const sizeOfPart = 1 + 26

// maxPacked is the longest packed text that stands in the index, which the server bounds.
// In place of a longer one stands packedElsewhere, and statements put both together.
const (
	maxPacked       = 148 * sizeOfPart
	packedElsewhere = "*"
)

// actorPrefix begins the id of every actor.
const actorPrefix = string(graph.ClassActor) + ":"

// actors packs those who count among the participants of an event, in their order.
func (p props) actors(participants []graph.Participant) {
	var b strings.Builder
	for i := range participants {
		if a := &participants[i]; a.Counts() {
			b.WriteByte('0' + byte(graph.RoleBits(a.Roles)))
			b.WriteString(partOf(a.ActorID))
		}
	}
	packed := b.String()
	if len(packed) > maxPacked {
		p["allActors"] = packed
		packed = packedElsewhere
	}
	p["actors"] = packed // also where it is empty, because indexes leave out what is absent
}

// packedActors is the expression of those of an event n. It stands in statements where packedPlace is.
const packedPlace, packedActors = "PACKED", "n.actors + CASE WHEN n.actors = '*' THEN n.allActors ELSE '' END"

// eachPacked unpacks participants, as statements give them.
func eachPacked(packed string, each func(part string, roles int64)) {
	packed = strings.TrimPrefix(packed, packedElsewhere)
	for ; len(packed) >= sizeOfPart; packed = packed[sizeOfPart:] {
		each(packed[1:sizeOfPart], int64(packed[0]-'0'))
	}
}

// actorOf is the id of an actor in a packed text, and partOf what such a text has of an id.
func actorOf(part string) graph.ID { return graph.ID(actorPrefix + part) }
func partOf(id graph.ID) string    { return strings.TrimPrefix(string(id), actorPrefix) }

var (
	actorsMissingText = statement("actors_missing")
	actorsWriteText   = statement("actors_write")
)

// fillActors packs the participants of events that an older program wrote, in some transactions.
func (s *Store) fillActors(ctx context.Context) error {
	return s.inSteps(ctx, "migrate: who takes part in events", beforeEvents, func(t *transaction, after string) (string, bool, error) {
		var rows []any
		err := t.each(actorsMissingText, map[string]any{"after": after, "limit": int64(s.filling.rows)}, func(r *row) error {
			f := &fields{props: props{"id": r.value("id"), "participants": r.value("participants")}}
			var participants []graph.Participant
			f.json("participants", &participants)
			after = r.text("id")
			p := props{"id": after}
			p.actors(participants)
			rows = append(rows, map[string]any(p))
			return f.end()
		})
		if err != nil {
			return "", false, err
		}
		return after, len(rows) == s.filling.rows, t.execRows(actorsWriteText, rows)
	})
}
