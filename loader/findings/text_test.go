package findings_test

import (
	"strings"
	"testing"

	"github.com/actorgraph/actorgraph/loader"
	"github.com/actorgraph/actorgraph/loader/article"
	"github.com/actorgraph/actorgraph/loader/findings"
	"github.com/actorgraph/actorgraph/loader/identity"
)

func TestText(t *testing.T) {
	golden(t, "page.txt", findings.Page{Dropped: true}.Text(extracted()))
}

// TestTextColors: colours change nothing but colours.
func TestTextColors(t *testing.T) {
	x := extracted()
	colored := findings.Page{Color: true}.Text(x)
	if !strings.Contains(colored, "\x1b[") {
		t.Error("there is no colour")
	}
	var plain strings.Builder
	for i, part := range strings.Split(colored, "\x1b[") {
		if i > 0 {
			_, part, _ = strings.Cut(part, "m")
		}
		plain.WriteString(part)
	}
	if want := (findings.Page{}).Text(x); plain.String() != want {
		t.Errorf("got\n%s\nwant\n%s", plain.String(), want)
	}
}

// TestTextIsSafe: what an article or a file name holds cannot command a terminal.
func TestTextIsSafe(t *testing.T) {
	x := extracted()
	x.Article.Origin = "a\x1b]0;owned\x07.txt"
	x.Article.Publisher = "The \u202eGazette\nFrance -> Norway"
	x.Cast.Profiles[0].Name = "A name\x1b[2J\r"
	text := findings.Page{Dropped: true}.Text(x)
	if i := strings.IndexAny(text, "\x1b\x07\r\u202e"); i >= 0 {
		t.Errorf("got %q", text[max(0, i-20):min(len(text), i+20)])
	}
	if strings.Contains(text, "\nFrance -> Norway") {
		t.Error("a publisher made a line of its own")
	}
}

// TestTextToldAgain: a passage that tells an event of the text once more says so, and no other does.
func TestTextToldAgain(t *testing.T) {
	const told = "told again"
	for text, want := range map[string]int{
		"Russian shelling killed four farmers in Kherson on Friday.":               1,
		"France recalled its ambassador on Friday. Norway expelled two diplomats.": 0,
	} {
		page := findings.Page{}.Text(loader.Extract(article.Article{Text: text}, identity.Default()))
		if got := strings.Count(page, told); got != want {
			t.Errorf("%s: %d passages are %s, want %d:\n%s", text, got, told, want, page)
		}
	}
}
