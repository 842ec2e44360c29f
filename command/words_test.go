package command

import (
	"testing"
	"time"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := number(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 events", 1: "1 event", 2000: "2,000 events"} {
		if got := count(n, "event"); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestTookWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0.0 s", 1250 * time.Millisecond: "1.2 s", 59 * time.Second: "59.0 s", 90*time.Second + 400*time.Millisecond: "1m30s",
	} {
		if got := tookWords(d); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}

func TestQuoteArgument(t *testing.T) {
	for s, want := range map[string]string{
		"":                 "''",
		"sqlite:news.db":   "sqlite:news.db",
		"sqlite:my news":   "'sqlite:my news'",
		"it's":             `'it'\''s'`,
		"$HOME;rm":         "'$HOME;rm'",
		"sqlite:Zürich.db": "'sqlite:Zürich.db'",
	} {
		if got := quoteArgument(s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func TestCompact(t *testing.T) {
	got := compact("# Which?\n{\n  events(first: 3) { # a few\n    totalCount\n  }\n}\n")
	if want := "{ events(first: 3) { totalCount } }"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOneLine(t *testing.T) {
	if got, want := oneLine("a\nb\x1b[2Jé\u202e"), `a\u000ab\u001b[2Jé\u202e`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
