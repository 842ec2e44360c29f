package article

// What a text may hold at most to be read as Markdown. Finding the pairs of brackets of a
// block, and the containers of a line, takes a Markdown reader quadratic time; no article
// comes near these.
const (
	mostBrackets   = 500 // "[" between two empty lines
	mostContainers = 50  // quotes and lists opened one within the other on one line
)

// isTangled reports whether reading rs as Markdown could take too long. Such a text is
// read as plain text, markup and all, so that nothing of it is lost.
func isTangled(rs []rune) bool {
	brackets, containers := 0, 0
	empty, opening := true, true // so far, the line
	for i, r := range rs {
		switch {
		case isBreak(r):
			if empty {
				brackets = 0
			}
			containers, empty, opening = 0, true, true
			continue
		case r == ' ' || r == '\t':
			continue
		case r == '[':
			brackets++
			opening = false
		case r == '>' || r == '-' || r == '+' || r == '*' || r == '.' || r == ')':
			// A bullet or a number needs a blank after it; "-----" is a line.
			if opening && (r == '>' || i+1 < len(rs) && isSpace(rs[i+1])) {
				containers++
			}
		case r < '0' || r > '9':
			opening = false
		}
		empty = false
		if brackets > mostBrackets || containers > mostContainers {
			return true
		}
	}
	return false
}
