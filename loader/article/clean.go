package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// Clean leaves out what a page wraps around the text of a. It is a pure function, takes
// time linear in the text, and never fails, whatever the bytes (a byte that is no UTF-8
// counts as one character U+FFFD).
//
// The rules go from the surest to the least sure: what the markup says is no text, the
// title, lines that are furniture by themselves, lines that are so by their neighbours
// (menus, lists of links), and what repeats other lines. A line no rule knows stays.
func Clean(a Article) Cleaned {
	ps := paragraphs(a)
	title := newTitle(a.Title)
	for i := range ps {
		p := &ps[i]
		if p.rule != "" {
			continue
		}
		if len(ps) > 1 && title.is(p) {
			p.rule = RuleTitle
		} else if p.rule = p.furniture(); p.rule == "" {
			p.takeCredit()
		}
	}
	dropMenus(ps)
	dropRelated(ps)
	dropRepeated(ps)
	dropPullQuotes(ps)
	c := assemble(ps)
	c.markFragments()
	c.Title = title.without(a.Publisher)
	c.input = utf8.RuneCountInString(a.Text)
	return c
}

// takeCredit takes a photo credit off the end of a caption.
func (p *paragraph) takeCredit() {
	at := p.trailingCredit()
	if at < 0 {
		return
	}
	p.credit = [2]int{int(p.glyphs[at].start), p.end}
	for at > 0 && p.glyphs[at-1].r == ' ' {
		at--
	}
	p.glyphs = p.glyphs[:at]
	p.end = int(p.glyphs[at-1].end)
	p.describe()
}

// dropMenus: four or more lines of at most three words in a row, half of which or more
// name departments of a news site. A list of countries alone is no menu.
func dropMenus(ps []paragraph) {
	for i := 0; i < len(ps); {
		n, sections := 0, 0
		for ; i+n < len(ps) && ps[i+n].isMenuItem(); n++ {
			if p := &ps[i+n]; p.rule != "" || p.only(sectionWords) {
				sections++
			}
		}
		if n >= 4 && sections*2 >= n {
			for k := range ps[i : i+n] {
				if p := &ps[i+k]; p.rule == "" {
					p.rule = RuleNavigation
				}
			}
		}
		i += n + 1
	}
}

func (p *paragraph) isMenuItem() bool {
	return (p.rule == "" || p.rule == RuleNavigation) && len(p.words) > 0 && len(p.words) <= 3 && !p.terminated
}

// The longest list of links under a heading such as "Related stories", and the most words
// of one of them.
const (
	mostLinks   = 12
	longestLink = 20
)

// dropRelated: the headlines that follow such a heading, up to the first sentence.
func dropRelated(ps []paragraph) {
	left := 0
	for i := range ps {
		p := &ps[i]
		switch {
		case p.rule == RuleRelated && p.isRelatedHead():
			left = mostLinks
		case p.rule != "":
		case left > 0 && p.isLink():
			p.rule = RuleRelated
			left--
		default:
			left = 0
		}
	}
}

// isLink: it could be the headline of another article.
func (p *paragraph) isLink() bool {
	asks := strings.HasSuffix(p.text, "?")
	return !p.heading && len(p.words) <= longestLink && (!p.terminated || asks && !isQuoted(p.text))
}

// assemble writes what is kept and notes what is not.
func assemble(ps []paragraph) Cleaned {
	var c Cleaned
	var b strings.Builder
	end := 0 // in the input, of the last kept paragraph
	for _, p := range ps {
		if p.rule != "" {
			c.Dropped = append(c.Dropped, Dropped{p.start, p.end, p.rule, p.rule.Says()})
			c.dropCredit(p)
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
			c.put(end, p.start-end)
			c.put(p.start, 0)
		}
		start := c.length
		for _, g := range p.glyphs {
			b.WriteRune(g.r)
			c.put(int(g.start), int(g.end-g.start))
		}
		c.Lines = append(c.Lines, Line{Start: start, End: c.length, Heading: p.heading, Terminated: p.terminated})
		c.dropCredit(p)
		end = p.end
	}
	c.Text = b.String()
	return c
}

// dropCredit notes what was taken off the end of p.
func (c *Cleaned) dropCredit(p paragraph) {
	if p.credit[1] > 0 {
		c.Dropped = append(c.Dropped, Dropped{p.credit[0], p.credit[1], RuleCredit, RuleCredit.Says()})
	}
}

// Fewest words of a line without a full stop that is a sentence all the same: at the end
// of the text, where the stop is easily lost, and elsewhere.
const (
	sentenceAtEnd = 12
	sentence      = 25
)

func (c *Cleaned) markFragments() {
	text := []rune(c.Text)
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.Terminated && !l.Heading || len(c.Lines) == 1 {
			continue
		}
		words := len(strings.Fields(string(text[l.Start:l.End])))
		l.Fragment = l.Heading || words < sentenceAtEnd || words < sentence && i < len(c.Lines)-1
	}
}

// put notes what the next character stands for.
func (c *Cleaned) put(input, width int) {
	if n := len(c.runs); n > 0 && width == 1 {
		if last := c.runs[n-1]; last.width == 1 && last.input+c.length-last.clean == input {
			c.length++
			return
		}
	}
	c.runs = append(c.runs, run{c.length, input, width})
	c.length++
}

// title is the headline of an article in the forms in which its page repeats it.
type title struct {
	text   string
	folded []string // as it stands, then without the name of a site
	bare   bool     // the page repeats it without that name
}

// siteMarks stand between a headline and the name of the site.
var siteMarks = []string{" | ", " - ", " – ", " — ", " :: ", " · "}

func newTitle(s string) title {
	t := title{text: oneLine(s)}
	if f := graph.Fold(t.text); f != "" {
		t.folded = append(t.folded, f)
	}
	if head, _ := cutSite(t.text); head != "" {
		t.folded = append(t.folded, graph.Fold(head))
	}
	return t
}

// longestTitle in words; longer lines are not compared.
const longestTitle = 60

// is reports whether p is the title, with or without the name of a site.
func (t *title) is(p *paragraph) bool {
	if len(t.folded) == 0 || len(p.words) > longestTitle {
		return false
	}
	if at := slices.Index(t.folded, p.folded); at >= 0 {
		t.bare = t.bare || at > 0
		return true
	}
	head, _ := cutSite(p.text)
	return head != "" && graph.Fold(head) == t.folded[0]
}

// without is the title without the name of the site at its end, where that is known to be
// one: it is the publisher, or the page has the title without it as well.
func (t *title) without(publisher string) string {
	head, site := cutSite(t.text)
	if head != "" && (t.bare || publisher != "" && graph.Fold(site) == graph.Fold(publisher)) {
		return head
	}
	return t.text
}

// cutSite splits "Headline of some words - Name of the Site"; both are empty where s has
// no such form.
func cutSite(s string) (headline, site string) {
	for _, mark := range siteMarks {
		at := strings.LastIndex(s, mark)
		if at > 0 && len(strings.Fields(s[:at])) >= 3 && len(strings.Fields(s[at+len(mark):])) <= 5 {
			return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(mark):])
		}
	}
	return "", ""
}

// oneLine folds white space and leaves out what cannot be seen.
func oneLine(s string) string {
	rs := []rune(s)
	p := newPen(len(rs))
	for i, r := range rs {
		p.add(r, i, i+1)
	}
	return text(p.take())
}
