package command_test

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/graph/open"
)

// process is a server in a process of its own, whose memory is its alone.
type process struct {
	url string
	pid int
}

// startProcess serves a graph. The process ends with the test.
func startProcess(t testing.TB, store string) process {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "actorgraph") // TestMain goes by the name
	if err := os.Symlink(self, name); err != nil {
		t.Skip("a program cannot be run under another name here:", err)
	}
	cmd := exec.CommandContext(t.Context(), name, "serve", "--store", store, "--listen", "127.0.0.1:0")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines := bufio.NewReader(stderr)
	for {
		line, err := lines.ReadString('\n')
		if m := servedURL.FindStringSubmatch(line); m != nil {
			go func() { _, _ = io.Copy(io.Discard, lines) }()
			return process{url: strings.TrimSuffix(m[1], "/graphql"), pid: cmd.Process.Pid}
		}
		if err != nil {
			t.Fatalf("it does not serve: %s%v", line, err)
		}
	}
}

var memoryLine = regexp.MustCompile(`(?m)^(VmHWM|VmRSS|RssAnon):\s+(\d+) kB`)

// memory is what the process takes and has taken at most, in MiB; 0 where the system does
// not tell.
func (p process) memory(t testing.TB) (now, most int) {
	t.Helper()
	lines := p.memoryLines(t)
	return lines["VmRSS"], lines["VmHWM"]
}

// ownMemory is what the process takes without the pages of its files, which the system keeps
// in memory while nobody else wants it.
func (p process) ownMemory(t testing.TB) int {
	t.Helper()
	return p.memoryLines(t)["RssAnon"]
}

func (p process) memoryLines(t testing.TB) map[string]int {
	t.Helper()
	mib := map[string]int{}
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.pid), "status"))
	if err != nil {
		return mib
	}
	for _, m := range memoryLine.FindAllStringSubmatch(string(text), -1) {
		kib, _ := strconv.Atoi(m[2])
		mib[m[1]] = kib >> 10
	}
	return mib
}

// generatedGraph is the address of a graph with a generated world of so many articles.
func generatedGraph(t testing.TB, articles int) string {
	t.Helper()
	address := "sqlite:" + filepath.Join(t.TempDir(), "generated.db")
	store, err := open.Open(t.Context(), address, open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := graphtest.NewWorld(1, articles).Extractions()
	for len(all) > 0 {
		n := min(len(all), 50)
		if _, err := store.Write(t.Context(), graph.Batch{Extractions: all[:n]}); err != nil {
			t.Fatal(err)
		}
		all = all[n:]
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return address
}

// newsroomGraph is the address of a graph of articles of the size of real ones, in a file
// that is made if it is not there.
func newsroomGraph(t testing.TB, path string, articles int) string {
	t.Helper()
	address := "sqlite:" + path
	if _, err := os.Stat(path); err == nil {
		return address
	}
	store, err := open.Open(t.Context(), address, open.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for batch := range graphtest.NewNewsroom(20_000).Batches(articles, 1000) {
		if _, err := store.Write(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return address
}
