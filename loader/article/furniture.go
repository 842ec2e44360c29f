package article

import (
	"slices"
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/graph"
)

// furniture judges a paragraph by its own shape and words. It is empty for text.
// Rules that also take off whole sentences need words by which a page speaks to its
// reader; the others only take lines that end no sentence.
func (p *paragraph) furniture() Rule {
	n := len(p.words)
	switch {
	case n == 0:
		return RuleSeparator
	case n > longestFurniture:
		return ""
	case p.isCopyright():
		return RuleCopyright
	case p.isNewsletter():
		return RuleNewsletter
	case p.isCookies():
		return RuleCookies
	case p.isRelated():
		return RuleRelated
	case p.isSignOff():
		return RuleByline
	case p.isSocial():
		return RuleSocial
	case p.terminated:
		return ""
	case p.isAdvertisement():
		return RuleAdvertisement
	case p.isNavigation():
		return RuleNavigation
	case p.isShare():
		return RuleShare
	case p.isDate():
		return RuleDateline
	case p.isByline():
		return RuleByline
	case p.isCredit():
		return RuleCredit
	}
	return ""
}

const (
	// longestFurniture is the number of words of the longest of all, on cookies.
	longestFurniture = 80
	// longestNotice bounds a line that is known by words in its middle or at its end,
	// before which there could be text.
	longestNotice = 25
)

