package identity_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/loader/identity"
	"github.com/actorgraph/actorgraph/loader/language"
)

// allCases is the text of every golden, as one article.
func allCases(t testing.TB) string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range files {
		c, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(c), "\n---\n")
		if _, text, ok := strings.Cut(head, "published: "); ok {
			_, head, _ = strings.Cut(text, "\n")
		}
		b.WriteString(head + "\n\n")
	}
	return b.String()
}

// The same article gives the same cast, whoever else uses the register at the time.
func TestDeterminism(t *testing.T) {
	doc := language.Analyse(allCases(t))
	c := identity.Context{Article: graph.ArticleID("", "all", "", ""), Published: 20160424}
	want := identity.Resolve(doc, c, identity.Default())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got := identity.Resolve(language.Analyse(doc.Text), c, identity.Default())
			if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(identity.Cast{})); d != "" {
				t.Errorf("another cast (-want +got):\n%s", d)
			}
		})
	}
	wg.Wait()
}

// A cast of a long text is as good as one of a short text, and linear: the figures of a
// name in every sentence must not grow with the square.
func TestHostileLength(t *testing.T) {
	for name, text := range map[string]string{
		"one name":       strings.Repeat("Ann Lorimer said Lorimer would go. ", 3000),
		"the group":      "Hamas met Fatah. " + strings.Repeat("The group left. ", 3000),
		"pronouns":       strings.Repeat("He told them that they were his. ", 2000),
		"capitals":       strings.Repeat("Aa Bb Cc Dd Ee ", 2000),
		"countries":      "leaders of " + strings.Repeat("Peru, Chile, ", 2000),
		"many companies": manyNames(2000),
	} {
		t.Run(name, func(t *testing.T) {
			doc := language.Analyse(text)
			validate(t, doc, identity.Resolve(doc, identity.Context{}, identity.Default()))
		})
	}
}

func manyNames(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("The " + string(rune('A'+i%26)) + strings.Repeat("e", i/26%9+1) + "l" + string(rune('a'+i/234%26)) + " Company met the Company. ")
	}
	return b.String()
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "\xff\xfe", "…", "'s", "( )", "The", "of of of"} {
		doc := language.Analyse(text)
		c := identity.Resolve(doc, identity.Context{}, identity.Default())
		validate(t, doc, c)
		if c.In(-1) != nil || c.In(len(doc.Sentences)) != nil || c.At(0, 99) != -1 || c.Meant(0, 99) != nil {
			t.Errorf("%q: mentions outside of the text", text)
		}
	}
}

func TestMeant(t *testing.T) {
	doc := language.Analyse("The leaders of Peru and Chile met.")
	c := identity.Resolve(doc, identity.Context{}, identity.Default())
	if got := c.Meant(0, 1); len(got) != 2 || c.At(0, 1) != got[0] || c.Mentions[got[0]].Actor == c.Mentions[got[1]].Actor {
		t.Errorf("leaders are meant by %v", got)
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("President Hollande hosted leaders from Ghana, Benin and Togo in Vienna (VNN).", 20160424)
	f.Add(allCases(f), 20240101)
	f.Add("The Bank of the Bank of China's army’s “US” - 's 27-year-old & Co. Ministry of of", 0)
	f.Fuzz(func(t *testing.T, text string, day int) {
		doc := language.Analyse(text)
		c := identity.Resolve(doc, identity.Context{Published: graph.Date(day % 30000000)}, identity.Default())
		validate(t, doc, c)
	})
}

func BenchmarkResolve(b *testing.B) {
	doc := language.Analyse(allCases(b))
	words := len(strings.Fields(doc.Text))
	r := identity.Default()
	b.ResetTimer()
	for b.Loop() {
		identity.Resolve(doc, identity.Context{Published: 20160424}, r)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
