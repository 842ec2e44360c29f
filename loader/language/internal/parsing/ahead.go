package parsing

import "github.com/actorgraph/actorgraph/loader/language/internal/perceptron"

// ahead is what comes in the sentence from one word on, further away than the
// parser's window: in "'We will stay,' the tired old minister said" the verb
// that governs all is the last word.
type ahead struct {
	verb  int  // the first finite verb from here on, none if it is too far
	word  int  // the first word that is no mark
	quote bool // inside a quotation
}

// furthest is the number of words that are looked ahead.
const furthest = 12

var (
	finite = hashes("xVBD", "xVBZ", "xVBP", "xMD")
	marks  = hashes("x,", "x.", "x:", "x``", "x''", "x-LRB-", "x-RRB-", "xHYPH", "xNFP")
	opens  = perceptron.Hash("x``")
	closes = perceptron.Hash("x''")
)

func hashes(names ...string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, n := range names {
		m[perceptron.Hash(n)] = true
	}
	return m
}

// start makes the parser ready for a sentence.
func (p *Parser) start(words []Word) {
	p.words = words
	p.state.reset(len(words))
	n := len(words)
	if cap(p.ahead) <= n {
		p.ahead = make([]ahead, 2*n+16)
	}
	p.ahead = p.ahead[:n+1]
	verb, word := none, none
	p.ahead[n] = ahead{verb: none, word: none}
	for i := n - 1; i >= 0; i-- {
		if x := words[i].XPOS; finite[x] {
			verb = i
		} else if verb != none && verb > i+furthest {
			verb = none
		}
		if !marks[words[i].XPOS] {
			word = i
		}
		p.ahead[i] = ahead{verb: verb, word: word}
	}
	inside := false
	for i := range words {
		switch words[i].XPOS {
		case opens:
			inside = true
		case closes:
			inside = false
		}
		p.ahead[i].quote = inside
	}
}

// quoted tells whether word i is inside a quotation.
func (p *Parser) quoted(i int) uint32 {
	if i != none && p.ahead[i].quote {
		return 1
	}
	return 0
}