// phrase reports whether the words stand in the line one after the other.
func (p *paragraph) phrase(words string) bool {
	for rest := p.folded; ; {
		at := strings.Index(rest, words)
		if at < 0 {
			return false
		}
		end := at + len(words)
		if (at == 0 || rest[at-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
			return true
		}
		rest = rest[at+1:]
	}
}

// starts reports whether the line begins with the words.
func (p *paragraph) starts(words string) bool {
	rest, ok := strings.CutPrefix(p.folded, words)
	return ok && (rest == "" || rest[0] == ' ')
}

func (p *paragraph) has(words map[string]bool) bool {
	return slices.ContainsFunc(p.words, func(w string) bool { return words[w] })
}

// only reports whether every word is one of the given ones or a number.
func (p *paragraph) only(words map[string]bool) bool {
	return !slices.ContainsFunc(p.words, func(w string) bool { return !words[w] && !isNumber(w) })
}

func (p *paragraph) isCopyright() bool {
	lower := strings.ToLower(p.text)
	switch {
	case strings.HasPrefix(lower, "©"), strings.HasPrefix(lower, "(c) ") && p.hasYear():
		return !p.terminated || len(p.words) <= 12 || p.phrase("rights reserved")
	case p.words[0] == "copyright":
		return p.phrase("rights reserved") || strings.Contains(lower, "©") || strings.Contains(lower, "(c)") ||
			len(p.words) > 1 && isYear(p.words[1]) && len(p.words) <= 12
	}
	return len(p.words) <= longestNotice && p.phrase("all rights reserved") || p.starts("this material may not be") ||
		p.starts("no part of this") && p.phrase("may be")
}

func (p *paragraph) isNewsletter() bool {
	if len(p.words) > 45 || isQuoted(p.text) {
		return false
	}
	opened := slices.ContainsFunc(newsletterOpeners, p.starts)
	if !opened {
		return false
	}
	if !p.terminated && len(p.words) <= 6 && (p.words[0] == "subscribe" || p.starts("sign up") || p.starts("already a subscriber")) {
		return true
	}
	return p.has(newsletterNouns) && (p.has(newsletterAddress) || !p.terminated || p.starts("sign up") || p.starts("subscribe") || p.starts("already a"))
}

func (p *paragraph) isCookies() bool {
	if isQuoted(p.text) {
		return false
	}
	if !p.terminated && len(p.words) <= 10 && p.only(legalWords) && p.has(legalAnchors) {
		return true
	}
	here := p.phrase("this site") || p.phrase("this website") || p.phrase("our site") || p.phrase("our website") || p.phrase("your browser") || p.phrase("your device")
	switch {
	case p.phrase("cookies"):
		return here || p.starts("we use") || p.starts("we and our") || p.phrase("your consent") || p.phrase("your preferences")
	case p.phrase("javascript"):
		return here || p.starts("please enable") || p.starts("enable") || p.starts("you need to enable") || p.starts("javascript is")
	}
	return p.starts("your browser does not") || p.starts("your browser is") || p.starts("by continuing to use this")
}

// isRelated: "Read more: …", "Related", "More from Politics".
func (p *paragraph) isRelated() bool {
	if p.isRelatedHead() {
		return true
	}
	if at := strings.IndexAny(p.text, ":–—|"); at > 0 && at < 40 && len(p.words) <= 40 {
		if relatedHeads[graph.Fold(p.text[:at])] {
			return true
		}
	}
	if p.terminated {
		return false
	}
	short := len(p.words) <= 7
	return short && (p.starts("more from") || p.starts("more in") || p.starts("more on") || p.starts("read more") || p.starts("click here")) ||
		len(p.words) <= 20 && (p.starts("see also") || p.starts("also read") || p.starts("read also"))
}

// isRelatedHead reports whether the line is nothing but the heading of a list of links.
func (p *paragraph) isRelatedHead() bool {
	if len(p.words) > 7 || strings.HasSuffix(p.text, ".") && !strings.HasSuffix(p.text, "...") {
		return false
	}
	return relatedHeads[p.folded] && p.folded != "watch" && p.folded != "listen" || relatedLines[p.folded]
}

func (p *paragraph) isAdvertisement() bool {
	return len(p.words) <= 12 && p.only(adWords) && p.has(adAnchors)
}

func (p *paragraph) isNavigation() bool {
	n := len(p.words)
	switch {
	case navigationLines[p.folded]:
		return true
	case n <= 6 && (p.starts("skip") || p.starts("jump")) && (p.words[min(1, n-1)] == "to" || p.phrase("navigation")):
		return true
	case n == 2 && isNumber(p.words[0]) && (p.words[1] == "comments" || p.words[1] == "comment"):
		return true
	}
	return n <= 25 && isTrail(p.text)
}

// isTrail: a breadcrumb trail or a menu on one line, "Home > World > Europe", "News | Sport | Weather".
func isTrail(s string) bool {
	for _, mark := range []struct {
		separator string
		least     int
	}{{">", 2}, {"»", 2}, {"›", 2}, {"|", 3}, {"•", 3}, {"·", 3}, {" / ", 3}} {
		items := strings.Split(s, mark.separator)
		if len(items) < mark.least {
			continue
		}
		short := true
		for _, item := range items {
			n := len(strings.Fields(item))
			short = short && n <= 4
		}
		if short {
			return true
		}
	}
	return false
}

func (p *paragraph) isShare() bool {
	return len(p.words) <= 10 && p.only(shareWords) && p.has(shareAnchors)
}

// isSocial: "@somebody", "Follow us on Twitter", an address alone on its line.
func (p *paragraph) isSocial() bool {
	tokens := strings.Fields(p.text)
	if len(tokens) > 20 {
		return false
	}
	addresses, other := 0, 0
	for _, t := range tokens {
		t = strings.Trim(t, "()[],.;:|")
		switch {
		case isAddress(t):
			addresses++
		case t != "" && !followWords[graph.Fold(t)]:
			other++
		}
	}
	follows := p.words[0] == "follow" || p.words[0] == "like" || p.words[0] == "find" || p.words[0] == "join"
	asks := follows || p.words[0] == "contact" || p.words[0] == "email" || p.starts("write to") || p.starts("reach")
	return addresses > 0 && (other == 0 || asks && len(tokens) <= 16) ||
		follows && other == 0 && p.has(networks) ||
		p.words[0] == "follow" && !p.terminated && len(tokens) <= 10 && p.has(networks)
}

// isAddress: a handle, a hashtag, an e-mail or web address.
func isAddress(s string) bool {
	switch {
	case len(s) > 1 && (s[0] == '@' || s[0] == '#'):
		return strings.IndexFunc(s[1:], func(r rune) bool {
			return r != '_' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) < 0 && strings.IndexFunc(s, unicode.IsLetter) > 0
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"), strings.HasPrefix(s, "www."):
		return true
	}
	user, host, ok := strings.Cut(s, "@")
	return ok && user != "" && strings.Contains(host, ".")
}

// isQuoted: the line starts with a quotation mark, so somebody speaks in it.
func isQuoted(s string) bool {
	return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "‘") || strings.HasPrefix(s, "«") || strings.HasPrefix(s, "'") || strings.HasPrefix(s, "``")
}

func isNumber(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}

func isYear(w string) bool {
	return len(w) == 4 && isNumber(w) && (w[0] == '1' || w[0] == '2')
}

func (p *paragraph) hasYear() bool { return slices.ContainsFunc(p.words, isYear) }
