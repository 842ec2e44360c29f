package identity_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A case is a file of testdata: the text, a line of three hyphens, what Resolve finds. A
// first line "published: 2016-04-24" dates the text. "# " begins a remark.
func TestResolve(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, error %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, want, _ := strings.Cut(string(b), "\n---\n")
			text, published := input(t, head)
			doc := coding.Repair(language.Analyse(text))
			cast := identity.Resolve(doc, identity.Context{Article: graph.ArticleID("", "test", "", ""), Published: published}, identity.Default())
			got := show(doc, cast)
			validate(t, doc, cast)
			if *update {
				if err := os.WriteFile(file, []byte(head+"\n---\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s (-want +got):\n%s", text, d)
			}
		})
	}
}

func input(t *testing.T, head string) (text string, published graph.Date) {
	t.Helper()
	var lines []string
	for line := range strings.Lines(head) {
		line = strings.TrimRight(line, "\n")
		if d, ok := strings.CutPrefix(line, "published: "); ok {
			var err error
			if published, err = graph.ParseDate(d); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n"), published
}

// show writes a cast for people: a line a mention, then a line an actor.
func show(doc *language.Document, c *identity.Cast) string {
	var b strings.Builder
	for _, m := range c.Mentions {
		s := &doc.Sentences[m.Sentence]
		fmt.Fprintf(&b, "%s %s %q", strings.ToLower(string(m.Form)), m.Type, doc.Slice(s.SpanOf(m.First, m.Last)))
		if m.Actor >= 0 {
			fmt.Fprintf(&b, " = %d", m.Actor)
		}
		if m.Place >= 0 {
			fmt.Fprintf(&b, " at %s", c.Places[m.Place].Name)
			if code := c.Places[m.Place].CountryCode; code != "" {
				fmt.Fprintf(&b, " (%s)", code)
			}
		}
		if m.Count != nil {
			fmt.Fprintf(&b, " number %d", *m.Count.Low)
			if m.Count.High == nil {
				b.WriteString(" or more")
			}
		}
		if m.Inferred {
			b.WriteString(", inferred")
		}
		fmt.Fprintf(&b, " [%s]\n", m.Steps[len(m.Steps)-1].Rule)
	}
	for i, a := range c.Actors {
		p := c.Profiles[i]
		fmt.Fprintf(&b, "%d: %s %s", i, p.Kind, p.Name)
		if p.Country != "" {
			b.WriteString(" " + p.Country)
		}
		for _, s := range p.Sectors {
			b.WriteString(" " + string(s))
		}
		switch {
		case a.Register != nil:
			b.WriteString(" <" + a.Register.Key + ">")
		case !a.Named:
			b.WriteString(" unnamed")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// validate checks what every cast promises.
func validate(t *testing.T, doc *language.Document, c *identity.Cast) {
	t.Helper()
	ids := map[graph.ID]bool{}
	for i, a := range c.Actors {
		if err := a.Validate(); err != nil {
			t.Error(err)
		}
		if ids[a.ID] {
			t.Errorf("actor %s is there twice", a.ID)
		}
		ids[a.ID] = true
		p := c.Profiles[i]
		if p.Name == "" || !slices.Contains(graph.ActorKinds, p.Kind) || graph.ValidateCountryCode(p.Country) != nil {
			t.Errorf("actor %d has profile %+v", i, p)
		}
		for _, s := range p.Sectors {
			if !slices.Contains(graph.Sectors, s) {
				t.Errorf("actor %s has sector %q", p.Name, s)
			}
		}
	}
	for i := range c.Profiles {
		if p := c.Profiles[i]; graph.IsState(p.Country) && !ids[graph.CountryID(p.Country)] {
			t.Errorf("actor %s of %s, whose Country is missing", p.Name, p.Country)
		}
	}
	places := map[graph.ID]bool{}
	for _, p := range c.Places {
		if err := p.Validate(); err != nil {
			t.Error(err)
		}
		if places[p.ID] {
			t.Errorf("place %s is there twice", p.Name)
		}
		places[p.ID] = true
	}
	for _, p := range c.Places {
		if p.WithinID != "" && !places[p.WithinID] {
			t.Errorf("%s lies within a place that is missing", p.Name)
		}
	}
	sentence, first, lastName := -1, -1, -1
	for _, m := range c.Mentions {
		if m.Sentence != sentence {
			sentence, first, lastName = m.Sentence, -1, -1
		}
		n := len(doc.Sentences[m.Sentence].Tokens)
		if m.First < 0 || m.Last < m.First || m.Last >= n || m.Head < m.First || m.Head > m.Last || len(m.Steps) == 0 || m.First < first {
			t.Errorf("mention %+v in a sentence of %d tokens", m, n)
		}
		first = m.First
		if m.Form == identity.Name {
			if m.First <= lastName {
				t.Errorf("name %q lies over another", m.Name)
			}
			lastName = m.Last
		}
		if m.Actor >= len(c.Actors) || m.Place >= len(c.Places) || m.Actor >= 0 && m.Kind == "" {
			t.Errorf("mention %+v", m)
		}
	}
}
