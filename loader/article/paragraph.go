package article

import (
	"slices"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// paragraph is one or more lines that belong together, and what is to become of it.
type paragraph struct {
	glyphs     []glyph
	start, end int // in the input
	first      int // block of the first line
	last       int // block of the last line
	lines      int
	heading    bool
	item       bool
	rule       Rule // why it is left out; empty while it is kept

	text       string
	folded     string // text as graph.Fold has it
	words      []string
	terminated bool

	credit [2]int // span of the input taken off the end; empty for none
}

// paragraphs lays out the text of a and judges no line yet, except those that are no text
// at all, such as images and code in Markdown.
func paragraphs(a Article) []paragraph {
	rs := []rune(a.Text)
	var lines []line
	if end := settingsEnd(rs); end > 0 {
		lines = append(lines, line{end: end, block: -1, rule: RuleFrontMatter})
		for i := range rs[:end] {
			rs[i] = ' '
		}
	}
	if a.Format == Markdown && !isTangled(rs) {
		lines = append(lines, markdownLines(rs)...)
	} else {
		lines = append(lines, plainLines(rs)...)
	}
	return join(lines)
}

// join puts the lines of hard-wrapped paragraphs together again.
func join(lines []line) []paragraph {
	var out []paragraph
	width := wrapWidth(lines)
	for i := 0; i < len(lines); {
		n := 1
		for i+n < len(lines) && goesOn(lines[i+n-1], lines[i+n], width) {
			n++
		}
		out = append(out, newParagraph(lines[i:i+n]))
		i += n
	}
	return out
}

func newParagraph(lines []line) paragraph {
	first, last := lines[0], lines[len(lines)-1]
	p := paragraph{
		glyphs: first.glyphs, start: first.start, end: last.end, first: first.block, last: last.block,
		lines: len(lines), heading: first.heading, item: first.item, rule: first.rule,
	}
	if len(lines) > 1 {
		n := len(lines) - 1
		for _, l := range lines {
			n += len(l.glyphs)
		}
		p.glyphs = make([]glyph, 0, n)
		for i, l := range lines {
			// A word with a hyphen may be wrapped after it: "well-" and "known".
			if i > 0 && !endsInHyphen(lines[i-1].glyphs) {
				p.glyphs = append(p.glyphs, glyph{' ', int32(lines[i-1].end), int32(l.start)})
			}
			p.glyphs = append(p.glyphs, l.glyphs...)
		}
	}
	p.describe()
	return p
}

// describe brings what is said about the glyphs up to date with them.
func (p *paragraph) describe() {
	p.say(text(p.glyphs))
}

func (p *paragraph) say(s string) {
	p.text, p.folded = s, graph.Fold(s)
	p.words = strings.Fields(p.folded)
	p.terminated = isTerminated(s)
}

func endsInHyphen(g []glyph) bool {
	n := len(g)
	return n > 1 && g[n-1].r == '-' && g[n-2].r != ' ' && g[n-2].r != '-'
}

// Columns between which a text may be hard-wrapped.
const (
	narrowest = 40
	widest    = 100
)

// wrapWidth is the column at which the text was hard-wrapped, 0 if it was not: most line
// breaks within blocks come where the next word would not have fitted, and at least one
// of them in the middle of a sentence.
func wrapWidth(lines []line) int {
	var widths []int
	for i := range lines {
		if i+1 < len(lines) && lines[i].block == lines[i+1].block {
			widths = append(widths, len(lines[i].glyphs)+lines[i].indent)
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	width := widths[(len(widths)-1)*95/100] // a long address or two may stick out
	if width < narrowest || width > widest {
		return 0
	}
	full, inside := 0, false
	for i := range lines[:len(lines)-1] {
		if lines[i].block == lines[i+1].block && isFull(lines[i], lines[i+1], width) {
			full++
			inside = inside || startsLower(lines[i+1].glyphs)
		}
	}
	if inside && full*10 >= len(widths)*7 {
		return width
	}
	return 0
}

// isFull reports whether the first word of next would not have fitted into l.
func isFull(l, next line, width int) bool {
	word := slices.IndexFunc(next.glyphs, func(g glyph) bool { return g.r == ' ' })
	if word < 0 {
		word = len(next.glyphs)
	}
	return l.indent+len(l.glyphs)+1+word > width
}

// goesOn reports whether next is the continuation of l. Without a wrap width only a line
// that starts with a small letter after one that ends no sentence is, and neither may be
// the furniture of a page.
func goesOn(l, next line, width int) bool {
	if l.block != next.block || l.rule != "" || next.rule != "" || next.heading || next.item || l.heading {
		return false
	}
	if width > 0 && isFull(l, next, width) && next.indent < l.indent+2 {
		return true
	}
	if !startsLower(next.glyphs) || l.glyphs[len(l.glyphs)-1].r == ':' {
		return false
	}
	before := text(l.glyphs)
	return !isTerminated(before) && !isFurniture(before) && !isFurniture(text(next.glyphs))
}

// isFurniture judges a line by itself, outside the text it stands in.
func isFurniture(s string) bool {
	var p paragraph
	p.say(s)
	return p.furniture() != ""
}

// frontMatter is the end of the settings that a file may start with: lines of the form
// "key: value" between two lines "---". It is 0 when there are none.
func frontMatter(rs []rune) int {
	const longest = 10_000
	s := string(rs[:min(len(rs), longest)])
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		rest, ok = strings.CutPrefix(s, "---\r\n")
	}
	settings := 0
	for ok && rest != "" {
		var l string
		l, rest, _ = strings.Cut(rest, "\n")
		l = strings.TrimRight(l, " \t\r")
		if l == "---" {
			if settings == 0 {
				return 0
			}
			return len([]rune(s[:len(s)-len(rest)]))
		}
		key, _, found := strings.Cut(l, ":")
		inner := strings.HasPrefix(l, " ") || strings.HasPrefix(l, "- ") || strings.HasPrefix(l, "#") || l == ""
		if !inner && (!found || strings.ContainsAny(key, " \t")) {
			return 0
		}
		settings++
	}
	return 0
}
