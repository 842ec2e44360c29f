package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/loader/language"
	"github.com/actorgraph/actorgraph/loader/language/internal/annotated"
	"github.com/actorgraph/actorgraph/loader/language/internal/form"
	"github.com/actorgraph/actorgraph/loader/language/internal/naming"
)

// gumTypes leads from GUM's types to ours; times are no names.
var gumTypes = map[string]string{
	"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "abstract": "MISC", "object": "MISC",
	"substance": "MISC", "animal": "MISC", "plant": "MISC",
}

// gumGenres are those whose texts are like ours.
var gumGenres = map[string]bool{"news": true, "interview": true, "speech": true, "bio": true, "court": true}

// fromGUM brings the names of GUM to our habits. Its names are whole phrases,
// with articles, titles, appositions and what else hangs on them; ours stop at
// the name.
func fromGUM(m *language.Models, ds []annotated.Document) []annotated.Document {
	var out []annotated.Document
	for _, d := range ds {
		if !gumGenres[d.Genre] {
			continue
		}
		ours := annotated.Document{ID: d.ID, Text: d.Text}
		analysed := m.Analyse(d.Text)
		begins := map[int]bool{}
		for _, e := range d.Entities {
			if e.Level == "name" {
				begins[e.Start] = true
			}
		}
		for _, e := range d.Entities {
			typ := gumTypes[e.Type]
			if e.Level != "name" || typ == "" {
				continue
			}
			if at, ok := core(analysed, e, typ, begins); ok {
				ours.Entities = append(ours.Entities, annotated.Entity{Start: at.Start, End: at.End, Type: typ})
			}
		}
		out = append(out, ours)
	}
	return out
}

// core finds the name around the head word of a phrase that GUM calls a name:
// the capitalised words before it, and behind it as far as small words join
// them. begins tells where other such phrases begin: two names that "and" joins
// are two.
func core(d *language.Document, e annotated.Entity, typ string, begins map[int]bool) (at language.Span, ok bool) {
	k, found := slices.BinarySearchFunc(d.Sentences, e.Head[0], func(s language.Sentence, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return at, false
	}
	s := &d.Sentences[k]
	lo, hi := s.At(e.Start), min(s.At(e.End-1), len(s.Tokens)-1)
	head := s.At(e.Head[0])
	if head < lo || head > hi || !isNameWord(s.Tokens[head].Text) {
		return at, false // "European region": the head is no name
	}
	first, last := head, head
	for i := head - 1; i >= lo; i-- {
		t := s.Tokens[i].Text
		if isNameWord(t) && !isArticle(t) {
			first = i
			continue
		}
		if joins(t) && i > lo && isNameWord(s.Tokens[i-1].Text) && !(isPossessive(t) && typ == "PER") {
			continue
		}
		break
	}
	for i := head + 1; i <= hi; i++ {
		t := s.Tokens[i].Text
		if isNameWord(t) {
			last = i
			continue
		}
		if !joins(t) || typ == "PER" && isComplement(t) || strings.EqualFold(t, "and") && i < hi && begins[s.Tokens[i+1].Start] {
			break
		}
	}
	for typ == "PER" && first < last && isTitle(s.Tokens[first].Text) {
		first++
	}
	if typ == "PER" && isTitle(s.Tokens[last].Text) {
		return at, false // "the President of the Senate": an office
	}
	return s.SpanOf(first, last), true
}

// isNameWord: names are made of words with a capital, and numbers.
func isNameWord(w string) bool {
	r := []rune(w)[0]
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// joins reports whether a word ties words of a name together.
func joins(w string) bool {
	return w != "(" && naming.CuesOf(form.Lower(w))&naming.Connector != 0 || isPossessive(w)
}

// isComplement reports whether a word leads on from a person's name: "Ann Lee |
// of Ulster".
func isComplement(w string) bool { return w == "of" || w == "for" || w == "and" || w == "&" }

func isTitle(w string) bool { return naming.CuesOf(form.Lower(w))&naming.Title != 0 }

func isArticle(w string) bool {
	switch strings.ToLower(w) {
	case "the", "a", "an", "this", "that", "my", "your", "his", "her", "our", "their", "its":
		return true
	}
	return false
}

func isPossessive(w string) bool { return w == "'s" || w == "’s" || w == "'" }
