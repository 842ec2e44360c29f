package neo4j_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/actorgraph/actorgraph/graph/neo4j"
)

var statementsTo = flag.String("statements", "", "write all statements, and what they may name, to this file (.ci/cypher reads it)")

// lintable is what a linter needs of one statement.
type lintable struct {
	Name       string         `json:"name"`
	Text       string         `json:"text"`
	Parameters map[string]any `json:"parameters"`
}

var (
	parameter = regexp.MustCompile(`\$([a-zA-Z]\w*)`)
	// What fill replaces stands in capitals of its own, or between the signs of a comment.
	unfilled = regexp.MustCompile(`/\*|\b(LABEL|EDGE|FAR|RANK|TEXT|CONDITION|FIRST|SECOND|SINCE|UNTIL|PACKED)\b|\b(sortKey|parentKey)\b`)
)

// TestStatementsAreWhole looks for places that nobody filled, and for parameters that no
// caller gives.
func TestStatementsAreWhole(t *testing.T) {
	all := statements(t)
	for _, s := range all {
		if left := unfilled.FindString(s.Text); left != "" {
			t.Errorf("%s still holds %s:\n%s", s.Name, left, s.Text)
		}
		for _, m := range parameter.FindAllStringSubmatch(s.Text, -1) {
			if _, given := s.Parameters[m[1]]; !given {
				t.Errorf("%s: nobody gives $%s:\n%s", s.Name, m[1], s.Text)
			}
		}
	}
	if *statementsTo == "" {
		return
	}
	text, err := json.MarshalIndent(struct {
		vocabulary
		Statements []lintable `json:"statements"`
	}{readVocabulary(t), all}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(*statementsTo, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// statements are all that the package runs: the shapes of questions, the files that are
// whole, the migrations; and those that the manual shows.
func statements(t *testing.T) []lintable {
	t.Helper()
	var all []lintable
	for _, shape := range shapes(t) {
		for i, s := range shape.statements(t) {
			all = append(all, lintable{fmt.Sprintf("%s (%d)", shape.name, i+1), s.Text, s.Params})
		}
	}
	plain := func(name, text string) {
		given := map[string]any{} // by its caller, which the tests on a server run
		for _, m := range parameter.FindAllStringSubmatch(text, -1) {
			given[m[1]] = ""
		}
		all = append(all, lintable{name, text, given})
	}
	for _, name := range neo4j.WholeFiles() {
		plain(name+".cypher", neo4j.WholeFile(name))
	}
	migrations, err := neo4j.MigrationStatements()
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range migrations {
		plain(fmt.Sprintf("migration statement %d", i+1), text)
	}
	for i, m := range example.FindAllStringSubmatch(readManual(t), -1) {
		plain(fmt.Sprintf("%s, query %d", manual, i+1), m[1])
	}
	return all
}
