package identity

import "github.com/actorgraph/actorgraph/loader/language"

// bynameFrom is the token behind words that say how somebody is called, from token t on:
// "calling itself", "known as"; t where there are none.
func bynameFrom(sc *scan, t int) int {
	switch sc.lower(t) {
	case "called", "named", "dubbed", "nicknamed", "codenamed":
		return t + 1
	case "calling", "naming", "styling":
		switch sc.lower(t + 1) {
		case "itself", "themselves", "himself", "herself":
			return t + 2
		}
	case "calls":
		if sc.lower(t+1) == "itself" {
			return t + 2
		}
	case "known":
		switch {
		case sc.lower(t+1) == "as":
			return t + 2
		case sc.lower(t+1) == "locally" && sc.lower(t+2) == "as":
			return t + 3
		}
	}
	return t
}

// byname finds the name at token i that the words before it announce, behind a noun for a body:
// "a group called Dawn of Karvel". Small words may stand in it, which other unknown names of
// general words may not have.
func (v *resolver) byname(sc *scan, i int, taken []bool) (last int, ok bool) {
	t := i - 1
	if sc.lower(t) == "the" {
		t--
	}
	if t < 1 || !v.capital(sc, i, taken) {
		return 0, false
	}
	announced := false
	for from := t; from >= max(1, t-2); from-- {
		noun := from - 1
		if sc.lower(noun) == "," {
			noun--
		}
		if bynameFrom(sc, from) == t+1 && noun >= 0 && sc.start[noun] < sc.start[noun+1] {
			r, known := v.r.roles.nouns[sc.fold(noun, noun)]
			announced = announced || known && r.isBody()
		}
	}
	if !announced {
		return 0, false
	}
	last = i
	for last+1 < len(sc.Tokens) {
		next := last + 1
		switch sc.lower(next) {
		case "of", "for":
			next++
			if sc.lower(next) == "the" {
				next++
			}
		}
		if next >= len(sc.Tokens) || !v.capital(sc, next, taken) {
			break
		}
		last = next
	}
	if c := sc.covered[i]; c >= 0 && sc.matches[c].last >= last {
		return 0, false // a name of the register
	}
	return last, true
}

// capital reports whether a token with a capital is free to belong to a name.
func (v *resolver) capital(sc *scan, i int, taken []bool) bool {
	return i < len(sc.Tokens) && !taken[i] && sc.start[i] < sc.start[i+1] && sc.capitalised(i) && sc.Tokens[i].POS != language.PUNCT && !dated[sc.fold(i, i)]
}

// calledSo reports whether a noun is said to bear the name behind it: "a group calling itself
// Morning Front", "a militia known as the Red Hawks". The name takes the noun's type.
func (v *resolver) calledSo(sc *scan, f *found, n *nominal) bool {
	if !n.role.isBody() || f.titled || !f.unregistered() || f.first < n.last+2 || f.first > n.last+6 {
		return false
	}
	t := n.last + 1
	for {
		switch sc.lower(t) {
		case ",", "that", "which", "is", "was":
			t++
			continue
		}
		break
	}
	end := bynameFrom(sc, t)
	if t == end {
		return false
	}
	if sc.lower(end) == "the" {
		end++
	}
	if end != f.first {
		return false
	}
	f.takes(n)
	return true
}

// takes gives a name the type of the noun beside it, and what else the name does not say.
func (f *found) takes(n *nominal) {
	f.typ = n.typ
	if len(f.sectors) == 0 {
		f.sectors = n.sectors
	}
	if f.country == "" {
		f.country = n.country
	}
}
