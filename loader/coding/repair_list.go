package coding

import "github.com/actorgraph/actorgraph/loader/language"

// item is one name of a list: its tokens with what stands before it ("the", a title, whose it
// is), both inclusive, and the token that the name hangs by.
type item struct{ first, last, head int }

// lostLists reads "Saudi Arabia, the Emirates, Bahrain and Egypt signed" as one list, where the
// parser took its names for several subjects, or the first for somebody spoken to. It reports
// whether it changed anything.
func (t *tree) lostLists() bool {
	changed := false
	for i := 0; i < len(t.s.Names); {
		list, next := t.list(i)
		if len(list) > 1 && t.adverbial(list[0]) {
			// "In Syria, Russia and Iran agreed …"
			if list = list[1:]; t.subjects(list) {
				changed = true
			}
		}
		if len(list) > 2 && t.coordinate(list) || len(list) > 1 && t.opening(list) {
			changed = true
		}
		i = next
	}
	return changed
}

// list are the names from the i-th on that stand in one row, commas between them and a
// conjunction before the last, and the name to go on with. It is empty if no row begins there.
func (t *tree) list(i int) ([]item, int) {
	list, k := []item{t.item(i)}, i+1
	if t.owns(i) {
		list[0].last, list[0].head, k = t.s.Names[k].Last, t.item(k).head, k+1
	}
	for ; k < len(t.s.Names); k++ {
		if t.owns(k) {
			k++
		}
		next := t.item(k)
		from := list[len(list)-1].last + 1
		begin, last := t.joins(from, next.first)
		if begin == from {
			return nil, i + 1
		}
		next.first = begin
		list = append(list, next)
		if last {
			return list, k + 1
		}
	}
	return nil, i + 1
}

func (t *tree) item(i int) item {
	n := t.s.Names[i]
	it := item{n.First, n.Last, n.Last}
	for k := n.First; k <= n.Last; k++ {
		if h := t.tok(k).Head; h < n.First || h > n.Last {
			it.head = k
			break
		}
	}
	if n.First > 0 && t.tag(n.First-1) == "DT" {
		it.first--
	}
	return it
}

// owns reports whether a name only says whose or of where the next one is: "Kenya's William
// Ruto", "North Korean leader Kim Jong Un".
func (t *tree) owns(i int) bool {
	names := t.s.Names
	if i+1 >= len(names) {
		return false
	}
	between, next := names[i].Last+1, names[i+1].First
	if next == between+1 && t.tag(between) == "POS" {
		return true
	}
	if names[i].Type != language.NORP || next-between > 4 {
		return false
	}
	for k := between; k < next; k++ {
		if p := t.tok(k).POS; p != language.NOUN && p != language.PROPN && p != language.ADJ {
			return false
		}
	}
	return true
}

// joins gives the token at which the second of two names of a list begins, with what stands
// before it; from where no list joins them. last is set if there is a conjunction.
func (t *tree) joins(from, name int) (begin int, last bool) {
	k := from
	if k < name && t.tok(k).Text == "," {
		k++
	}
	if k < name && t.tag(k) == "CC" {
		k, last = k+1, true
	}
	for b := k; b < name; b++ {
		switch t.tok(b).POS {
		case language.NOUN, language.PROPN, language.ADJ, language.DET:
		default:
			if t.tag(b) != "POS" {
				return from, false
			}
		}
	}
	if name-k > 6 {
		return from, false
	}
	return k, last
}

// adverbial: a place at the head of a clause, which opens no list of those who act in it.
func (t *tree) adverbial(it item) bool {
	p := it.first - 1
	return p >= 0 && t.tag(p) == "IN" && (p == 0 || t.tok(p-1).POS == language.PUNCT)
}

// subjects makes a list of two the subject of the verb right behind it, where the parser took
// it for more of what stands before it.
func (t *tree) subjects(list []item) bool {
	v := list[len(list)-1].last + 1
	first := list[0].head
	if len(list) != 2 || v >= len(t.s.Tokens) || t.tag(v) != "VBD" && t.tag(v) != "VBP" || t.child(v, language.NSubj) >= 0 || t.tok(first).Head >= list[0].first {
		return false
	}
	if !t.move(first, v, language.NSubj) {
		return false
	}
	t.conjoin(list)
	return true
}

