// Package testserver gives tests a real Neo4j server.
//
//	func TestMain(m *testing.M) { os.Exit(testserver.Main(m)) }
//
//	func TestStore(t *testing.T) {
//		server := testserver.Empty(t) // running, and without data
//		…
//	}
//
// Where the server comes from, the first that applies:
//
//   - TEST_NEO4J=off: nowhere; the tests that need one are skipped.
//   - TEST_NEO4J_URI, with TEST_NEO4J_USERNAME and TEST_NEO4J_PASSWORD: the server there. Tests
//     empty its database, so one that holds data no test made is refused. What the program
//     itself reads (NEO4J_USERNAME and its like) is never looked at.
//   - java and mvn on the PATH: the jars of the server named in pom.xml are fetched once into
//     the user's cache, and one server for this test process is started on a free port with a
//     temporary home. Main stops it.
//   - Otherwise the tests are skipped, and say so; with TEST_NEO4J=require they fail instead.
//
// A passing package does not show its skips, so what must not skip sets TEST_NEO4J=require.
package testserver

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
)

// Server is where a Neo4j server listens and who may enter. Without a Username it asks for none.
type Server struct {
	URI      string
	Username string
	Password string
}

// The one server of this process.
var (
	once    sync.Once
	server  Server
	started *process // nil unless this process started it
	absent  error    // why there is none
)

// Main runs the tests of a package and stops the server that they started. It returns the
// exit status.
func Main(m *testing.M) int {
	status := m.Run()
	if started != nil {
		if err := started.stop(); err != nil {
			fmt.Fprintln(os.Stderr, "testserver:", err)
			return max(status, 1)
		}
	}
	return status
}

// Running gives the server of this process and starts it the first time. Without one it
// skips the test, or fails it where TEST_NEO4J=require.
func Running(t testing.TB) Server {
	t.Helper()
	once.Do(func() {
		server, absent = find()
		if absent != nil {
			fmt.Fprintf(os.Stderr, "testserver: NO NEO4J: %v\n", absent)
		}
	})
	if absent == nil {
		return server
	}
	switch mode := os.Getenv("TEST_NEO4J"); mode {
	case "", "off":
		t.Skipf("NOT TESTED ON NEO4J: %v", absent)
	default:
		t.Fatalf("TEST_NEO4J=%s, and there is no Neo4j: %v", mode, absent)
	}
	return Server{}
}

func find() (Server, error) {
	switch mode := os.Getenv("TEST_NEO4J"); mode {
	case "", "require":
	case "off":
		return Server{}, errors.New("it is switched off by TEST_NEO4J=off")
	default:
		return Server{}, fmt.Errorf("TEST_NEO4J=%s is neither off nor require", mode)
	}
	if uri := os.Getenv("TEST_NEO4J_URI"); uri != "" {
		return Server{uri, os.Getenv("TEST_NEO4J_USERNAME"), os.Getenv("TEST_NEO4J_PASSWORD")}, nil
	}
	for _, program := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(program); err != nil {
			return Server{}, fmt.Errorf("give TEST_NEO4J_URI, or install java (17 or 21) and mvn: %w", err)
		}
	}
	jars, err := fetchJars()
	if err != nil {
		return Server{}, fmt.Errorf("fetch the server: %w", err)
	}
	p, err := start(jars)
	if err != nil {
		return Server{}, fmt.Errorf("start the server: %w", err)
	}
	started = p
	return Server{URI: p.uri}, nil
}
