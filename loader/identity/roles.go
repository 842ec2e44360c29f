package identity

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// roleUse says what somebody named by a role noun is.
type roleUse byte

const (
	roleOffice       roleUse = 'O'
	rolePerson       roleUse = 'P'
	roleGroup        roleUse = 'G'
	roleAgency       roleUse = 'A'
	roleOrganization roleUse = 'R'
	roleModifier     roleUse = 'M'
	roleHonorific    roleUse = 'H'
	roleDoer         roleUse = 'D' // in the table alone: a person called by what he does by force
	roleArms         roleUse = 'W' // arms with a crew: a collective where a text says whose they are
)

// role is what one noun says.
type role struct {
	use     roleUse
	sectors []graph.Sector
	plural  bool
	doer    bool // says what somebody does with arms or by force, so that several of them are people, no body
}

// kind is the kind of an unnamed actor of the role; many says that the text means several.
func (r role) kind(many, counted bool) graph.ActorKind {
	switch r.use {
	case roleOffice:
		return graph.Official
	case roleAgency:
		return graph.Agency
	case roleOrganization:
		return graph.Organization
	case roleGroup, roleArms:
		return graph.Group
	}
	if many && !counted && !r.doer {
		return graph.Group
	}
	return graph.Person
}

// isBody reports whether the role is that of a body, not of people in it.
func (r role) isBody() bool {
	return r.use == roleGroup || r.use == roleOrganization || r.use == roleAgency
}

// roleTable holds the nouns of roles.tsv by their folded words.
type roleTable struct {
	nouns      map[string]role
	modifiers  map[string][]graph.Sector
	honorifics map[string][]graph.Sector
	longest    int
}

func newRoleTable() *roleTable {
	return &roleTable{nouns: map[string]role{}, modifiers: map[string][]graph.Sector{}, honorifics: map[string][]graph.Sector{}}
}

func (t *roleTable) add(get func(string) string) error {
	use, s := roleUse((get("use") + " ")[0]), sectors(get("sectors"))
	if !strings.ContainsRune("OPDGARMHW", rune(use)) {
		return fmt.Errorf("use %q is none of OPDGARMHW", use)
	}
	doer := use == roleDoer
	if doer {
		use = rolePerson
	}
	for _, w := range names(get("words")) {
		folded := graph.Fold(w)
		switch use {
		case roleModifier:
			if t.modifiers[folded] == nil {
				t.modifiers[folded] = s
			}
			continue
		case roleHonorific:
			t.honorifics[folded] = s
			continue
		}
		if _, ok := t.nouns[folded]; ok {
			continue // the first row that has a word says what it is
		}
		t.nouns[folded] = role{use: use, sectors: s, doer: doer}
		t.longest = max(t.longest, strings.Count(folded, " ")+1)
		if p := pluralOf(folded); p != "" {
			if _, ok := t.nouns[p]; !ok {
				t.nouns[p] = role{use: use, sectors: s, doer: doer, plural: true}
			}
		}
	}
	return nil
}

var irregularPlurals = map[string]string{
	"man": "men", "woman": "women", "person": "persons", "child": "children", "wife": "wives", "thief": "thieves",
	"people": "", "mujahideen": "", "troops": "", "police": "", "authorities": "", "public": "", "staff": "", "press": "", "media": "",
	"army chief": "army chiefs", "attorney general": "attorneys general", "secretary general": "secretaries general",
	"head of state": "heads of state", "head of government": "heads of government", "chief of staff": "chiefs of staff",
	"member of parliament": "members of parliament", "secretary of state": "secretaries of state", "chief of police": "chiefs of police",
	"secretary of defense": "secretaries of defense", "commander in chief": "commanders in chief",
}

// alwaysPlural are role nouns that mean several without a plural ending.
var alwaysPlural = map[string]bool{"people": true, "mujahideen": true, "troops": true, "armed men": true, "soldiers": true, "locals": true, "civilians": true, "parties": true, "authorities": true, "security forces": true, "special forces": true, "ground forces": true}

// pluralOf is the plural of a role noun, "" where it has none.
func pluralOf(noun string) string {
	if p, ok := irregularPlurals[noun]; ok {
		return p
	}
	if alwaysPlural[noun] {
		return ""
	}
	head, last := "", noun
	if i := strings.LastIndexByte(noun, ' '); i >= 0 {
		head, last = noun[:i+1], noun[i+1:]
	}
	switch {
	case strings.HasSuffix(last, "woman"):
		return head + strings.TrimSuffix(last, "woman") + "women"
	case strings.HasSuffix(last, "man") && last != "german":
		return head + strings.TrimSuffix(last, "man") + "men"
	case irregularPlurals[last] != "":
		return head + irregularPlurals[last]
	case strings.HasSuffix(last, "y") && len(last) > 1 && !strings.ContainsRune("aeiou", rune(last[len(last)-2])):
		return head + last[:len(last)-1] + "ies"
	case strings.HasSuffix(last, "s"), strings.HasSuffix(last, "ch"), strings.HasSuffix(last, "sh"), strings.HasSuffix(last, "x"):
		return head + last + "es"
	}
	return head + last + "s"
}

// first is the first sector of a role, "" for none.
func (r role) first() graph.Sector {
	if len(r.sectors) == 0 {
		return ""
	}
	return r.sectors[0]
}
