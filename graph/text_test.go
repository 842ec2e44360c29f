package graph_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/graph"
)

func TestFoldText(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"already folded 24", "already folded 24"},
		{"Kōbe (Hyōgo)", "kobe hyogo"},
		{"  Foreign\tOffice\n", "foreign office"},
		{"d'état", "d etat"},
		{"STRASSE", "strasse"},
		{"Straße", "strasse"},
		{"ﬁnance", "finance"},
		{"Ǆ", "dz"},
		{"ΟΔΟΣ", "οδοσ"},
		{"İstanbul", "istanbul"},
		{"Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"},
		{"Ångström", "angstrom"},
		{"A\u030angstro\u0308m", "angstrom"},
		{"Україна", "украіна"},
		{"日本・東京", "日本 東京"},
		{"ガ", "カ"},
		{"مُحَمَّد", "محمد"},
		{"№ 5", "no 5"},
		{"x² ½", "x2 1 2"},
		{"---", ""},
		{"\xff bad \xfe", "bad"},
	} {
		if got := graph.Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) is %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Kōbe (Hyōgo)", "İ", "ﬁ", "ᾳ\u0345", "\u1E9E", "a\u0300\u0315", "각", "\u0345", "ǰ̌", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := graph.Fold(s)
		if again := graph.Fold(folded); again != folded {
			t.Errorf("Fold(%q) is %q, and folded again %q", s, folded, again)
		}
		if !utf8.ValidString(folded) {
			t.Errorf("Fold(%q) is %q, which is not UTF-8", s, folded)
		}
		for _, r := range folded {
			if r != ' ' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
				t.Errorf("Fold(%q) is %q with %q", s, folded, r)
			}
		}
		if folded != strings.Join(strings.Fields(folded), " ") {
			t.Errorf("Fold(%q) is %q, whose blanks are not single", s, folded)
		}
		if diff := cmp.Diff(strings.Fields(folded), graph.Words(s)); diff != "" {
			t.Errorf("Words(%q) (-want +got):\n%s", s, diff)
		}
	})
}

func TestNormalizeURL(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"https://example.org/a", "https://example.org/a"},
		{" HTTP://WWW.Example.ORG:80/A/ ", "https://www.example.org/A"},
		{"https://example.org:443/", "https://example.org"},
		{"https://example.org", "https://example.org"},
		{"https://example.org:8443/a", "https://example.org:8443/a"},
		{"https://user:secret@example.org/a#part", "https://example.org/a"},
		{"https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"},
		{"https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"},
		{"https://example.org/a?", "https://example.org/a"},
		{"https://example.org/a%20b", "https://example.org/a%20b"},
		{"no address at all", "no address at all"},
		{"/only/a/path", "/only/a/path"},
		{"mailto:desk@example.org", "mailto:desk@example.org"},
		{"http://[broken", "http://[broken"},
	} {
		if got := graph.NormalizeURL(tt.in); got != tt.want {
			t.Errorf("NormalizeURL(%q) is %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzNormalizeURL(f *testing.F) {
	f.Add("HTTP://Example.org:80/a/?b=2&a=1&utm_x=1#top")
	f.Add("https://example.org/%2F/")
	f.Add("x://h?a;b")
	f.Fuzz(func(t *testing.T, s string) {
		once := graph.NormalizeURL(s)
		if twice := graph.NormalizeURL(once); twice != once {
			t.Errorf("%q becomes %q and then %q", s, once, twice)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"folded": "united states cyber command",
		"ASCII":  "US Cyber Command is hacking the servers of the group, two officials said.",
		"accent": "Álvaro Uribe a critiqué l'accord à Bogotá.",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				graph.Fold(s)
			}
		})
	}
}
