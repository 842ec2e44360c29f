package relation

// End is one of the things that a sentence names, as a pair is asked about.
type End struct {
	Token       int    // the word that the tree attaches
	First, Last int    // tokens of the mention, both inclusive
	Kind        string // "PERSON", "COUNTRY", "PLACE", "NATIONALITY" …
	Form        string // "NAME", "NOMINAL", "PRONOUN"
	Sector      string // the first of its sectors, "" for none
	State       string // code of the state that it belongs to or is, "" when unknown
}

// coarse is a kind without what is uncertain about it.
func (e *End) coarse() string {
	switch e.Kind {
	case "PERSON", "OFFICIAL":
		return "PER"
	case "AGENCY", "ORGANIZATION", "GROUP":
		return "ORG"
	case "COUNTRY":
		return "STATE"
	case "NATIONALITY":
		return "ADJ"
	}
	return "LOC"
}
