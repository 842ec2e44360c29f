package article

import (
	"strings"
	"unicode"

	"github.com/actorgraph/actorgraph/graph"
)

var (
	// pictureAgencies are the last or first words of a photo credit.
	pictureAgencies = set(`
		getty
		getty images
		ap
		ap photo
		ap images
		associated press
		the associated press
		reuters
		afp
		epa
		epa efe
		efe
		shutterstock
		istock
		istockphoto
		alamy
		alamy stock photo
		bloomberg
		pa
		pa wire
		pa images
		pa media
		press association
		xinhua
		tass
		sputnik
		ria novosti
		anadolu
		anadolu agency
		zuma
		zuma press
		zuma wire
		zumapress com
		unsplash
		wikimedia
		wikimedia commons
		flickr
		corbis
		upi
		dpa
		keystone
		kyodo
		kyodo news
		yonhap
		ansa
		rex
		rex features
		nurphoto
		sipa
		sipa usa
		redux
		magnum
		magnum photos
		handout
		file photo
		file picture
		file image
		stock photo
		pool
		pool photo`)
	creditHeads = wordSet("photo photos photograph photographs photography photographer image images picture pictures credit illustration graphic")
)

// isCredit: the line names who took or owns a picture and says nothing else.
func (p *paragraph) isCredit() bool {
	return len(p.words) <= 14 && isCredit(p.text)
}

// isCredit judges by form: a head ("Photo: ", "Image by "), a picture agency at one of
// the ends after a slash, "via" or a comma, or capitalised names joined by a slash.
func isCredit(s string) bool {
	s = strings.Trim(s, "()[] .")
	words := graph.Words(s)
	if len(words) == 0 {
		return false
	}
	return hasCreditHead(s, words) || hasAgency(s) || isSlashedName(s)
}

func hasCreditHead(s string, words []string) bool {
	if !creditHeads[words[0]] {
		return false
	}
	i := 1
	if i < len(words) && (creditHeads[words[i]] || words[i] == "source" || words[i] == "courtesy") {
		i++
	}
	if i < len(words) && words[i] == "by" || i == 2 && words[1] != "courtesy" {
		return len(words) <= 12
	}
	// "Photo: Jane Doe", "Image source, Getty Images"
	at := strings.IndexAny(s, ":,")
	return at > 0 && len(graph.Words(s[:at])) == i && len(words)-i <= 8
}

// hasAgency: "AP", "Jane Doe/Reuters", "Handout via Reuters", "Jane Doe, AFP", "AP Photo/Jane Doe".
func hasAgency(s string) bool {
	if pictureAgencies[graph.Fold(s)] {
		return true
	}
	for _, mark := range []string{"/", " via ", ", ", " | ", " - ", " – ", " — "} {
		if at := strings.LastIndex(s, mark); at > 0 && pictureAgencies[graph.Fold(s[at+len(mark):])] {
			return isNames(s[:at])
		}
	}
	head, tail, ok := strings.Cut(s, "/")
	return ok && pictureAgencies[graph.Fold(head)] && isNames(tail)
}

// isSlashedName: "Adam Smith/The Outlet", every word capitalised, no blank at the slash.
func isSlashedName(s string) bool {
	parts := strings.Split(s, "/")
	if len(parts) < 2 || len(parts) > 3 || len(strings.Fields(s)) > 8 || len(strings.Fields(parts[0])) < 2 {
		return false
	}
	for _, part := range parts {
		if part == "" || strings.TrimSpace(part) != part || !isNames(part) {
			return false
		}
	}
	return true
}

// isNames: at most eight words, all capitalised but for the small words inside names.
func isNames(s string) bool {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '/' || r == ',' })
	if len(fields) > 8 {
		return false
	}
	for _, w := range fields {
		first := []rune(strings.TrimLeft(w, "(\"'“‘"))
		if len(first) == 0 || !unicode.IsUpper(first[0]) && !nameLinks[graph.Fold(w)] && graph.Fold(w) != "via" {
			return false
		}
	}
	return true
}

// trailingCredit is where a credit in brackets at the end of a caption starts, as in
// "Soldiers on patrol (AP Photo/Jane Doe)"; -1 when there is none. A bare agency counts
// only in square brackets or with the word photo, since "(PA)" may explain an acronym.
func (p *paragraph) trailingCredit() int {
	n := len(p.glyphs)
	if n < 4 {
		return -1
	}
	last := p.glyphs[n-1].r
	open := map[rune]rune{')': '(', ']': '['}[last]
	if open == 0 {
		return -1
	}
	const longest = 120
	for i := n - 2; i > 0 && i > n-longest; i-- {
		if p.glyphs[i].r != open {
			continue
		}
		s := text(p.glyphs[i+1 : n-1])
		sure := last == ']' || strings.Contains(s, "/") || strings.Contains(strings.ToLower(s), "photo") || strings.Contains(s, " via ")
		if sure && isCredit(s) {
			return i
		}
		return -1
	}
	return -1
}
