package article

import "sort"

// Cleaned is the text of an article without what surrounds it on a page, and the way back
// to the input. It is read-only and safe for concurrent use.
type Cleaned struct {
	// Text holds the kept paragraphs with one empty line between them. Within a
	// paragraph there is no line break and never more than one blank in a row. Soft
	// hyphens, zero-width and control characters are off; quotes and dashes stay as
	// they were. It is valid UTF-8, and empty when nothing but furniture was found.
	Text string
	// Title is the article's title in the same form. It is no part of Text.
	Title string
	// Lines are the paragraphs of Text, in order. Joined by "\n\n" they are Text.
	Lines []Line
	// Dropped is what was left out, in the order of the input, not overlapping.
	// White space, single characters and markup within kept lines are not listed.
	Dropped []Dropped

	runs   []run
	length int // of Text in code points
	input  int // of Article.Text in code points
}

// Line is one paragraph of a cleaned text.
type Line struct {
	Start, End int
	// Heading: the input marks the line as a heading.
	Heading bool
	// Terminated: the line ends as a sentence does.
	Terminated bool
	// Fragment: the line is a heading or ends as headlines, standfirsts and captions do,
	// without a full stop; a sentence in it that is not terminated states no facts. A
	// line that is the only one of its text, or the last one and not short, or too long
	// for any of these, is none: its full stop got lost.
	Fragment bool
}

// Dropped is a passage of the input that is not in the cleaned text. Start and End are
// offsets into Article.Text.
type Dropped struct {
	Start, End int
	Rule       Rule
	Says       string // the reason, in words
}

// run maps the characters of the cleaned text from clean up to the next run. With width 1
// they stand one to one for those of the input from input on; with any other width the
// run is a single character that stands for width characters of the input (a blank for
// several spaces and line breaks, "&" for "&amp;", or, with 0, one that was inserted).
type run struct{ clean, input, width int }

// ToInput turns a span of Text into the span of Article.Text it came from. For any span
// that starts and ends on kept characters the result starts and ends on the same ones; in
// between it may hold what was left out there. Spans outside Text are cut to it; an empty
// span stays empty.
func (c Cleaned) ToInput(start, end int) (int, int) {
	start = min(max(start, 0), c.length)
	end = min(max(end, start), c.length)
	if start == end {
		at := c.input
		if start < c.length {
			at, _ = c.inputOf(start)
		} else if c.length > 0 {
			_, at = c.inputOf(c.length - 1)
		}
		return at, at
	}
	from, _ := c.inputOf(start)
	_, to := c.inputOf(end - 1)
	return from, to
}

// FromInput turns a span of Article.Text into the span of Text that was kept of it, which
// neither starts nor ends with the break between two paragraphs. It reports false when
// nothing was kept, and then both offsets are 0.
func (c Cleaned) FromInput(start, end int) (int, int, bool) {
	// Starts and ends of characters both grow along the text.
	from := sort.Search(c.length, func(i int) bool { _, e := c.inputOf(i); return e > start })
	to := sort.Search(c.length, func(i int) bool { s, _ := c.inputOf(i); return s >= end })
	line := sort.Search(len(c.Lines), func(i int) bool { return c.Lines[i].End > from })
	if line < len(c.Lines) {
		from = max(from, c.Lines[line].Start)
	}
	line = sort.Search(len(c.Lines), func(i int) bool { return c.Lines[i].Start >= to })
	if line > 0 {
		to = min(to, c.Lines[line-1].End)
	}
	if line == 0 || from >= to {
		return 0, 0, false
	}
	return from, to, true
}

// inputOf is the span of the input that character i of the text stands for.
func (c Cleaned) inputOf(i int) (start, end int) {
	r := c.runs[sort.Search(len(c.runs), func(k int) bool { return c.runs[k].clean > i })-1]
	if r.width == 1 {
		return r.input + i - r.clean, r.input + i - r.clean + 1
	}
	return r.input, r.input + r.width
}
