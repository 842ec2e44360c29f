package command_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// attacker is a client that means harm to a server in a process of its own.
type attacker struct {
	process
	client *http.Client
}

// outcome is how a request ended: the codes of its errors, or none.
type outcome struct {
	status int
	codes  []string
	body   string
}

func (a attacker) post(kind string, body io.Reader) (outcome, error) {
	r, err := http.NewRequest(http.MethodPost, a.url+"/graphql", body)
	if err != nil {
		return outcome{}, err
	}
	r.Header.Set("Content-Type", kind)
	response, err := a.client.Do(r)
	if err != nil {
		return outcome{}, err
	}
	return readOutcome(response)
}

func readOutcome(response *http.Response) (outcome, error) {
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return outcome{}, err
	}
	o := outcome{status: response.StatusCode, body: string(text)}
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return o, fmt.Errorf("the answer is no JSON: %.200s", text)
	}
	for _, e := range answer.Errors {
		o.codes = append(o.codes, e.Extensions.Code)
	}
	return o, nil
}

func queryBody(query, variables string) string {
	text, _ := json.Marshal(query)
	if variables == "" {
		variables = "null"
	}
	return `{"query":` + string(text) + `,"variables":` + variables + `}`
}

// heavy is a query of nearly a thousand nodes, which is answered.
const heavy = `{ actors(order: MOST_EVENTS, first: 10) { edges { node { id name events(first: 10) { edges { node { id summary sources { id name } targets { id name }
	evidence(first: 3) { edges { node { id quote article { id title } } } } } } } } } } }`

// bombs are documents and variables that grow where a server is careless.
func bombs() map[string]struct{ query, variables, code string } {
	nested := func(n int, open, in, close string) string {
		return strings.Repeat(open, n) + in + strings.Repeat(close, n)
	}
	each := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	doubling := `{ actors { edges { node { ...F0 } } } } `
	for i := range 24 {
		doubling += fmt.Sprintf("fragment F%d on Actor { a: country { ...F%d } b: country { ...F%d } } ", i, i+1, i+1)
	}
	doubling += "fragment F24 on Actor { id }"
	where := func(n int) string { return `{"w":` + nested(n, `{"not":`, `{}`, `}`) + `}` }
	return map[string]struct{ query, variables, code string }{
		"aliases of a root":      {"{ " + each(300, "a#: info { store } ") + "}", "", "TOO_COMPLEX"},
		"aliases of a value":     {"{ actors(first: 100) { edges { node { " + each(600, "a#: name ") + "} } } }", "", "TOO_COMPLEX"},
		"aliases of pages":       {"{ " + each(50, "a#: actors(first: 100) { edges { node { events(first: 100) { edges { node { id } } } } } } ") + "}", "", "TOO_COMPLEX"},
		"aliases below":          {"{ actors(first: 100) { edges { node { " + each(50, "a#: events(first: 100) { edges { node { id } } } ") + "} } } }", "", "TOO_COMPLEX"},
		"texts":                  {"{ " + each(40, "a#: articles(first: 100) { edges { node { text } } } ") + "}", "", "TOO_COMPLEX"},
		"depth":                  {"{ actors { edges { node { " + nested(300, "country { ", "id ", "} ") + "} } } }", "", "TOO_COMPLEX"},
		"depth of lists":         {"{ actors { edges { node { " + nested(4, "events { edges { node { participants { edges { node { ", "id ", "} } } } } } ") + "} } } }", "", "TOO_COMPLEX"},
		"fragments that double":  {doubling, "", "TOO_COMPLEX"},
		"fragments in circles":   {"{ actors { edges { node { ...A } } } } fragment A on Actor { ...B } fragment B on Actor { ...A }", "", "BAD_USER_INPUT"},
		"fragments below itself": {"{ actors { edges { node { ...A } } } } fragment A on Actor { country { ...A } }", "", "TOO_COMPLEX"},
		"many fragments":         {"{ actors { edges { node { " + each(300, "...F# ") + "} } } } " + each(300, "fragment F# on Actor { id } "), "", "TOO_COMPLEX"},
		"repeats":                {"{ " + strings.Repeat("info { store } ", 400) + "}", "", "TOO_COMPLEX"},
		"repeats below":          {"{ actors { " + strings.Repeat("edges { node { "+strings.Repeat("id ", 40)+"} } ", 40) + "} }", "", "TOO_COMPLEX"},
		"tokens":                 {"{ " + strings.Repeat("info { store version } ", 100_00) + "}", "", "TOO_COMPLEX"},
		"brackets":               {strings.Repeat("{", 200_000), "", "BAD_USER_INPUT"},
		"directives":             {"{ info { store " + strings.Repeat("@include(if: true) ", 150) + "} }", "", "BAD_USER_INPUT"},
		"unknown directives":     {"{ info { store " + strings.Repeat("@a ", 600) + "} }", "", "BAD_USER_INPUT"},
		"deferred":               {"{ ... @defer { info { store } } }", "", "BAD_USER_INPUT"},
		"unknown fields":         {"{ actors { edges { node { " + each(900, "evnets# ") + "} } } }", "", "BAD_USER_INPUT"},
		"one long name":          {"{ " + strings.Repeat("a", 200_000) + " }", "", "BAD_USER_INPUT"},
		"one long string":        {`{ actors(search: "` + strings.Repeat("a ", 100_000) + `") { totalCount } }`, "", "BAD_USER_INPUT"},
		"introspection":          {"{ " + each(49, "a#: __schema { types { fields { type { fields { type { name } } } } } } ") + "}", "", "TOO_COMPLEX"},
		"huge id":                {`query($i: ID!) { node(id: $i) { id } }`, `{"i":"actor:` + strings.Repeat("a", 200_000) + `"}`, "BAD_USER_INPUT"},
		"huge number":            {`{ actors(first: ` + strings.Repeat("9", 10_000) + `) { totalCount } }`, "", "BAD_USER_INPUT"},
		"too many ids":           {`query($i: [ID!]!) { nodes(ids: $i) { id } }`, `{"i":[` + strings.TrimSuffix(strings.Repeat(`"actor:aaaaaaaaaaaaaaaaaaaaaaaaaa",`, 5_000), ",") + `]}`, "BAD_USER_INPUT"},
		"filter past its depth":  {`query($w: ActorWhere) { actors(where: $w) { totalCount } }`, where(12), "BAD_USER_INPUT"},
		"filter far past it":     {`query($w: ActorWhere) { actors(where: $w) { totalCount } }`, where(9_000), "BAD_USER_INPUT"},
		"filter of many":         {`query($w: ActorWhere) { actors(where: $w) { totalCount } }`, `{"w":{"or":[` + strings.TrimSuffix(strings.Repeat(`{},`, 60_000), ",") + `]}}`, "BAD_USER_INPUT"},
		"filter that doubles":    {`query($w: ActorWhere) { actors(where: $w) { totalCount } }`, `{"w":` + nested(5, `{"hasEvents":{"actor":`, `{}`, `}}`) + `}`, "BAD_USER_INPUT"},
	}
}

