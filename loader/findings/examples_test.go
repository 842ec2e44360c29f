package findings_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/examples"
	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/findings"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// TestExamples checks what Of promises on what the stages really find in the examples.
func TestExamples(t *testing.T) {
	names, err := fs.Glob(examples.Articles, "*")
	if err != nil {
		t.Fatal(err)
	}
	events := 0
	for _, name := range names {
		b, err := examples.Articles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for d := range findings.Documents(bytes.NewReader(b), name, article.Options{}) {
			if d.Err != nil {
				t.Error(d.Err)
				continue
			}
			x := loader.Extract(d.Article, identity.Default())
			l := findings.Of(x, nil)
			events += len(l.Events)
			checkLine(t, d.Article, x, l)
			again, _ := json.Marshal(findings.Of(loader.Extract(d.Article, identity.Default()), nil))
			first, _ := json.Marshal(l)
			if !bytes.Equal(first, again) {
				t.Errorf("%s: two extractions differ: %s", name, cmp.Diff(string(first), string(again)))
			}
		}
	}
	if events == 0 {
		t.Error("the examples have no event")
	}
}

// checkLine checks that spans lie in the text, that actors are listed, and that each
// passage of the extraction is there.
func checkLine(t *testing.T, a article.Article, x *loader.Extracted, l findings.Line) {
	t.Helper()
	length := len([]rune(a.Text))
	spans := func(what string, ss ...findings.Span) {
		for _, s := range ss {
			if s[0] < 0 || s[0] >= s[1] || s[1] > length {
				t.Errorf("%s: %s: span %v of a text of %d", a.Origin, what, s, length)
			}
		}
	}
	known := map[string]bool{}
	for _, x := range l.Actors {
		if known[x.ID] || x.Name == "" || x.Kind == "" {
			t.Errorf("%s: actor %+v", a.Origin, x)
		}
		known[x.ID] = true
	}
	actors := func(what string, ids ...string) {
		for _, id := range ids {
			if id != "" && !known[id] {
				t.Errorf("%s: %s: %s is not listed", a.Origin, what, id)
			}
		}
	}
	for _, m := range l.Mentions {
		spans("mention", findings.Span{m.Start, m.End})
		actors("mention", m.Actor)
	}
	for _, e := range l.Events {
		spans("event", e.Trigger, e.Sentence)
		spans("source", e.SourceSpans...)
		spans("target", e.TargetSpans...)
		actors("event", slices.Concat(e.Sources, e.Targets, e.Absent, []string{e.Speaker})...)
		if len(e.Sources) != len(e.SourceSpans) || len(e.Targets) != len(e.TargetSpans) {
			t.Errorf("%s: %s has not one span for each participant", a.Origin, e.Type)
		}
		if !slices.Contains(graph.EventTypes, graph.EventType(e.Type)) || e.Confidence < 0 || e.Confidence > 1 {
			t.Errorf("%s: event %+v", a.Origin, e)
		}
		if e.About != nil && !l.Events[*e.About].Content {
			t.Errorf("%s: event %d is no content", a.Origin, *e.About)
		}
	}
	for _, tie := range l.Ties {
		spans("tie", tie.FromSpan, tie.ToSpan)
		actors("tie", tie.From, tie.To)
	}
	told := 0
	for i := range x.Result.Evidence {
		if x.Result.Evidence[i].Relation == "" {
			told++
		}
	}
	if told != len(l.Events) {
		t.Errorf("%s: %d events of %d passages", a.Origin, len(l.Events), told)
	}
}
