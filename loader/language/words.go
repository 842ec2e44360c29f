package language

import "strings"

// set makes a set of blank-separated words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Abbreviations keep their full stop. The lists are without it, in small
// letters.
var (
	// titles stand before a name: no sentence ends behind them.
	titles = set(`mr mrs ms messrs mx dr drs prof profs rev revs fr sr sra srta st ste mt ft pt
		gen lt col maj capt cpt cmdr cmdre cdr comdr adm vadm brig sgt sgts cpl pvt pfc ssgt msgt spc
		gov govs lt-gov sen sens rep reps pres sec secy amb hon del asst atty insp supt det dep
		msgr bp archbp card pte flt sqn wg fld marsh ing lic dipl mme mlle`)
	// enders often stand at the end of a sentence, or of a name.
	enders = set(`inc corp co cos ltd llc plc bros jr sr esq etc al ave blvd rd sq bldg
		a.m p.m ph.d m.d b.a m.a d.c u.s u.n u.k e.u u.s.a u.s.s.r a.d b.c n.y l.a
		jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
		ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
		okla ore pa penn tenn tex va vt wash wis wyo ont que alta`)
	// inner stand before what they belong to.
	inner = set(`vs v viz cf no nos vol art arts sec fig figs ch pp p ed eds est approx ca c e.g eg i.e ie
		nr rte hwy tel ext attn dept univ assn govt intl natl ext max min incl resp op cit ibid
		b d n s e w m`)
	// numbered are ordinary words, and abbreviations before a number: "No. 5".
	numbered = set(`no nos art arts sec ed ch fig p pp`)
	// ordinary are ordinary words too, and abbreviations only with a capital.
	ordinary = set(`mar sun sat la wash ill miss mass ind pa det del card dep min max me ga ing mon fri
		wed tel ext rep sen pop sup jan jun jul mo sr fr pt mt oct calif ca md va
		ore ark marsh hon op ave ont que col cos ed`)
	// starters begin sentences and hardly ever go on after an abbreviation
	// with a capital.
	starters = set(`the a an this that these those he she it they we i you his her its their our my your
		in on at by for from with after before during while when where if as since until although though
		because but and or so yet however meanwhile there here what who how why which some many most all
		both each every no not now then also even only still one two three several another other more
		such under over about according earlier later last next since despite among between against`)
)

// prefixes do not part with the word behind their hyphen: "anti-government" is
// one token, "US-led" three.
var prefixes = set(`e a x ab anti arch ante auto bi bio by co contra counter cross de dis down electro en ex extra for hyper
	in infra inter intra macro mega meso meta micro mid mini mis mono multi neo non nano off
	omni over pan para paleo peri poly post pre preter pro proto pseudo psycho quasi re semi socio sub super
	supra sur sym syn tele trans tri ultra un uni under up vice`)

// suffixes do not part with the word before their hyphen.
var suffixes = set(`fold like wise esque ish o e al ed ing`)

// topDomains end a web address that has no "www." or "://".
var topDomains = set(`com org net gov edu mil int info biz io co uk us eu de fr ru cn tv me ca au in ir il
	news ua pl it es nl se ch at be dk no fi jp kr br mx za ke ng`)

// contractions split without an apostrophe.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
}

// units part from the number that they are glued to: "10am", "5km", "$3bn".
var units = set(`am pm a.m p.m a.m. p.m. km kg m mm cm mi ft lb lbs oz g mg ml l mph kph kmh kw mw gw kwh mwh gb mb tb kb ghz mhz hz
	k bn mn tn tr b mln bln trn min mins hr hrs h sec secs s`)
