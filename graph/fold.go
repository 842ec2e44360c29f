package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// passages are the visible evidence of one fact in fold order: by published date, unknown
// first, then by id.
type passages []*Evidence

func inFoldOrder(ps []*Evidence) passages {
	ps = slices.Clone(ps)
	slices.SortFunc(ps, func(a, b *Evidence) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	return ps
}

// assurance says how a passage puts its statement, best first.
type assurance int

const (
	stated  assurance = iota // the article itself says so
	claimed                  // somebody says so
	hedged                   // "reportedly", "allegedly"
)

func (e *Evidence) assurance() assurance {
	if e.Status == Alleged {
		return hedged
	}
	for _, a := range e.Attribution {
		if a.Hedged {
			return hedged
		}
	}
	if len(e.Attribution) > 0 {
		return claimed
	}
	return stated
}

// reality is what the fold says of status and negation.
type reality struct {
	status  Status
	negated bool
}

func (e *Evidence) reality() reality { return reality{e.Status, e.Negated} }

// foldReality decides status and negation, and which passages say so: those of the latest
// stage.
//
// Of events (sticky), HAPPENED once stated stays, until a later passage that is at least as
// sure (stated before claimed) says that it did not happen; what is hedged neither makes it
// stay nor undoes it. Otherwise, and for ties, the latest stage wins, and among passages of
// the same day the surest: a tie that HAPPENED once may be ONGOING again. Denials lower
// nothing; where there are only denials, the fact is DENIED.
func (ps passages) foldReality(sticky bool) (r reality, latest passages, disputed bool) {
	var open passages
	for _, p := range ps {
		if p.Status == Denied {
			disputed = true
		} else {
			open = append(open, p)
		}
	}
	if len(open) == 0 {
		return reality{status: Denied}, ps, disputed
	}
	if sticky && open.happened() {
		r = reality{status: Happened}
		return r, open.of(r), disputed
	}
	last := 0
	for i, p := range open {
		if p.Published > open[last].Published || p.assurance() <= open[last].assurance() {
			last = i
		}
	}
	r = open[last].reality()
	first, end := last, last+1 // the run of passages around it that say the same
	for first > 0 && open[first-1].reality() == r {
		first--
	}
	for end < len(open) && open[end].reality() == r {
		end++
	}
	return r, open[first:end], disputed
}

// happened reports whether it was said to have happened, and not taken back.
func (ps passages) happened() bool {
	held, surest := false, hedged
	for _, p := range ps {
		a := p.assurance()
		switch {
		case p.Status != Happened || a == hedged:
		case !p.Negated:
			held, surest = true, min(surest, a)
		case a <= surest:
			held, surest = false, hedged
		}
	}
	return held
}

// of are the passages that say r.
func (ps passages) of(r reality) passages {
	var out passages
	for _, p := range ps {
		if p.reality() == r {
			out = append(out, p)
		}
	}
	return out
}

// stages are the points at which the reports moved. Denials move nothing; where there is
// nothing else, they are the one stage.
func (ps passages) stages() []Stage {
	var out []Stage
	denials := !slices.ContainsFunc(ps, func(p *Evidence) bool { return p.Status != Denied })
	for _, p := range ps {
		if p.Status == Denied && !denials {
			continue
		}
		if n := len(out); n == MaxListed || n > 0 && out[n-1].Status == p.Status && out[n-1].Negated == p.Negated {
			continue
		}
		out = append(out, Stage{Status: p.Status, Negated: p.Negated, When: p.When, Since: p.Published, EvidenceID: p.ID})
	}
	return out
}

// origin is where a passage's report comes from: the innermost outlet that it cites, else
// the report that its article copies or that copies it, else the publisher, else the article. "" for the
// register, which is no source.
func (e *Evidence) origin(copied map[ID]bool) string {
	outlet := Fold(e.Outlet())
	switch {
	case e.Publisher == RegisterPublisher:
		return ""
	case outlet != "":
		return "outlet " + outlet
	case e.CopyOfID != "":
		return string(e.CopyOfID)
	case copied[e.ArticleID]:
		return string(e.ArticleID)
	case Fold(string(e.Publisher)) != "":
		return "outlet " + Fold(string(e.Publisher))
	default:
		return string(e.ArticleID)
	}
}

// RegisterPublisher is the publisher of the articles in which register releases are quoted.
// It never counts as a source.
const RegisterPublisher = "register"

// copied are the articles that other passages copy. They are their own origin, so that a
// report and its copies have one.
func (ps passages) copied() map[ID]bool {
	var out map[ID]bool
	for _, p := range ps {
		if p.CopyOfID != "" {
			if out == nil {
				out = map[ID]bool{}
			}
			out[p.CopyOfID] = true
		}
	}
	return out
}

func (ps passages) corroboration() Corroboration {
	articles := map[ID]bool{}
	for _, p := range ps {
		articles[p.ArticleID] = true
	}
	return Corroboration{Passages: len(ps), Articles: len(articles), IndependentSources: len(OriginsOf(ps))}
}

// narrowest is the shortest period given, of equals the one reported last.
func (ps passages) narrowest(get func(*Evidence) *Period) *Period {
	var best *Period
	for _, p := range ps {
		if w := get(p); w != nil && (best == nil || w.Days() <= best.Days()) {
			best = w
		}
	}
	return best
}

func (ps passages) confidence() int {
	c := 0
	for _, p := range ps {
		c = max(c, p.Confidence)
	}
	return c
}

// fold fills what events and ties share, and returns the passages of the latest stage.
func (ps passages) fold(sticky bool) (Stated, passages) {
	r, latest, disputed := ps.foldReality(sticky)
	s := Stated{
		Status: r.status, Negated: r.negated, Disputed: disputed,
		Stages:        ps.stages(),
		Confidence:    latest.confidence(),
		Corroboration: ps.corroboration(),
		RecordedAt:    RecordedAt(ps[0].Recorded),
	}
	for _, p := range ps {
		if at := RecordedAt(p.Recorded); at.Before(s.RecordedAt) {
			s.RecordedAt = at
		}
	}
	return s, latest
}

// disagree lists the values of one thing, if there is more than one, by passages and then
// by value. value gives "" where a passage is silent.
func (ps passages) disagree(about string, value func(*Evidence) string) []Disagreement {
	type counted struct {
		DisagreementValue
		passages int
	}
	var values []counted
	for _, p := range ps {
		v := value(p)
		if v == "" {
			continue
		}
		i := slices.IndexFunc(values, func(c counted) bool { return c.Value == v })
		if i < 0 {
			i = len(values)
			values = append(values, counted{DisagreementValue: DisagreementValue{Value: v}})
		}
		values[i].passages++
		if len(values[i].EvidenceIDs) < MaxListed {
			values[i].EvidenceIDs = append(values[i].EvidenceIDs, p.ID)
		}
	}
	if len(values) < 2 {
		return nil
	}
	slices.SortFunc(values, func(a, b counted) int {
		return cmp.Or(-cmp.Compare(a.passages, b.passages), cmp.Compare(a.Value, b.Value))
	})
	d := Disagreement{About: about}
	for _, v := range values[:min(len(values), MaxListed)] {
		d.Values = append(d.Values, v.DisagreementValue)
	}
	return []Disagreement{d}
}

// periodText writes a period as its days: "2016-04-25" or "2016-04-01/2016-04-30".
func periodText(p *Period) string {
	switch {
	case p == nil:
		return ""
	case p.Start == p.End:
		return p.Start.String()
	default:
		return p.Start.String() + "/" + p.End.String()
	}
}

// numberText writes a quantity as its bounds: "12", "9–", "–40", "20–30".
func numberText(q Quantity) string {
	switch {
	case q.Low != nil && q.High != nil && *q.Low == *q.High:
		return strings.TrimSpace(fmt.Sprint(*q.Low) + " " + string(q.Unit))
	case q.Low == nil && q.High == nil:
		return ""
	}
	s := "–"
	if q.Low != nil {
		s = fmt.Sprint(*q.Low) + s
	}
	if q.High != nil {
		s += fmt.Sprint(*q.High)
	}
	return strings.TrimSpace(s + " " + string(q.Unit))
}

// identity is the canonical record where none is given.
func identity(id ID) ID { return id }

// OriginsOf are the distinct origins of the passages of one fact, sorted: what
// Corroboration.IndependentSources counts. They are names that mean nothing but themselves.
// What is told by the same origin in two facts has the same name in both, unless only in one of
// them a report and its copy meet.
func OriginsOf(evidence []*Evidence) []string {
	origins := map[string]bool{}
	for _, o := range OriginOfEach(evidence) {
		if o != "" {
			origins[o] = true
		}
	}
	return slices.Sorted(maps.Keys(origins))
}

// OriginOfEach is the origin of each passage of one fact, in their order; "" for the register,
// which is no source. See OriginsOf.
func OriginOfEach(evidence []*Evidence) []string {
	copied := passages(evidence).copied()
	out := make([]string, len(evidence))
	for i, p := range evidence {
		out[i] = p.origin(copied)
	}
	return out
}
