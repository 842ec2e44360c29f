package loader_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
	"github.com/actorgraph/actorgraph/graph/graphtest"
	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/identity"
)

// specimen makes one file of a sort, different for every n.
type specimen struct {
	name string
	make func(n int) []byte
	// loads is how many articles it holds; refused are the reasons of what is not loaded.
	loads   int
	refused []string
}

func told(n int) string {
	return fmt.Sprintf("France condemned Germany on Monday. Report number %d ends here.", n)
}

// specimens are the sorts of files that people have.
var specimens = []specimen{
	{"plain.txt", func(n int) []byte { return []byte(told(n)) }, 1, nil},
	{"no-suffix", func(n int) []byte { return []byte("Envoys meet\n\n" + told(n)) }, 1, nil},
	{"settings.txt", func(n int) []byte { return fmt.Appendf(nil, "url: https://gazette.example/s%d\n\n%s", n, told(n)) }, 1, nil},
	{"markdown.md", func(n int) []byte { return []byte("# Envoys meet\n\n" + told(n)) }, 1, nil},
	{"page.html", func(n int) []byte {
		return []byte("<!DOCTYPE html><title>Envoys meet</title><nav>World</nav><p>" + told(n) + "</p>")
	}, 1, nil},
	{"line.jsonl", func(n int) []byte {
		return fmt.Appendf(nil, `{"url":"https://gazette.example/a%d","text":%q}`+"\n"+`{"url":"https://gazette.example/b%d","text":%q}`, n, told(n), n, told(n))
	}, 2, nil},
	{"interface.json", func(n int) []byte {
		return fmt.Appendf(nil, "{\"articles\": [\n{\"link\":\"https://gazette.example/c%d\",\"content\":%q}\n]}", n, told(n))
	}, 1, nil},
	{"packed.gz", func(n int) []byte { return packed(told(n)) }, 1, nil},
	{"utf-16.txt", func(n int) []byte { return append([]byte("\xff\xfe"), utf16Bytes(told(n))...) }, 1, nil},
	{"western.txt", func(n int) []byte { return []byte("The caf\xe9 was closed. " + told(n)) }, 1, nil},
	{"named wrongly.pdf", func(n int) []byte { return []byte(told(n)) }, 1, nil},

	{"empty.txt", func(int) []byte { return nil }, 0, []string{"EMPTY"}},
	{"blank.txt", func(n int) []byte { return bytes.Repeat([]byte(" \n"), n+1) }, 0, []string{"EMPTY"}},
	{"furniture.txt", func(int) []byte { return []byte("Share this story\n\nHome\n") }, 0, []string{"EMPTY"}},
	{"script.html", func(n int) []byte {
		return fmt.Appendf(nil, "<!DOCTYPE html><title>%d</title><div id=root></div><script>show()</script>", n)
	}, 0, []string{"EMPTY"}},
	{"random.bin", noise, 0, []string{"BINARY"}},
	{"picture.jpg", func(n int) []byte { return append([]byte("\xff\xd8\xff\xe0"), noise(n)...) }, 0, []string{"UNSUPPORTED_FORMAT"}},
	{"paper.pdf", func(n int) []byte { return append([]byte("%PDF-1.7\n"), noise(n)...) }, 0, []string{"UNSUPPORTED_FORMAT"}},
	{"office.docx", func(n int) []byte { return append([]byte("PK\x03\x04"), noise(n)...) }, 0, []string{"UNSUPPORTED_FORMAT"}},
	{"feed.xml", func(n int) []byte { return fmt.Appendf(nil, "<?xml version='1.0'?><rss><item>%d</item></rss>", n) }, 0, []string{"UNSUPPORTED_FORMAT"}},
	{"program.go", func(n int) []byte { return fmt.Appendf(nil, "package p%d\n\nfunc f() {\n\tg()\n}\n", n) }, 0, []string{"UNSUPPORTED_FORMAT"}},
	{"cyrillic.txt", func(n int) []byte { return bytes.Repeat([]byte("\xcc\xe8\xed\xe8\xf1\xf2\xf0 "), n+3) }, 0, []string{"NOT_UTF8"}},
	{"french.txt", func(n int) []byte {
		return fmt.Appendf(nil, "Le gouvernement a annoncé mardi que les négociations avec les rebelles reprendraient bientôt. Rapport %d.", n)
	}, 0, []string{"UNSUPPORTED_LANGUAGE"}},
	{"shape.json", func(n int) []byte { return fmt.Appendf(nil, "[%d, 2]", n) }, 0, []string{"WRONG_SHAPE"}},
	{"settings.json", func(n int) []byte { return fmt.Appendf(nil, "{\n\"port\": %d\n}", n) }, 0, []string{"WRONG_SHAPE"}},
	{"cut.json", func(n int) []byte {
		return fmt.Appendf(nil, "[{\"url\":\"https://gazette.example/d%d\",\"text\":%q}, {\"te", n, told(n))
	}, 1, []string{"WRONG_SHAPE"}},
	{"broken line.jsonl", func(n int) []byte {
		return fmt.Appendf(nil, `{"url":"https://gazette.example/e%d","text":%q}`+"\n{broken\n", n, told(n))
	}, 1, []string{"WRONG_SHAPE"}},
	{"date.jsonl", func(int) []byte { return []byte(`{"published":"04/05/2016","text":"France met Germany."}`) }, 0, []string{"UNKNOWN_DATE"}},
	{"cut.gz", func(n int) []byte { return packed(told(n))[:30] }, 0, []string{"UNREADABLE"}},
}

