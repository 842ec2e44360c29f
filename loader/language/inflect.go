package language

// inflect sets the features of all tokens: what the tag says, and the voice,
// which only the tree tells.
func inflect(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Feats = tagFeatures(t.Tag)
		switch {
		case t.POS == PRON:
			t.Feats.Person, t.Feats.Number = pronoun(t.Lemma, t.Text, t.Feats)
		case t.Tag == "VBN":
			t.Feats.Voice = Active
			if passive(s, i) {
				t.Feats.Voice = Passive
			}
		}
	}
}

// passive: with its auxiliary, or as a participle behind its noun ("the men
// killed on Monday"), which English has only of passives.
func passive(s *Sentence, i int) bool {
	t := &s.Tokens[i]
	if s.Child(i, AuxPass, NSubjPass, CSubjPass, OblAgent) >= 0 {
		return true
	}
	if t.Relation == Acl || t.Relation == AdvCl {
		return s.Child(i, AuxRelation) < 0
	}
	// A conjunct shares the auxiliary: "was arrested and charged".
	if t.Relation == Conj && t.Head < i && t.Head >= 0 && s.Tokens[t.Head].Tag == "VBN" {
		return s.Tokens[t.Head].Feats.Voice == Passive && s.Child(i, AuxRelation, NSubj) < 0
	}
	return false
}

func tagFeatures(tag XPOS) Features {
	switch tag {
	case "VB":
		return Features{Form: Infinitive}
	case "VBD":
		return Features{Form: Finite, Tense: Past}
	case "VBZ":
		return Features{Form: Finite, Tense: Present, Number: Singular, Person: 3}
	case "VBP":
		return Features{Form: Finite, Tense: Present}
	case "MD":
		return Features{Form: Finite}
	case "VBN":
		return Features{Form: Participle, Tense: Past}
	case "VBG":
		return Features{Form: Participle, Tense: Present}
	case "NN", "NNP":
		return Features{Number: Singular}
	case "NNS", "NNPS":
		return Features{Number: Plural}
	}
	return Features{}
}

// pronoun returns person and number of a pronoun.
func pronoun(lemma, text string, f Features) (uint8, Number) {
	switch lemma {
	case "I", "my", "mine", "myself":
		return 1, Singular
	case "we", "our", "ours", "ourselves":
		return 1, Plural
	case "you", "your", "yours", "yourself":
		return 2, NoNumber
	case "he", "she", "it", "his", "her", "hers", "its", "himself", "herself", "itself":
		return 3, Singular
	case "they", "their", "theirs", "themselves":
		return 3, Plural
	}
	switch text {
	case "this", "that", "This", "That":
		return f.Person, Singular
	case "these", "those", "These", "Those":
		return f.Person, Plural
	}
	return f.Person, f.Number
}
