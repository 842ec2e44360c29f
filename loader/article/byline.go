package article

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/actorgraph/actorgraph/graph"
)

// isSignOff: "Reporting by A in B; Editing by C", "D contributed to this report."
func (p *paragraph) isSignOff() bool {
	if len(p.words) > 40 || isQuoted(p.text) {
		return false
	}
	for _, head := range []string{"reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "reporting and writing by"} {
		if p.starts(head) {
			_, who, _ := strings.Cut(p.text, "by ")
			return isCapital(who) // "Writing by hand is hard" names nobody
		}
	}
	return len(p.words) <= longestNotice && (p.phrase("contributed to this report") || p.phrase("contributed to this story") || p.phrase("contributed to this article") || p.phrase("contributed reporting"))
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isByline: "By Jane Doe", "By Jane Doe and John Roe, Defence Correspondent | 12 March 2016".
func (p *paragraph) isByline() bool {
	name, _ := splitByline(p.text)
	if name != "" {
		return true
	}
	return staffLines[p.folded]
}

// splitByline is the name in a byline, and what follows it after a separator. The name is
// empty when s is no byline.
func splitByline(s string) (name, rest string) {
	if len(s) > 200 {
		return "", ""
	}
	found := false
	for _, head := range []string{"by ", "written by ", "story by ", "words by ", "report by "} {
		if len(s) > len(head) && strings.EqualFold(s[:len(head)], head) && !unicode.IsLower(rune(s[0])) {
			name, found = strings.TrimSpace(strings.TrimPrefix(s[len(head):], ":")), true
			break
		}
	}
	if !found {
		return "", ""
	}
	for _, mark := range []string{"|", "•", "·", " - ", " – ", " — ", ","} {
		if at := strings.Index(name, mark); at >= 0 {
			rest = strings.TrimSpace(name[at+len(mark):]) + " " + rest
			name = strings.TrimSpace(name[:at])
		}
	}
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 8 || !isNames(name) || len(strings.Fields(rest)) > 12 {
		return "", ""
	}
	for _, w := range words[:2] {
		f := graph.Fold(w)
		if f == "" || months[f] > 0 || dayWords[f] || isNumber(f) || f == "the" {
			return "", ""
		}
	}
	if !strings.ContainsFunc(s, unicode.IsDigit) && !isNames(rest) {
		return "", ""
	}
	return name, strings.TrimSpace(rest)
}

// isDate: the whole line is a date or time, perhaps with "Published", or says how long
// the article takes to read.
func (p *paragraph) isDate() bool {
	if len(p.words) > 14 {
		return false
	}
	numbers, names := 0, 0
	for _, w := range p.words {
		switch {
		case months[w] > 0:
			names++
		case isNumber(w) || isOrdinal(w) || isClock(w):
			numbers++
		case dayWords[w]:
		default:
			return p.only(readingWords) && p.has(readingVerbs) && p.hasNumber()
		}
	}
	if numbers == 0 {
		return false
	}
	return names > 0 || dateIn(p.text).Known() || strings.Contains(p.text, ":") || p.phrase("ago")
}

func (p *paragraph) hasNumber() bool {
	for _, w := range p.words {
		if isNumber(w) {
			return true
		}
	}
	return false
}

// isOrdinal: "4th". isClock: "10am".
func isOrdinal(w string) bool {
	n := len(w)
	return n >= 3 && n <= 4 && isNumber(w[:n-2]) && (w[n-2:] == "th" || w[n-2:] == "st" || w[n-2:] == "nd" || w[n-2:] == "rd")
}

func isClock(w string) bool {
	n := len(w)
	return n >= 3 && n <= 6 && isNumber(w[:n-2]) && (w[n-2:] == "am" || w[n-2:] == "pm")
}

// dateIn is the first full date in s that can be read in one way only: "12 March 2016",
// "March 12, 2016", "2016-03-12". Days written in figures alone, such as 03/12/2016, mean
// different days in different countries and are passed over.
func dateIn(s string) graph.Date {
	for w := range strings.FieldsSeq(s) {
		w = strings.Trim(w, "()[],.;|")
		if len(w) > 10 && w[10] == 'T' {
			w = w[:10]
		}
		if d, err := graph.ParseDate(w); err == nil && d.Known() {
			return d
		}
	}
	words := graph.Words(s)
	for i := 0; i+2 < len(words); i++ {
		day, month, year := words[i], words[i+1], words[i+2]
		if months[day] > 0 {
			day, month = month, day
		}
		if months[month] == 0 || !isYear(year) {
			continue
		}
		if isOrdinal(day) {
			day = day[:len(day)-2]
		}
		n, err := strconv.Atoi(day)
		if err != nil {
			continue
		}
		if d, err := graph.ParseDate(fmt.Sprintf("%s-%02d-%02d", year, months[month], n)); err == nil {
			return d
		}
	}
	return 0
}
