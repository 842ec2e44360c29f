package identity

import "github.com/actorgraph/actorgraph/graph"

// cue is what a word inside a name says of its bearer.
type cue struct {
	typ     MentionType
	sectors []graph.Sector
}

// lastCues are words that end names, or stand before "of": "Harbour Ministry", "University of Ulm".
var lastCues = map[string]cue{}

// firstCues are words that begin names of places.
var firstCues = map[string]bool{"mount": true, "lake": true, "fort": true, "camp": true, "port": true, "cape": true, "san": true, "santa": true, "saint": true, "st": true, "el": true}

// corporate are endings that companies carry and texts leave off.
var corporate = map[string]bool{"inc": true, "corp": true, "corporation": true, "ltd": true, "llc": true, "plc": true, "co": true, "company": true, "ag": true, "gmbh": true, "sa": true, "nv": true, "group": true, "holdings": true, "limited": true}

func init() {
	for _, c := range []struct {
		typ   MentionType
		s     string
		words []string
	}{
		{TypeAgency, "GOV", []string{"ministry", "department", "bureau", "agency", "administration", "government", "commission", "authority", "directorate", "embassy", "consulate", "secretariat", "treasury", "presidency", "office", "customs", "cabinet"}},
		{TypeAgency, "MIL", []string{"army", "navy", "command", "forces", "corps", "regiment", "fleet", "division", "guard", "guards", "militia", "battalion", "brigade", "squadron"}},
		{TypeAgency, "COP", []string{"police", "gendarmerie", "constabulary"}},
		{TypeAgency, "JUD", []string{"court", "tribunal", "prosecutor"}},
		{TypeAgency, "LEG", []string{"parliament", "senate", "assembly", "congress", "legislature", "knesset"}},
		{TypeAgency, "SPY", []string{"intelligence"}},
		{TypeGroup, "PTY", []string{"party"}},
		{TypeGroup, "CRM", []string{"cartel", "gang", "mafia"}},
		{TypeGroup, "REB", []string{"front", "brigades", "insurgency", "rebels", "jihad"}},
		{TypeGroup, "SOC", []string{"movement", "coalition", "alliance", "campaign"}},
		{TypeOrganization, "BUS", []string{"inc", "corp", "corporation", "ltd", "llc", "plc", "co", "company", "ag", "gmbh", "bank", "airlines", "airways", "motors", "industries", "technologies", "holdings", "group", "energy", "oil", "petroleum", "pharmaceuticals", "systems", "electric", "steel", "telecom", "partners", "ventures", "capital", "insurance", "stores", "shipping", "logistics", "mining", "brewing", "foods", "media", "studios", "entertainment", "software", "financial", "aerospace", "automotive", "gas", "bancorp", "enterprises", "associates", "solutions", "semiconductor", "laboratories", "properties", "realty", "chemicals", "textiles", "airline"}},
		{TypeOrganization, "JRN", []string{"times", "post", "news", "daily", "tribune", "journal", "herald", "gazette", "television", "tv", "radio", "magazine", "newspaper", "press", "chronicle", "telegraph", "observer"}},
		{TypeOrganization, "EDU", []string{"university", "college", "school", "institute", "academy", "centre", "center", "laboratory", "faculty"}},
		{TypeOrganization, "SOC", []string{"foundation", "association", "federation", "society", "organization", "organisation", "committee", "council", "fund", "club", "league", "network", "institution", "watch", "international", "trust", "union", "initiative", "charity"}},
		{TypeOrganization, "MED", []string{"hospital", "clinic", "crescent"}},
		{TypeOrganization, "REL", []string{"church", "diocese", "mosque", "cathedral"}},
		{TypePlace, "", []string{"street", "avenue", "river", "province", "island", "islands", "mountain", "mountains", "airport", "square", "valley", "bay", "sea", "county", "city", "district", "region", "peninsula", "base", "bridge", "desert", "coast", "border", "beach", "harbour", "harbor", "strait", "ocean", "gulf", "canal", "dam", "road", "park", "highway", "village", "town", "crossing", "airfield", "station", "palace", "prison", "oblast", "governorate", "prefecture", "state", "hills", "heights", "strip", "zone", "plant", "stadium", "port"}},
		{TypeEventName, "", []string{"war", "summit", "agreement", "treaty", "olympics", "revolution", "games", "cup", "conference", "accord", "accords", "act", "festival", "election", "elections", "spring", "day", "protocol", "convention", "declaration", "uprising", "ceasefire", "referendum", "operation", "pact", "deal", "prize", "award", "exercise", "championship", "law", "bill", "plan", "constitution", "amendment", "holocaust", "christmas", "easter", "ramadan", "resolution"}},
	} {
		for _, w := range c.words {
			if _, ok := lastCues[w]; !ok {
				lastCues[w] = cue{typ: c.typ, sectors: sectors(c.s)}
			}
		}
	}
}

// calendar words begin with a capital and name nobody.
var calendar = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true, "jan": true, "feb": true, "mar": true, "apr": true,
	"aug": true, "sept": true, "oct": true, "nov": true, "dec": true, "gmt": true, "est": true, "am": true, "pm": true, "i": true,
	"god": true, "internet": true, "covid": true, "tv": true, "english": true, "ok": true, "ad": true, "bc": true, "mr": true, "mrs": true, "ms": true,
	"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true, "western": true,
}

// dated are the words for days and months, which stand beside a noun without qualifying it.
var dated = map[string]bool{}

func init() {
	for _, w := range []string{
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "today", "yesterday", "tomorrow",
	} {
		dated[w] = true
	}
}

// creeds are words with a capital for followers and peoples, which name no actor by themselves.
var creeds = map[string]bool{
	"republican": true, "democrat": true, "democratic": true, "conservative": true, "liberal": true, "labour": true, "socialist": true, "communist": true,
	"muslim": true, "muslims": true, "christian": true, "christians": true, "jewish": true, "jew": true, "jews": true, "hindu": true, "hindus": true,
	"buddhist": true, "buddhists": true, "catholic": true, "catholics": true, "protestant": true, "protestants": true, "orthodox": true, "islamic": true,
	"islamist": true, "islamists": true, "sunni": true, "sunnis": true, "shiite": true, "shiites": true, "shia": true, "arab": true, "arabs": true,
	"kurdish": true, "kurd": true, "european": true, "europeans": true, "african": true, "africans": true, "asian": true, "asians": true, "western": true,
	"soviet": true, "nazi": true, "nazis": true, "latino": true, "hispanic": true, "alawite": true, "alawites": true, "marxist": true, "zionist": true,
}
