package article

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	reader "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdownParser reads CommonMark with tables. It is safe for concurrent use.
var markdownParser = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
)

// markdownLines are the lines of the text that Markdown makes of rs, one block for each
// paragraph, heading and item of a list.
func markdownLines(rs []rune) []line {
	source := []byte(string(rs))
	m := &markdownReader{source: source, index: newRuneIndex(source), pen: newPen(len(rs))}
	m.blocks(markdownParser.Parse(reader.NewReader(source)))
	return m.lines
}

type markdownReader struct {
	source []byte
	index  runeIndex
	pen    *pen
	lines  []line
	block  int
	now    line // what is known of the line being written
}

func (m *markdownReader) blocks(parent ast.Node) {
	item := parent.Kind() == ast.KindListItem
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			m.block++
			m.now = line{heading: n.Kind() == ast.KindHeading, item: item && n.PreviousSibling() == nil}
			before := len(m.lines)
			m.inlines(n)
			m.endLine()
			if len(m.lines) == before {
				m.leaveOut(n, RuleImage)
			}
		case *ast.CodeBlock:
			m.indented(n)
		case *ast.FencedCodeBlock:
			m.leaveOut(n, RuleCode)
		case *ast.HTMLBlock:
			m.leaveOut(n, RuleMarkup)
		case *extast.Table:
			m.leaveOut(n, RuleTable)
		case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
			m.block++
		default:
			m.blocks(n)
		}
	}
}

// indented reads what CommonMark takes for code only because it is indented: in articles
// that is a paragraph.
func (m *markdownReader) indented(n *ast.CodeBlock) {
	m.block++
	m.now = line{}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		before := len(m.lines)
		m.raw(s.Start, s.Stop)
		m.endLine()
		if len(m.lines) == before {
			m.block++
		}
	}
}

func (m *markdownReader) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			if n.IsRaw() || parent.Kind() == ast.KindCodeSpan {
				m.raw(n.Segment.Start, n.Segment.Stop)
			} else {
				m.text(n.Segment.Start, n.Segment.Stop)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				m.endLine()
			}
		case *ast.AutoLink:
			if at := n.Pos(); at >= 0 {
				label := n.Label(m.source)
				if i := strings.Index(string(m.source[at:min(at+len(label)+2, len(m.source))]), string(label)); i >= 0 {
					m.raw(at+i, at+i+len(label))
				}
			}
		case *ast.Image, *ast.RawHTML:
		default:
			m.inlines(n)
		}
	}
}

// raw writes bytes from to to of the source as they stand.
func (m *markdownReader) raw(from, to int) {
	at := m.index.of(from)
	for _, r := range string(m.source[from:to]) {
		m.pen.add(r, at, at+1)
		at++
	}
}

// text writes bytes from to to of the source, where a backslash may stand before
// punctuation and "&amp;" for a character.
func (m *markdownReader) text(from, to int) {
	at := m.index.of(from)
	for from < to {
		if s := m.source[from:to]; s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]) {
			m.pen.add(rune(s[1]), at, at+2)
			from, at = from+2, at+2
			continue
		}
		if n := entity(m.source[from:to]); n > 0 {
			start := at
			for _, r := range html.UnescapeString(string(m.source[from : from+n])) {
				m.pen.add(r, start, at+n)
				start = at + n // a second character is inserted after the first
			}
			from, at = from+n, at+n
			continue
		}
		r, n := utf8.DecodeRune(m.source[from:to])
		m.pen.add(r, at, at+1)
		from, at = from+n, at+1
	}
}

// longestEntity is longer than any name of a character in HTML.
const longestEntity = 36

// entity is the length of the character reference at the start of s, 0 for none.
func entity(s []byte) int {
	if len(s) < 3 || s[0] != '&' {
		return 0
	}
	for i := 1; i < min(len(s), longestEntity); i++ {
		switch c := s[i]; {
		case c == ';':
			if r := html.UnescapeString(string(s[:i+1])); !strings.HasPrefix(r, "&") || r == "&" {
				return i + 1
			}
			return 0
		case !util.IsAlphaNumeric(c) && c != '#':
			return 0
		}
	}
	return 0
}

func (m *markdownReader) endLine() {
	g := m.pen.take()
	if len(g) == 0 {
		return
	}
	l := m.now
	l.glyphs, l.start, l.end, l.block = g, int(g[0].start), int(g[len(g)-1].end), m.block
	m.lines = append(m.lines, l)
	m.now.item = false
}

// leaveOut notes a block without text.
func (m *markdownReader) leaveOut(n ast.Node, rule Rule) {
	m.block++
	from, to := m.extent(n)
	for to > from && isSpace(rune(m.source[to-1])) {
		to--
	}
	if from < to {
		m.lines = append(m.lines, line{start: m.index.of(from), end: m.index.of(to), block: m.block, rule: rule})
	}
}

// extent is where the content of a block starts and ends in the source.
func (m *markdownReader) extent(n ast.Node) (from, to int) {
	from = len(m.source)
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			from, to = lines.At(0).Start, lines.At(lines.Len()-1).Stop
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			f, t := m.extent(c)
			from, to = min(from, f), max(to, t)
		}
	}
	return from, to
}

// runeIndex turns offsets in bytes into offsets in characters: the count before every
// stride-th byte, and a short count from there.
type runeIndex struct {
	source []byte
	counts []int32
}

const stride = 64

func newRuneIndex(source []byte) runeIndex {
	counts := make([]int32, 0, len(source)/stride+1)
	n := int32(0)
	for i, c := range source {
		if i%stride == 0 {
			counts = append(counts, n)
		}
		if utf8.RuneStart(c) {
			n++
		}
	}
	return runeIndex{source, counts}
}

func (x runeIndex) of(at int) int {
	if at == 0 || len(x.counts) == 0 {
		return 0
	}
	k := min(at/stride, len(x.counts)-1)
	n := int(x.counts[k])
	for _, c := range x.source[k*stride : at] {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}
