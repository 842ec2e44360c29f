package command_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
)

// killsVariable is how many loads TestKilled kills in each store; 10 where it is not set.
const killsVariable = "LOAD_KILLS"

const killedLines = 240

// TestKilled kills the program, `kill -9`, at random moments of a load, and loads again, and
// again, until the load is through; then anew with an empty store. After each kill the store
// must hold the first lines of the feed, whole, and no part of the next one; all
// lines that were acknowledged; and a change log that leads to just that. In the end the
// graph must be that of a load that nobody killed.
func TestKilled(t *testing.T) {
	kills := 10
	if text := os.Getenv(killsVariable); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatalf("%s: %v", killsVariable, err)
		}
		kills = n
	}
	feed, err := newNewsfeed(1, killedLines).extracted()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "feed.jsonl")
	if err := os.WriteFile(file, []byte(feed.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "actorgraph.exe") // .exe for Windows, which wants it
	if said, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "github.com/actorgraph/actorgraph").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	onEachStore(t, func(t *testing.T, fresh func(testing.TB) place) {
		k := killer{feed: feed, program: program, file: file, ids: feed.rows()}
		unharmed := fresh(t)
		began := time.Now()
		if n, ended := k.load(t, unharmed, nil); n != killedLines || !ended {
			t.Fatalf("%d lines were acknowledged by a load that nobody killed", n)
		}
		k.takes = time.Since(began)
		if n := k.check(t, unharmed, killedLines); n != killedLines {
			t.Fatalf("%d lines are in the graph", n)
		}
		want := k.contents(t, unharmed)
		var early, late, through int // kills before anything was written, kills after it, loads that came through
		for early+late < kills {
			p, lines := fresh(t), 0
			for ended := false; !ended; {
				var acknowledged int
				var moment <-chan time.Time
				if early+late < kills {
					moment = time.After(rand.N(k.takes))
				}
				began := time.Now()
				if acknowledged, ended = k.load(t, p, moment); ended {
					k.takes = time.Since(began) // as busy as the machine is now
				}
				if lines = k.check(t, p, max(lines, acknowledged)); t.Failed() {
					t.Fatalf("after %d kills, with %d lines acknowledged", early+late, acknowledged)
				}
				switch {
				case ended:
					through++
				case lines > 0:
					late++
				default:
					early++
				}
			}
			if diff := difference(want, k.contents(t, p)); diff != "" {
				t.Fatalf("the graph of killed and resumed loads is another one (-never killed +resumed):\n%s", diff)
			}
		}
		t.Logf("%d kills within %v, %d of them before the first batch was written; %d loads came through, each with the same graph", early+late, k.takes.Round(time.Millisecond), early, through)
	})
}

// killer loads one feed, and kills.
type killer struct {
	feed          newsfeed
	program, file string
	ids           []graph.ID    // of all rows that any line has
	takes         time.Duration // a load that comes through
}

// load runs the program until it ends or the moment has come, and returns how many lines it
// acknowledged by then and whether it ended by itself.
func (k *killer) load(t testing.TB, p place, moment <-chan time.Time) (acknowledged int, ended bool) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), k.program, "load", "--store", p.address, "--format", "jsonl", "--quiet", k.file)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	go func() {
		select {
		case <-moment:
			_ = cmd.Process.Kill()
		case <-over:
		}
	}()
	lines := bufio.NewReader(stdout)
	for {
		text, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) { // the last line may have been cut off
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		var line struct{ Article, Outcome string }
		if err := json.Unmarshal(text, &line); err != nil || line.Article != string(k.feed.extractions[acknowledged].Article.ID) || line.Outcome == "FAILED" {
			t.Fatalf("line %d is acknowledged by %s, %v", acknowledged, text, err)
		}
		acknowledged++
	}
	err = cmd.Wait()
	close(over)
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() >= 0) {
		t.Fatalf("the load failed: %v", err)
	}
	return acknowledged, err == nil
}

