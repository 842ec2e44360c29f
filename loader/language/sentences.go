package language

import (
	"strings"
	"unicode"
)

// longest is the number of tokens at which a sentence is cut even without an
// end, so that what works on sentences stays fast on text that has none.
const longest = 600

// ruled returns the index of the first token of every sentence among the
// tokens of one paragraph, by rules alone.
func ruled(t *text, toks []Span) []int {
	if len(toks) == 0 {
		return nil
	}
	starts := []int{0}
	from := dateline(t, toks)
	if from > 0 {
		starts = append(starts, from)
	}
	for i := from; i+1 < len(toks); {
		end := i + 1
		if isEnd(t, toks, i) && !isListNumber(t, toks[starts[len(starts)-1]:i+1]) {
			end = closers(t, toks, i)
			if end < len(toks) && begins(t, toks, i, end) {
				starts = append(starts, end)
				i = end
				continue
			}
		}
		if end-starts[len(starts)-1] >= longest && end < len(toks) {
			starts = append(starts, end)
		}
		i = end
	}
	return starts
}

// isEnd reports whether token i can end a sentence.
func isEnd(t *text, toks []Span, i int) bool {
	last := t.runes[toks[i].End-1]
	return last == '.' || last == '?' || last == '!' || last == '…' || last == '。'
}

// isListNumber recognises "3." at the start of a list item.
func isListNumber(t *text, toks []Span) bool {
	return len(toks) == 2 && toks[0].Len() <= 3 && unicode.IsDigit(t.runes[toks[0].Start]) && toks[0].End == toks[1].Start
}

// closers returns the index behind the closing quotes and brackets that follow
// token i.
func closers(t *text, toks []Span, i int) int {
	j := i + 1
	for j < len(toks) {
		tok := toks[j]
		if isNote(t, toks, j) {
			j += 3
			continue
		}
		if !isClosing(t.runes[tok.Start]) || tok.Len() > 2 {
			break
		}
		if ambiguous(t.runes[tok.Start]) && !closesHere(t, toks, j) {
			break
		}
		j++
	}
	return j
}

// isNote recognises the mark of a note, "[12]", which belongs to the sentence
// before it.
func isNote(t *text, toks []Span, j int) bool {
	return j+2 < len(toks) && t.runes[toks[j].Start] == '[' && unicode.IsDigit(t.runes[toks[j+1].Start]) && t.runes[toks[j+2].Start] == ']'
}

func isClosing(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '›', ')', ']', '}':
		return true
	}
	return false
}

func ambiguous(r rune) bool { return r == '"' || r == '\'' }

// closesHere: a straight quotation mark closes if it is glued to what comes
// before and not to what comes behind. Stretches with blanks on both sides, as
// in tokenised text, close.
func closesHere(t *text, toks []Span, j int) bool {
	glued := toks[j-1].End == toks[j].Start
	if glued {
		return true
	}
	return j+1 >= len(toks) || toks[j].End != toks[j+1].Start
}

// begins reports whether a sentence begins at token next, when token i has
// ended one and next-1 is the last closing mark.
func begins(t *text, toks []Span, i, next int) bool {
	first := next
	for first < len(toks) && isOpening(t.runes[toks[first].Start]) {
		first++
	}
	if first >= len(toks) {
		return first > next && toks[next-1].End < toks[next].Start
	}
	end, r := toks[i], t.runes[toks[first].Start]
	spaced := toks[next-1].End < toks[next].Start
	word := t.slice(end.Start, end.End)
	if !spaced && !(unicode.IsUpper(r) && end.Len() == 1) {
		return false
	}
	if strings.HasSuffix(word, ".") && end.Len() > 1 && strings.Trim(word, ".") != "" {
		return endsWithAbbreviation(t, toks, i, first)
	}
	switch {
	case unicode.IsLower(r):
		// "Really?" he asked. "... and so on": only a full stop ends for sure.
		return word == "." && next == i+1
	case word == "..." || word == "…" || word == "..":
		return unicode.IsUpper(r) || first > next
	case unicode.IsLetter(r), unicode.IsDigit(r), first > next:
		return true
	}
	return spaced && !strings.ContainsRune(",;:)]}-–—", r)
}

// endsWithAbbreviation decides whether the abbreviation at token i ends its
// sentence, when the next word is token first.
func endsWithAbbreviation(t *text, toks []Span, i, first int) bool {
	r := t.runes[toks[first].Start]
	if unicode.IsLower(r) || !unicode.IsLetter(r) && first == i+1 {
		return false
	}
	word := strings.ToLower(strings.TrimSuffix(t.slice(toks[i].Start, toks[i].End), "."))
	if titles[word] && !enders[word] || inner[word] && toks[i].Len() > 2 {
		return false
	}
	if toks[first].Len() > 24 {
		return false
	}
	next := strings.ToLower(t.slice(toks[first].Start, toks[first].End))
	if toks[i].Len() == 2 { // an initial, or "Plan B."
		return starters[next] && next != "a" && next != "i"
	}
	return starters[next] || first > i+1 && t.runes[toks[i+1].Start] != '('
}

// isTerminated reports whether the tokens end as a sentence does.
func isTerminated(t *text, toks []Span) bool {
	for i := len(toks) - 1; i >= 0; i-- {
		r := t.runes[toks[i].Start]
		if toks[i].Len() <= 2 && isClosing(r) {
			continue
		}
		return isEnd(t, toks, i)
	}
	return false
}