// TestHostileClient: whatever is sent, the answer is a clear error within its limits, others
// are served, and the memory of the server stays flat.
func TestHostileClient(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes half a minute")
	}
	a := attacker{startProcess(t, generatedGraph(t, 150)), &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 50}}}
	alive := func(t *testing.T) {
		t.Helper()
		o, err := a.post("application/json", strings.NewReader(queryBody("{ info { articles } }", "")))
		if err != nil || o.status != http.StatusOK || len(o.codes) > 0 {
			t.Fatalf("nobody else is served any more: %+v, %v", o, err)
		}
	}
	// What honest clients make it take, and the slow ones that hold on meanwhile.
	for range 20 {
		if o, err := a.post("application/json", strings.NewReader(queryBody(heavy, ""))); err != nil || len(o.codes) > 0 {
			t.Fatalf("%+v, %v", o, err)
		}
	}
	honest, _ := a.memory(t)
	slow := a.slowBodies(t, 50)

	t.Run("bombs", func(t *testing.T) {
		first := 0
		for round := range 3 {
			for name, b := range bombs() {
				o, err := a.post("application/json", strings.NewReader(queryBody(b.query, b.variables)))
				if err != nil || len(o.codes) == 0 || o.codes[0] != b.code || len(o.body) > 20_000 {
					t.Errorf("%s: %d %v %v %.500s", name, o.status, o.codes, err, o.body)
				}
			}
			alive(t)
			_, most := a.memory(t)
			t.Logf("round %d: %d MiB at most", round, most)
			if first == 0 {
				first = most
			}
			if most > first+64 && !raceDetector {
				t.Errorf("memory grows from round to round: %d MiB, then %d", first, most)
			}
		}
	})
	t.Run("bodies", func(t *testing.T) {
		for name, c := range map[string]struct {
			kind, body string
			status     int
		}{
			"form":            {"application/x-www-form-urlencoded", "query={info{store}}", 415},
			"multipart":       {"multipart/form-data; boundary=x", "--x--", 415},
			"text":            {"text/plain", "{}", 415},
			"no JSON":         {"application/json", "{]", 400},
			"nested arrays":   {"application/json", strings.Repeat("[", 200_000), 400},
			"nested values":   {"application/json", `{"variables":` + strings.Repeat(`{"a":`, 40_000), 400},
			"batch":           {"application/json", "[" + strings.TrimSuffix(strings.Repeat(queryBody(heavy, "")+",", 500), ",") + "]", 400},
			"broken UTF-8":    {"application/json", "{\"query\":\"{ \xff\xfe }\"}", 200},
			"nothing":         {"application/json", "", 400},
			"many variables":  {"application/json", `{"query":"{ info { store } }","variables":{` + strings.TrimSuffix(strings.Repeat(`"a":{},`, 35_000), ",") + `}}`, 200},
			"other character": {"application/json; charset=utf-16", "{\x00}\x00", 400},
		} {
			o, err := a.post(c.kind, strings.NewReader(c.body))
			if err != nil || o.status != c.status {
				t.Errorf("%s: %d %v %.300s", name, o.status, err, o.body)
			}
		}
		alive(t)
	})
	t.Run("100 MB", func(t *testing.T) {
		for _, told := range []bool{true, false} {
			if o, err := a.flood(told, 100<<20); err != nil || o.status != http.StatusRequestEntityTooLarge {
				t.Errorf("length told %v: %+v, %v", told, o, err)
			}
		}
		alive(t)
	})
	t.Run("cursor of another query", func(t *testing.T) {
		var first struct {
			Actors struct{ PageInfo struct{ EndCursor string } }
		}
		ask(t, a.url, `{ actors(first: 2) { pageInfo { endCursor } } }`, &first)
		o, err := a.post("application/json", strings.NewReader(queryBody(`query($a: String) { events(after: $a) { totalCount edges { node { id } } } }`, `{"a":"`+first.Actors.PageInfo.EndCursor+`"}`)))
		if err != nil || !slices.Equal(o.codes, []string{"BAD_USER_INPUT"}) {
			t.Errorf("%+v, %v", o, err)
		}
	})
	t.Run("500 at once", func(t *testing.T) {
		crowded := 500
		if raceDetector {
			crowded = 50
		}
		counts := map[string]int{}
		var mu sync.Mutex
		var wg sync.WaitGroup
		crowd := attacker{a.process, &http.Client{Timeout: 2 * time.Minute, Transport: &http.Transport{DisableKeepAlives: true}}}
		for range crowded {
			wg.Go(func() {
				o, err := crowd.post("application/json", strings.NewReader(queryBody(heavy, "")))
				what := fmt.Sprint(o.status, o.codes)
				if err != nil {
					what = err.Error()
				}
				mu.Lock()
				defer mu.Unlock()
				counts[what]++
			})
		}
		wg.Wait()
		answered := counts["200 []"] + counts["503 [UNAVAILABLE]"] + counts["200 [TIMEOUT]"]
		if answered != crowded || counts["200 []"] == 0 {
			t.Errorf("%v", counts)
		}
		t.Logf("%d at once: %v", crowded, counts)
		alive(t)
	})
	t.Run("slow bodies", func(t *testing.T) {
		for _, c := range slow {
			_ = c.SetReadDeadline(time.Now().Add(time.Minute))
			text, err := io.ReadAll(c)
			if err != nil || len(text) > 0 && !strings.HasPrefix(string(text), "HTTP/1.1 400 ") {
				t.Fatalf("%v after %.300s", err, text)
			}
		}
		alive(t)
	})
	now, most := a.memory(t)
	t.Logf("memory in MiB: %d after honest queries, %d after the attack, %d at most", honest, now, most)
	if most > honest+256 && !raceDetector {
		t.Errorf("the server took %d MiB, %d more than honest clients make it take", most, most-honest)
	}
}

