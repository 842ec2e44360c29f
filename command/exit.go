package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/actorgraph/actorgraph/graph"
)

// The exit codes.
const (
	exitAll   = 0 // all went well
	exitSome  = 1 // some of it did not
	exitUsage = 2 // the command was wrong
	exitStore = 3 // the graph could not be used
)

// exitError is an error with the code to exit with. A nil err has been said already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// wrong is the error of a command that cannot be understood.
func wrong(cmd *cobra.Command, format string, args ...any) *exitError {
	return &exitError{exitUsage, fmt.Errorf(format+"; see %s --help", append(args, cmd.CommandPath())...)}
}

// run makes the errors of f exit with 1 where they do not say otherwise.
func run(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := f(cmd, args)
		var e *exitError
		switch {
		case err == nil || errors.As(err, &e):
			return err
		case errors.Is(err, context.Canceled):
			err = errors.New("stopped")
		}
		return &exitError{exitSome, err}
	}
}

// ofStore is the error of a command that could not use its graph.
func ofStore(cmd *cobra.Command, address string, err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, graph.ErrInvalid), errors.Is(err, graph.ErrNotYet):
		return wrong(cmd, "%v", err)
	case errors.Is(err, graph.ErrNotFound):
		err = fmt.Errorf("%w; load articles into it first: actorgraph load %sPATH", err, storeArgument(cmd, address))
	}
	return &exitError{exitStore, err}
}
