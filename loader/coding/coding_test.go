package coding_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/coding"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

// goldenTexts are the texts of all golden cases, in order.
func goldenTexts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if text, ok := strings.CutPrefix(line, "> "); ok {
				out = append(out, text)
			}
		}
	}
	return out
}

// check tells what is wrong with evidence as a store would see it; "" if nothing.
func check(text string, doc *language.Document, cast *identity.Cast, all []graph.Evidence) string {
	body := []rune(doc.Text)
	at := func(s graph.Span) (string, bool) {
		if s.Start < 0 || s.End > len(body) || s.Start >= s.End {
			return "", false
		}
		return string(body[s.Start:s.End]), true
	}
	actors, places := map[graph.ID]bool{}, map[graph.ID]bool{}
	for _, a := range cast.Actors {
		actors[a.ID] = true
	}
	for _, p := range cast.Places {
		places[p.ID] = true
	}
	records, ids := map[graph.ID]bool{}, map[graph.ID]bool{}
	for _, e := range all {
		records[e.Record] = true
	}
	for _, e := range all {
		if ids[e.ID] {
			return "evidence stands twice"
		}
		ids[e.ID] = true
		if e.ID != graph.NewEvidenceID(e.Record, e.ArticleID, e.Quote, e.Assertion) {
			return "the id is not that of the content"
		}
		for _, x := range slices.Concat([]quoted{{e.Quote, graph.Span{Start: e.Start, End: e.End}}}, quotes(e)) {
			if got, ok := at(x.span); !ok || got != x.text {
				return "the text reads “" + got + "”, not “" + x.text + "”"
			}
		}
		if _, ok := at(e.Trigger); !ok || e.Trigger.Start < e.Start || e.Trigger.End > e.End {
			return "the trigger lies outside the quote"
		}
		if got := string(body[max(0, e.Start-graph.ContextLength):e.Start]); got != e.Before {
			return "wrong words before the quote"
		}
		if got := string(body[e.End:min(len(body), e.End+graph.ContextLength)]); got != e.After {
			return "wrong words after the quote"
		}
		if e.Status == graph.Denied && e.Negated || e.Confidence < 0 || e.Confidence > 1000 || len(e.Steps) == 0 {
			return "status, confidence or steps do not fit"
		}
		ends := 0
		for _, w := range e.Wordings {
			switch w.Part {
			case graph.PartPlace:
				if !places[w.Party] {
					return "a place that is not in the cast"
				}
			case graph.PartTo:
				if !actors[w.Party] && !(e.Relation.ToPlace() && places[w.Party]) {
					return "an end that is not in the cast"
				}
				ends++
			default:
				if w.Party != "" && !actors[w.Party] {
					return "an actor that is not in the cast"
				}
				ends++
			}
		}
		if e.Relation != "" && ends != 2 {
			return "too few take part"
		}
		if e.EventType != "" {
			if err := graph.ValidateEventType(e.EventType, e.Modes, e.Contexts); err != nil {
				return err.Error()
			}
		}
		if e.When != nil {
			if err := e.When.Validate(); err != nil {
				return err.Error()
			}
		}
		for _, id := range e.About {
			if id == e.Record || !records[id] {
				return "about no other event"
			}
		}
	}
	return ""
}

type quoted struct {
	text string
	span graph.Span
}

// quotes are all texts that evidence quotes beside its own.
func quotes(e graph.Evidence) []quoted {
	var out []quoted
	for _, w := range e.Wordings {
		out = append(out, quoted{w.Text, w.Span})
	}
	for _, a := range e.Attribution {
		out = append(out, quoted{a.Text, a.Span})
	}
	for _, s := range e.Steps {
		out = append(out, quoted{s.Text, s.Span})
	}
	for _, n := range e.Numbers {
		out = append(out, quoted{n.Text, n.Span})
	}
	return out
}

// TestReceipts runs all golden texts as one article: every quote must be exact, every id that
// of its content, every party one of the cast.
func TestReceipts(t *testing.T) {
	text := strings.Join(goldenTexts(t), "\n\n")
	doc, cast, all := facts(text, graph.NewDate(2024, 3, 13))
	if len(all) < 60 {
		t.Fatalf("only %d facts", len(all))
	}
	if bad := check(text, doc, cast, all); bad != "" {
		t.Error(bad)
	}
	if !slices.IsSortedFunc(all, func(a, b graph.Evidence) int { return a.Start - b.Start }) {
		t.Error("the evidence is not in the order of the text")
	}
}

