package parsing

import (
	"fmt"
	"math"
	"strings"
)

// Scorer is a model, finished or in training.
type Scorer interface {
	Labels() []string
	Score(features []uint32, scores []int32)
}

// Parser parses sentences. It keeps buffers: one goroutine, one parser.
type Parser struct {
	scorer    Scorer
	kinds     []byte
	relations []string

	guide    *Guide // nil without
	words    []Word
	ahead    []ahead // of each word, and of the root
	state    state
	features []uint32
	scores   []int32
}

// New returns a parser. Labels that are no moves are an error.
func New(s Scorer) (*Parser, error) {
	p := &Parser{scorer: s, features: make([]uint32, 0, 160), scores: make([]int32, len(s.Labels()))}
	shifts := 0
	for _, l := range s.Labels() {
		kind, relation, _ := strings.Cut(l, " ")
		if kind != "S" && kind != "L" && kind != "R" {
			return nil, fmt.Errorf("label %q is no move of the parser", l)
		}
		if kind == "S" {
			shifts++
		}
		p.kinds = append(p.kinds, kind[0])
		p.relations = append(p.relations, relation)
	}
	if shifts != 1 || !contains(p.kinds, left) || !contains(p.kinds, right) {
		return nil, fmt.Errorf("the labels lack a move of the parser")
	}
	return p, nil
}

func contains(kinds []byte, kind byte) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return false
}

// Parse sets heads to the index of each word's head, -1 for the root, and
// relations to the relations. Both are as long as words.
func (p *Parser) Parse(words []Word, heads []int, relations []string) {
	p.start(words)
	for !p.state.done() {
		p.extract()
		p.scorer.Score(p.features, p.scores)
		m := p.best(p.scores)
		p.state.apply(p.kinds[m], uint8(m))
	}
	for i := range words {
		heads[i], relations[i] = p.state.heads[i], p.relations[p.state.labels[i]]
		if heads[i] == len(words) {
			heads[i], relations[i] = -1, "root"
		} else if relations[i] == "root" {
			relations[i] = "dep"
		}
	}
}

// best returns the first of the highest-scored moves that the state allows.
func (p *Parser) best(scores []int32) int {
	b, high := -1, int32(math.MinInt32)
	can := p.allowed()
	for m, k := range p.kinds {
		if can[k-'A'] && (b < 0 || scores[m] > high) {
			b, high = m, scores[m]
		}
	}
	return b
}

func (p *Parser) allowed() (can [26]bool) {
	can[shift-'A'] = p.state.canShift()
	can[left-'A'] = p.state.canLeft()
	can[right-'A'] = p.state.canRight()
	return can
}
