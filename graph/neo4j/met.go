package neo4j

import (
	"cmp"

	"github.com/actorgraph/actorgraph/graph"
)

var actorsAdmittedText = statement("actors_admitted")

// met numbers the actors that are met in events, since numbers are counted faster than ids, and knows
// which of them a condition lets in.
type met struct {
	where   graph.Filter
	numbers map[string]uint32 // by what a packed text has of an id
	parts   []string
	members []graph.CastMember[uint32] // of the event at hand
}

func newMet(where graph.Filter) *met { return &met{where: where, numbers: map[string]uint32{}} }

func (m *met) number(part string) uint32 {
	n, ok := m.numbers[part]
	if !ok {
		n = uint32(len(m.parts))
		m.numbers[part] = n
		m.parts = append(m.parts, part)
	}
	return n
}

// compare is the order of the ids.
func (m *met) compare(a, b uint32) int { return cmp.Compare(m.parts[a], m.parts[b]) }

// cast is who takes part in an event, from the text in which it is packed. The next call writes over it.
func (m *met) cast(text any) []graph.CastMember[uint32] {
	packed, _ := text.(string)
	m.members = m.members[:0]
	eachPacked(packed, func(part string, roles int64) {
		m.members = append(m.members, graph.CastMember[uint32]{Actor: m.number(part), Roles: roles})
	})
	return m.members
}

// admitted are the ids of some actors, "" of those whom the condition does not let in.
func (m *met) admitted(r *reader, actors []uint32) ([]graph.ID, error) {
	text, params, err := m.admission(actors)
	if err != nil {
		return nil, err
	}
	at := make(map[string]int, len(actors))
	for i, n := range actors {
		at[m.parts[n]] = i
	}
	out := make([]graph.ID, len(actors))
	return out, r.each(text, params, func(row *row) error {
		id := row.id("id")
		out[at[partOf(id)]] = id
		return nil
	})
}

// admission is the statement that selects them.
func (m *met) admission(actors []uint32) (string, map[string]any, error) {
	c := newFilters()
	where, err := c.compile(graph.ClassActor, "n", m.where)
	ids := make([]any, len(actors))
	for i, n := range actors {
		ids[i] = string(actorOf(m.parts[n]))
	}
	return fill(actorsAdmittedText, where), c.with(map[string]any{"ids": ids}), err
}
