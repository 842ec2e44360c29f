package language

import (
	"unicode/utf8"
)

// text is the input decoded once: code points for the rules to look at, and
// byte offsets, so that tokens are slices of one string and cost no copies.
type text struct {
	string string
	runes  []rune
	starts []uint32 // byte offset of each code point and of the end; nil: all one byte
}

// decode replaces every bad byte by one U+FFFD, as a range loop counts them.
func decode(s string) *text {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	t := &text{string: s, runes: []rune(s)}
	if ascii {
		return t
	}
	if !utf8.ValidString(s) {
		t.string = string(t.runes)
	}
	t.starts = make([]uint32, len(t.runes)+1)
	at := 0
	for i, r := range t.runes {
		t.starts[i] = uint32(at)
		at += utf8.RuneLen(r)
	}
	t.starts[len(t.runes)] = uint32(at)
	return t
}

func (t *text) slice(from, to int) string {
	if t.starts == nil {
		return t.string[from:to]
	}
	return t.string[t.starts[from]:t.starts[to]]
}
