package graph

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	s = norm.NFKC.String(cases.Fold().String(strings.Map(upperCherokee, norm.NFKC.String(s))))
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

// upperCherokee brings Cherokee letters to one case first: cases.Fold changes the case of
// either, so that folding twice would not be folding once.
func upperCherokee(r rune) rune {
	if unicode.Is(unicode.Cherokee, r) {
		return unicode.ToUpper(r)
	}
	return r
}

// foldASCII folds text of ASCII alone, which most names and sentences are, without the
// Unicode tables. It reports false for any other, and returns s itself where nothing changes.
func foldASCII(s string) (string, bool) {
	changed, blank := false, true // a blank at the start goes
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return "", false
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			blank = false
		case c == ' ' && !blank:
			blank = true
		default:
			changed = true
		}
	}
	if !changed && !blank {
		return s, true
	}
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			out = append(out, c)
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	return strings.TrimSuffix(string(out), " "), true
}

// Words are the folded words of s, in order, repeats included.
func Words(s string) []string { return strings.Fields(Fold(s)) }

// trackingParameters are query parameters that never tell two pages apart.
var trackingParameters = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "smid", "ref_src"}

// isAbsolute reports whether an address names a page without its surroundings.
func isAbsolute(address string) bool {
	u, err := url.Parse(strings.TrimSpace(address))
	return err == nil && u.Scheme != "" && u.Hostname() != ""
}

// NormalizeURL brings the spellings of one address together: scheme and host in lower
// case, http as https, without user, default port, fragment, trailing slash and tracking
// parameters, the other parameters sorted. What is no absolute URL is only trimmed.
// Normalizing twice changes nothing.
func NormalizeURL(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.Scheme == "" {
		return s
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme == "http" {
		u.Scheme = "https"
	}
	u.Host = strings.ToLower(u.Host)
	if p := u.Port(); p == "443" || p == "80" {
		u.Host = strings.TrimSuffix(u.Host, ":"+p)
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	// By hand, since url.Values loses what it cannot parse, such as a ";".
	parameters := slices.DeleteFunc(strings.Split(u.RawQuery, "&"), func(p string) bool {
		name, _, _ := strings.Cut(p, "=")
		return p == "" || strings.HasPrefix(name, "utm_") || slices.Contains(trackingParameters, name)
	})
	slices.Sort(parameters)
	u.RawQuery, u.ForceQuery = strings.Join(parameters, "&"), false
	u.RawPath = strings.TrimRight(u.EscapedPath(), "/") // escaped: "%2F" is no slash
	if u.Path, err = url.PathUnescape(u.RawPath); err != nil {
		return s
	}
	return u.String()
}
