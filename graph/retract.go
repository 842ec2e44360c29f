package graph

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxReason is the longest reason of a retraction in code points.
const MaxReason = 1000

// ValidateRetraction refuses what neither Retract nor Restore takes: an id of another class (an
// *ArticleError), and a reason that is empty, too long or not UTF-8 (an *ArgumentError). No
// articles at all is allowed and means nothing.
func ValidateRetraction(articles []ID, reason string) error {
	for i, id := range articles {
		if !id.is(ClassArticle) {
			return &ArticleError{Index: i, Article: id, Err: invalid("%q is no id of an article", id)}
		}
	}
	switch n := utf8.RuneCountInString(reason); {
	case strings.TrimSpace(reason) == "":
		return &ArgumentError{Argument: "reason", Message: "there is none", Hint: "say why, in a sentence: whoever reads the change log wants to know"}
	case !isUTF8(reason):
		return &ArgumentError{Argument: "reason", Message: "it is not UTF-8"}
	case n > MaxReason:
		return &ArgumentError{Argument: "reason", Message: fmt.Sprintf("%d characters are too long", n), Hint: fmt.Sprintf("give at most %d", MaxReason)}
	}
	return nil
}
