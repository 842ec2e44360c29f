package language_test

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// check reports everything that Analyse promises and a document breaks.
func check(t *testing.T, in string, d *language.Document) {
	t.Helper()
	if n := utf8.RuneCountInString(in); d.Len() != n {
		t.Fatalf("%d code points, the input has %d", d.Len(), n)
	}
	if !utf8.ValidString(d.Text) {
		t.Fatal("text is not valid UTF-8")
	}
	runes := []rune(in)
	end, paragraph := 0, 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Start < end || s.Paragraph < paragraph || len(s.Tokens) == 0 {
			t.Fatalf("sentence %d: %v behind %d, paragraph %d after %d, %d tokens", i, s.Span, end, s.Paragraph, paragraph, len(s.Tokens))
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d: %v is not from its first to its last token", i, s.Span)
		}
		end, paragraph = s.Start, s.Paragraph
		roots := 0
		for j, tok := range s.Tokens {
			if tok.Start < end || tok.End <= tok.Start {
				t.Fatalf("sentence %d, token %d: %v behind %d", i, j, tok.Span, end)
			}
			end = tok.End
			if want := string(runes[tok.Start:tok.End]); tok.Text != want || d.Slice(tok.Span) != want {
				t.Fatalf("sentence %d, token %d: %q, Slice %q, text has %q", i, j, tok.Text, d.Slice(tok.Span), want)
			}
			if tok.POS == "" || tok.Tag == "" || tok.Relation == "" {
				t.Fatalf("sentence %d, token %d: no tags: %+v", i, j, tok)
			}
			if (tok.Head < 0) != (tok.Relation == language.Root) || tok.Head >= len(s.Tokens) || tok.Head == j {
				t.Fatalf("sentence %d, token %d: head %d, relation %s", i, j, tok.Head, tok.Relation)
			}
			if tok.Head < 0 {
				roots++
			}
			if first, last := s.Subtree(j); first > j || last < j {
				t.Fatalf("sentence %d, token %d: subtree from %d to %d", i, j, first, last)
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d: %d roots", i, roots)
		}
		if first, last := s.Subtree(s.Root()); first != 0 || last != len(s.Tokens)-1 {
			t.Fatalf("sentence %d: the root's subtree is %d to %d of %d", i, first, last, len(s.Tokens))
		}
		next := 0
		for _, n := range s.Names {
			if n.First < next || n.Last < n.First || n.Last >= len(s.Tokens) || n.Type == "" {
				t.Fatalf("sentence %d: name %+v behind %d of %d", i, n, next, len(s.Tokens))
			}
			next = n.Last + 1
		}
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{
		"", " ", "\xff\xfe", "A", "He left.", "“It’s over,” she said — and it was.",
		"U.S. ...?!\"')]", "a\u0301 \u200b\ufeff x\u00ady", "\r\n\r\n•\t1. (a) http://", "''''\"\"\"``", "日本語。テスト",
		"LIMA, June 2 (Wire) - The mayor resigned.", "n't 's cannot gonna '90s .5 -3 +4 5km 10a.m.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, s, language.Analyse(s)) })
}

func TestAnalyseHostileText(t *testing.T) {
	for name, text := range map[string]string{
		"no blanks":        strings.Repeat("a", 1<<20),
		"no blanks, dots":  strings.Repeat("a.", 1<<19),
		"hyphens":          strings.Repeat("a-", 1<<16),
		"apostrophes":      strings.Repeat("a'", 1<<17),
		"digits":           strings.Repeat("1-", 1<<17),
		"brackets":         strings.Repeat("(", 1<<17),
		"closing brackets": strings.Repeat(". )", 1<<15),
		"notes":            "a. " + strings.Repeat("[1] ", 1<<14),
		"quotation marks":  strings.Repeat(`"`, 100_000),
		"apart":            strings.Repeat(`" `, 100_000),
		"newlines":         strings.Repeat("\n", 1<<20),
		"lines":            strings.Repeat("A\n", 1<<15),
		"bad bytes":        strings.Repeat("\xff", 1<<18),
		"at signs":         strings.Repeat("a@b.", 1<<16),
		"one sentence":     strings.Repeat("and the man said that ", 1<<13),
		"capitals":         strings.Repeat("THE MAN OF ", 1<<13),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, text, language.Analyse(text))
		})
	}
}

func TestAnalyseIsAFunctionOfTheText(t *testing.T) {
	text := strings.Repeat("Rebels killed two soldiers in Qaim on Monday. \"We left,\" Omar Haddad said.\n\n", 5)
	want := language.Analyse(text)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got := language.Analyse(text)
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(language.Document{}, language.Sentence{})); diff != "" {
				t.Errorf("the same text, another analysis:\n%s", diff)
			}
		})
	}
	wg.Wait()
}

func TestSlice(t *testing.T) {
	d := language.Analyse("Ünï \xffcode…")
	for _, c := range []struct {
		span language.Span
		want string
	}{
		{language.Span{Start: 0, End: 3}, "Ünï"},
		{language.Span{Start: 4, End: 5}, "\ufffd"},
		{language.Span{Start: 9, End: 10}, "…"},
		{language.Span{Start: -5, End: 99}, "Ünï \ufffdcode…"},
		{language.Span{Start: 3, End: 2}, ""},
	} {
		if got := d.Slice(c.span); got != c.want {
			t.Errorf("Slice(%v) = %q, want %q", c.span, got, c.want)
		}
	}
}
