package article

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// englishWords are words that nearly every English sentence has one of, and that are no
// words of the other languages in Latin letters, as "in", "a" and "was" are.
var englishWords = wordSet(`the of and to that for with by from it be are have not this which were their but they who
	said its been would about when than she you we his he at had there what where could should between against`)

const (
	// looked is how much of a text its language is judged by, in bytes.
	looked = 8 << 10
	// Of a hundred words of an English text, so many are among englishWords at least,
	// names and headlines included; news has 20 to 30.
	fewEnglish = 8
	// longEnough, in words, is a text that shows its language by these words alone.
	longEnough = 60
	hardlyAny  = 3 // of a hundred
	// A text in Latin letters shorter than this may be a headline or a list of names; it
	// is another language only where none of its words is English, and its shape tells
	// nothing if it is shorter still.
	shortText = 40
	shapeless = 8
)

// CheckLanguage refuses, with an *Error, a text that is in another language than English,
// so that nothing is read into it. It refuses only what it is sure of: a short text, or a
// list of names, is taken for English. declared is what the input says of itself, such as
// "fr" or "en-GB"; it decides only where the text does not show it.
func CheckLanguage(text, declared, origin string) error {
	if len(text) > looked {
		text = strings.ToValidUTF8(text[:looked], "")
	}
	words, english := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		if englishWords[w] {
			english++
		}
	}
	if words == 0 || english*100 >= words*fewEnglish || english > 0 && words < shortText {
		return nil
	}
	found := whatlanggo.Detect(text)
	switch {
	case found.Lang == whatlanggo.Eng && found.IsReliable():
		return nil
	case found.IsReliable() && (words >= shapeless || found.Script != unicode.Latin):
		return inLanguage(origin, found.Lang.String())
	case isForeignTag(declared):
		return inLanguage(origin, "the language "+declared)
	case words >= longEnough && english*100 < words*hardlyAny:
		return inLanguage(origin, "another language")
	}
	return nil
}

func inLanguage(origin, language string) error {
	return refuse(origin, UnsupportedLanguage, "", "this is in %s, and only English is read", language)
}

// isForeignTag: a language tag such as "fr-CA", of another language than English.
func isForeignTag(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	return len(primary) >= 2 && len(primary) <= 3 && primary != "en" && primary != "eng" && primary != "und" && primary != "mul"
}
