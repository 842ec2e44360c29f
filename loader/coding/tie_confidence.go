package coding

import "github.com/actorgraph/actorgraph/graph"

// tieShare is how many of the ties of a rule were right, and how many there were, among those whose
// two ends the documents mark from which the scorer of ties is learned. No rule was made from them.
// FAMILY_OF and offices go their own ways under one rule, so they are counted apart.
type tieShare struct{ right, of int }

var (
	officeShares = map[string]tieShare{
		"tie/apposition": {15, 20}, "tie/copula": {23, 30}, "tie/title": {28, 37}, "tie/becoming": {28, 37}, "tie/beside": {7, 9}, "tie/capacity": {13, 19},
	}
	kinShares  = map[string]tieShare{"tie/apposition": {40, 42}, "tie/copula": {11, 11}, "tie/title": {40, 58}, "tie/beside": {15, 15}, "tie/kin": {16, 19}}
	verbShares = map[graph.Relation]tieShare{
		graph.BasedIn: {25, 26}, graph.EmployedBy: {20, 22}, graph.FamilyOf: {22, 26}, graph.Founded: {34, 38}, graph.Leads: {4, 5},
		graph.LocatedIn: {45, 51}, graph.MemberOf: {27, 32}, graph.Owns: {4, 7},
	}
	// Those documents tell of no fights, so that the shares of fights and allies are set low.
	otherShares = map[string]tieShare{
		"tie/unit": {26, 26}, "tie/word": {11, 11}, "tie/people": {79, 79}, "tie/seat": {6, 6}, "tie/member": {19, 22}, "tie/fight": {4, 6}, "tie/ally": {4, 6},
	}
	impliedShare = tieShare{23, 37}   // the body is concluded
	anyShare     = tieShare{539, 626} // all rules together: for what was not seen there
)

// confidence is the share in thousandths, drawn a little towards one half where few were seen.
func (s tieShare) confidence() int { return (s.right + 1) * 1000 / (s.of + 2) }

// confidenceOf is how sure a tie by a rule is.
func confidenceOf(rule string, rel graph.Relation, implied bool) int {
	s, ok := otherShares[rule]
	switch {
	case implied:
		s, ok = impliedShare, true
	case rel == graph.FamilyOf && rule != "tie/verb":
		s, ok = kinShares[rule]
	case rule == "tie/verb":
		s, ok = verbShares[rel]
	case !ok:
		s, ok = officeShares[rule]
	}
	if !ok {
		s = anyShare
	}
	return s.confidence()
}
