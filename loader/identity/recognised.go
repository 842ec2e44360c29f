package identity

import "github.com/actorgraph/actorgraph/loader/language"

// recognised decides between what tables and runs of capitals make of the name at token i,
// f, and what the language engine found there, which has learned where names end: "the
// Party for Peace and Work" is one name. A longer name of the register stands.
//
// next is the token behind what was decided, 0 where the engine changes nothing.
func (v *resolver) recognised(sc *scan, i int, f *found, taken []bool) (out *found, next int) {
	name, ok := v.nameFrom(sc, i)
	if !ok {
		if f != nil && f.typ == "" && f.unregistered() && !v.beforeOffice(sc, f.last+1) {
			return nil, i + 1 // a run of capitals that nothing but capitals speaks for
		}
		return f, 0
	}
	for t := name.First; t <= name.Last; t++ {
		if taken[t] {
			return f, 0
		}
	}
	switch {
	case v.isNominal(sc, name),
		f != nil && !f.unregistered() && f.last >= name.Last && !v.otherwise(f, name.Type),
		f != nil && f.unregistered() && f.first == name.First && f.last >= name.Last && f.typ != "",
		f != nil && name.Type == language.NORP:
		return f, 0
	}
	u := v.unknown(sc, name.First, name.Last)
	if u == nil {
		return f, 0
	}
	v.typed(u, name.Type)
	if u.typ == "" && name.Type == language.MISC {
		return nil, name.Last + 1 // a law, a book: nothing of it is a name of its own
	}
	return u, name.Last + 1
}

// unregistered reports whether no table of the register knows the name.
func (f *found) unregistered() bool {
	return f.entry < 0 && f.body < 0 && f.place < 0 && !f.settled && f.land == "" && f.typ != TypeCountry && f.typ != TypeNationality
}

// nameFrom is the name of the language engine that begins at token i, titles and a leading
// article left aside: they are read before the name.
func (v *resolver) nameFrom(sc *scan, i int) (language.Name, bool) {
	n := sc.NameAt(i)
	if n < 0 {
		return language.Name{}, false
	}
	name := sc.Names[n]
	if name.First < name.Last && sc.Tokens[name.First].POS == language.DET {
		name.First++
	}
	for name.First < name.Last {
		k := v.titleAt(sc, name.First)
		if k == 0 || name.First+k > name.Last {
			break
		}
		name.First += k
	}
	return name, name.First == i
}

// beforeOffice: "the Acme president", "the Sunrise leader" say of whom, named or not.
func (v *resolver) beforeOffice(sc *scan, t int) bool {
	if t >= len(sc.Tokens) {
		return false
	}
	_, noun := v.r.roles.nouns[sc.fold(t, t)]
	return noun || v.titleAt(sc, t) > 0
}

// isNominal: "Senators", "the Court" are words for somebody, whatever their capitals.
func (v *resolver) isNominal(sc *scan, name language.Name) bool {
	words := sc.fold(name.First, name.Last)
	if _, noun := v.r.roles.nouns[words]; noun {
		return true
	}
	_, cue := lastCues[words]
	return cue
}

// otherwise reports whether a name that the register knows only as a place is, in its
// sentence, that of somebody.
func (v *resolver) otherwise(f *found, t language.NameType) bool {
	return f.typ == TypePlace && f.entry < 0 && (t == language.PER || t == language.ORG)
}

// typed settles the type of an unknown name by that of the language engine, where its own
// words do not say better.
func (v *resolver) typed(f *found, t language.NameType) {
	var typ MentionType
	switch t {
	case language.PER:
		typ = TypePerson
	case language.LOC:
		typ = TypePlace
	case language.ORG:
		if f.typ == TypeAgency || f.typ == TypeGroup || f.typ == TypeOrganization {
			return
		}
		typ = TypeOrganization
	default:
		return
	}
	if f.typ != typ {
		f.typ = typ
		f.step(v.doc, "name.shape", "the language engine takes it for "+string(t), f.first, f.last)
	}
}
