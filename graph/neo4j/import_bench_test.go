package neo4j_test

import (
	"cmp"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/neo4j"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
)

// BenchmarkImportFiles makes the files from which the server's own import makes the graph of a newsroom of
// SHAPES_EVENTS events, in the folder IMPORT_FOLDER, and says how: loading as many takes hours.
// BenchmarkIndexes makes the indexes then.
//
//	IMPORT_FOLDER=/var/tmp/import SHAPES_EVENTS=1000000 go test -run '^$' -bench ImportFiles -benchtime 1x -timeout 1h ./graph/neo4j
func BenchmarkImportFiles(b *testing.B) {
	events, err := strconv.Atoi(cmp.Or(os.Getenv("SHAPES_EVENTS"), "20000"))
	if err != nil {
		b.Fatal(err)
	}
	for range b.N {
		n := graphtest.NewNewsroom(graphtest.ShapeActors)
		n.Lean = true
		arguments, err := neo4j.WriteOffline(cmp.Or(os.Getenv("IMPORT_FOLDER"), b.TempDir()), n.Batches((events+6)/7, 500)) // seven events an article
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("neo4j-admin database import full \\\n  %s neo4j", strings.Join(arguments, " \\\n  "))
	}
}

// BenchmarkIndexes makes all constraints and indexes of an imported graph on the server of TEST_NEO4J_URI.
func BenchmarkIndexes(b *testing.B) {
	if os.Getenv("SHAPES_KEEP") == "" {
		b.Skip("without SHAPES_KEEP there is no graph that stays")
	}
	s := open(b, testserver.Running(b))
	statements, err := neo4j.MigrationStatements()
	if err != nil {
		b.Fatal(err)
	}
	for range b.N {
		for _, text := range append(statements, "CALL db.awaitIndexes(3600)") {
			if strings.Contains(text, "\nMATCH ") || strings.HasPrefix(text, "MATCH ") {
				continue // what brings an older graph up to date
			}
			if err := s.Exec(b.Context(), text, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}
