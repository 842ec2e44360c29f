package identity

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/actorgraph/actorgraph/graph"
)

//go:embed register/*.tsv
var tables embed.FS

// Register is the table of known actors and places: the shipped one, see Default, or that
// with a user's own actors, see With. It is immutable and safe for
// concurrent use. Its values are names, kinds, aliases, countries, sectors and Wikidata
// ids; ties come from texts alone.
type Register struct {
	entries   []Entry
	byKey     map[string]int
	countries map[string]int // by code
	bodies    []body
	places    []site
	senses    map[string][]sense // by folded words
	longest   map[string]int     // words of the longest alias, by its first word
	roles     *roleTable
	bodyOf    map[string]int       // by code and body: an entry that is this body of its state
	officials map[string][]int32   // officials and people by the code of their state
	offices   map[officeKey][]term // who held them
	heads     map[string][]string  // offices of a body by its key, in the order of the table
	replaced  map[int32]bool       // entries that another one says better
	bare      map[string][]int32   // leaders known by their surname alone, by state and surname
	genders   map[string]gender    // by folded given name
	given     map[string]bool      // folded given names of the people of the register
	regions   map[string]int32     // index in places, by code and folded name
	regionAt  map[graph.ID]int32
	directory string // sorted lines, searched in place
	towns     string // sorted lines, searched in place
	mark      string // of a user's own actors
}

// Entry is one actor of the register.
type Entry struct {
	graph.RegisterEntry
	// Adjectives and People of a country: "French"; "Frenchman", "Frenchmen".
	Adjectives, People []string
	// Capitals of a country, which texts use for its government.
	Capitals []string
	// From and Until are the first and last year in which an official held the offices
	// the register knows him for, 0 where open or unknown. They only tell people of one
	// name apart.
	From, Until int
	// Parent is the key of the body that this one is a part of, "" where it is of none that
	// the register knows.
	Parent string
	// bodies are the general bodies that an agency is in its state: "army".
	bodies              []string
	own                 bool // a user's register has it, or adds to it
	weakName            bool
	weakAliases         uint64 // bit i: alias i is weak, see sense
	latitude, longitude int    // of a country's centre, millionths of a degree
}

// parentOf is the actor that an actor of the register is a part of, "" for none.
func (r *Register) parentOf(key string) graph.ID {
	if e, ok := r.Lookup(key); ok && e.Parent != "" {
		return graph.RegisteredActorID(e.Parent)
	}
	return ""
}

// body is what most states have, with the wordings that name it.
type body struct {
	slug, name string
	sectors    []graph.Sector
}

// site is one place of the gazetteer.
type site struct {
	place      graph.Place
	population int
}

// Default is the register that ships with the program, read once.
var Default = sync.OnceValue(func() *Register {
	r, err := load(nil)
	if err != nil {
		panic(fmt.Sprintf("identity: the embedded register is broken: %v", err)) // a test reads it
	}
	return r
})

// actorTables are the tables of actors, in the order of preference of their entries.
var actorTables = []string{"countries", "agencies", "organizations", "groups", "media", "companies", "us_executive", "officials", "leaders"}

// load reads the tables and puts a user's own actors into them.
func load(own []Own) (*Register, error) {
	r := &Register{byKey: map[string]int{}, countries: map[string]int{}, senses: make(map[string][]sense, 1<<14), longest: make(map[string]int, 1<<13),
		bodyOf: map[string]int{}, genders: map[string]gender{}, replaced: map[int32]bool{}, bare: map[string][]int32{}, officials: map[string][]int32{}, offices: map[officeKey][]term{}, heads: map[string][]string{}, regions: map[string]int32{}, regionAt: map[graph.ID]int32{}, given: map[string]bool{}}
	for _, name := range actorTables {
		if err := readTable(name, r.addActor); err != nil {
			return nil, err
		}
	}
	for i := range r.entries {
		switch e := &r.entries[i]; {
		case strings.HasPrefix(e.Key, "leader/"):
			at := string(e.Country) + " " + graph.Fold(e.Name)
			r.bare[at] = append(r.bare[at], int32(i))
		case e.Kind == graph.Official:
			r.officials[string(e.Country)] = append(r.officials[string(e.Country)], int32(i))
		}
	}
	if err := readTable("offices", r.addOffice); err != nil {
		return nil, err
	}
	if err := readTable("bodies", r.addBody); err != nil {
		return nil, err
	}
	for _, name := range []string{"regions", "cities"} {
		if err := readTable(name, r.addPlace); err != nil {
			return nil, err
		}
	}
	r.roles = newRoleTable()
	if err := readTable("roles", r.roles.add); err != nil {
		return nil, err
	}
	if err := readTable("given_names", r.addGiven); err != nil {
		return nil, err
	}
	b, err := tables.ReadFile("register/towns.tsv")
	if err != nil {
		return nil, err
	}
	r.towns = string(b)
	if b, err = tables.ReadFile("register/directory.tsv"); err != nil {
		return nil, err
	}
	r.directory = string(b)
	if err := r.addOwn(own); err != nil {
		return nil, err
	}
	r.index()
	return r, nil
}

