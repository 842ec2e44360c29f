package identity

import (
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// The type and the sphere of a nominal: what its noun and the words around it make of it.

// general are offices that the word before them turns into those of another sphere:
// "rebel leaders", "a union boss".
var general = map[string]bool{"leader": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "representative": true, "delegate": true, "chief": true, "head": true, "negotiator": true, "adviser": true, "advisor": true, "aide": true}

// privateSectors are the spheres whose leaders hold no public office.
var privateSectors = map[graph.Sector]bool{"REB": true, "UAF": true, "CRM": true, "BUS": true, "LAB": true, "REL": true, "JRN": true, "SOC": true, "PRM": true, "AGR": true}

// boardroom are the heads of companies, which a state body's name before or behind them makes
// officials: "the CIA director", "chairman of the Joint Chiefs".
var boardroom = map[string]bool{"director": true, "chairman": true, "chairwoman": true, "executive director": true, "deputy director": true, "manager": true}

// holdsOffice makes an official of a head of a company, with the spheres of his body.
func (n *nominal) holdsOffice(spheres []graph.Sector) {
	n.role = role{use: roleOffice, sectors: spheres, plural: n.role.plural}
	n.sectors = spheres
	n.typ = MentionType(n.role.kind(n.many, false))
}

// unknownPeople are words before people who are seen one by one, and are nobody's collective.
var unknownPeople = map[string]bool{"unidentified": true, "unknown": true, "armed": true, "hooded": true, "masked": true, "uniformed": true, "unnamed": true}

// anyOf reports whether one of some words stands from one token up to another.
func (sc *scan) anyOf(from, to int, words map[string]bool) bool {
	for t := max(from, 0); t < to; t++ {
		if words[sc.lower(t)] {
			return true
		}
	}
	return false
}

// setKind makes the type of a mention from its noun and the sphere before it.
func (v *resolver) setKind(n *nominal, before []graph.Sector) {
	few := n.count != nil && n.count.High != nil && *n.count.High <= 20
	kind := n.role.kind(n.many, few)
	if n.role.use == rolePerson && kind == graph.Group && n.sc.anyOf(n.first, n.head, unknownPeople) {
		kind = graph.Person
	}
	if n.role.use == roleOffice && len(before) > 0 && before[0] == "CVL" {
		n.sectors = n.role.sectors // "local officials"
	} else if n.role.use == roleOffice && len(before) > 0 {
		n.sectors = before
		if precise[n.role.first()] {
			n.sectors = mergeSpheres(before, n.role.sectors)
		}
		if general[singular(n.noun)] && privateSectors[before[0]] {
			kind = role{use: rolePerson}.kind(n.many, few)
		}
	}
	if (n.noun == "watchdog" || n.noun == "regulator") && graph.IsState(n.country) && !strings.Contains(n.sc.fold(n.first, n.head), "rights") {
		kind, n.sectors = graph.Agency, []graph.Sector{"GOV"} // "France's data watchdog"
	}
	n.typ = MentionType(kind)
}
