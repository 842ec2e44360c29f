package graph_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
)

// foldCase is one case of testdata/fold.txt, in the notation that TestFold explains.
type foldCase struct {
	title    string
	lines    []string // as written
	passages []*graph.Evidence
	want     string
	names    names
}

// names are what the ids of a case stand for.
type names map[graph.ID]string

func (c *foldCase) fold(ps []*graph.Evidence) graph.Fact {
	if len(ps) == 0 {
		return nil
	}
	if id := ps[0].FactID; id.Class() == graph.ClassTie {
		return graph.FoldTie(id, ps, nil)
	}
	return graph.FoldEvent(ps[0].FactID, ps, nil)
}

func parseFoldCase(t *testing.T, text string) *foldCase {
	t.Helper()
	lines := strings.Split(text, "\n")
	c := &foldCase{title: lines[0], names: names{}}
	for i, line := range lines[1:] {
		switch {
		case line == "":
		case strings.HasPrefix(line, "  "):
			c.want += line + "\n"
		default:
			c.lines = append(c.lines, line)
			c.passages = append(c.passages, c.parsePassage(t, i, line))
		}
	}
	c.want = strings.TrimSuffix(c.want, "\n")
	return c
}

func (c *foldCase) actor(name string) graph.ID {
	id := graph.NamedActorID(graph.ClassPerson, name, "")
	c.names[id] = name
	return id
}

func (c *foldCase) parsePassage(t *testing.T, number int, line string) *graph.Evidence {
	t.Helper()
	words := strings.Fields(line)
	e := &graph.Evidence{Quote: line, Confidence: 500, ArticleID: graph.ArticleID("", fmt.Sprint(number), "", "")}
	if words[0] != "?" {
		e.Published = mustDate(t, words[0])
	}
	if words[1] != "-" {
		e.Publisher = graph.Text(words[1])
	}
	for _, word := range words[2:] {
		key, value, _ := strings.Cut(word, ":")
		name, modes, _ := strings.Cut(word, "/")
		from, to, pair := strings.Cut(word, ">")
		switch {
		case slices.Contains(graph.Statuses, graph.Status(word)):
			e.Status = graph.Status(word)
		case slices.Contains(graph.EventTypes, graph.EventType(name)):
			e.EventType = graph.EventType(name)
			for m := range strings.SplitSeq(modes, "+") {
				if m != "" {
					e.Modes = append(e.Modes, graph.Mode(m))
				}
			}
		case slices.Contains(graph.Relations, graph.Relation(word)):
			e.Relation = graph.Relation(word)
		case word == "neg":
			e.Negated = true
		case word == "hedged":
			e.Attribution[len(e.Attribution)-1].Hedged = true
		case pair:
			c.parties(e, from, to)
		default:
			c.parseValue(t, e, key, value)
		}
	}
	e.Record = graph.EventID(graph.ArticleID("", "home", "", ""), graph.Anchor{})
	if e.Relation != "" {
		e.Record = graph.TieID(e.Party(graph.PartFrom), e.Party(graph.PartTo), e.Relation, string(e.Role), "")
	}
	e.FactID = e.Record
	// Ids that follow the order of the lines make ties in time readable.
	e.ID = graph.ID(fmt.Sprintf("evidence:%03d", number))
	c.names[e.ID] = fmt.Sprint("passage ", number+1)
	return e
}

func (c *foldCase) parties(e *graph.Evidence, from, to string) {
	parts := []graph.Part{graph.PartSource, graph.PartTarget}
	if e.Relation != "" {
		parts = []graph.Part{graph.PartFrom, graph.PartTo}
	}
	for i, list := range []string{from, to} {
		for name := range strings.SplitSeq(list, ",") {
			if name != "" {
				e.Wordings = append(e.Wordings, graph.Wording{Part: parts[i], Party: c.actor(name), Text: name})
			}
		}
	}
}

