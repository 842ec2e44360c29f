package graph

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is the one way names, sentences and search words are compared, in every store:
// compatibility forms unified (NFKC), case folded, marks off, and what is not a letter,
// digit or mark replaced by single blanks. "Kōbe (Hyōgo)" folds to "kobe hyogo".
// Folding twice changes nothing.
func Fold(s string) string {
	if s == "" {
		return ""
	}
	if isFolded(s) {
		return s
	}
	s = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Me, r):
			// a mark: neither kept nor a gap, so that "Hyōgo" stays one word
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(r)
		default:
			blank = true
		}
	}
	// Taking marks off and composing again can make new case pairs or compatibility
	// forms, so repeat until nothing changes; one round suffices for all but a few.
	out := norm.NFC.String(b.String())
	if out != s {
		return Fold(out)
	}
	return out
}

// isFolded is the fast path: lower-case ASCII words with single blanks between them.
func isFolded(s string) bool {
	prev := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == ' ' && prev != ' ':
		default:
			return false
		}
		prev = c
	}
	return prev != ' '
}

// Words are the folded words of s, in order, repeats included.
func Words(s string) []string { return strings.Fields(Fold(s)) }

// trackingParameters are query parameters that never tell two pages apart.
var trackingParameters = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid", "ref_src"}

// NormalizeURL brings the spellings of one address together: scheme and host in lower
// case, http as https, without default port, fragment, trailing slash and tracking
// parameters, the other parameters sorted. What is no absolute URL is only trimmed.
func NormalizeURL(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return s
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme == "http" {
		u.Scheme = "https"
	}
	u.Host = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(u.Host), ":443"), ":80")
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	q := u.Query()
	for k := range q {
		if strings.HasPrefix(k, "utm_") || slices.Contains(trackingParameters, k) {
			q.Del(k)
		}
	}
	u.RawQuery = q.Encode()
	u.ForceQuery = false
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), ""
	return u.String()
}
