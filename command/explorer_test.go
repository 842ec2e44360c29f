package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// browser is a Chromium on this machine. Without one the test is left out, unless
// TEST_BROWSER=require.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	const missing = "THE EXPLORER IS NOT TESTED: there is no chromium on this machine"
	if os.Getenv("TEST_BROWSER") == "require" {
		t.Fatal(missing)
	}
	t.Skip(missing + "; TEST_BROWSER=require makes this a failure")
	return ""
}

// browse opens a page without a screen and runs it for at most so long of the page's time.
func browse(t *testing.T, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, browser(t), append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--window-size=1400,900",
		"--user-data-dir=" + t.TempDir(), "--virtual-time-budget=30000",
	}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.WaitDelay = 10 * time.Second
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	return out
}

// driven serves what the site at that address serves, with a script in its explorer that
// does what a visitor would.
func driven(t *testing.T, site string) string {
	t.Helper()
	target, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join("testdata", "explorer", "drive.js"))
	if err != nil {
		t.Fatal(err)
	}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target); r.Out.Header.Del("Accept-Encoding") },
		ModifyResponse: func(r *http.Response) error {
			if r.Request.URL.Path != "/graphiql/" {
				return nil
			}
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			body = bytes.Replace(body, []byte(`<script src="dist/react.`), []byte(`<script src="/drive.js"></script><script src="dist/react.`), 1)
			r.Body = io.NopCloser(bytes.NewReader(body))
			r.Header.Set("Content-Length", strconv.Itoa(len(body)))
			return nil
		},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /drive.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(script)
	})
	mux.Handle("/", proxy)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

var report = regexp.MustCompile(`(?s)<pre id="seen"[^>]*>(.*?)</pre>`)

// TestExplorer opens the explorer in a browser: its tabs are the examples, its manual is the
// schema's, the first query is answered with a quote, and nothing comes from elsewhere. With
// TEST_SCREENSHOT=FILE it leaves a picture.
func TestExplorer(t *testing.T) {
	browser(t)
	s := start(t, "demo", "--listen", "127.0.0.1:0")
	site := driven(t, s.url)
	dom := browse(t, "--dump-dom", site+"/graphiql/")
	m := report.FindSubmatch(dom)
	if m == nil {
		t.Fatalf("the visit came to no end: %.3000s", dom)
	}
	var seen struct {
		Errors, Tabs, Loaded []string
		Answer, Manual       string
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(string(m[1]))), &seen); err != nil {
		t.Fatalf("%v in %s", err, m[1])
	}
	if len(seen.Errors) > 0 {
		t.Errorf("the page complains: %q", seen.Errors)
	}
	if len(seen.Tabs) < 5 || seen.Tabs[0] != "First" {
		t.Errorf("tabs %q", seen.Tabs)
	}
	if !strings.Contains(seen.Manual, "What can be asked.") {
		t.Errorf("the manual says %q", seen.Manual)
	}
	if !strings.Contains(seen.Answer, `"quote": "`) || strings.Contains(seen.Answer, `"errors"`) {
		t.Errorf("the answer is %s", seen.Answer)
	}
	for _, address := range seen.Loaded {
		if !strings.HasPrefix(address, site+"/") && !strings.HasPrefix(address, "data:") {
			t.Errorf("it loads %s", address)
		}
	}
	if file := os.Getenv("TEST_SCREENSHOT"); file != "" {
		browse(t, "--screenshot="+file, site+"/graphiql/")
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
