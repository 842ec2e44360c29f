package identity

import (
	"strconv"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// The directory is the part of the register for those who are named now and then: members of
// governments and of Congress, armed groups, associations, firms. It is searched by the whole
// name, in the sorted text of its table, so that it costs nothing when the program starts.

// linesOf are the lines of a sorted table that begin with a folded name and a tab, found by
// halving the text.
func linesOf(table, folded string) []string {
	lo, hi := 0, len(table)
	key := folded + "\t"
	for lo < hi { // lo is the start of a line, or the end
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(table[lo:mid], '\n') + 1 + lo
		end := strings.IndexByte(table[start:], '\n') + 1 + start
		if line := table[start:end]; line[0] == '#' || strings.HasPrefix(line, "folded\t") || line[:min(len(line), len(key))] < key {
			lo = end
		} else {
			hi = start
		}
	}
	var out []string
	for rest := table[lo:]; strings.HasPrefix(rest, key); {
		end := strings.IndexByte(rest, '\n')
		out = append(out, rest[:end])
		rest = rest[end+1:]
	}
	return out
}

// filed is the entry of a line of the directory.
func filed(line string) Entry {
	f := strings.Split(line, "\t")
	e := Entry{RegisterEntry: graph.RegisterEntry{
		Key: f[1], Name: f[2], Kind: graph.ActorKind(f[3]), Country: graph.Text(f[4]), Sectors: sectors(f[5]), Wikidata: graph.Text(f[8]),
	}}
	e.From, _ = strconv.Atoi(f[6])
	e.Until, _ = strconv.Atoi(f[7])
	return e
}

// Filed calls yield for the entries of the directory, each once, in the order of the table,
// until it returns false.
func (r *Register) Filed(yield func(Entry) bool) {
	for line := range strings.Lines(r.directory) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "folded\t") || strings.HasSuffix(line, "\t1") {
			continue
		}
		if !yield(filed(line)) {
			return
		}
	}
}

// linkFiled finds a name of several words in the directory. People bear each other's names,
// so one counts only where the text speaks of his state, and not long after his years.
func (v *resolver) linkFiled(f *found) bool {
	if f.typ == TypePlace || f.typ == TypeNationality || f.typ == TypeEventName {
		return false
	}
	best, most, several := Entry{}, 0, false
	for _, line := range linesOf(v.r.directory, f.folded) {
		e := filed(line)
		score := 1 + v.evidence[string(e.Country)]
		if e.Kind == graph.Official {
			year := v.c.Published.Year()
			if v.evidence[string(e.Country)] == 0 || f.typ != "" && f.typ != TypePerson && f.typ != TypeOfficial ||
				f.country != "" && f.country != string(e.Country) || year != 0 && (year < e.From-25 || e.Until != 0 && year > e.Until+25) {
				continue
			}
		} else if f.titled || f.typ == TypePerson && e.Kind != graph.Group || f.country != "" && graph.IsState(string(e.Country)) && f.country != string(e.Country) {
			continue
		}
		if score > most {
			best, most, several = e, score, false
		} else if score == most && e.Key != best.Key {
			several = true
		}
	}
	if most == 0 || several {
		return false
	}
	f.actor, f.typ, f.sectors, f.country = v.fromRegister(best.RegisterEntry), MentionType(best.Kind), best.Sectors, string(best.Country)
	f.step(v.doc, "name.directory", "the register's directory has this name: "+best.Name, f.first, f.last)
	v.know(f, best.Kind == graph.Official)
	v.callTitle(f)
	return true
}
