package schema_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/schema"
)

// TestRequestLog: one line a request, under the id that the client was given, without what
// was asked.
func TestRequestLog(t *testing.T) {
	store := new(graphtest.Reference)
	fill(t, store, world())
	for _, c := range []struct{ name, body, says string }{
		{"answered", `{"query":"query Tile($s: String) { actors(search: $s) { totalCount } }","variables":{"s":"` + secret + `"}}`, " method=POST status=200 code=OK operation=Tile price=51 "},
		{"refused", `{"query":"{ ` + strings.ReplaceAll(secret, "-", "_") + ` }"}`, " method=POST status=200 code=BAD_USER_INPUT operation=\"\" price=0 "},
		{"not understood", `[` + secret, " method=POST status=400 code=BAD_USER_INPUT operation=\"\" price=0 "},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			h := schema.NewHandler(store, schema.Options{Logger: slog.New(slog.NewTextHandler(&log, nil)), LogRequests: true})
			w := serve(t, h, "POST", "/", c.body)
			line := log.String()
			if !strings.Contains(line, c.says) || !strings.Contains(line, "request="+w.Header().Get("X-Request-Id")) || strings.Count(line, "\n") != 1 || strings.Contains(line, "correct") {
				t.Errorf("log %s, answer %s", line, w.Body)
			}
		})
	}
}

// stuck is a store whose Info lasts until it is told to end.
type stuck struct {
	graph.Reader
	asked, end chan struct{}
}

func (s stuck) Info(ctx context.Context) (graph.Info, error) {
	s.asked <- struct{}{}
	<-s.end
	return graph.Info{}, nil
}

// TestAtOnce: who finds all slots taken is told to come again, and those in them are answered.
func TestAtOnce(t *testing.T) {
	s := stuck{new(graphtest.Reference), make(chan struct{}), make(chan struct{})}
	h := schema.NewHandler(s, schema.Options{AtOnce: 1, Timeout: time.Minute})
	first := make(chan int)
	go func() { first <- serve(t, h, "POST", "/", `{"query":"{ info { store } }"}`).Code }()
	<-s.asked
	ctx, cancel := context.WithCancel(t.Context())
	cancel() // the deadline of who waits
	r := newPost(ctx, `{"query":"{ info { store } }"}`)
	w := answerOf(h, r)
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `"code":"UNAVAILABLE"`) || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	close(s.end)
	if code := <-first; code != http.StatusOK {
		t.Errorf("the one that was first: %d", code)
	}
}
