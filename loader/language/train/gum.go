package main

import (
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
		text := []rune(d.Text)
		for _, e := range d.Entities {
			typ := gumTypes[e.Type]
			if e.Level != "name" || typ == "" || e.Start < 0 || e.End > len(text) {
				continue
			}
			if from, to := core(m, text[e.Start:e.End], typ); from < to {
				ours.Entities = append(ours.Entities, annotated.Entity{Start: e.Start + from, End: e.Start + to, Type: typ})
			}
		}
		out = append(out, ours)
	}
	return out
}

// core finds the name in a phrase whose head is a name.
func core(m *language.Models, phrase []rune, typ string) (from, to int) {
	words := m.Analyse(string(phrase))
	var tokens []language.Token
	for _, s := range words.Sentences {
		tokens = append(tokens, s.Tokens...)
	}
	i := 0
	for i < len(tokens) && !isCapitalised(tokens[i].Text) || i < len(tokens) && isArticle(tokens[i].Text) {
		i++
	}
	first, last := i, -1
	for ; i < len(tokens); i++ {
		t := tokens[i].Text
		switch {
		case isCapitalised(t) || unicode.IsDigit([]rune(t)[0]):
			last = i
			continue
		case isPossessive(t) && typ == "PER" && i+1 < len(tokens) && isCapitalised(tokens[i+1].Text):
			first, last = i+1, -1 // "the party's Ann Lee"
			continue
		case naming.CuesOf(form.Lower(t))&naming.Connector != 0 && t != "(":
			continue
		case isPossessive(t) && i+1 < len(tokens):
			continue
		}
		if unicode.IsLetter([]rune(t)[0]) && !naming.IsPreposition(t) {
			return 0, 0 // "European region": the head is no name
		}
		break
	}
	for typ == "PER" && first < last && naming.CuesOf(form.Lower(tokens[first].Text))&naming.Title != 0 {
		first++
		if !isCapitalised(tokens[first].Text) {
			return 0, 0 // "President of the Senate": an office
		}
	}
	if last < first {
		return 0, 0
	}
	if typ == "PER" {
		for _, t := range tokens[first : last+1] {
			if t.Text == "of" {
				return 0, 0
			}
		}
	}
	return tokens[first].Start, tokens[last].End
}

func isCapitalised(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

func isArticle(w string) bool {
	switch strings.ToLower(w) {
	case "the", "a", "an", "this", "that", "my", "your", "his", "her", "our", "their", "its":
		return true
	}
	return false
}

func isPossessive(w string) bool { return w == "'s" || w == "’s" || w == "'" }
