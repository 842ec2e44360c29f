package graph

// Meeting adds up what a store selects for one actor of a CounterpartQuery; Counterparts chooses the
// pages of several that are asked for. See Linking. Not for concurrent use.
type Meeting[K comparable] struct {
	CounterpartQuery
	of      K
	compare func(a, b K) int
	numbers map[K]int32 // in others
	others  []met[K]
}

// met is an actor that shares events with another, on its way.
type met[K comparable] struct {
	actor K
	Shared
	outgoing, incoming, together int
}

// NewMeeting starts from nothing. q is valid; compare orders actors as their ids are ordered.
func NewMeeting[K comparable](q CounterpartQuery, of K, compare func(a, b K) int) *Meeting[K] {
	return &Meeting[K]{CounterpartQuery: q, of: of, compare: compare, numbers: map[K]int32{}}
}

// Add adds events in which the actor takes part and that match CounterpartQuery.EventFilter, as
// Linking.Add does.
func (m *Meeting[K]) Add(cast []CastMember[K], e Shared) {
	own := int64(0)
	for _, a := range cast {
		if a.Actor == m.of {
			own = a.Roles
		}
	}
	for _, a := range cast {
		if a.Actor == m.of {
			continue
		}
		n, ok := m.numbers[a.Actor]
		if !ok {
			n = int32(len(m.others))
			m.numbers[a.Actor] = n
			m.others = append(m.others, met[K]{actor: a.Actor})
		}
		o := &m.others[n]
		o.add(e)
		if own&SourceBit != 0 && a.Roles&TargetBit != 0 {
			o.outgoing += e.Events
		}
		if own&TargetBit != 0 && a.Roles&SourceBit != 0 {
			o.incoming += e.Events
		}
		if own&a.Roles != 0 {
			o.together += e.Events
		}
	}
}
