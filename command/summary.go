package command

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
)

// loadLine is what `load --format jsonl` prints of one input.
type loadLine struct {
	Origin  string `json:"origin"`
	ID      string `json:"id,omitempty"`      // the input's own
	Article string `json:"article,omitempty"` // the graph's id
	Title   string `json:"title,omitempty"`
	Outcome string `json:"outcome"`
	Events  int    `json:"events"`
	Ties    int    `json:"ties"`
	Words   int    `json:"words"`
	Reason  string `json:"reason,omitempty"` // why it failed, from a closed set where it has one
	Error   string `json:"error,omitempty"`  // why it failed, in words
}

// errNotPrinted: standard output is closed or full.
var errNotPrinted = errors.New("cannot write to standard output")

// loadLines prints the reports of a load; it remembers the first error of doing so.
type loadLines struct {
	out *json.Encoder // nil where nothing is to be printed
	err error
}

func newLoadLines(w io.Writer, wanted bool) *loadLines {
	if !wanted {
		return &loadLines{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return &loadLines{out: e}
}

func (l *loadLines) write(r loader.Report) {
	if l.out == nil || l.err != nil {
		return
	}
	line := loadLine{
		Origin: r.Origin, ID: r.OwnID, Article: string(r.Article), Title: r.Title,
		Outcome: string(r.Outcome), Events: r.Events, Ties: r.Ties, Words: r.Words,
	}
	if r.Err != nil {
		line = loadLine{Origin: r.Origin, ID: r.OwnID, Title: r.Title, Outcome: string(r.Outcome), Error: r.Err.Error()}
		var e *article.Error
		if errors.As(r.Err, &e) {
			line.Reason = string(e.Reason)
		}
	}
	if err := l.out.Encode(line); err != nil {
		l.err = fmt.Errorf("%w: %w", errNotPrinted, err)
	}
}

// loadTold is what a person is told of a load.
type loadTold struct {
	loader.Summary
	reasons map[article.Reason]int // why inputs failed
	took    time.Duration
	graph   string // where it went
	next    string // what to do
}

// print says what a load did and what to do next. The error is errNotPrinted.
func (t loadTold) print(w io.Writer) error {
	var out strings.Builder
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{t.Loaded, "new"}, {t.Known, "known already"}, {t.Revised, "revised"},
		{t.Retracted, "retracted before and left so"}, {t.Foreign, "not in English"}, {t.Failed, "failed"},
	} {
		if p.n > 0 {
			parts = append(parts, number(p.n)+" "+p.what)
		}
	}
	if len(parts) == 0 {
		parts = []string{"none"}
	}
	fmt.Fprintf(&out, "articles  %s\n", strings.Join(parts, ", "))
	if len(t.reasons) > 1 || t.Failed > 1 {
		fmt.Fprintf(&out, "failed    %s\n", strings.Join(t.failures(), ", "))
	}
	fmt.Fprintf(&out, "found     %s, %s\n", count(t.Events, "event"), count(t.Ties, "tie"))
	fmt.Fprintf(&out, "text      %s in %s\n", count(t.Words, "word"), tookWords(t.took))
	fmt.Fprintf(&out, "graph     %s\n", t.graph)
	if t.Articles > t.Failed+t.Foreign {
		fmt.Fprintf(&out, "next      %s\n", strings.TrimSpace(t.next))
	}
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("%w: %w", errNotPrinted, err)
	}
	return nil
}

// failures are the reasons, the most frequent first.
func (t loadTold) failures() []string {
	reasons := slices.SortedFunc(maps.Keys(t.reasons), func(a, b article.Reason) int {
		return cmp.Or(cmp.Compare(t.reasons[b], t.reasons[a]), cmp.Compare(a, b))
	})
	parts := make([]string, len(reasons))
	for i, r := range reasons {
		parts[i] = number(t.reasons[r]) + " " + string(r)
	}
	return parts
}

// reasonOf is why an input failed, OTHER where it is neither its form nor its language.
func reasonOf(err error) article.Reason {
	var e *article.Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return "OTHER"
}

// tookWords is a time as a person tells it.
func tookWords(d time.Duration) string {
	if d < time.Minute {
		return strconv.FormatFloat(d.Seconds(), 'f', 1, 64) + " s"
	}
	return d.Round(time.Second).String()
}

// count is "1 event", "2,000 events".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return number(n) + " " + what + "s"
}

// number groups digits by commas.
func number(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}
