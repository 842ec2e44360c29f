package graphtest

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// member is an actor of a world and what passages may say of it.
type member struct {
	record    graph.ActorRecord
	names     []string // spellings in texts; the first is the usual one
	kinds     []graph.ActorKind
	countries []string
	sectors   []graph.Sector
}

func (m member) person() bool {
	return m.kinds[0] == graph.Person || m.kinds[0] == graph.Official
}

var countryNames = []struct {
	code  string
	names []string
}{
	{"USA", []string{"United States", "America", "USA"}},
	{"FRA", []string{"France", "République française"}},
	{"JPN", []string{"Japan", "日本"}},
	{"CIV", []string{"Côte d'Ivoire", "Ivory Coast"}},
	{"GRC", []string{"Greece", "Ελλάς"}},
	{"TUR", []string{"Türkiye", "Turkey"}},
	{"EGY", []string{"Egypt", "مصر"}},
	{"UKR", []string{"Ukraine", "Україна"}},
}

// Parts of names: some in other scripts, some that fold to the same.
var (
	givenNames  = []string{"Mira", "Míra", "Tarek", "Åsa", "Asa", "Олег", "Zoë", "Zoe", "李", "İlker", "Noor", "Søren"}
	familyNames = []string{"Kolda", "Köldä", "Ostrava", "Straßer", "STRASSER", "Ивлев", "Nguyễn", "O'Dell", "da Costa", "田中", "Haddad", "Ødegård"}
	bodyHeads   = []string{"Ministry", "Brigade", "Council", "Front", "Union", "Agency", "Comité", "Комитет", "Bureau", "Guard", "ﬁnance house", "Société"}
	bodyTails   = []string{"of Harbours", "of the North", "for Grain", "des Eaux", "of Straits", "Nord", "für Straßen", "fur Strassen", "Севера", "of Signals", "24", "al-Bahr", `"Quoted" %s`, "_or_ NOT", "'; --", "with\x00nothing"}
)

var bodyKinds = []graph.ActorKind{graph.Agency, graph.Agency, graph.Agency, graph.Group, graph.Group, graph.Organization}

// makeCast makes the countries and the actors that more than one article may name.
func (w *World) makeCast(d dice) {
	for _, c := range countryNames[:d.between(4, len(countryNames))] {
		key := "country:" + c.code
		w.countries = append(w.countries, member{
			record: graph.ActorRecord{ID: graph.RegisteredActorID(key), Named: true, Register: &graph.RegisterEntry{
				Key: key, Name: c.names[0], Kind: graph.Country, Aliases: c.names[1:], Country: graph.Text(c.code),
				Description: "a state", Wikidata: graph.Text("Q" + c.code),
			}},
			names: c.names, kinds: []graph.ActorKind{graph.Country}, countries: []string{c.code},
		})
	}
	for i := range 12 + w.articles/3 {
		m := w.someone(d)
		if d.chance(40) {
			w.register(d, &m, i)
		} else {
			class := graph.ClassBody
			if m.person() {
				class = graph.ClassPerson
			}
			code := ""
			if d.chance(40) {
				code = m.countries[0]
			}
			m.record = graph.ActorRecord{ID: graph.NamedActorID(class, m.names[0], code), Named: true}
		}
		if !w.hasActor(m.record.ID) {
			w.actors = append(w.actors, m)
		}
	}
}

// hasActor looks at the last few hundred only, which keeps large worlds quick to make; that
// an actor stands twice does no harm beyond that.
func (w *World) hasActor(id graph.ID) bool {
	for _, m := range w.actors[max(0, len(w.actors)-300):] {
		if m.record.ID == id {
			return true
		}
	}
	return false
}

// someone invents names, kinds, countries and sectors.
func (w *World) someone(d dice) member {
	var m member
	if d.chance(45) {
		family := pick(d, familyNames)
		m.names = []string{pick(d, givenNames) + " " + family, family}
		m.kinds = []graph.ActorKind{graph.Person, graph.Official}
		if d.chance(50) {
			m.kinds = []graph.ActorKind{graph.Official, graph.Person}
		}
	} else {
		head, tail := pick(d, bodyHeads), pick(d, bodyTails)
		m.names = []string{head + " " + tail, head, strings.ToUpper(head) + " " + tail}
		m.kinds = []graph.ActorKind{pick(d, bodyKinds), pick(d, bodyKinds)}
	}
	if w.articles > 100 { // large worlds need more names than the lists can give
		m.names[0] += fmt.Sprintf(" %d", d.IntN(w.articles))
	}
	if d.chance(40) { // an alias of other words
		m.names = append(m.names, pick(d, []string{"NF", "Harbour Watch", "the Lion", "Порт", "Ø"}))
	}
	for range d.between(1, 2) {
		code := pick(d, w.countries).countries[0]
		if d.chance(15) {
			code = pick(d, graph.SpecialCountryCodes)
		}
		m.countries = append(m.countries, code)
	}
	m.sectors = some(d, graph.Sectors, 2)
	return m
}

// register makes m an actor of the register.
func (w *World) register(d dice, m *member, number int) {
	key := fmt.Sprintf("world:%d", number)
	e := &graph.RegisterEntry{Key: key, Name: m.names[0], Kind: m.kinds[0], Aliases: m.names[1:], Sectors: m.sectors}
	if d.chance(70) {
		e.Country = graph.Text(m.countries[0])
	}
	if d.chance(50) {
		e.Description = graph.Text("known as " + m.names[0])
		e.Wikidata = graph.Text(fmt.Sprintf("Q%d", number))
	}
	m.record = graph.ActorRecord{ID: graph.RegisteredActorID(key), Named: true, Register: e}
}

// makePlaces makes the land of each country, with regions and towns in it.
func (w *World) makePlaces(d dice) {
	names := []string{"Hanbury", "Kōbara", "Kobara", "Übersee", "Нижний", "Vale", "Old Vale", "Saint-Éloi", "港町", "Vale"}
	for _, c := range w.countries {
		code := c.countries[0]
		land := graph.Place{
			ID: graph.PlaceID("country:"+code, "", ""), Name: c.names[0], CountryCode: graph.Text(code),
			CountryID: graph.CountryID(code), Precision: graph.CountryWide,
		}
		w.places = append(w.places, land)
		within := land.ID
		for i := range d.between(0, 4) {
			name := pick(d, names)
			place := graph.Place{Name: name, WithinID: within, Precision: pick(d, graph.PlacePrecisions)}
			if d.chance(60) {
				place.ID = graph.PlaceID(fmt.Sprintf("world:%s:%d", code, i), "", "")
				place.Located = true
				place.Latitude, place.Longitude = d.between(-90_000_000, 90_000_000), d.between(-180_000_000, 180_000_000)
				place.Wikidata = graph.Text(fmt.Sprintf("P%s%d", code, i))
			} else {
				place.ID = graph.PlaceID("", fmt.Sprintf("%s %d", name, i), code)
			}
			if d.chance(80) {
				place.CountryCode, place.CountryID = graph.Text(code), graph.CountryID(code)
			}
			w.places = append(w.places, place)
			if d.chance(50) {
				within = place.ID
			}
		}
	}
}

// place is a place by its id.
func (w *World) place(id graph.ID) graph.Place {
	for _, p := range w.places {
		if p.ID == id {
			return p
		}
	}
	return graph.Place{}
}
