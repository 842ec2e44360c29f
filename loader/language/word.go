package language

import (
	"strings"
	"unicode"
)

// word cuts the word that starts at i, with all that is glued to it, and
// returns where it ends.
func (t *tokenizer) word(i, end int) int {
	rs := t.text.runes
	start, j := i, i+1
	for j < end {
		if isWordRune(rs[j]) {
			j++
			continue
		}
		if j+1 < end && t.joins(start, j, end) {
			j += 2
			continue
		}
		break
	}
	if j < end && rs[j] == '.' && t.keepsStop(start, j, end) {
		j++
	}
	t.split(start, j)
	if j < end && isApostrophe(rs[j]) {
		return t.apostrophe(j, end)
	}
	return j
}

// joins reports whether the mark at j, with a code point behind it, lies inside
// a word.
func (t *tokenizer) joins(start, j, end int) bool {
	rs := t.text.runes
	before, mark, after := rs[j-1], rs[j], rs[j+1]
	if !isWordRune(after) {
		return false
	}
	digits := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch mark {
	case '.':
		if digits {
			return true
		}
		return letterDot(rs, start, j, end)
	case ',', ':':
		return digits
	case '/':
		return digits || j == start+1 && (j+2 >= end || !isWordRune(rs[j+2])) // 9/11, w/o
	case '&':
		return unicode.IsUpper(before) && unicode.IsUpper(after) || j-start <= 2 && unicode.IsLetter(before) && (j+2 >= end || !isWordRune(rs[j+2]))
	case '-':
		return t.hyphenJoins(start, j, end)
	case '\'', '’', 'ʼ':
		return t.apostropheJoins(start, j, end)
	case '@', '%':
		return false
	}
	return false
}

// letterDot recognises U.S., a.m., Ph.D.: single letters with dots between.
func letterDot(rs []rune, start, j, end int) bool {
	if !unicode.IsLetter(rs[j-1]) || !unicode.IsLetter(rs[j+1]) {
		return false
	}
	if j-start == 2 && unicode.IsUpper(rs[start]) && unicode.IsUpper(rs[j+1]) && rs[j-1] == 'h' {
		return true // Ph.D
	}
	short := j-1 == start || rs[j-2] == '.' || rs[j-2] == '-'
	return short && (j+2 >= end || !unicode.IsLetter(rs[j+2]) || isInitials(rs, j+1, end))
}

// isInitials: "U.SA" does not go on, "J.R.R.Tolkien" does up to the last dot.
func isInitials(rs []rune, i, end int) bool {
	return i+1 < end && rs[i+1] == '.'
}

// hyphenJoins keeps prefixes, numbers with several hyphens and codes together.
func (t *tokenizer) hyphenJoins(start, j, end int) bool {
	rs := t.text.runes
	if j-start > 12 {
		return false
	}
	if unicode.IsDigit(rs[j-1]) && unicode.IsDigit(rs[j+1]) {
		return severalHyphens(rs, start, end)
	}
	before := strings.ToLower(string(rs[start:j]))
	if prefixes[before] && unicode.IsLetter(rs[j+1]) {
		// Capital letters before the hyphen are a name's: "X-Ray" is, "A-list" too,
		// but "CO-led" is not.
		return j-start == 1 && !unicode.IsUpper(rs[start]) || j-start > 1 && !(unicode.IsUpper(rs[j-1]) && !unicode.IsUpper(rs[j+1]))
	}
	if j+1 < end {
		k := min(wordEnd(rs, j+1, end), j+8)
		return suffixes[string(rs[j+1:k])] && unicode.IsLetter(rs[j-1]) && !unicode.IsUpper(rs[start])
	}
	return false
}

// severalHyphens recognises telephone numbers and dates: digits with two
// hyphens and more, or three digits, a hyphen, four digits.
func severalHyphens(rs []rune, start, end int) bool {
	hyphens, hyphen := 0, 0
	i := start
	for ; i < end && i < start+40; i++ {
		if rs[i] == '-' {
			hyphens++
			hyphen = i
		} else if !unicode.IsDigit(rs[i]) {
			break
		}
	}
	if hyphens == 1 {
		return hyphen-start == 3 && i-hyphen-1 == 4
	}
	return hyphens > 1
}

// apostropheJoins keeps O'Connor, Ba'ath, d'état, o'clock and n't-words; the
// clitics are cut later.
func (t *tokenizer) apostropheJoins(start, j, end int) bool {
	rs := t.text.runes
	if (rs[j-1] == 'n' || rs[j-1] == 'N') && (rs[j+1] == 't' || rs[j+1] == 'T') && (j+2 >= end || !isWordRune(rs[j+2])) && j-1 > start {
		return true
	}
	k := cliticEnd(rs, j, end)
	return k == 0 || k < end && isWordRune(rs[k])
}

// keepsStop reports whether the full stop at j belongs to the word.
func (t *tokenizer) keepsStop(start, j, end int) bool {
	rs := t.text.runes
	if j+1 < end && rs[j+1] == '.' {
		return false // an ellipsis
	}
	if j-start > 12 {
		return false
	}
	word := rs[start:j]
	if len(word) == 1 {
		return unicode.IsUpper(word[0]) || inner[string(word)] && j+1 >= end
	}
	for _, r := range word {
		if unicode.IsDigit(r) {
			return false
		}
	}
	if word[len(word)-2] == '.' { // U.S, a.m
		return true
	}
	w := strings.ToLower(string(word))
	switch {
	case numbered[w]:
		return j+2 < len(rs) && unicode.IsSpace(rs[j+1]) && unicode.IsDigit(rs[j+2])
	case ordinary[w]:
		return unicode.IsUpper(word[0])
	}
	return titles[w] || enders[w] || inner[w]
}

// split emits the word from start to end, cut at clitics, units and
// contractions.
func (t *tokenizer) split(start, end int) {
	rs := t.text.runes
	n := end - start
	if n >= 4 && n <= 6 {
		if at := contractions[strings.ToLower(t.text.slice(start, end))]; at > 0 {
			t.emit(start, start+at)
			t.emit(start+at, end)
			return
		}
	}
	if n > 3 && isApostrophe(rs[end-2]) && (rs[end-1] == 't' || rs[end-1] == 'T') && (rs[end-3] == 'n' || rs[end-3] == 'N') {
		t.emit(start, end-3)
		t.emit(end-3, end)
		return
	}
	if unicode.IsDigit(rs[start]) && unicode.IsLetter(rs[end-1]) && n < 24 || n > 1 && rs[end-1] == '.' && unicode.IsDigit(rs[start]) && n < 24 {
		i := start
		for i < end && !unicode.IsLetter(rs[i]) {
			i++
		}
		if i < end && units[strings.ToLower(t.text.slice(i, end))] && !decade(rs[start:i], rs[i:end]) {
			t.emit(start, i)
			t.emit(i, end)
			return
		}
	}
	t.emit(start, end)
}

// decade recognises 1990s and 20s, whose s is no unit.
func decade(number, unit []rune) bool {
	return len(unit) == 1 && (unit[0] == 's' || unit[0] == 'S')
}