// row is one line of a table; a column that the table lacks is "".
type row map[string]int

// readTable calls add for every line of a table. Lines with # and the header are no rows.
func readTable(name string, add func(get func(column string) string) error) error {
	b, err := tables.ReadFile("register/" + name + ".tsv")
	if err != nil {
		return err
	}
	var header row
	var fields []string
	get := func(column string) string {
		if i, ok := header[column]; ok && i < len(fields) {
			return fields[i]
		}
		return ""
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields = splitInto(fields[:0], line, '\t')
		if header == nil {
			header = row{}
			for i, f := range fields {
				header[f] = i
			}
			continue
		}
		if err := add(get); err != nil {
			return fmt.Errorf("%s.tsv:%d: %w", name, n, err)
		}
	}
	return nil
}

func splitInto(to []string, s string, by byte) []string {
	for {
		i := strings.IndexByte(s, by)
		if i < 0 {
			return append(to, s)
		}
		to, s = append(to, s[:i]), s[i+1:]
	}
}

func (r *Register) addActor(get func(string) string) error {
	e := Entry{
		RegisterEntry: graph.RegisterEntry{
			Key: get("key"), Name: get("name"), Kind: graph.ActorKind(get("kind")), Aliases: names(get("aliases")),
			Country: graph.Text(get("country")), Sectors: sectors(get("sectors")), Wikidata: graph.Text(get("wikidata")),
		},
		Adjectives: names(get("adjectives")), People: names(get("people")), Capitals: names(get("capitals")), bodies: names(get("body")), Parent: get("parent"),
	}
	if e.Key == "" || e.Name == "" {
		return fmt.Errorf("actor without key or name")
	}
	e.Name, e.weakName = strings.CutSuffix(e.Name, "~")
	for n, a := range e.Aliases {
		if bare, weak := strings.CutSuffix(a, "~"); weak {
			e.Aliases[n] = bare
			e.weakAliases |= 1 << n
		}
	}
	e.From, _ = strconv.Atoi(get("from"))
	e.Until, _ = strconv.Atoi(get("until"))
	if _, ok := r.byKey[e.Key]; ok {
		return fmt.Errorf("key %s is there twice", e.Key)
	}
	r.byKey[e.Key] = len(r.entries)
	if e.Kind == graph.Country {
		r.countries[string(e.Country)] = len(r.entries)
		e.latitude, _ = strconv.Atoi(get("latitude"))
		e.longitude, _ = strconv.Atoi(get("longitude"))
	}
	r.entries = append(r.entries, e)
	return nil
}

func (r *Register) addBody(get func(string) string) error {
	at := len(r.bodies)
	r.bodies = append(r.bodies, body{slug: get("body"), name: get("name"), sectors: sectors(get("sectors"))})
	for _, w := range names(get("wordings")) {
		bare, needsCountry := strings.CutSuffix(w, "!")
		r.addSense(bare, sense{what: senseBody, at: int32(at), bound: needsCountry})
	}
	return nil
}

// names splits a list, nil for an empty one.
func names(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func sectors(s string) []graph.Sector {
	var out []graph.Sector
	for _, f := range strings.Fields(s) {
		out = append(out, graph.Sector(f))
	}
	return out
}

// Len is the number of actors that the tables hold by name, without the directory, see Filed.
// The bodies that every state
// has ("the Bolivian navy") are made when a text names them and are not counted.
func (r *Register) Len() int { return len(r.entries) }

// At is the i-th entry, in the order of the tables.
func (r *Register) At(i int) Entry { return r.entries[i] }

// Lookup finds an entry by its key, "country:USA" or "usa/cyber-command".
func (r *Register) Lookup(key string) (Entry, bool) {
	if i, ok := r.byKey[key]; ok {
		return r.entries[i], true
	}
	return Entry{}, false
}

// Country finds a state by its ISO 3166 alpha-3 code.
func (r *Register) Country(code string) (Entry, bool) {
	if i, ok := r.countries[code]; ok {
		return r.entries[i], true
	}
	return Entry{}, false
}
