package command_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"

	"github.com/actorgraph/actorgraph/command"
)

// onTerminal runs a command whose messages a person sees, and returns them as the terminal
// got them, and what went to standard output.
func onTerminal(t *testing.T, args ...string) (shown, out string, code int) {
	t.Helper()
	screen, terminal, err := pty.Open()
	if err != nil {
		t.Skip("there are no terminals here:", err)
	}
	defer screen.Close()
	if err := pty.Setsize(terminal, &pty.Winsize{Rows: 24, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	var seen bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = seen.ReadFrom(screen) // it ends with an error when the terminal is closed
	}()
	var stdout bytes.Buffer
	code = command.Main(t.Context(), args, strings.NewReader(""), &stdout, terminal)
	if err := terminal.Close(); err != nil {
		t.Fatal(err)
	}
	<-done
	return seen.String(), stdout.String(), code
}

// TestProgress: on a terminal a load shows how far it is, what fails stands above the bar, and
// nothing of the bar stays.
func TestProgress(t *testing.T) {
	folder := t.TempDir()
	feed := filepath.Join(folder, "feed.jsonl")
	var lines strings.Builder
	for i := range 400 {
		fmt.Fprintf(&lines, `{"id": "%d", "publisher": "The Harbour Gazette", "published": "2016-04-25", "text": "The envoy of Norway left Suva on Friday, the foreign ministry said. Fiji expelled %d of its diplomats last week."}`+"\n", i, i+2)
		if i == 100 {
			lines.WriteString("{broken\n")
		}
	}
	if err := os.WriteFile(feed, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	store := "sqlite:" + filepath.Join(folder, "graph.db")
	shown, out, code := onTerminal(t, "load", "--store", store, feed)
	if code != 1 || !strings.HasPrefix(out, "articles  400 new, 1 failed\n") {
		t.Errorf("exit code %d, %s", code, out)
	}
	frames := strings.Split(shown, "\r")
	first, counted, failed := 0, 0, 0
	for _, f := range frames {
		switch {
		case regexp.MustCompile(`^reading +0% \| +\| `).MatchString(f):
			first++
		case regexp.MustCompile(`^\d+ articles?, \d+ facts?(, \d+(\.\d)?/s)? +\d+% \|█* +\| .*\[\d+m?\d*s:\d+m?\d*s\]$`).MatchString(f):
			counted++
		case strings.HasPrefix(f, "actorgraph: "+feed+":102: this is not JSON: "):
			failed++
		case strings.Trim(f, " \n") == "", strings.HasPrefix(f, "actorgraph: 1 of 401 inputs failed, "):
		default:
			t.Errorf("the terminal shows %q", f)
		}
	}
	if first != 1 || counted == 0 || failed != 1 {
		t.Errorf("%d blank bars, %d with counts, %d failures:\n%q", first, counted, failed, shown)
	}
	last := frames[len(frames)-1] // after the last return of the carriage
	if strings.Contains(last, "|") {
		t.Errorf("the bar stays: %q", last)
	}

	if shown, _, _ = onTerminal(t, "load", "--quiet", "--store", store, feed); strings.Contains(shown, "%") {
		t.Errorf("quiet shows %q", shown)
	}
}