// TestSameInputSameFacts codes one analysis twice: the arguments stay as they were, and so does
// the result.
func TestSameInputSameFacts(t *testing.T) {
	text := strings.Join(goldenTexts(t), " ")
	day := graph.NewDate(2024, 3, 13)
	doc, cast, first := facts(text, day)
	again := coding.Code(doc, cast, context(text, doc, day))
	if diff := cmp.Diff(first, again); diff != "" {
		t.Error(diff)
	}
	_, _, third := facts(text, day)
	if diff := cmp.Diff(first, third); diff != "" {
		t.Error(diff)
	}
}

// TestUnknownDay: without the article's day only absolute dates mean anything.
func TestUnknownDay(t *testing.T) {
	_, cast, all := facts("Rebels killed a French minister on Monday. Russia invaded Ukraine in 2022.", 0)
	if len(all) != 2 {
		t.Fatalf("found %q", notation(cast, all))
	}
	if all[0].When != nil {
		t.Errorf("Monday of no week is %v", *all[0].When)
	}
	if w := all[1].When; w == nil || w.Start != graph.NewDate(2022, 1, 1) || w.End != graph.NewDate(2022, 12, 31) || w.Precision != graph.Year {
		t.Errorf("2022 is %v", w)
	}
}

// TestFragments: what the context marks as a headline or a caption makes no evidence; a line
// without a full stop that it does not mark, such as a text of one line, does.
func TestFragments(t *testing.T) {
	const body = "Russia attacked Ukraine on Monday."
	for _, c := range []struct {
		name, text string
		fragments  []bool
		want       int
	}{
		{"one line without a full stop", "Russia attacked Ukraine", nil, 1},
		{"a headline before the text", "Russia attacked Ukraine\n\n" + body, []bool{true, false}, 1},
		{"a cut line behind the text", body + "\n\nSoldiers have arrested a protester", []bool{false, false}, 2},
		{"a caption behind the text", body + "\n\nSoldiers arrest a protester", []bool{false, true}, 1},
		{"a list that is too short", body + "\n\nSoldiers have arrested a protester", []bool{false}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, cast, _ := facts(c.text, graph.NewDate(2024, 3, 13))
			at := context(c.text, doc, graph.NewDate(2024, 3, 13))
			at.Fragments = c.fragments
			if all := coding.Code(doc, cast, at); len(all) != c.want {
				t.Errorf("%d facts, not %d: %q", len(all), c.want, notation(cast, all))
			}
		})
	}
}

// FuzzCode puts any text through the whole analysis: no panic, and all receipts exact.
func FuzzCode(f *testing.F) {
	for _, text := range goldenTexts(f) {
		f.Add(text)
	}
	f.Add("Rebels attacked Chad, Haddad told us, and we told him that they told us.")
	f.Add("“ \" ” said. He, who, which \xff attacked and and of of by by Russia,")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc, cast, all := facts(text, graph.NewDate(2024, 3, 13))
		if bad := check(text, doc, cast, all); bad != "" {
			t.Errorf("%q: %s", text, bad)
		}
	})
}

// TestHostile: endless sentences, quotation marks, conjunctions and repetitions end, and
// quickly enough for a test.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"an endless sentence":  strings.Repeat("Russia attacked Ukraine and ", 5000) + "left.",
		"many quotation marks": strings.Repeat("\" said ", 10000) + ".",
		"many sentences":       strings.Repeat("Russia attacked Ukraine on Monday, officials said. The attack killed 12 people. ", 1500),
		"many titles":          strings.Repeat("French Defence Minister Anne Duval met Robert Hale, the deputy secretary of defense. ", 1000),
		"deep clauses":         strings.Repeat("who said that ", 90) + "Russia attacked Ukraine.",
	} {
		t.Run(name, func(t *testing.T) {
			doc, cast, all := facts(text, graph.NewDate(2024, 3, 13))
			if bad := check(text, doc, cast, all); bad != "" {
				t.Error(bad)
			}
		})
	}
}

func BenchmarkCode(b *testing.B) {
	text := strings.Join(goldenTexts(b), " ")
	doc, cast, _ := facts(text, graph.NewDate(2024, 3, 13))
	c := context(text, doc, graph.NewDate(2024, 3, 13))
	words := len(strings.Fields(text))
	b.ResetTimer()
	for b.Loop() {
		coding.Code(doc, cast, c)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
