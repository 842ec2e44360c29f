package coding

import "github.com/actorgraph/actorgraph/graph"

// Sport speaks of games in the words of war: who "blew them apart" there has won.

// sporting is how many different words of sport, results such as 6-0 among them, make a sentence
// one about a game.
const sporting = 2

// playful drops assaults of a sentence about a game, unless somebody armed takes part or people
// are killed or hurt by it.
func (p *passage) playful() {
	if !p.sport() {
		return
	}
	for i := range p.toks {
		e := p.fired[i]
		if e == nil || e.typ != graph.Assault || e.harm() != "" || p.armedSide(e.sources) || p.armedSide(e.targets) {
			continue
		}
		delete(p.fired, i)
		p.eventless[i] = true
	}
}

func (p *passage) armedSide(side []party) bool {
	for _, x := range side {
		for _, s := range p.r.cast.Profiles[x.actor].Sectors {
			switch s {
			case "MIL", "REB", "COP", "UAF", "PRM", "CRM":
				return true
			}
		}
	}
	return false
}

// sport reports whether a sentence is about a game.
func (p *passage) sport() bool {
	seen := map[string]bool{}
	for i := range p.toks {
		switch {
		case p.r.lex.is(p.lem[i], "sport"):
			seen[p.lem[i]] = true
		case p.isScore(i):
			seen["score"] = true
		}
	}
	return len(seen) >= sporting
}

// isScore reports whether a result stands at a token: "6-0" in one or in three tokens.
func (p *passage) isScore(i int) bool {
	digits := func(s string) bool {
		for _, c := range s {
			if c < '0' || c > '9' {
				return false
			}
		}
		return len(s) == 1 || len(s) == 2
	}
	w := p.toks[i].Text
	for k := 1; k < len(w)-1; k++ {
		if w[k] == '-' {
			return digits(w[:k]) && digits(w[k+1:])
		}
	}
	return w == "-" && i > 0 && i+1 < len(p.toks) && digits(p.toks[i-1].Text) && digits(p.toks[i+1].Text)
}
