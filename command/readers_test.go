package command_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/actorgraph/actorgraph/command"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/schema"
)

// TestReadersDuringLoad asks the API without pause while the program loads a feed into the
// same graph, revisions of articles among it. No answer may be an error, and none may show a
// part of an article: of its passages and mentions there are none, or just those of one of
// its texts. Only while Neo4j is at a commit may a reader see some of it, and the whole when
// it asks again: Neo4j isolates no reader from a commit.
func TestReadersDuringLoad(t *testing.T) {
	const lines, chunk, readers = 100, 20, 2
	feed, err := newNewsfeed(2, lines).extracted()
	if err != nil {
		t.Fatal(err)
	}
	onEachStore(t, func(t *testing.T, fresh func(testing.TB) place) {
		p := fresh(t)
		w := newWatch(feed)
		api := schema.NewHandler(openPlace(t, p), schema.Options{Version: "test"})
		stdin, in := io.Pipe()
		ended := make(chan struct{})
		code := 0
		var errs bytes.Buffer
		go func() {
			defer close(ended)
			code = command.Main(t.Context(), []string{"load", "--quiet", "--store", p.address, "-"}, stdin, io.Discard, &errs)
			_ = stdin.Close()
		}()
		asked := make(chan struct{}, 1) // an answer came
		var all sync.WaitGroup
		for range readers {
			all.Go(func() {
				for last := false; !last && !t.Failed(); {
					select {
					case <-ended:
						last = true
					default:
					}
					w.read(t, api, p.snapshots)
					select {
					case asked <- struct{}{}:
					default:
					}
				}
			})
		}
		for some := range slices.Chunk(feed.lines, chunk) {
			if _, err := io.WriteString(in, strings.Join(some, "\n")+"\n"); err != nil {
				break // the load has ended; why, it says itself
			}
			select {
			case <-asked: // so that the load is not over before the readers have begun
			case <-ended:
			}
		}
		_ = in.Close()
		<-ended
		all.Wait()
		if code != 0 {
			t.Fatalf("exit code %d, %s", code, errs.String())
		}
		if w.most != len(w.texts) {
			t.Errorf("%d articles in the end, want %d", w.most, len(w.texts))
		}
		t.Logf("%d answers while %d lines were loaded, %d of them of a part of the feed; %d articles looked at, %d of them again", w.answers, lines, w.partial, w.articles, w.again)
	})
}

// watch knows what readers may see.
type watch struct {
	texts map[graph.ID][]string // of each article what its texts say, one text a line
	facts map[graph.ID][]int    // of each event how many passages of a text state it

	mu                               sync.Mutex
	answers, partial, articles, most int
	again                            int // had to be asked again
}

func newWatch(feed newsfeed) *watch {
	w := &watch{texts: map[graph.ID][]string{}, facts: map[graph.ID][]int{}}
	for _, x := range feed.extractions {
		var passages, mentions []graph.ID
		facts := map[graph.ID]int{}
		for _, e := range x.Evidence {
			passages = append(passages, e.ID)
			facts[e.Record]++
		}
		for _, m := range x.Mentions {
			mentions = append(mentions, m.ID)
		}
		w.texts[x.Article.ID] = append(w.texts[x.Article.ID], rowsOf(passages), rowsOf(mentions))
		for id, n := range facts {
			if id.Class() == graph.ClassEvent {
				w.facts[id] = append(w.facts[id], n)
			}
		}
	}
	return w
}

// rowsOf names a set of rows.
func rowsOf(ids []graph.ID) string {
	slices.Sort(ids)
	return fmt.Sprint(len(ids), ids)
}

// shown is what an answer shows of an article or an event.
type shown struct {
	ID                 graph.ID
	Evidence, Mentions struct {
		TotalCount int
		Edges      []struct{ Node struct{ ID graph.ID } }
	}
}

// part says what is wrong with what is shown, "" if nothing. Each edge is a call of its own
// to the store, so a text may take another one's place between two of them, but never within
// one.
func (w *watch) part(s shown) string {
	if s.ID.Class() == graph.ClassEvent {
		if n := s.Evidence.TotalCount; n > 0 && !slices.Contains(w.facts[s.ID], n) {
			return fmt.Sprintf("%s was seen with %d passages, whole are %v", s.ID, n, w.facts[s.ID])
		}
		return ""
	}
	for _, edges := range [][]struct{ Node struct{ ID graph.ID } }{s.Evidence.Edges, s.Mentions.Edges} {
		var ids []graph.ID
		for _, row := range edges {
			ids = append(ids, row.Node.ID)
		}
		if rows := rowsOf(ids); !slices.Contains(w.texts[s.ID], rows) {
			return fmt.Sprintf("a part of %s was seen: %s\nwhole are %q", s.ID, rows, w.texts[s.ID])
		}
	}
	return ""
}

// read asks once, and checks what it is told.
func (w *watch) read(t *testing.T, api http.Handler, snapshots bool) {
	const query = `{
		articles(first: 100) { totalCount edges { node { ...A } } }
		events(first: 50) { edges { node { ...E summary sources { name } } } }
		actors(order: MOST_EVENTS, first: 5) { edges { node { name events(first: 10) { edges { node { id summary } } } } } } }` + shownFragments
	type page struct {
		TotalCount int
		Edges      []struct{ Node shown }
	}
	var answer struct{ Articles, Events page }
	askInto(t, api, query, &answer)
	var parts []string
	again := 0
	for _, e := range slices.Concat(answer.Articles.Edges, answer.Events.Edges) {
		part := w.part(e.Node)
		for tries := 0; part != "" && !snapshots && tries < 1000; tries++ { // the commit is still under way
			var later struct{ Node shown }
			askInto(t, api, fmt.Sprintf(`{ node(id: %q) { ...A ...E } }`, e.Node.ID)+shownFragments, &later)
			if part = ""; later.Node.ID != "" { // or an event went
				part = w.part(later.Node)
			}
			again++
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		t.Error(part)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.answers++
	w.again += again
	w.articles += len(answer.Articles.Edges)
	w.most = max(w.most, answer.Articles.TotalCount)
	if n := answer.Articles.TotalCount; n > 0 && n < len(w.texts) {
		w.partial++
	}
}

const shownFragments = `
	fragment A on Article { id evidence(first: 50) { totalCount edges { node { id } } } mentions(first: 50) { totalCount edges { node { id } } } }
	fragment E on Event { id evidence(first: 50) { totalCount edges { node { id } } } }`

// askInto decodes the data of an answer, which must be without errors.
func askInto(t *testing.T, api http.Handler, query string, data any) {
	t.Helper()
	answer := struct {
		Errors []json.RawMessage
		Data   any
	}{Data: data}
	text := answerOf(t, api, query)
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) > 0 {
		t.Errorf("%.1000s, %v", text, err)
	}
}
