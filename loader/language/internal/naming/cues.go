package naming

import (
	"strings"

	"github.com/actorgraph/actorgraph/loader/language/internal/form"
)

// Cue is a set of classes of words that stand in or beside names.
type Cue uint16

// The classes.
const (
	Title      Cue = 1 << iota // before people: "President", "Gen."
	Role                       // small words of people: "spokesman", "leader"
	Body                       // heads of organizations: "Ministry", "Party"
	Company                    // "Inc.", "Bank"
	Armed                      // "Brigade", "Militia"
	Land                       // heads of places: "River", "Province"
	Creed                      // religions and political creeds: "Shiite", "Republican"
	Gathering                  // events: "Olympics", "War", "Summit"
	Work                       // laws and works: "Act", "Treaty"
	Connector                  // inside names: "of", "de", "bin"
	Speech                     // verbs of saying, whose subject is mostly a person
	Placing                    // prepositions of place
	Calendar                   // months and days: no names here
	Direction                  // "northern", "West"
	TitleAfter                 // "Jr.", "PhD"
)

var cues = buildCues(map[Cue]string{
	Title: `president prime vice premier chancellor minister king queen prince princess emperor sultan emir sheikh sheik
		ayatollah imam mullah pope cardinal archbishop bishop patriarch rabbi reverend rev. sir lord lady dame
		baron count mr. mrs. ms. mr mrs ms dr. dr prof. professor gen. general lt. lieutenant col. colonel maj. major
		capt. captain cmdr. commander adm. admiral sgt. sergeant cpl. corporal brig. brigadier marshal field
		sen. senator rep. representative congressman congresswoman gov. governor mayor judge justice attorney
		ambassador secretary chief director chairman chairwoman chairperson speaker officer detective inspector
		deputy acting former ex-president envoy commissioner constable superintendent deputy sheriff`,
	Role: `spokesman spokeswoman spokesperson leader head analyst expert lawyer activist journalist reporter
		candidate lawmaker politician official member founder chairman director wife husband son daughter brother
		sister father mother nephew cousin author coach player singer actor actress student resident farmer`,
	Body: `ministry minister's department agency council committee commission parliament senate congress assembly
		government administration cabinet party union federation association organization organisation society
		league institute institution university college school academy court tribunal office bureau service
		authority foundation fund movement coalition alliance confederation community club team center centre
		hospital church mosque museum library board secretariat directorate embassy consulate duma knesset
		bundestag police group network agency mission chamber supreme high national federal royal united international`,
	Company: `inc. inc corp. corp co. co ltd. ltd llc plc gmbh ag company corporation bank airlines airways motors
		industries holdings group partners energy oil gas petroleum electric times post herald tribune news press
		journal daily radio television tv media agency`,
	Armed: `army navy force forces guard guards brigade brigades battalion division regiment corps command front
		militia militias fighters rebels resistance liberation revolutionary jihad islamic state brotherhood
		faction cartel military troops commandos police intelligence air`,
	Land: `river lake mount mountain mountains island islands peninsula sea ocean gulf bay strait straits desert valley
		province state county district region territory city town village municipality republic kingdom
		street road avenue square park airport port bridge border north south east west central new san saint st.
		los las el upper lower fort cape camp base`,
	Creed: `muslim muslims christian christians jew jews jewish islamic islamist islamists sunni sunnis shiite shiites
		shia shi'ite shi'ites hindu hindus buddhist buddhists catholic catholics orthodox protestant protestants
		sikh sikhs druze alawite alawites yazidi yazidis kurd kurds kurdish arab arabs tamil tamils hutu hutus tutsi
		tutsis uighur uighurs uyghur uyghurs rohingya tatar tatars chechen chechens palestinian palestinians
		maronite copt copts coptic salafi salafist salafists wahhabi sufi mormon anglican evangelical zionist
		zionists communist communists marxist maoist maoists republican republicans democrat democrats
		conservative conservatives liberal liberals socialist socialists labour tory tories nazi nazis fascist
		african africans asian asians european europeans western latin hispanic hispanics latino latinos slav slavs
		slavic baltic balkan nordic scandinavian caribbean pashtun pashtuns hazara hazaras baloch bosniak bosniaks serb
		serbs croat croats basque basques catalan catalans roma berber berbers tuareg tuaregs hausa yoruba igbo zulu`,
	Gathering: `war wars battle olympics cup championship championships games summit conference festival revolution
		uprising election elections referendum crisis massacre siege offensive intifada spring holocaust congress
		tournament league open prix awards hurricane operation`,
	Work: `act treaty agreement accord accords convention protocol charter constitution law bill pact declaration plan
		resolution prize award report doctrine process code`,
	Connector: `of de la le les du des da do dos das del della di van von der den ter bin ibn bint al el ul ud ad as - ' &
		and for the`,
	Speech: `said says say told tells added asked announced warned denied insisted argued claimed stated declared
		explained confirmed noted recalled replied responded wrote vowed urged`,
	Placing: `in at near from to outside inside across around toward towards throughout via`,
	Calendar: `january february march april may june july august september october november december jan. feb. mar. apr.
		jun. jul. aug. sept. sep. oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday`,
	Direction:  `northern southern eastern western northeastern northwestern southeastern southwestern central north south east west`,
	TitleAfter: `jr. jr sr. sr ii iii iv phd md esq.`,
})

func buildCues(lists map[Cue]string) map[uint32]Cue {
	m := map[uint32]Cue{}
	for cue, words := range lists {
		for _, w := range strings.Fields(words) {
			m[form.Lower(w)] |= cue
		}
	}
	return m
}

// IsPreposition reports whether a word stands before a complement of a name.
func IsPreposition(word string) bool { return prepositions[form.Lower(word)] }

var prepositions = lowers(`in at on from to by with as near against under over during between through after before since until about`)

// CuesOf returns the classes that a word, by its hash, belongs to.
func CuesOf(lower uint32) Cue { return cues[lower] }
