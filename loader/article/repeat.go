package article

import (
	"math/bits"
	"slices"
	"strings"
)

// Fewest words for which repetition tells anything; in quotation marks three are enough.
const (
	fewestRepeated = 4
	fewestQuoted   = 3
	longestQuote   = 50
)

// dropRepeated leaves out lines that say word for word what another line says. The first
// one stays, unless a later one ends as a sentence and it does not: then it was a
// standfirst or a caption.
func dropRepeated(ps []paragraph) {
	seen := map[string]int{}
	for i := range ps {
		p := &ps[i]
		if p.rule != "" || len(p.words) < fewestRepeated {
			continue
		}
		first, ok := seen[p.folded]
		switch {
		case !ok:
			seen[p.folded] = i
		case p.terminated && !ps[first].terminated:
			ps[first].rule = RuleRepeated
			seen[p.folded] = i
		default:
			p.rule = RuleRepeated
		}
	}
}

// dropPullQuotes leaves out short lines whose words all stand, in the same order and
// without a gap, in a longer paragraph, and the speaker's name below them.
//
// Windows of words are compared by their hashes. A position is looked at once for every
// length of a candidate that starts with the same three words, at most longestQuote, so
// the time is linear in the text.
func dropPullQuotes(ps []paragraph) {
	var (
		number     = map[string]uint64{}   // of each word
		quotes     = map[window][]int{}    // paragraphs by their words
		lengths    = map[[3]uint64][]int{} // of the quotes that start with these words
		numbered   = make([][]uint64, len(ps))
		head       = func(w []uint64) [3]uint64 { return [3]uint64{w[0], w[1], w[2]} }
		candidates = 0
	)
	for i := range ps {
		p := &ps[i]
		if p.rule != "" || len(p.words) < fewestQuoted {
			continue
		}
		w := make([]uint64, len(p.words))
		for k, word := range p.words {
			n, ok := number[word]
			if !ok {
				n = uint64(len(number) + 1)
				number[word] = n
			}
			w[k] = n
		}
		numbered[i] = w
		if len(w) > longestQuote || len(w) < fewestRepeated && !isQuoted(p.text) {
			continue
		}
		candidates++
		key := window{len(w), hash(w)}
		quotes[key] = append(quotes[key], i)
		if h := head(w); !slices.Contains(lengths[h], len(w)) {
			lengths[h] = append(lengths[h], len(w))
		}
	}
	if candidates == 0 {
		return
	}
	for _, w := range numbered {
		if len(w) <= fewestQuoted {
			continue
		}
		var sums []uint64
		for at := 0; at+fewestQuoted <= len(w); at++ {
			for _, n := range lengths[head(w[at:])] {
				if n >= len(w) || at+n > len(w) {
					continue
				}
				if sums == nil {
					sums = prefixHashes(w)
				}
				key := window{n, between(sums, at, at+n)}
				// Those found are found once: a text may repeat a quote without end.
				quotes[key] = slices.DeleteFunc(quotes[key], func(q int) bool {
					if !slices.Equal(numbered[q], w[at:at+n]) {
						return false
					}
					ps[q].rule = RulePullQuote
					return true
				})
			}
		}
	}
	for i := 1; i < len(ps); i++ {
		if p := &ps[i]; p.rule == "" && ps[i-1].rule == RulePullQuote && p.isSpeakerLine() {
			p.rule = RulePullQuote
		}
	}
}

// isSpeakerLine: "— Jane Doe, defence minister".
func (p *paragraph) isSpeakerLine() bool {
	return len(p.words) <= 12 && !p.terminated && strings.ContainsRune("—–-~", p.glyphs[0].r)
}

// window is a number of words and their hash.
type window struct {
	length int
	hash   uint64
}

// Polynomial hashes modulo a Mersenne prime.
const (
	prime = 1<<61 - 1
	base  = 0x1db2_c6a4_93e7_5b1f % prime
)

func times(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return (low&prime + (low>>61 | high<<3)) % prime
}

func hash(w []uint64) uint64 {
	var h uint64
	for _, n := range w {
		h = (times(h, base) + n) % prime
	}
	return h
}

// prefixHashes are the hashes of the first 0, 1, 2 … words, and powers are needed to
// take them apart again; the two alternate.
func prefixHashes(w []uint64) []uint64 {
	sums := make([]uint64, 2, 2*len(w)+2)
	sums[1] = 1
	for _, n := range w {
		last := sums[len(sums)-2:]
		sums = append(sums, (times(last[0], base)+n)%prime, times(last[1], base))
	}
	return sums
}

// between is the hash of words from to to.
func between(sums []uint64, from, to int) uint64 {
	return (sums[2*to] + prime - times(sums[2*from], sums[2*(to-from)+1])) % prime
}
