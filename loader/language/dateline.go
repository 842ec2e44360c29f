package language

import (
	"strings"
	"unicode"
)

// longestDateline is the number of tokens that a dateline may have.
const longestDateline = 16

// dateline returns the number of tokens of the dateline that a paragraph opens
// with, 0 if there is none: "KABUL, May 3 (Wire) --", "LA PAZ:". It is a line of its
// own, no part of the first sentence's tree.
func dateline(t *text, toks []Span) int {
	sure, open, capitals := false, 0, true // capitals: so far all words are in capitals
	for i := 0; i+1 < len(toks) && i < longestDateline; i++ {
		r := t.runes[toks[i].Start]
		word := t.slice(toks[i].Start, toks[i].End)
		switch {
		case i > 0 && isDash(word):
			next := t.runes[toks[i+1].Start]
			spaced := toks[i-1].End < toks[i].Start && toks[i].End < toks[i+1].Start
			if sure && open == 0 && spaced && (unicode.IsUpper(next) || isOpening(next)) {
				return i + 1
			}
			if spaced {
				return 0
			}
		case word == ":":
			if sure && capitals && open == 0 && toks[i-1].End == toks[i].Start && unicode.IsUpper(t.runes[toks[i+1].Start]) && hasSmall(t, toks[i+1:]) {
				return i + 1
			}
			return 0
		case unicode.IsUpper(r):
			capitals = capitals && strings.ToUpper(word) == word && !strings.Contains(word, ".")
			sure = sure || capitals && toks[i].Len() > 2 || isMonth(word)
		case r == '(':
			open++
		case r == ')':
			open--
			// The agency in brackets stands right before the dash.
			sure = sure || isDash(t.slice(toks[i+1].Start, toks[i+1].End))
		case unicode.IsDigit(r), strings.ContainsRune(",./-", r):
		default:
			return 0
		}
		if i == 0 && !unicode.IsUpper(r) {
			return 0
		}
	}
	return 0
}

// hasSmall reports whether one of the next words has a small letter: the text is not in
// capitals as a whole.
func hasSmall(t *text, toks []Span) bool {
	for _, tok := range toks[:min(len(toks), 4)] {
		if strings.ContainsFunc(t.slice(tok.Start, tok.End), unicode.IsLower) {
			return true
		}
	}
	return false
}

func isDash(word string) bool {
	switch word {
	case "-", "--", "---", "—", "–", "_":
		return true
	}
	return false
}

func isMonth(word string) bool {
	switch strings.TrimSuffix(strings.ToLower(word), ".") {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}
