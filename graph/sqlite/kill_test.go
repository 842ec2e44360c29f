package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/sqlite"
)

// killed names the file into which a process of this test writes until it is killed.
const killed = "ACTORGRAPH_TEST_KILLED"

// killWorld is what is written: each article in all its texts, one write each.
func killWorld() []graph.Extraction {
	w := graphtest.NewWorld(11, 40)
	var xs []graph.Extraction
	for text := range graphtest.TextsPerArticle {
		for i := range w.Articles() {
			xs = append(xs, w.Extraction(i, text, 1))
		}
	}
	return xs
}

func TestMain(m *testing.M) {
	path := os.Getenv(killed)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := writeUntilKilled(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeUntilKilled says the number of every write once it is acknowledged.
func writeUntilKilled(path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		return err
	}
	if err := s.Migrate(ctx); err != nil {
		return err
	}
	for i, x := range killWorld() {
		if _, err := s.Write(ctx, graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
			return err
		}
		fmt.Println(i)
	}
	return nil
}

// TestKilled kills a writing process after some acknowledged writes. The file must then hold
// exactly what those writes gave, or those and the next one, down to the change log.
func TestKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{1, 17, 60} {
		t.Run(fmt.Sprint(after), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.db")
			c := exec.Command(self)
			c.Env = append(os.Environ(), killed+"="+path)
			c.Stderr = os.Stderr
			out, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			acknowledged := 0
			lines := bufio.NewScanner(out)
			for lines.Scan() {
				n, err := strconv.Atoi(strings.TrimSpace(lines.Text()))
				if err != nil {
					t.Fatal(err)
				}
				if acknowledged = n + 1; acknowledged == after {
					if err := c.Process.Kill(); err != nil {
						t.Fatal(err)
					}
				}
			}
			_ = c.Wait() // killed
			if acknowledged < after {
				t.Fatalf("the process ended after %d writes", acknowledged)
			}
			got := contents(t, openAt(t, path))
			// The process may have written on between its last word and its end.
			first := ""
			for done := acknowledged; done <= len(killWorld()); done++ {
				fresh := open(t)
				for _, x := range killWorld()[:done] {
					if _, err := fresh.Write(t.Context(), graph.Batch{Extractions: []graph.Extraction{x}}); err != nil {
						t.Fatal(err)
					}
				}
				d := cmp.Diff(contents(t, fresh), got, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(1<<62))
				if d == "" {
					return
				}
				if first == "" {
					first = d
				}
				if done == acknowledged+1 {
					break // one more write may have been under way, not two
				}
			}
			t.Errorf("after %d acknowledged writes (-want +got):\n%s", acknowledged, first)
		})
	}
}

// held is what a file holds; moments aside, it follows from what was written.
type held struct {
	Info    graph.Info
	Changes []string
	Nodes   []graph.Node
}

func contents(t *testing.T, s *sqlite.Store) held {
	t.Helper()
	var h held
	var err error
	if h.Info, err = s.Info(t.Context()); err != nil {
		t.Fatal(err)
	}
	var changes []graph.Change
	for after := graph.Sequence(0); ; {
		more, err := s.Changes(t.Context(), after, graph.MaxChanges)
		if err != nil {
			t.Fatal(err)
		}
		if len(more) == 0 {
			break
		}
		changes, after = append(changes, more...), more[len(more)-1].Sequence
	}
	seen := map[graph.ID]bool{}
	var ids []graph.ID
	for _, c := range changes {
		h.Changes = append(h.Changes, fmt.Sprint(c.Sequence, c.Kind, c.Node, c.Fields, c.CausedBy))
		if !seen[c.Node] {
			seen[c.Node] = true
			ids = append(ids, c.Node)
		}
	}
	if h.Nodes, err = s.Nodes(t.Context(), graph.View{}, ids, graph.Whole); err != nil {
		t.Fatal(err)
	}
	return h
}
