package article_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/article"
)

// readAny reads an input of which nothing is known and checks what every input is promised: an
// article with a text, or one error on one line that says why and where.
func readAny(t *testing.T, in []byte, o article.Options) (articles, refused int) {
	t.Helper()
	for a, err := range article.Read(bytes.NewReader(in), "in", o) {
		var e *article.Error
		switch {
		case err != nil && (!errors.As(err, &e) || e.Says == "" || e.Reason == "" || strings.Contains(e.Error(), "\n") || !strings.HasPrefix(e.Origin, "in")):
			t.Fatalf("%q: %v", in, err)
		case err != nil:
			refused++
		case !utf8.ValidString(a.Text+a.Title+a.URL+a.ID+a.Publisher+a.Author+a.Language) || strings.TrimSpace(a.Text) == "" || !strings.HasPrefix(a.Origin, "in") || !a.Published.Valid():
			t.Fatalf("%q: %+v", in, a)
		default:
			articles++
			checkCleaned(t, a, article.Clean(a))
		}
	}
	if articles+refused == 0 {
		t.Fatalf("%q is neither read nor refused", in)
	}
	return articles, refused
}

func FuzzDocument(f *testing.F) {
	f.Add(`{"status":"ok","articles":[{"source":{"name":"The Harbour Gazette"},"headline":"Envoy leaves","publishedAt":"2016-04-25T10:30:00Z","content":"The envoy left."},{"text":1}]}`)
	f.Add(`[{"id":1,"body":["One.","Two."],"date":1461580200},{"url":"https://gazette.example/1","text":"<p>A &amp; b.</p>"},{}]`)
	f.Add(`{"response":{"data":{"docs":[{"_source":{"full_text":"Three.","pubDate":"25 April 2016"}}],"next":null}}}`)
	f.Add("{\n \"text\": \"One.\",\n \"text\": \"Two.\"\n}\n{}")
	f.Add(`[[[[{"hits":{"hits":[{"hits":[]}]}}]]]]`)
	f.Fuzz(func(t *testing.T, in string) {
		readAny(t, []byte(in), article.Options{Publisher: "The Harbour Gazette"})
		for i, line := range strings.Split(in, "\n") {
			if a, err := article.ParseLine([]byte(line), "in"); err == nil && strings.TrimSpace(a.Text) == "" {
				t.Fatalf("line %d: %q has no text", i, line)
			}
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add(`<!DOCTYPE html><html lang="en"><head><title>Envoy leaves | The Harbour Gazette</title><meta property="og:site_name" content="The Harbour Gazette">
<meta name="date" content="2016-04-25"><script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Envoy","author":[{"name":"Ana Reyes"}],"datePublished":"2016-04-25T10:30:00Z","articleBody":"The envoy left."}]}</script>
</head><body><nav>World</nav><article><h1>Envoy leaves</h1><p>The envoy of Norway left Suva on Friday.</p></article></body></html>`)
	f.Add(`<html><script type="application/ld+json">{"@type":"Article","publisher":{"name":1},"url":{}}</script><p>The envoy left.<table><p><svg><title>`)
	f.Add(`<p hidden>a</p><div><pre>b</pre><ul><li>c<li>d</ul>`)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 64<<10 {
			return
		}
		readAny(t, []byte("<html>"+in), article.Options{})
	})
}

func FuzzSettings(f *testing.F) {
	f.Add("url: https://gazette.example/a\ntitle: \"Envoy leaves\"\npublished: 2016-04-25\n\nThe envoy left.")
	f.Add("---\ntags: [a, b]\nauthor: [Ana Reyes]\ndate: 25 April 2016\n---\n# Envoy\n\nThe envoy left.")
	f.Add("title:\nid: \n\n")
	f.Add("url: a\npublished: 0001-01-01 000")
	f.Add("published: 04/05/2016\r\n\r\nThe envoy left.")
	f.Fuzz(func(t *testing.T, in string) {
		readAny(t, []byte(in), article.Options{})
	})
}

// FuzzGzip: what is packed is read as it would be unpacked, and broken packing is refused.
func FuzzGzip(f *testing.F) {
	f.Add([]byte("The envoy left Suva on Friday."), 0)
	f.Add([]byte(`{"text":"One."}`+"\n"+`{"text":"Two."}`), 30)
	f.Add([]byte(""), 3)
	f.Fuzz(func(t *testing.T, in []byte, broken int) {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		if _, err := w.Write(in); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(in, []byte{0x1f, 0x8b}) { // packed twice, which is refused
			return
		}
		articles, refused := readAny(t, in, article.Options{})
		if a, r := readAny(t, packed.Bytes(), article.Options{}); a != articles || r != refused {
			t.Fatalf("%q: %d and %d packed, %d and %d not", in, a, r, articles, refused)
		}
		b := packed.Bytes()
		if broken >= 0 && broken < len(b) {
			readAny(t, append(bytes.Clone(b[:broken]), b[broken]^0x55), article.Options{})
			readAny(t, b[:broken+1], article.Options{})
		}
	})
}

func FuzzCheckLanguage(f *testing.F) {
	f.Add("The envoy of Norway left Suva on Friday, the foreign ministry said.", "en")
	f.Add("L'ambassadeur de Norvège a quitté la ville vendredi, a indiqué le ministère des affaires étrangères.", "fr-CA")
	f.Add("\u202e١٢٣ русский текст 中文", "x_y-z")
	f.Fuzz(func(t *testing.T, text, declared string) {
		err := article.CheckLanguage(text, declared, "in")
		var e *article.Error
		if err != nil && (!errors.As(err, &e) || e.Reason != article.UnsupportedLanguage || e.Says == "") {
			t.Fatalf("%q: %v", text, err)
		}
		if again := article.CheckLanguage(text, declared, "in"); (err == nil) != (again == nil) {
			t.Fatalf("%q: %v and %v", text, err, again)
		}
		english := "The man who was there said that they have it, and that it is for us. "
		if err := article.CheckLanguage(english, declared, "in"); err != nil {
			t.Fatalf("declared %q: %v", declared, err)
		}
	})
}
