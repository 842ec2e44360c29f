package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/actorgraph/actorgraph/command"
	"github.com/actorgraph/actorgraph/graph/neo4j/testserver"
	"github.com/actorgraph/actorgraph/graph/open"
	"github.com/actorgraph/actorgraph/schema"
)

// TestMain makes this program play actorgraph, and query, for the scripts.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"actorgraph": func() {
			os.Exit(command.Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
		"query": func() {
			text, err := os.ReadFile(os.Args[2])
			if err == nil {
				text, err = query(context.Background(), os.Args[1], string(text))
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			fmt.Printf("%s\n", text)
		},
	})
}

// tests stops the Neo4j server that a test started, when all have run.
type tests struct{ *testing.M }

func (t tests) Run() int { return testserver.Main(t.M) }

// TestScripts runs testdata/script: what a user types and what comes back. Beside the
// commands of testscript there are
//
//	exits CODE COMMAND...   the command ends with this exit code
//	shell LINE              a shell runs the line, in the folder of the script
//	query ADDRESS FILE      prints the API's answer to the query in a file
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "1")
			e.Setenv("TMPDIR", e.WorkDir+"/.tmp")
			return os.MkdirAll(e.WorkDir+"/.tmp", 0o777)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "shell": shell},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var e *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &e) {
		got = e.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func shell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: shell LINE")
	}
	sh, err := exec.LookPath("sh")
	if err != nil {
		ts.Fatalf("%v", err)
	}
	ts.Check(ts.Exec(sh, "-c", args[0]))
}

// query asks the API over a store, in this process.
func query(ctx context.Context, address, text string) ([]byte, error) {
	store, err := open.Open(ctx, address, open.Options{MustExist: true})
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(map[string]string{"query": text})
	if err != nil {
		return nil, err
	}
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	schema.NewHandler(store, schema.Options{}).ServeHTTP(w, r)
	var out bytes.Buffer
	if err := json.Indent(&out, bytes.TrimSpace(w.Body.Bytes()), "", "  "); err != nil {
		return nil, fmt.Errorf("%s: %w", w.Body, err)
	}
	return out.Bytes(), store.Close()
}
