package identity

import (
	"github.com/actorgraph/actorgraph/graph"
)

// localOffices are the offices of towns and regions.
var localOffices = map[string]bool{
	"mayor": true, "mayoress": true, "governor": true, "councillor": true, "councilor": true, "councilman": true, "councilwoman": true, "alderman": true,
	"prefect": true, "burgomaster": true, "council": true,
}

// IsLocalOffice reports whether a noun names an office of a town or a region.
func IsLocalOffice(noun string) bool { return localOffices[noun] }

// LocalBody is the id of the body that governs a town or a region: whoever is mayor there
// holds office in it.
func LocalBody(p *graph.Place) graph.ID {
	return graph.NamedActorID(graph.ClassBody, "government of "+graph.Fold(p.Name), string(p.CountryCode))
}

// BodyOfPlace is the rule of mentions that conclude such a body from the name of its place.
const BodyOfPlace = "body.local"

// linkLocal adds the body of every town and region beside which the text names such an office:
// "the mayor of Torvik", "the Kano governor".
func (v *resolver) linkLocal() {
	for i, sc := range v.scans {
		for _, f := range v.found[i] {
			if f.typ != TypePlace || f.place < 0 || f.land != "" || !v.besideOffice(sc, f) {
				continue
			}
			p := &v.places[f.place]
			m := newFound(sc, f.first, f.last, TypeAgency)
			m.form, m.head, m.inferred = Nominal, f.head, true
			m.actor = v.actor(graph.ActorRecord{ID: LocalBody(p), Named: true},
				Profile{Name: "Government of " + p.Name, Kind: graph.Agency, Country: string(p.CountryCode), Sectors: []graph.Sector{"GOV"}})
			m.step(v.doc, BodyOfPlace, "whoever holds this office governs the place: its government", f.first, f.last)
			n := &nominal{found: *m}
			n.mentions = []*found{m}
			v.nominal[i] = append(v.nominal[i], n)
		}
	}
}

// besideOffice reports whether a local office stands before "of" and a place, or behind the place.
func (v *resolver) besideOffice(sc *scan, f *found) bool {
	t := f.first - 1
	for range 4 {
		switch sc.lower(t) {
		case "the", "of", "city", "town", "state", "province":
			t--
			continue
		}
		break
	}
	if t < f.first-1 && localOffices[lemmaAt(sc, t)] {
		return true
	}
	t = f.last + 1
	if t < len(sc.Tokens) && sc.possessive(t) {
		t++
	}
	for range 3 {
		if localOffices[lemmaAt(sc, t)] {
			return true
		}
		switch sc.lower(t) {
		case "deputy", "vice", "acting", "former", "outgoing", "lieutenant", "state", "city":
			t++
			continue
		}
		break
	}
	return false
}
