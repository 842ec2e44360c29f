package graph

import (
	"errors"
	"fmt"
)

// What a caller of a Store can act on wraps one of these; test with errors.Is. Any other error is
// a fault of the store itself.
var (
	ErrInvalid     = errors.New("invalid")                // the caller's input is wrong; retrying is useless
	ErrNotFound    = errors.New("not found")              // something that must exist does not
	ErrConflict    = errors.New("conflict")               // contradicts what the store holds
	ErrTimeout     = errors.New("timeout")                // the deadline passed; narrow the question
	ErrUnavailable = errors.New("store unavailable")      // the store cannot be reached or is shutting down
	ErrNotYet      = errors.New("not yet supported here") // part of the contract, not built yet
)

// ArgumentError says which argument of a request was wrong and what to do about it.
// It wraps ErrInvalid unless Err says otherwise.
type ArgumentError struct {
	Argument string // as the caller spells it: "where.country", "first"
	Message  string // what is wrong
	Hint     string // what to write instead
	Err      error  // ErrInvalid when nil
}

// Error is the argument, what is wrong with it, and the hint.
func (e *ArgumentError) Error() string {
	if e.Hint == "" {
		return fmt.Sprintf("%s: %s", e.Argument, e.Message)
	}
	return fmt.Sprintf("%s: %s (%s)", e.Argument, e.Message, e.Hint)
}

// Unwrap makes errors.Is(err, ErrInvalid) true.
func (e *ArgumentError) Unwrap() error {
	if e.Err == nil {
		return ErrInvalid
	}
	return e.Err
}

// ArticleError says which article of a batch could not be written, or which of a list could
// not be retracted or restored, so that the caller can leave it out and do the rest.
type ArticleError struct {
	Index   int // in Batch.Extractions, or in the list of ids
	Article ID
	Err     error
}

// Error names the article before the cause.
func (e *ArticleError) Error() string { return fmt.Sprintf("article %s: %v", e.Article, e.Err) }

// Unwrap is the cause.
func (e *ArticleError) Unwrap() error { return e.Err }
