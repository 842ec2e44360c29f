package classes_test

import (
	"fmt"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language/internal/classes"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

func TestLookup(t *testing.T) {
	var b classes.Builder
	b.Add("shell", classes.Noun, 7)
	b.Add("shell", classes.Verb, 0)
	b.Add("shell", classes.Noun, 9)
	b.Add("employs", classes.Verb|classes.Third, 0)
	for i := range 5000 {
		b.Add(fmt.Sprint("w", form.Lower(fmt.Sprint(i))), classes.Adverb, 0)
	}
	data := b.Bytes()
	l, err := classes.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]classes.Class{
		"shell": classes.Noun | classes.Verb | 7<<16, "employs": classes.Verb | classes.Third, "nothing": 0,
	} {
		if got := l.Lookup(form.Lower(word)); got != want {
			t.Errorf("%s: %b, not %b", word, got, want)
		}
	}
	if got := l.Lookup(form.Lower("Shell")).Sense(); got != 7 {
		t.Errorf("sense %d", got)
	}
	if string(b.Bytes()) != string(data) {
		t.Error("the same words give another file")
	}
}

func FuzzOpen(f *testing.F) {
	var b classes.Builder
	f.Add(b.Bytes())
	b.Add("shell", classes.Noun, 7)
	f.Add(b.Bytes())
	f.Add([]byte("AGWC"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := classes.Open(data)
		if err != nil {
			return
		}
		for i := range uint32(64) {
			l.Lookup(i << 26)
		}
	})
}