func (c *foldCase) parseValue(t *testing.T, e *graph.Evidence, key, value string) {
	t.Helper()
	switch key {
	case "absent":
		e.Wordings = append(e.Wordings, graph.Wording{Part: graph.PartSource, Party: c.actor(value), Absent: true, Text: value})
	case "when":
		e.When = parsePeriod(t, value)
	case "since":
		e.Since = parsePeriod(t, value)
	case "until":
		e.Until = parsePeriod(t, value)
	case "at":
		id := graph.PlaceID("", value, "")
		c.names[id] = value
		e.Wordings = append(e.Wordings, graph.Wording{Part: graph.PartPlace, Party: id, Text: value})
	case "said":
		e.Attribution = append(e.Attribution, graph.Attribution{Speaker: c.actor(value), Text: value})
	case "via":
		e.Attribution = append(e.Attribution, graph.Attribution{Outlet: value, Text: value})
	case "conf":
		e.Confidence, _ = strconv.Atoi(value)
	case "ctx":
		e.Contexts = append(e.Contexts, graph.Context(value))
	case "role":
		e.Role = graph.Text(value)
	case "copy":
		e.CopyOfID = graph.ArticleID("", value, "", "")
	case "art":
		e.ArticleID = graph.ArticleID("", value, "", "")
	case "dead":
		low, high, found := strings.Cut(value, "..")
		if !found {
			high = low
		}
		q := graph.Quantity{Of: graph.Dead, Text: value}
		if n, err := strconv.ParseInt(low, 10, 64); err == nil {
			q.Low = &n
		}
		if n, err := strconv.ParseInt(high, 10, 64); err == nil {
			q.High = &n
		}
		e.Numbers = append(e.Numbers, q)
	default:
		t.Fatalf("what is %q in %q?", key, e.Quote)
	}
}

func mustDate(t *testing.T, s string) graph.Date {
	t.Helper()
	d, err := graph.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func parsePeriod(t *testing.T, s string) *graph.Period {
	t.Helper()
	start, end, found := strings.Cut(s, "..")
	if !found {
		p := graph.OnDay(mustDate(t, start), "")
		return &p
	}
	if len(end) == 2 {
		end = start[:8] + end
	}
	return &graph.Period{Start: mustDate(t, start), End: mustDate(t, end), Precision: graph.Approximate}
}

// describe writes a folded fact, two blanks before each line.
func (n names) describe(f graph.Fact) string {
	var b strings.Builder
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %-9s %s\n", label, text)
		}
	}
	s := f.Facts()
	status := string(s.Status)
	if s.Negated {
		status += " negated"
	}
	if s.Disputed {
		status += " disputed"
	}
	switch f := f.(type) {
	case *graph.Event:
		line("what", strings.TrimSpace(fmt.Sprintf("%s %s %s score %d", f.Type, list(f.Modes), list(f.Contexts), f.Score)))
		line("status", status)
		for _, p := range f.Participants {
			line("who", fmt.Sprintf("%s %s %s %d", n[p.ActorID], list(p.Roles), p.Standing, p.Passages))
		}
		line("when", periodString(f.When))
		var places []string
		for _, id := range f.PlaceIDs {
			places = append(places, n[id])
		}
		line("where", strings.Join(places, ", "))
		for _, q := range f.Numbers {
			line("number", fmt.Sprintf("%s %s (%s)", q.Of, q.Text, n[q.EvidenceID]))
		}
	case *graph.Tie:
		line("what", fmt.Sprintf("%s %s %s %q", n[f.FromID], f.Relation, n[f.ToID], f.Role))
		line("status", status)
		line("since", periodString(f.Since))
		line("until", periodString(f.Until))
		line("span", periodString(f.Span))
	}
	var stages []string
	for _, st := range s.Stages {
		text := string(st.Status)
		if st.Negated {
			text += " negated"
		}
		stages = append(stages, fmt.Sprintf("%s (%s)", text, n[st.EvidenceID]))
	}
	line("stages", strings.Join(stages, ", "))
	c := s.Corroboration
	line("support", fmt.Sprintf("passages %d, articles %d, sources %d, confidence %d", c.Passages, c.Articles, c.IndependentSources, s.Confidence))
	for _, d := range s.Disagreements {
		var values []string
		for _, v := range d.Values {
			values = append(values, fmt.Sprintf("%s ×%d", v.Value, len(v.EvidenceIDs)))
		}
		line("disagree", d.About+": "+strings.Join(values, ", "))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func list[T ~string](values []T) string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return strings.Join(out, "+")
}

func periodString(p *graph.Period) string {
	switch {
	case p == nil:
		return ""
	case p.Start == p.End:
		return p.Start.String()
	}
	return p.Start.String() + ".." + p.End.String()
}
