// Package lemma finds the dictionary form of tagged words: by a table of what
// the training trees say against the rules, then by the rules of English
// inflection, which ask a list of known words where spelling alone does not
// tell ("hoped" or "hopped", "raised" or "arrested").
package lemma

import (
	"bytes"
	"fmt"
	"strings"
)

// Lexicon holds the table and the known words. It may be shared.
type Lexicon struct {
	exceptions map[string]string // "tag form" to lemma
	known      map[string]bool   // "class lemma"
}

// Read reads a lexicon: a line "tag<TAB>form<TAB>lemma" is an exception, a line
// "class<TAB>lemma" a known word, class being V, N or A.
func Read(data []byte) (*Lexicon, error) {
	n := bytes.Count(data, []byte("\n"))
	l := &Lexicon{exceptions: make(map[string]string, n/2), known: make(map[string]bool, n)}
	text := string(data)
	for line := 1; text != ""; line++ {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		key, rest, ok := strings.Cut(row, "\t")
		if !ok {
			return nil, fmt.Errorf("lexicon, line %d: no tab", line)
		}
		if form, lemma, ok := strings.Cut(rest, "\t"); ok {
			l.exceptions[key+" "+form] = lemma
		} else {
			l.known[key+" "+rest] = true
		}
	}
	return l, nil
}

// Lemma returns the lemma of a word with its Penn Treebank tag.
func (l *Lexicon) Lemma(word, tag string) string {
	word = strings.ReplaceAll(word, "\u00ad", "")
	low := strings.ReplaceAll(strings.ToLower(word), "’", "'")
	if e, ok := l.exceptions[tag+" "+low]; ok {
		return e
	}
	switch tag {
	case "NNP", "FW", "ADD":
		return word
	case "NNPS":
		return l.nameSingular(word, low)
	}
	return l.Rule(low, tag)
}

// nameSingular keeps the capitals of a plural name.
func (l *Lexicon) nameSingular(word, low string) string {
	s := l.Rule(low, "NNS")
	if len(s) <= len(word) && strings.HasPrefix(low, s) {
		return word[:len(s)]
	}
	if n := len(s) - 1; n >= 0 && n <= len(word) && s[:n] == low[:n] {
		return word[:n] + s[n:]
	}
	return word
}

// Rule returns the lemma by the rules alone.
func (l *Lexicon) Rule(low, tag string) string {
	if len(low) > 64 {
		return low
	}
	switch tag {
	case "NNS":
		return l.plural(low, "N")
	case "VBZ":
		return l.plural(low, "V")
	case "VBD", "VBN":
		if s, ok := strings.CutSuffix(low, "ied"); ok && len(s) > 1 {
			return s + "y"
		}
		if s, ok := strings.CutSuffix(low, "ed"); ok && hasVowel(s) {
			return l.stem(s, "V")
		}
	case "VBG":
		if s, ok := strings.CutSuffix(low, "ing"); ok && hasVowel(s) {
			return l.stem(s, "V")
		}
	case "JJR", "RBR":
		return l.compared(low, "er")
	case "JJS", "RBS":
		return l.compared(low, "est")
	}
	return low
}

// plural takes the s off a noun or verb.
func (l *Lexicon) plural(low, class string) string {
	s, ok := strings.CutSuffix(low, "s")
	if !ok || len(low) < 3 {
		if s, ok := strings.CutSuffix(low, "men"); ok && class == "N" {
			return s + "man"
		}
		return low
	}
	if l.known[class+" "+s] {
		return s
	}
	if e, ok := strings.CutSuffix(s, "ie"); ok && len(e) > 1 {
		return e + "y"
	}
	if e, ok := strings.CutSuffix(s, "e"); ok {
		if l.known[class+" "+e] {
			return e
		}
		for _, end := range []string{"ss", "sh", "ch", "x", "zz", "o"} {
			if strings.HasSuffix(e, end) {
				return e
			}
		}
	}
	if strings.HasSuffix(s, "s") && class == "N" && len(s) > 3 && !strings.HasSuffix(s, "es") {
		return low // "species" is known, "chess" has no plural
	}
	return s
}

// stem mends what is left when -ed or -ing is off.
func (l *Lexicon) stem(s, class string) string {
	undoubled := s
	n := len(s)
	if n > 2 && s[n-1] == s[n-2] && !vowel(s[n-1]) {
		undoubled = s[:n-1]
	}
	bases := []string{s, s + "e", undoubled}
	if doubles(s) {
		bases = []string{s + "e", s, undoubled} // "fined": "fin" makes "finned"
	}
	for _, c := range bases {
		if l.known[class+" "+c] {
			return c
		}
	}
	if undoubled != s && !strings.ContainsRune("lsfz", rune(s[n-1])) {
		return undoubled
	}
	if wantsE(s) {
		return s + "e"
	}
	return s
}

// doubles reports whether a verb or adjective of that spelling doubles its last
// letter: one syllable with one short vowel and one consonant behind it.
func doubles(s string) bool {
	n := len(s)
	if n < 2 || vowel(s[n-1]) || strings.ContainsRune("wxy", rune(s[n-1])) || !vowel(s[n-2]) {
		return false
	}
	for i := range n - 2 {
		if vowel(s[i]) && !(s[i] == 'u' && i > 0 && s[i-1] == 'q') {
			return false
		}
	}
	return true
}

// wantsE guesses from the spelling whether a silent e was dropped.
func wantsE(s string) bool {
	n := len(s)
	if n < 2 {
		return false
	}
	last, before := s[n-1], s[n-2]
	switch last {
	case 'c', 'v', 'z', 'u':
		return true
	case 'g':
		return before == 'd' || before == 'r' || before == 'l' || before == 'a' || before == 'n' && n > 3 && s[n-3] == 'e'
	case 's':
		return vowel(before) || before == 'r' || before == 'n' || before == 'l'
	case 'k', 'd', 'p', 'b':
		return vowel(before) && (n < 3 || !vowel(s[n-3]))
	case 't':
		return before == 'a' || before == 'u' && n > 3 && !vowel(s[n-3])
	case 'r':
		return (before == 'i' || before == 'a' || before == 'u') && n > 2 && !vowel(s[n-3])
	case 'l':
		return !vowel(before) && before != 'l' && before != 'r' && before != 'w' || before == 'i' && n > 3 && !vowel(s[n-3])
	case 'n', 'm':
		return (before == 'i' || before == 'u' || before == 'a') && n > 3 && !vowel(s[n-3])
	}
	return false
}

func (l *Lexicon) compared(low, end string) string {
	s, ok := strings.CutSuffix(low, end)
	if !ok || len(s) < 2 {
		return low
	}
	if e, ok := strings.CutSuffix(s, "i"); ok {
		return e + "y"
	}
	return l.stem(s, "A")
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

func hasVowel(s string) bool {
	for i := range len(s) {
		if vowel(s[i]) || s[i] == 'y' && i > 0 {
			return true
		}
	}
	return false
}
