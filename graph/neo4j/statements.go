package neo4j

import (
	"embed"
	"strings"
)

// The statements. A file holds one, or one part of those that are put together (what drives
// goes on in page_…, what gathers in gathered_…); comment lines say what it is for. What
// differs from call to call are parameters. What must differ in the text is put in by fill: labels,
// relationship types and property names of this package's own, and, at the place marked
// filter, a condition that filter.go compiled. Nothing that anybody else says gets there.
//
//go:embed cypher/*.cypher
var files embed.FS

// statement reads the statement of a name, without its comment. A name that is not there is
// a mistake of this package, found by the first test that loads it.
func statement(name string) string {
	text, err := files.ReadFile("cypher/" + name + ".cypher")
	if err != nil {
		panic("neo4j: " + err.Error())
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "//") {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, ""))
}

// filterPlace is where a statement takes a compiled condition.
const filterPlace = "/*filter*/"

// fill puts a condition into its place, and names of this package in place of the words that
// stand for them: pairs of old and new.
func fill(text, condition string, names ...string) string {
	if len(names) > 0 {
		text = strings.NewReplacer(names...).Replace(text)
	}
	if condition != "" {
		condition = "AND " + condition
	}
	return strings.ReplaceAll(text, filterPlace, condition)
}