// slowBodies begins requests whose bodies never end.
func (a attacker) slowBodies(t *testing.T, n int) []net.Conn {
	t.Helper()
	var out []net.Conn
	for range n {
		c := a.dial(t)
		fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"query\"")
		out = append(out, c)
	}
	return out
}

func (a attacker) dial(t *testing.T) net.Conn {
	t.Helper()
	u, err := url.Parse(a.url)
	if err != nil {
		t.Fatal(err)
	}
	c, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// flood sends so many bytes, or as many as are taken, and reads the answer meanwhile.
func (a attacker) flood(told bool, size int) (outcome, error) {
	u, err := url.Parse(a.url)
	if err != nil {
		return outcome{}, err
	}
	c, err := net.Dial("tcp", u.Host)
	if err != nil {
		return outcome{}, err
	}
	defer c.Close()
	go func() {
		head, chunk := "Transfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n", 64<<10, strings.Repeat("x", 64<<10))
		if told {
			head, chunk = fmt.Sprintf("Content-Length: %d", size), strings.Repeat("x", 64<<10)
		}
		fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n%s\r\n\r\n", head)
		for sent := 0; sent < size; sent += 64 << 10 {
			if _, err := io.WriteString(c, chunk); err != nil {
				return
			}
		}
	}()
	_ = c.SetReadDeadline(time.Now().Add(time.Minute))
	response, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return outcome{}, err
	}
	return readOutcome(response)
}
