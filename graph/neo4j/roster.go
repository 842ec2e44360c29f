package neo4j

import (
	"cmp"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

var actorsAdmittedText = statement("actors_admitted")

// roster numbers the actors that are met in events, since numbers are counted faster than ids, and knows
// which of them a condition lets in.
type roster struct {
	where   graph.Filter
	numbers map[string]uint32 // by what a packed text has of an id
	parts   []string
	members []graph.CastMember[uint32] // of the event at hand
}

func newRoster(where graph.Filter) *roster {
	return &roster{where: where, numbers: map[string]uint32{}}
}

func (who *roster) number(part string) uint32 {
	n, ok := who.numbers[part]
	if !ok {
		part = strings.Clone(part) // of the text that the driver gave, of which it is a little
		n = uint32(len(who.parts))
		who.numbers[part] = n
		who.parts = append(who.parts, part)
	}
	return n
}

// compare is the order of the ids.
func (who *roster) compare(a, b uint32) int { return cmp.Compare(who.parts[a], who.parts[b]) }

// cast is who takes part in an event, from the text in which it is packed. The next call writes over it.
func (who *roster) cast(text any) []graph.CastMember[uint32] {
	packed, _ := text.(string)
	who.members = who.members[:0]
	eachPacked(packed, func(part string, roles int64) {
		who.members = append(who.members, graph.CastMember[uint32]{Actor: who.number(part), Roles: roles})
	})
	return who.members
}

// admitted are the ids of some actors, "" of those whom the condition does not let in.
func (who *roster) admitted(r *reader, actors []uint32) ([]graph.ID, error) {
	text, params, err := who.admission(actors)
	if err != nil {
		return nil, err
	}
	at := make(map[string]int, len(actors))
	for i, n := range actors {
		at[who.parts[n]] = i
	}
	out := make([]graph.ID, len(actors))
	return out, r.each(text, params, func(row *row) error {
		id := row.id("id")
		out[at[partOf(id)]] = id
		return nil
	})
}

// admission is the statement that selects them.
func (who *roster) admission(actors []uint32) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassActor, "n", who.where)
	ids := make([]any, len(actors))
	for i, n := range actors {
		ids[i] = string(actorOf(who.parts[n]))
	}
	return fill(actorsAdmittedText, where), c.with(map[string]any{"ids": ids}), err
}
