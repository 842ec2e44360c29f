package command_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/command"
)

// served is a command that serves until the test stops it.
type served struct {
	url    string
	stdout *bytes.Buffer // complete once stopped
	stop   func() int    // ends the context and gives the exit code
}

var servedURL = regexp.MustCompile(`url=(\S+)`)

// start runs a command and waits until it says where it serves.
func start(t *testing.T, args ...string) served {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	log, stderr := io.Pipe()
	s := served{stdout: &bytes.Buffer{}}
	code := make(chan int, 1)
	go func() {
		c := command.Main(ctx, args, strings.NewReader(""), s.stdout, stderr)
		_ = stderr.Close()
		code <- c
	}()
	lines := bufio.NewReader(log)
	var said strings.Builder
	for s.url == "" {
		line, err := lines.ReadString('\n')
		said.WriteString(line)
		if m := servedURL.FindStringSubmatch(line); m != nil {
			s.url = strings.TrimSuffix(m[1], "/graphql")
		}
		if err != nil {
			t.Fatalf("it ended with %d and said %s", <-code, said.String())
		}
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	s.stop = func() int { cancel(); return <-code }
	t.Cleanup(cancel)
	return s
}

func get(t *testing.T, url, accept string) (int, http.Header, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", accept)
	return do(t, r)
}

func do(t *testing.T, r *http.Request) (int, http.Header, string) {
	t.Helper()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, string(body)
}

// ask posts a query, as a client of the API does, and decodes its data.
func ask(t *testing.T, url, query string, data any) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	status, _, answer := do(t, r)
	var a struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal([]byte(answer), &a); err != nil || len(a.Errors) > 0 || status != http.StatusOK {
		t.Fatalf("%d %s, %v", status, answer, err)
	}
	if err := json.Unmarshal(a.Data, data); err != nil {
		t.Fatal(err)
	}
}

// run runs a command that ends by itself.
func run(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := command.Main(t.Context(), args, strings.NewReader(""), &out, &errs); code != want {
		t.Fatalf("%v: exit code %d, want %d: %s", args, code, want, errs.String())
	}
	return out.String(), errs.String()
}

// TestServe goes the whole way: a text, a graph, a server, a client, and the end.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(text, []byte("France condemned Germany on Monday."), 0o666); err != nil {
		t.Fatal(err)
	}
	store := "sqlite:" + filepath.Join(dir, "news.db")
	run(t, 0, "load", "--store", store, "--published", "2016-04-25", text)
	s := start(t, "serve", "--store", store, "--listen", "127.0.0.1:0")

	var got struct {
		Events struct {
			Edges []struct {
				Node struct {
					Type             string
					Sources, Targets []struct{ Name string }
					Evidence         struct {
						Edges []struct{ Node struct{ Quote string } }
					}
				}
			}
		}
	}
	ask(t, s.url, `{ events { edges { node { type sources { name } targets { name } evidence { edges { node { quote } } } } } } }`, &got)
	b, _ := json.Marshal(got)
	want := `{"Events":{"Edges":[{"Node":{"Type":"ACCUSE","Sources":[{"Name":"France"}],"Targets":[{"Name":"Germany"}],` +
		`"Evidence":{"Edges":[{"Node":{"Quote":"France condemned Germany on Monday."}}]}}}]}}`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	for _, c := range []struct {
		path, accept string
		status       int
		says         string
	}{
		{"/healthz", "*/*", http.StatusOK, "ok"},
		{"/readyz", "*/*", http.StatusOK, "ready"},
		{"/", "*/*", http.StatusOK, "curl -s " + s.url + "/graphql"},
		{"/", "text/html,*/*", http.StatusOK, "<code>" + s.url + "/graphql</code>"},
		{"/nothing", "*/*", http.StatusNotFound, ""},
	} {
		status, _, body := get(t, s.url+c.path, c.accept)
		if status != c.status || !strings.Contains(body, c.says) {
			t.Errorf("%s as %s: %d %s", c.path, c.accept, status, body)
		}
	}

	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d after it was asked to end", code)
	}
	if _, err := http.Get(s.url + "/healthz"); err == nil {
		t.Error("it still answers")
	}
}

// TestFirstPage: the host that a client names cannot smuggle anything into the page.
func TestFirstPage(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "news.db")
	run(t, 1, "load", "--store", store, t.TempDir()) // an empty folder makes an empty graph
	s := start(t, "serve", "--store", store, "--listen", "127.0.0.1:0")
	for _, accept := range []string{"text/html", "*/*"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = "a'b.example"
		r.Header.Set("Accept", accept)
		_, header, body := do(t, r)
		if strings.Contains(body, "curl -s http://a'b") || header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v\n%s", accept, header, body)
		}
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestServePortTaken(t *testing.T) {
	store := "sqlite:" + filepath.Join(t.TempDir(), "news.db")
	run(t, 1, "load", "--store", store, t.TempDir()) // an empty folder makes an empty graph
	s := start(t, "serve", "--store", store, "--listen", "127.0.0.1:0")
	_, stderr := run(t, 1, "serve", "--store", store, "--listen", strings.TrimPrefix(s.url, "http://"))
	if !strings.Contains(stderr, "choose another port with --listen") {
		t.Errorf("got %s", stderr)
	}
	s.stop()
}

// TestDemo: the line that demo shows for a shell is a request that the API answers.
func TestDemo(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	s := start(t, "demo", "--listen", "127.0.0.1:0")
	var info struct {
		Info struct{ Articles, Events int }
	}
	ask(t, s.url, "{ info { articles events } }", &info)
	if info.Info.Articles != 30 || info.Info.Events == 0 {
		t.Errorf("got %+v", info)
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	left, err := filepath.Glob(filepath.Join(temporary, "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("%v was left behind, %v", left, err)
	}
	shown := s.stdout.String()
	if !strings.Contains(shown, "curl -s "+s.url+"/graphql -H 'content-type: application/json' -d '{\"query\":") {
		t.Errorf("got\n%s", shown)
	}
}

// waiting is an input at which nobody types. It tells when somebody waits for it.
type waiting struct{ asked chan struct{} }

func (w waiting) Read([]byte) (int, error) {
	close(w.asked)
	select {}
}

// TestStop: a command that waits for input ends when it is told to.
func TestStop(t *testing.T) {
	for _, args := range [][]string{
		{"load", "--store", "sqlite:" + filepath.Join(t.TempDir(), "news.db"), "-"},
		{"extract"},
		{"demo", "--query", "-"},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		in := waiting{make(chan struct{})}
		go func() { <-in.asked; cancel() }()
		var stdout, stderr bytes.Buffer
		code := command.Main(ctx, args, in, &stdout, &stderr)
		if code != 1 || !strings.Contains(stderr.String(), "actorgraph: stopped") {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
}

// full is a disk without room, or a pipe that nobody reads.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

// TestOutputLost: results that cannot be printed are no success.
func TestOutputLost(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(text, []byte("France condemned Germany."), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"load", "--format", "jsonl", "--store", "sqlite:" + filepath.Join(dir, "news.db"), text},
		{"load", "--store", "sqlite:" + filepath.Join(dir, "news.db"), text},
		{"extract", text},
		{"extract", "--format", "jsonl", text},
		{"demo", "--no-serve"},
		{"demo", "--listen", "127.0.0.1:0"},
		{"version"},
		{"--version"},
	} {
		var stderr bytes.Buffer
		if code := command.Main(t.Context(), args, strings.NewReader(""), full{}, &stderr); code != 1 {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
}
