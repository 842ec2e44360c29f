package neo4j_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
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
// The goldens are of an empty database, because the order in which a plan tests conditions
// follows from what the server happens to have counted.
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
		b.WriteString(name + "\n" + plan + "\n")
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
		explain("statement "+name, name == "tellers_missing", name == "rollup_fill", []neo4j.Statement{{Text: neo4j.WholeFile(name)}})
	}
	return b.String()
}