// check finds out how many lines of the feed are in the graph, which must be so many at
// least, and compares with a reference store to which just these were written.
func (k *killer) check(t testing.TB, p place, least int) int {
	t.Helper()
	p.settled(t)
	store := openPlace(t, p)
	defer store.Close()
	got, err := graphtest.Contents(t.Context(), store, k.ids...)
	if err != nil {
		t.Fatal(err)
	}
	lines := 0 // each is one text of an article
	for _, n := range got {
		if a, ok := n.(*graph.Article); ok {
			lines += len(a.Revisions)
		}
	}
	if lines < least {
		t.Errorf("%d lines were acknowledged, %d are in the graph", least, lines)
		return lines
	}
	want := k.reference(t, lines)
	expected, err := graphtest.Contents(t.Context(), want, k.ids...)
	if err != nil {
		t.Fatal(err)
	}
	if diff := difference(expected, got); diff != "" {
		t.Errorf("the graph is not that of the first %d lines (-these lines +graph):\n%s", lines, diff)
	}
	k.replay(t, store, want)
	return lines
}

// reference is a store with the first lines of the feed.
func (k *killer) reference(t testing.TB, lines int) *graphtest.Reference {
	t.Helper()
	r := new(graphtest.Reference)
	var batch graph.Batch
	held := map[graph.ID]bool{}
	write := func() {
		if _, err := r.Write(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
		batch = graph.Batch{}
		clear(held)
	}
	for _, x := range k.feed.extractions[:lines] {
		if held[x.Article.ID] { // no article stands in a batch twice
			write()
		}
		held[x.Article.ID] = true
		batch.Extractions = append(batch.Extractions, x)
	}
	write()
	return r
}

// replay follows the change log from its beginning: what was added and not retracted must be
// what is in the graph, and the counts must be those of the reference.
func (k *killer) replay(t testing.TB, store graph.Store, want *graphtest.Reference) {
	t.Helper()
	log := logOf(t, store)
	alive := map[graph.ID]bool{}
	for i, c := range log {
		if i > 0 && c.At.Before(log[i-1].At) {
			t.Errorf("entry %d is older than the one before", c.Sequence)
		}
		if alive[c.Node] == (c.Kind == graph.Added) || c.Kind == graph.Changed && len(c.Fields) == 0 {
			t.Errorf("entry %d: %s %s %v, where the entries before say that it is there: %v", c.Sequence, c.Kind, c.Node, c.Fields, alive[c.Node])
		}
		if c.Kind == graph.Retracted {
			delete(alive, c.Node)
		} else {
			alive[c.Node] = true
		}
	}
	nodes, err := graphtest.Contents(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		switch class := n.NodeID().Class(); {
		case class == graph.ClassEvidence || class == graph.ClassMention: // the log tells of what rests on them
		case !alive[n.NodeID()]:
			t.Errorf("%s is in the graph, and the log does not say how it came", n.NodeID())
		default:
			delete(alive, n.NodeID())
		}
	}
	for id := range alive {
		t.Errorf("%s came, says the log, and is not in the graph", id)
	}
	got, err := store.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expected, _ := want.Info(t.Context())
	if got.LastChange != graph.Sequence(len(log)) {
		t.Errorf("the log has %d entries, and is said to end at %d", len(log), got.LastChange)
	}
	if diff := cmp.Diff(expected, got, cmpopts.IgnoreFields(graph.Info{}, "Store", "LastChange", "LastChangeAt")); diff != "" {
		t.Errorf("counts (-these lines +graph):\n%s", diff)
	}
}

// contents are all that the graph holds, closed rows too.
func (k *killer) contents(t testing.TB, p place) []graph.Node {
	t.Helper()
	store := openPlace(t, p)
	defer store.Close()
	nodes, err := graphtest.Contents(t.Context(), store, k.ids...)
	if err != nil {
		t.Fatal(err)
	}
	if len(nodes) <= len(k.ids) {
		t.Fatal("the graph holds nothing")
	}
	return nodes
}
