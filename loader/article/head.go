package article

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// How far into a text its title, byline and date are looked for.
const (
	headCharacters = 4000
	headLines      = 16
	// titleWords is above the longest headlines.
	titleWords = 30
)

// fillFromHead looks at the lines before the first sentence for what is not known yet: the
// name in a byline, the day in a line that is nothing but a date, and, if wanted, the title.
func (a *Article) fillFromHead(wantTitle bool) {
	ps := paragraphs(Article{Text: a.headText(), Format: a.Format})
	wantTitle = wantTitle && a.Title == ""
	headings := hasHeading(ps[:min(len(ps), headLines)])
	for i := range ps[:min(len(ps), headLines)] {
		p := &ps[i]
		if p.rule != "" {
			continue
		}
		switch p.furniture() {
		case "":
			if wantTitle && (p.heading || !headings) && p.isTitle(ps, i) {
				a.Title, wantTitle = p.text, false
				continue
			}
			if p.terminated {
				return
			}
		case RuleByline:
			name, rest := splitByline(p.text)
			if a.Author == "" {
				a.Author = name
			}
			a.setPublished(rest)
		case RuleDateline:
			a.setPublished(p.text)
		}
	}
}

// headText is the first lines of the text, cut at a line break.
func (a *Article) headText() string {
	if len(a.Text) <= headCharacters {
		return a.Text
	}
	s := a.Text[:headCharacters]
	if at := strings.LastIndexByte(s, '\n'); at > 0 {
		return s[:at]
	}
	return strings.ToValidUTF8(s, "")
}

// hasHeading reports whether a heading stands before the first sentence.
func hasHeading(ps []paragraph) bool {
	for i := range ps {
		if ps[i].heading {
			return true
		}
		if ps[i].terminated {
			return false
		}
	}
	return false
}

// isTitle: a heading, or a short line before an empty line, a byline or a date. It does not
// end in a full stop, and text follows it.
func (p *paragraph) isTitle(ps []paragraph, i int) bool {
	if len(p.words) > titleWords || strings.HasSuffix(p.text, ".") || i+1 == len(ps) {
		return false
	}
	if p.heading {
		return true
	}
	if p.lines > 1 || p.trailingCredit() >= 0 || p.only(sectionWords) {
		return false
	}
	next := ps[i+1].furniture()
	return ps[i+1].first != p.last || next == RuleByline || next == RuleDateline
}

func (a *Article) setPublished(s string) {
	first, _, _ := strings.Cut(graph.Fold(s), " ")
	if !a.Published.Known() && first != "updated" && first != "modified" && first != "update" && first != "last" {
		a.Published = dateIn(s)
	}
}
