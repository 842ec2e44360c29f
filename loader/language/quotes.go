package language

// settleQuotes tags straight quotation marks by the blanks around them, which
// the tagger does not see: `"Yes," he said` opens, then closes.
func (e *engine) settleQuotes(s *Sentence, tagged []uint8) {
	if e.opening < 0 || e.closing < 0 {
		return
	}
	for i := range s.Tokens {
		if s.Tokens[i].Text != `"` || s.Tokens[i].Len() == 0 {
			continue
		}
		left := i > 0 && s.Tokens[i-1].End == s.Tokens[i].Start
		right := i+1 < len(s.Tokens) && s.Tokens[i].End == s.Tokens[i+1].Start
		switch {
		case right && !left:
			tagged[i] = uint8(e.opening)
		case left && !right:
			tagged[i] = uint8(e.closing)
		}
	}
}

// label returns the index of a pair of tags, -1 if the model has none such.
func (m *Models) label(u UPOS, x XPOS) int {
	for i, p := range m.pairs {
		if p.UPOS == string(u) && p.XPOS == string(x) {
			return i
		}
	}
	return -1
}
