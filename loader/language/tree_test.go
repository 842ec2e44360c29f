package language_test

import (
	"slices"
	"testing"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/google/go-cmp/cmp"
)

// tree is "The old men who left slept", sleeping at the root.
func tree() *language.Sentence {
	s := &language.Sentence{}
	at := 0
	for _, w := range []struct {
		text     string
		head     int
		relation language.Relation
	}{
		{"The", 2, language.DetRelation}, {"old", 2, language.AMod}, {"men", 5, language.NSubj},
		{"who", 4, language.NSubj}, {"left", 2, language.AclRelCl}, {"slept", -1, language.Root},
	} {
		s.Tokens = append(s.Tokens, language.Token{Span: language.Span{Start: at, End: at + len(w.text)}, Text: w.text, Head: w.head, Relation: w.relation})
		at += len(w.text) + 1
	}
	s.Link()
	return s
}

func TestTree(t *testing.T) {
	s := tree()
	if got := s.Root(); got != 5 {
		t.Errorf("Root = %d", got)
	}
	if diff := cmp.Diff([]int{0, 1, 4}, slices.Collect(s.Children(2))); diff != "" {
		t.Errorf("children of men: %s", diff)
	}
	if got := s.Child(2, language.Acl); got != 4 {
		t.Errorf("Child(men, acl) = %d, want left, a subtype", got)
	}
	if got := s.Child(2, language.Obj, language.AMod); got != 1 {
		t.Errorf("Child(men, obj or amod) = %d", got)
	}
	if got := s.Child(5, language.Obj); got != -1 {
		t.Errorf("Child(slept, obj) = %d", got)
	}
	if first, last := s.Subtree(2); first != 0 || last != 4 {
		t.Errorf("subtree of men: %d to %d", first, last)
	}
	if got, want := s.SubtreeSpan(4), (language.Span{Start: 12, End: 20}); got != want {
		t.Errorf("span of the clause: %v, want %v", got, want)
	}
	if diff := cmp.Diff([]int{4, 2, 5}, slices.Collect(s.Ancestors(3))); diff != "" {
		t.Errorf("ancestors of who: %s", diff)
	}
	if !s.Dominates(2, 3) || !s.Dominates(3, 3) || s.Dominates(3, 2) {
		t.Error("men dominates who and not the other way round")
	}
	path, apex := s.Path(1, 3)
	if diff := cmp.Diff([]int{1, 2, 4, 3}, path); diff != "" || apex != 1 {
		t.Errorf("path from old to who: apex %d\n%s", apex, diff)
	}
	for offset, want := range map[int]int{0: 0, 3: 1, 4: 1, 12: 3, 25: 5, 99: 6} {
		if got := s.At(offset); got != want {
			t.Errorf("At(%d) = %d, want %d", offset, got, want)
		}
	}
}

func TestNameAt(t *testing.T) {
	s := tree()
	s.Names = []language.Name{{First: 1, Last: 2, Type: language.PER}, {First: 4, Last: 4, Type: language.LOC}}
	var got []int
	for i := range s.Tokens {
		got = append(got, s.NameAt(i))
	}
	if diff := cmp.Diff([]int{-1, 0, 0, -1, 1, -1}, got); diff != "" {
		t.Error(diff)
	}
}

// TestTreeWithBadHeads: sentences put together by hand may be wrong, but
// nothing panics or runs on.
func TestTreeWithBadHeads(t *testing.T) {
	s := tree()
	s.Tokens[2].Head, s.Tokens[4].Head, s.Tokens[5].Head = 4, 2, 99
	s.Link()
	for i := range s.Tokens {
		for range s.Ancestors(i) {
		}
		for range s.Children(i) {
		}
		s.Subtree(i)
		s.Path(i, 0)
	}
	if path, _ := s.Path(2, 5); path != nil {
		t.Errorf("a path between parts that do not hang together: %v", path)
	}
}

func TestRelation(t *testing.T) {
	for _, c := range []struct {
		r, o language.Relation
		want bool
	}{
		{language.NSubj, language.NSubj, true},
		{language.NSubjPass, language.NSubj, true},
		{language.NSubj, language.NSubjPass, false},
		{"nsubjx", language.NSubj, false},
	} {
		if got := c.r.Is(c.o); got != c.want {
			t.Errorf("%s.Is(%s) = %v", c.r, c.o, got)
		}
	}
	if got := language.NSubjPass.Base(); got != language.NSubj {
		t.Errorf("Base = %s", got)
	}
}
