package graphtest

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

var eventVerbs = []string{"met", "bombed", "praised", "warned", "sanctioned", "left", "attacked", "called"}

// event lets the sentence tell one of the world's events: mostly one at home in the article
// or near it, else one of the few that everybody reports.
func (w *World) event(s *sentence, d, reading dice, article int) {
	number := d.skewed(len(w.events))
	if d.chance(60) {
		number = (article + w.articles*d.IntN(2) + d.IntN(2)) % len(w.events)
	}
	h := w.events[number]
	w.begin(s, d, reading, h.record)
	e := s.evidence
	for _, a := range h.sources {
		if !d.chance(15) {
			w.party(s, d, graph.PartSource, a, article)
		}
	}
	e.Trigger = s.add(pick(d, eventVerbs))
	e.Steps = []graph.Step{{Rule: "verb", Says: "the verb decides the type", Text: string(s.text[e.Trigger.Start:e.Trigger.End]), Span: e.Trigger}}
	for _, a := range h.targets {
		if !d.chance(15) {
			w.party(s, d, graph.PartTarget, a, article)
		}
	}
	if d.chance(10) { // the other way round, or somebody else
		w.party(s, d, pick(d, []graph.Part{graph.PartSource, graph.PartTarget}), w.actor(d), article)
	}
	for _, p := range h.places {
		if d.chance(70) {
			place := w.places[p]
			span := s.add(place.Name)
			e.Wordings = append(e.Wordings, graph.Wording{Part: graph.PartPlace, Party: place.ID, Text: place.Name, Span: span})
		}
	}
	if d.chance(30) {
		w.number(s, d)
	}
	e.EventType = h.kind
	if reading.chance(20) {
		e.EventType = pick(reading, graph.EventTypes)
	}
	e.Modes = some(reading, e.EventType.Modes(), 2)
	e.Contexts = some(reading, graph.Contexts, 2)
	e.Status = pick(reading, h.statuses)
	if reading.chance(15) {
		e.Status = pick(reading, graph.Statuses)
	}
	e.Negated = e.Status != graph.Denied && reading.chance(10)
	if h.day != 0 && reading.chance(80) {
		e.When = period(reading, h.day.AddDays(reading.between(-1, 1)))
		if d.chance(50) {
			span := s.add("on the day")
			e.Wordings = append(e.Wordings, graph.Wording{Part: graph.PartTime, Text: "on the day", Span: span})
		}
	}
	s.about = d.chance(20)
}

// number adds a count to the sentence.
func (w *World) number(s *sentence, d dice) {
	n := int64(d.between(1, 60))
	q := graph.Quantity{Of: pick(d, graph.Counts)}
	q.Text = fmt.Sprint(n)
	q.Span = s.add(q.Text)
	if d.chance(80) {
		q.Low = &n
	}
	if d.chance(60) {
		high := n + int64(d.IntN(3))
		q.High = &high
	}
	if q.Of == graph.Money {
		q.Unit = "USD"
	}
	s.evidence.Numbers = append(s.evidence.Numbers, q)
}

// period is a time around a day, more or less exact.
func period(d dice, day graph.Date) *graph.Period {
	p := graph.OnDay(day, "on the day")
	switch d.IntN(8) {
	case 0:
		p = graph.Period{Start: day, End: day.AddDays(6), Precision: graph.Week, Text: "that week"}
	case 1:
		p = graph.Period{Start: day, End: day.AddDays(d.between(20, 800)), Exact: d.chance(50), Precision: graph.Approximate}
	case 2:
		p = graph.Period{Start: day, Precision: graph.Day, Text: "since then"}
	case 3:
		p = graph.Period{End: day, Precision: graph.Approximate}
	}
	return &p
}

// tie lets the sentence tell one of the world's ties.
func (w *World) tie(s *sentence, d, reading dice) {
	t := w.ties[d.skewed(len(w.ties))]
	w.begin(s, d, reading, t.record)
	e := s.evidence
	e.Relation, e.Role = t.relation, graph.Text(t.role)
	if d.chance(30) { // another spelling of the same role
		e.Role = graph.Text(strings.ToUpper(t.role))
	}
	from, to := t.from, t.to
	if t.relation.Symmetric() && d.chance(50) {
		from, to = to, from
	}
	w.end(s, d, graph.PartFrom, from)
	e.Trigger = s.add(pick(d, []string{"of", "leads", "belongs to"}))
	if t.relation.ToPlace() {
		place := w.places[t.place]
		span := s.add(place.Name)
		e.Wordings = append(e.Wordings, graph.Wording{Part: graph.PartTo, Party: place.ID, Text: place.Name, Span: span})
	} else {
		w.end(s, d, graph.PartTo, to)
	}
	e.Status = pick(reading, []graph.Status{graph.Happened, graph.Ongoing, graph.Ongoing, graph.Ongoing})
	if reading.chance(20) {
		e.Status = pick(reading, graph.Statuses)
	}
	e.Negated = e.Status != graph.Denied && reading.chance(10)
	if reading.chance(40) {
		e.Since = period(reading, firstDay.AddDays(reading.between(-400, 100)))
	}
	if reading.chance(25) {
		e.Until = period(reading, firstDay.AddDays(reading.between(100, 600)))
	}
}

// end names one end of a tie.
func (w *World) end(s *sentence, d dice, part graph.Part, actor int) {
	m := w.member(actor)
	span, name := s.name(d, m)
	s.evidence.Wordings = append(s.evidence.Wordings, graph.Wording{Part: part, Party: m.record.ID, Text: name, Span: span})
}
