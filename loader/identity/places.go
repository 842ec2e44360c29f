package identity

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

func (r *Register) addPlace(get func(string) string) error {
	p := graph.Place{
		Name: get("name"), CountryCode: graph.Text(get("country")),
		Precision: graph.PlacePrecision(get("precision")), Wikidata: graph.Text(get("wikidata")),
	}
	if p.Precision == "" {
		p.Precision = graph.City
	}
	if lat, err := strconv.Atoi(get("latitude")); err == nil {
		lon, err := strconv.Atoi(get("longitude"))
		if err != nil {
			return fmt.Errorf("longitude of %s: %w", p.Name, err)
		}
		p.Located, p.Latitude, p.Longitude = true, lat, lon
	}
	r.placeWithin(&p, get("region"))
	p.ID = graph.PlaceID(get("key"), p.Name, string(p.CountryCode))
	population, _ := strconv.Atoi(get("population"))
	at := int32(len(r.places))
	r.places = append(r.places, site{place: p, population: population})
	if p.Precision == graph.Region {
		r.regions[string(p.CountryCode)+" "+graph.Fold(p.Name)] = at
		r.regionAt[p.ID] = at
	}
	r.addSense(p.Name, sense{what: sensePlace, at: at})
	for _, a := range names(get("aliases")) {
		a, weak := strings.CutSuffix(a, "~") // a region called like its city: only "the governor of New York"
		r.addSense(a, sense{what: sensePlace, at: at, weak: weak})
	}
	return nil
}

// placeWithin nests a place in its region, where the register has that, else in the land of
// its country.
func (r *Register) placeWithin(p *graph.Place, region string) {
	if at, ok := r.regions[string(p.CountryCode)+" "+graph.Fold(region)]; ok && region != "" && r.places[at].place.Name != p.Name {
		p.CountryID, p.WithinID = graph.CountryID(string(p.CountryCode)), r.places[at].place.ID
		return
	}
	if code := string(p.CountryCode); graph.IsState(code) {
		p.CountryID = graph.CountryID(code)
		p.WithinID = graph.PlaceID("country:"+code, "", "")
	}
}

// Land is the place that is the land of a state.
func (r *Register) Land(code string) (graph.Place, bool) {
	e, ok := r.Country(code)
	if !ok {
		return graph.Place{}, false
	}
	return graph.Place{
		ID: graph.PlaceID("country:"+code, "", ""), Name: e.Name, CountryCode: e.Country,
		CountryID: graph.CountryID(code), Precision: graph.CountryWide, Wikidata: e.Wikidata,
		Located: e.latitude != 0 || e.longitude != 0, Latitude: e.latitude, Longitude: e.longitude,
	}, true
}

// region is the region of an id.
func (r *Register) region(id graph.ID, code string) (graph.Place, bool) {
	if at, ok := r.regionAt[id]; ok && string(r.places[at].place.CountryCode) == code {
		return r.places[at].place, true
	}
	return graph.Place{}, false
}
