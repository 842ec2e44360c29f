package neo4j_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Steps that read a whole label or more, that multiply, and that sort.
var (
	scans = regexp.MustCompile(`\+(AllNodesScan|NodeByLabelScan|IntersectionNodeByLabelsScan|UnionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|CartesianProduct)\b`)
	sorts = regexp.MustCompile(`\+(Sort|Top)\b`)
)

// classScan reads all nodes of a class, or all ties by their ends.
var classScan = regexp.MustCompile(`^\+(NodeByLabelScan|DirectedRelationshipTypeScan)$`)

// TestPlans pins how the main questions are answered and how everything is written: which
// index is sought, and that none scans, multiplies, or sorts where an index gives the order.
// The goldens are of an empty database, because the steps of a plan follow from what the server
// happens to have counted; the conditions of one filter are sorted, because it orders those of
// equal cost by chance, and now and then tests once more that there is what the index has.
func TestPlans(t *testing.T) {
	s := open(t, testserver.Bare(t))
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := plans(t, s)
	golden := filepath.Join("testdata", "plans.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if agent := s.Agent(t.Context()); !strings.HasPrefix(agent, "Neo4j/5.26.") {
		t.Logf("the goldens are of Neo4j 5.26, and this is %s: not compared", agent)
	} else if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("plans changed (-want +got); run with -update and look at them:\n%s", d)
	}

	// What must never be in a plan must not come with data either.
	world := graphtest.NewWorld(7, 30)
	if _, err := s.Write(t.Context(), graph.Batch{Extractions: world.Extractions()}); err != nil {
		t.Fatal(err)
	}
	plans(t, s)
}

// plans makes the plans of all shapes and statements and looks for steps they must not have.
func plans(t *testing.T, s *neo4j.Store) string {
	t.Helper()
	if err := s.Exec(t.Context(), "CALL db.clearQueryCaches()", nil); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	check := func(name, plan string, sorted, whole bool) {
		b.WriteString(name + "\n" + numberNames(sortFilters(plan)) + "\n")
		if bad := scans.FindString(plan); bad != "" && !(whole && classScan.MatchString(bad)) {
			t.Errorf("%s: %s in\n%s", name, bad, plan)
		}
		if bad := sorts.FindString(plan); bad != "" && !sorted {
			t.Errorf("%s: %s in\n%s", name, bad, plan)
		}
	}
	explain := func(name string, sorted, whole bool, statements []neo4j.Statement) {
		var all strings.Builder
		for _, st := range statements {
			plan, err := s.Explain(t.Context(), st.Text, st.Params)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			all.WriteString(plan)
		}
		check(name, all.String(), sorted, whole)
	}
	for _, shape := range shapes(t) {
		explain(shape.name, shape.sorted, shape.whole, shape.statements(t))
	}
	for _, name := range neo4j.WholeFiles() {
		explain("statement "+name, name == "tellers_missing" || name == "rollup_tellers" || name == "actor_ids" || name == "actors_missing", name == "rollup_fill", []neo4j.Statement{{Text: neo4j.WholeFile(name)}})
	}
	return b.String()
}

var filterStep = regexp.MustCompile(`(?m)(\+Filter {2})(.*)$`)

// sortFilters puts the conditions of each filter of a plan in the order of their text.
func sortFilters(plan string) string {
	return filterStep.ReplaceAllStringFunc(plan, func(step string) string {
		m := filterStep.FindStringSubmatch(step)
		conditions, depth, from := []string(nil), 0, 0
		for i := range len(m[2]) {
			switch m[2][i] {
			case '(', '[', '{':
				depth++
			case ')', ']', '}':
				depth--
			case ' ':
				if depth == 0 && strings.HasPrefix(m[2][i:], " AND ") {
					conditions, from = append(conditions, m[2][from:i]), i+len(" AND ")
				}
			}
		}
		conditions = append(conditions, m[2][from:])
		conditions = slices.DeleteFunc(conditions, func(c string) bool { return indexed.MatchString(c) })
		slices.Sort(conditions)
		return m[1] + strings.Join(conditions, " AND ")
	})
}

// indexed is the condition that there is a property which is read from an index.
var indexed = regexp.MustCompile(`^cache\[n\.\w+\] IS NOT NULL$`)

// unnamed are the names that the planner makes up.
var unnamed = regexp.MustCompile(`\banon_\d+\b`)

// numberNames numbers them as they come.
func numberNames(plan string) string {
	names := map[string]string{}
	return unnamed.ReplaceAllStringFunc(plan, func(name string) string {
		if names[name] == "" {
			names[name] = fmt.Sprintf("anon_%d", len(names))
		}
		return names[name]
	})
}
