package sentences

import (
	"github.com/actorgraph/actorgraph/graph"
)

// Balance counts what a corpus holds.
type Balance struct {
	Sentences int
	None      int // sentences without an event
	Events    int
	Types     map[graph.EventType]int
	Statuses  map[graph.Status]int
	Negated   int
	About     int // events that speak of another
	Places    int // events with a place
	Dates     int
	Speakers  int
}

// Count makes the balance of sentences.
func Count(all []Sentence) Balance {
	b := Balance{Types: map[graph.EventType]int{}, Statuses: map[graph.Status]int{}}
	for i := range all {
		b.Sentences++
		if len(all[i].Events) == 0 {
			b.None++
		}
		for _, e := range all[i].Events {
			b.Events++
			b.Types[e.Type]++
			b.Statuses[e.Status]++
			b.Negated += one(e.Negated)
			b.About += one(e.About >= 0)
			b.Places += one(len(e.Places) > 0)
			b.Dates += one(len(e.Dates) > 0)
			b.Speakers += one(len(e.Speakers) > 0)
		}
	}
	return b
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Lopsided says what a corpus has too little or too much of to learn from evenly: a type with
// less than a third or more than three times its even share, and hard negatives outside 5 to
// 30 per cent. It is silent about fewer than 100 sentences.
func (b Balance) Lopsided() []string {
	var out []string
	if b.Sentences < 100 {
		return nil
	}
	for _, t := range graph.EventTypes {
		share := b.Types[t] * len(graph.EventTypes)
		switch {
		case share*3 < b.Events:
			out = append(out, "few "+string(t))
		case share > 3*b.Events:
			out = append(out, "many "+string(t))
		}
	}
	if none := 100 * b.None / b.Sentences; none < 5 {
		out = append(out, "few NONE")
	} else if none > 30 {
		out = append(out, "many NONE")
	}
	return out
}