// rare are large: one in so many files.
var rare = []specimen{
	{"huge.txt", func(int) []byte { return bytes.Repeat([]byte("It rained. "), article.MaxText/11+1) }, 0, []string{"TOO_LARGE"}},
	{"bomb.gz", func(int) []byte { return packed(strings.Repeat("a", 80<<20)) }, 0, []string{"TOO_LARGE"}},
	{"deep.html", func(int) []byte { return []byte("<!DOCTYPE html>" + strings.Repeat("<div>", 1000) + "It rained.") }, 0, []string{"TOO_LARGE"}},
	{"nested.json", func(int) []byte { return []byte(strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000)) }, 0, []string{"WRONG_SHAPE"}},
}

// oddNames stand before the names of files.
var oddNames = []string{"", "two words ", "Zürich ", "日本 ", "quote' ", "per%cent ", "new\nline ", "-dash ", "😀 "}

// TestFolderOfEverything loads a folder of 2,000 files of all sorts: every good article is
// loaded, everything else reported once with its reason, and nothing else is said.
func TestFolderOfEverything(t *testing.T) {
	dir := t.TempDir()
	files := 2000
	if testing.Short() {
		files = 300
	}
	loads := 0
	want := map[string]int{} // "file REASON"
	for n := range files {
		s := specimens[n%len(specimens)]
		if n < len(rare) {
			s = rare[n]
		}
		folder := filepath.Join(dir, fmt.Sprintf("%d", n%7), fmt.Sprintf("%d", n%3))
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%s%04d %s", oddNames[n%len(oddNames)], n, s.name)
		if err := os.WriteFile(filepath.Join(folder, name), s.make(n), 0o666); err != nil {
			name = fmt.Sprintf("%04d %s", n, s.name) // a system that has no such names
			if err := os.WriteFile(filepath.Join(folder, name), s.make(n), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		loads += s.loads
		for _, r := range s.refused {
			want[fmt.Sprintf("%04d %s", n, r)]++
		}
	}
	if runtime.GOOS != "windows" {
		for link, to := range map[string]string{"9001 circle": dir, "9002 itself": "9002 itself", "9003 lost": "nowhere"} {
			if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
				t.Fatal(err)
			}
			want[link[:4]+" UNREADABLE"]++
		}
	}

	got := map[string]int{}
	s, err := loader.Load(t.Context(), new(graphtest.Reference), loader.Inputs([]string{dir}, nil, article.Options{}), identity.Default(), loader.Options{
		Report: func(r loader.Report) {
			if r.Err == nil {
				if r.Outcome != graph.Loaded || r.Events == 0 {
					t.Errorf("%q: %s with %d events", r.Origin, r.Outcome, r.Events)
				}
				return
			}
			var e *article.Error
			if !errors.As(r.Err, &e) {
				t.Errorf("%q: %v", r.Origin, r.Err)
				return
			}
			number := filepath.Base(r.Origin)
			for _, odd := range oddNames {
				if rest, ok := strings.CutPrefix(filepath.Base(r.Origin), odd); ok && odd != "" {
					number = rest
				}
			}
			got[number[:4]+" "+string(e.Reason)]++
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("refused (-want +got)\n%s", diff)
	}
	if s.Loaded != loads || s.Known+s.Revised+s.Retracted != 0 || s.Articles != s.Loaded+s.Failed+s.Foreign {
		t.Errorf("%d articles should be loaded: %+v", loads, s)
	}
}

func packed(s string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.Bytes()
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// noise are bytes that mean nothing, a NUL first.
func noise(n int) []byte {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	b := make([]byte, 400)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	b[0], b[1], b[2] = 0, 0, 7
	return b
}
