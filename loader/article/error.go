package article

import (
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Reason is the closed set of why an input could not be read.
type Reason string

const (
	Empty               Reason = "EMPTY"                // no text
	Binary              Reason = "BINARY"               // not text at all
	NotUTF8             Reason = "NOT_UTF8"             // text in a character set that is not known
	TooLarge            Reason = "TOO_LARGE"            // above a limit, which it says
	WrongShape          Reason = "WRONG_SHAPE"          // JSON, but no article
	UnknownDate         Reason = "UNKNOWN_DATE"         // a date that is no date
	UnsupportedFormat   Reason = "UNSUPPORTED_FORMAT"   // a known format that is not read here
	UnsupportedLanguage Reason = "UNSUPPORTED_LANGUAGE" // text in another language than English
	AmbiguousOptions    Reason = "AMBIGUOUS_OPTIONS"    // Options for one text, but many came
	Unreadable          Reason = "UNREADABLE"           // the reader failed
)

// Error says which input could not be read, why, and what to do about it. It wraps Err,
// which is graph.ErrInvalid unless the reader itself failed.
type Error struct {
	Origin string // as in Article
	Reason Reason
	Says   string // what is wrong
	Hint   string // what to do; may be empty
	Err    error
}

// Error is "origin: what is wrong (what to do)" on one line.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Origin != "" {
		b.WriteString(e.Origin + ": ")
	}
	b.WriteString(e.Says)
	if e.Hint != "" {
		b.WriteString(" (" + e.Hint + ")")
	}
	return b.String()
}

// Unwrap is the cause, never nil.
func (e *Error) Unwrap() error {
	if e.Err == nil {
		return graph.ErrInvalid
	}
	return e.Err
}

// refuse makes an Error whose cause is graph.ErrInvalid.
func refuse(origin string, reason Reason, hint, format string, args ...any) *Error {
	return &Error{Origin: origin, Reason: reason, Says: fmt.Sprintf(format, args...), Hint: hint}
}
