package graphtest

import (
	"fmt"

	"github.com/actorgraph/actorgraph/graph"
)

// sentence is one sentence of a generated article, with what it says. Spans are counted from its
// start.
type sentence struct {
	text     []rune
	mentions []naming
	cast     []graph.ActorRecord // of actors that are meant and not named
	evidence *graph.Evidence     // nil where it states no fact
	about    bool                // it may speak of another event of the text
}

// naming is a mention in a sentence.
type naming struct {
	record  graph.ActorRecord
	span    graph.Span
	name    graph.Text
	kind    graph.ActorKind // "" where the passage does not say
	usual   graph.ActorKind // said where the text would say none
	country graph.Text
	sectors []graph.Sector
}

// add appends words after a blank.
func (s *sentence) add(words string) graph.Span {
	if len(s.text) > 0 {
		s.text = append(s.text, ' ')
	}
	start := len(s.text)
	s.text = append(s.text, []rune(words)...)
	return graph.Span{Start: start, End: len(s.text)}
}

// sentence composes one sentence of an article. Its words do not depend on the version of the extractor,
// some of what is read into them does.
func (w *World) sentence(article, number, version int) *sentence {
	d := w.dice(20, article, number)
	reading := w.dice(21, article, number)
	if w.dice(22, article, number, version).chance(25) {
		reading = w.dice(23, article, number, version)
	}
	s := &sentence{}
	switch {
	case d.chance(15): // names only
		for range d.between(1, 3) {
			s.name(d, w.member(w.actor(d)))
		}
		s.add(pick(d, []string{"were listed", "met nobody"}))
	case d.chance(tiesPercent(article)) && len(w.ties) > 0:
		w.tie(s, d, reading)
	default:
		w.event(s, d, reading, article)
	}
	if reading.chance(5) {
		s.evidence = nil // overlooked
	}
	s.text = append(s.text, '.')
	return s
}

// tiesPercent makes some articles, such as that of the register, tell of little but ties.
func tiesPercent(article int) int {
	if article%4 == 3 {
		return 90
	}
	return 25
}

// name lets the sentence name an actor; it returns the words as a passage quotes them.
func (s *sentence) name(d dice, m member) (graph.Span, string) {
	name := pick(d, m.names)
	span := s.add(name)
	n := naming{record: m.record, span: span, name: graph.Text(name), usual: m.kinds[0]}
	if d.chance(60) {
		n.kind = pick(d, m.kinds)
	}
	if d.chance(40) {
		n.country = graph.Text(pick(d, m.countries))
	}
	if d.chance(30) {
		n.sectors = some(d, m.sectors, 2)
	}
	s.mentions = append(s.mentions, n)
	return span, name
}

// party adds an actor and its wording in one part.
func (w *World) party(s *sentence, d dice, part graph.Part, actor, article int) {
	m := w.member(actor)
	word := graph.Wording{Part: part, Party: m.record.ID}
	switch {
	case d.chance(10): // "two soldiers", known in this article alone
		number := d.between(2, 40)
		first := s.add(fmt.Sprint(number))
		last := s.add(pick(d, []string{"soldiers", "officials", "рыбаков"}))
		span := graph.Span{Start: first.Start, End: last.End}
		low := int64(number)
		word.Number = &graph.Quantity{Of: graph.Present, Low: &low, High: &low, Text: fmt.Sprint(number), Span: first}
		head := graph.Anchor{Sentence: string(s.text), Word: first.Start}
		record := graph.ActorRecord{ID: graph.UnnamedActorID(w.articleID(article), head)}
		s.mentions = append(s.mentions, naming{record: record, span: span, usual: graph.Group, sectors: []graph.Sector{"MIL"}})
		word.Party, word.Span = record.ID, span
	case d.chance(10) && m.record.Register != nil: // meant and not named
		word.Span, word.Inferred = s.add("they"), true
		s.cast = append(s.cast, m.record)
	default:
		word.Span, _ = s.name(d, m)
	}
	word.Text = string(s.text[word.Span.Start:word.Span.End])
	word.Absent = part != graph.PartFrom && part != graph.PartTo && d.chance(5)
	s.evidence.Wordings = append(s.evidence.Wordings, word)
}

// begin starts the evidence of a sentence with those who say so.
func (w *World) begin(s *sentence, d, reading dice, record graph.ID) {
	s.evidence = &graph.Evidence{Record: record}
	s.evidence.Confidence = 50 * reading.between(2, 20)
	if !d.chance(40) {
		return
	}
	for range d.between(1, 3) {
		link := graph.Attribution{}
		switch d.IntN(4) {
		case 0:
			link.Outlet = pick(d, []string{"Harbour Post", "HARBOUR POST", "Radio Détroit"})
			link.Span = s.add(link.Outlet)
		case 1:
			link.Span = s.add("a memo")
		default:
			m := w.member(w.actor(d))
			link.Speaker = m.record.ID
			if m.record.Register != nil && d.chance(25) { // meant and not named
				link.Span = s.add("they")
				s.cast = append(s.cast, m.record)
			} else {
				link.Span, _ = s.name(d, m)
			}
		}
		link.Text = string(s.text[link.Span.Start:link.Span.End])
		link.Verb = graph.Text(pick(d, []string{"said", "claims", ""}))
		link.Hedged = reading.chance(15)
		s.add("said")
		s.evidence.Attribution = append(s.evidence.Attribution, link)
	}
}
