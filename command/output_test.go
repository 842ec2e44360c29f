package command_test

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/actorgraph/actorgraph/command"
)

// closed is a pipe whose reader has gone, as head does.
type closed struct{}

func (closed) Write([]byte) (int, error) {
	return 0, &pathError{}
}

// pathError is the form in which the system says so.
type pathError struct{}

func (*pathError) Error() string { return "write |1: broken pipe" }
func (*pathError) Unwrap() error { return syscall.EPIPE }

// TestOutputClosed: who has seen enough is told nothing, and nothing is left behind.
func TestOutputClosed(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	for _, args := range [][]string{{"extract", "-"}, {"demo"}, {"demo", "--no-serve"}, {"version"}} {
		if args[0] == "demo" && len(args) == 1 {
			args = append(args, "--listen", "127.0.0.1:0")
		}
		var stderr bytes.Buffer
		code := command.Main(t.Context(), args, strings.NewReader("France condemned Germany."), closed{}, &stderr)
		if code != 1 || stderr.Len() > 0 {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
	if left, err := filepath.Glob(filepath.Join(temporary, "*")); err != nil || len(left) > 0 {
		t.Errorf("%v was left behind, %v", left, err)
	}
}

// TestExtractAnswersLineByLine: a program that writes a line and waits for its answer gets
// it.
func TestExtractAnswersLineByLine(t *testing.T) {
	in, ask := io.Pipe()
	answers, out := io.Pipe()
	ended := make(chan int, 1)
	var stderr bytes.Buffer
	go func() {
		ended <- command.Main(t.Context(), []string{"extract", "--format", "jsonl"}, in, out, &stderr)
		_ = out.Close()
	}()
	buffer := make([]byte, 1<<20)
	for i := range 3 {
		if _, err := fmt.Fprintf(ask, `{"id":"%d","text":"France condemned Germany."}`+"\n", i); err != nil {
			t.Fatal(err)
		}
		n, err := answers.Read(buffer)
		if err != nil || !strings.HasPrefix(string(buffer[:n]), fmt.Sprintf(`{"id":"%d",`, i)) {
			t.Fatalf("got %.100q, %v", buffer[:n], err)
		}
	}
	_ = ask.Close()
	if code := <-ended; code != 0 {
		t.Errorf("exit code %d, %s", code, stderr.String())
	}
}

// TestLongInputs: what has no end where a little is meant is a wrong command.
func TestLongInputs(t *testing.T) {
	long := strings.Repeat("a", 4<<20)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"demo", "--query", "-"}, "actorgraph: --query: - has more than 1 MiB and is no query"},
		{[]string{"extract", "--publisher", long}, "actorgraph: --publisher has more than 4 KiB"},
	} {
		var stderr bytes.Buffer
		code := command.Main(t.Context(), c.args, strings.NewReader(long), io.Discard, &stderr)
		if code != 2 || !strings.HasPrefix(stderr.String(), c.says) {
			t.Errorf("exit code %d, %.200s", code, stderr.String())
		}
	}
}