// opening makes a list that opens the sentence the subject of the verb behind it, where the parser
// took its first name for all of the sentence: "President Ruto and the Ugandan leader Museveni met".
func (t *tree) opening(list []item) bool {
	root, end := list[0].head, list[len(list)-1].last
	if t.tok(root).Head >= 0 || t.tok(root).POS != language.PROPN {
		return false
	}
	for i := range list[0].first {
		if t.tok(i).Head != root && t.tok(t.tok(i).Head).Head != root {
			return false
		}
	}
	v := end + 1
	for v < len(t.s.Tokens) && (t.tok(v).POS == language.AUX || t.tok(v).POS == language.ADV) {
		v++
	}
	if v >= len(t.s.Tokens) || t.tok(v).POS != language.VERB || t.tag(v) == "VBG" || t.tok(v).Head < 0 || t.tok(v).Head > end {
		return false
	}
	t.tok(v).Head, t.tok(v).Relation = -1, language.Root
	t.tok(root).Head, t.tok(root).Relation = v, language.NSubj
	t.handOver(root, v, v)
	t.conjoin(list)
	return true
}

// coordinate makes the names one list, which takes the place in the sentence that one of them
// has by the parser: of the first, unless only another is a part of a clause.
func (t *tree) coordinate(list []item) bool {
	if t.listed(list) {
		return false
	}
	// Behind a preposition the first has the place of all: "leaders from Britain, France and Italy".
	prepositional := t.hasCase(t.outermost(list[0]))
	whole, best := -1, 0
	for k, it := range list {
		top := t.outermost(it)
		h := t.tok(top).Head
		if h < 0 {
			return false
		}
		if h >= list[0].first && h <= list[len(list)-1].last || k > 0 && prepositional {
			continue
		}
		if n := listRank(t.rel(top)); n > best {
			whole, best = top, n
		}
	}
	if whole < 0 || whole != list[0].head && !t.move(list[0].head, t.tok(whole).Head, t.rel(whole)) {
		return false
	}
	t.conjoin(list)
	return true
}

// outermost is the token of an item that hangs outside of it.
func (t *tree) outermost(it item) int {
	for k := it.first; k <= it.last; k++ {
		if h := t.tok(k).Head; h < it.first || h > it.last {
			return k
		}
	}
	return it.head
}

// conjoin hangs all names of a list on the first, and on each what stands before it.
func (t *tree) conjoin(list []item) {
	for k, it := range list {
		if k > 0 {
			t.move(it.head, list[0].head, language.Conj)
			for j := list[k-1].last + 1; j < it.first; j++ {
				rel := language.PunctRelation
				if t.tag(j) == "CC" {
					rel = language.CC
				}
				t.tok(j).Head, t.tok(j).Relation = it.head, rel
			}
		}
		for j := it.first; j < it.head; j++ {
			if h := t.tok(j).Head; h >= it.first && h <= it.last {
				continue
			}
			rel := language.Compound
			switch {
			case t.tag(j) == "DT":
				rel = language.DetRelation
			case t.tag(j+1) == "POS":
				rel = language.NModPoss
			}
			t.move(j, it.head, rel)
		}
	}
}

// listed: the parser has the list already.
func (t *tree) listed(list []item) bool {
	for _, it := range list[1:] {
		if t.tok(it.head).Head != list[0].head || !t.rel(it.head).Is(language.Conj) {
			return false
		}
	}
	return true
}

// listRank is higher the more a relation is that of a part of a clause, 0 for none that a list
// can have.
func listRank(r language.Relation) int {
	switch r.Base() {
	case language.NSubj, language.Appos:
		return 4
	case language.Obj, language.IObj:
		return 3
	case language.Obl, language.NMod:
		return 2
	case language.Vocative, language.Dislocated, language.Conj, language.Compound:
		return 1
	}
	return 0
}
