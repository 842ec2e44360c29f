package coding

// How often an event is right that was found in some way: of a thousand of that way in the first
// 1,286 marked sentences of training/sentences, those at whose trigger the marks
// have an event of the same type. Where a way was seen less than fifty times it is
// drawn towards its neighbours, and all are a few points lower than was measured, because the
// tables have seen these sentences. What the classifier adds has its own confidence, see package
// kind. TestReliability measures again.
var (
	verbSure = [...]int{everybody: 800, several: 830, withThing: 760, oneSource: 770, oneTarget: 620, onlyThing: 700, nobody: 600}
	nounSure = [...]int{everybody: 800, several: 790, withThing: 760, oneSource: 680, oneTarget: 800, onlyThing: 760, nobody: 690}
)

// What is said of who takes part.
const (
	everybody = iota // somebody does it to somebody
	several          // equals, or several who do it
	withThing        // one side is an actor, the other one no known actor
	oneSource
	oneTarget
	onlyThing
	nobody
)

// Confidence that is no share of a way: of meetings that only an absence tells, and what is taken
// off where a participant is only inferred.
const (
	absenceSure   = 650
	inferredCosts = 20
)

// sure is the confidence of an event.
func (e *event) sure() int {
	if e.confidence > 0 {
		return e.confidence
	}
	who := nobody
	switch s, t, things := len(e.sources), len(e.targets), len(e.touched)+len(e.doers); {
	case s > 0 && t > 0:
		who = everybody
	case s > 1:
		who = several
	case s+t > 0 && things > 0:
		who = withThing
	case s > 0:
		who = oneSource
	case t > 0:
		who = oneTarget
	case things > 0:
		who = onlyThing
	}
	if e.frame.noun {
		return nounSure[who]
	}
	return verbSure[who]
}
