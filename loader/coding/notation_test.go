package coding_test

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// context is a text's, with its short lines without a full stop marked as fragments unless
// there is no other.
func context(text string, doc *language.Document, published graph.Date) coding.Context {
	c := coding.Context{Article: graph.ArticleID("", "", "", text), Published: published, Extractor: "actorgraph/1"}
	for _, s := range doc.Sentences {
		c.Fragments = append(c.Fragments, !s.Terminated && len(doc.Sentences) > 1 && len(s.Tokens) < 20)
	}
	return c
}

// facts codes a text of a day and returns everything that went into it.
func facts(text string, published graph.Date) (*language.Document, *identity.Cast, []graph.Evidence) {
	article := graph.ArticleID("", "", "", text)
	doc := coding.Repair(language.Analyse(text))
	cast := identity.Resolve(doc, identity.Context{Article: article, Published: published}, identity.Default())
	return doc, cast, coding.Code(doc, cast, context(text, doc, published))
}

// notation writes evidence in short, one line each:
//
//	TYPE.MODE STATUS[-] source, source > target | said: outermost, innermost | when: … | absent: … | at: … | dead: … | about: n
//
// where n counts the facts of the text from 1, "=n" marks a passage that tells fact n again,
// named actors go by the name that the cast gives them and unnamed ones by their words.
func notation(cast *identity.Cast, all []graph.Evidence) []string {
	names := map[graph.ID]string{}
	for i, a := range cast.Actors {
		if a.Named {
			names[a.ID] = cast.Profiles[i].Name
		}
	}
	name := func(id graph.ID, wording string) string {
		if n := names[id]; n != "" {
			return n
		}
		return wording
	}
	for _, p := range cast.Places {
		names[p.ID] = p.Name
	}
	numbers := map[graph.ID]int{}
	for i, e := range all {
		if numbers[e.Record] == 0 {
			numbers[e.Record] = i + 1
		}
	}
	var out []string
	for i, e := range all {
		var b strings.Builder
		what := string(e.EventType) + string(e.Relation)
		for _, m := range e.Modes {
			what += "." + string(m)
		}
		fmt.Fprintf(&b, "%s %s", what, e.Status)
		if e.Negated {
			b.WriteString("-")
		}
		sides := map[graph.Part][]string{}
		for _, w := range e.Wordings {
			part := w.Part
			if w.Absent {
				part = "absent"
			}
			sides[part] = append(sides[part], name(w.Party, w.Text))
		}
		left, right := sides[graph.PartSource], sides[graph.PartTarget]
		if e.Relation != "" {
			left, right = sides[graph.PartFrom], sides[graph.PartTo]
		}
		fmt.Fprintf(&b, " %s > %s", list(left), list(right))
		if e.Role != "" {
			fmt.Fprintf(&b, " | role: %s", e.Role)
		}
		if e.Since != nil {
			fmt.Fprintf(&b, " | since: %s", e.Since.Start)
		}
		if e.Until != nil {
			fmt.Fprintf(&b, " | until: %s", e.Until.End)
		}
		if len(e.Attribution) > 0 {
			var chain []string
			for _, a := range e.Attribution {
				switch {
				case a.Speaker != "":
					chain = append(chain, name(a.Speaker, a.Text))
				default:
					chain = append(chain, "“"+a.Text+"”")
				}
			}
			fmt.Fprintf(&b, " | said: %s", strings.Join(chain, ", "))
		}
		if e.When != nil {
			fmt.Fprintf(&b, " | when: %s", when(*e.When))
		}
		if away := sides["absent"]; len(away) > 0 {
			fmt.Fprintf(&b, " | absent: %s", list(away))
		}
		if places := sides[graph.PartPlace]; len(places) > 0 {
			fmt.Fprintf(&b, " | at: %s", list(places))
		}
		for _, q := range e.Numbers {
			fmt.Fprintf(&b, " | %s: %s", strings.ToLower(string(q.Of)), q.Text)
		}
		for _, id := range e.About {
			fmt.Fprintf(&b, " | about: %d", numbers[id])
		}
		if n := numbers[e.Record]; n != i+1 {
			fmt.Fprintf(&b, " | =%d", n)
		}
		out = append(out, b.String())
	}
	return out
}

func list(names []string) string {
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, ", ")
}

func when(p graph.Period) string {
	switch {
	case p.Start == p.End:
		return p.Start.String()
	case p.Start == 0:
		return "until " + p.End.String()
	case p.End == 0:
		return "since " + p.Start.String()
	}
	return p.Start.String() + ".." + p.End.String()
}
