package findings

import "github.com/actorgraph/actorgraph/graph"

// stays adds LOCATED_IN ties from those whom a passage puts in a place to that place. The graph
// keeps who took part in an act and where it was; a reader of lines finds both in one.
func (b *builder) stays() {
	seen := map[[2]string]bool{}
	for _, t := range b.line.Ties {
		if t.Type == string(graph.LocatedIn) || t.Type == string(graph.BasedIn) {
			seen[[2]string{t.From, t.To}] = true
		}
	}
	for _, s := range b.x.Stays {
		t := Tie{
			Type: string(graph.LocatedIn), From: b.stayEnd(s.Who), To: b.stayEnd(s.Where),
			FromSpan: b.span(s.Who.Span), ToSpan: b.span(s.Where.Span), Confidence: share(s.Confidence),
		}
		if k := [2]string{t.From, t.To}; t.From != t.To && !seen[k] {
			seen[k] = true
			b.line.Ties = append(b.line.Ties, t)
		}
	}
}

func (b *builder) stayEnd(w graph.Wording) string {
	if w.Party == "" {
		return b.thing(w)
	}
	return b.end(w.Party)
}
