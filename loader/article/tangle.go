package article

// What a text may hold at most to be read as Markdown. Finding the pairs of brackets and
// of emphasis marks of a block, the ends of its code and tags, and the containers of a
// line, takes a Markdown reader quadratic time, and it gives every row of a table as many
// cells as its head has. No article comes near these.
const (
	mostBrackets   = 500    // "[" between two empty lines
	mostMarks      = 1000   // "*" and "_" between two empty lines
	mostOpenings   = 1000   // "`" and "<" between two empty lines
	mostContainers = 50     // quotes and lists opened one within the other on one line
	mostColumns    = 100    // of a table
	mostCells      = 50_000 // of all tables
)

// isTangled reports whether reading rs as Markdown could take too long. Such a text is
// read as plain text, markup and all, so that nothing of it is lost.
func isTangled(rs []rune) bool {
	var t tangle
	for i, r := range rs {
		switch r {
		case '\n': // no other character ends a line of Markdown
			t.endLine()
		case ' ', '\t', '\r':
		default:
			t.see(r, i+1 == len(rs) || isSpace(rs[i+1]))
		}
		if t.tooMuch() {
			return true
		}
	}
	t.endLine()
	return t.tooMuch()
}

// tangle counts what isTangled bounds.
type tangle struct {
	brackets, marks, openings int // of the block
	columns                   int // of the widest table of the block so far, 0 for none
	cells                     int // of the text

	filled     bool // the line is not empty
	text       bool // something stands on the line that opens no container
	containers int  // opened on the line
	pipes      int  // on the line
	delimits   bool // the line has nothing that cannot stand below the head of a table
	dashes     bool
}

// see takes a character of a line that is no blank. last says that a blank or the end of
// the line follows.
func (t *tangle) see(r rune, last bool) {
	if !t.filled {
		t.filled, t.delimits = true, true
	}
	switch r {
	case '[':
		t.brackets++
	case '*', '_':
		t.marks++
	case '`', '<':
		t.openings++
	case '|':
		t.pipes++
	case '-':
		t.dashes = true
	case ':', '>':
	default:
		t.delimits = false
	}
	switch r {
	case '>', '-', '+', '*', '.', ')':
		// A bullet or a number needs a blank after it; "-----" is a line.
		if !t.text && (r == '>' || last) {
			t.containers++
		}
	default:
		t.text = t.text || r < '0' || r > '9'
	}
}

func (t *tangle) endLine() {
	switch {
	case !t.filled:
		t.brackets, t.marks, t.openings, t.columns = 0, 0, 0, 0
	case t.delimits && t.dashes:
		t.columns = max(t.columns, t.pipes+1)
	}
	t.cells += t.columns
	t.filled, t.text, t.containers, t.pipes, t.delimits, t.dashes = false, false, 0, 0, false, false
}

func (t *tangle) tooMuch() bool {
	return t.brackets > mostBrackets || t.marks > mostMarks || t.openings > mostOpenings ||
		t.containers > mostContainers || t.columns > mostColumns || t.cells > mostCells
}
