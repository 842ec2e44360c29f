// Package pipeline runs one stage of work on several workers at once and hands its results
// on in the order of its inputs, so that what comes out does not depend on the number of
// workers.
package pipeline

import (
	"context"
	"iter"
	"time"
)

// patience is how long inputs must be silent before Stage.Idle is called.
const patience = 250 * time.Millisecond

// Stage is a stage of work. Idle may be nil.
type Stage[In, Out any] struct {
	Workers int // that work at the same time, at least one
	// Inputs must end soon after its context does. It is taken from one goroutine.
	Inputs func(context.Context) iter.Seq[In]
	// Work only reads and computes. When the stage ends early, what is at work then is
	// abandoned: it runs on until it is done, and its result is thrown away.
	Work func(In) Out
	// Done gets the results in the order of the inputs, never from two goroutines.
	Done func(Out) error
	// Idle is called in between, as Done is, when every input so far is done and the
	// next one does not come for a moment.
	Idle func() error
}

// Run returns when all results are handed on; else with the first error of Done or Idle, or
// the context's. It does not call Done, Idle or Inputs any more once it has returned. At
// most 2×Workers results wait at once.
func (s Stage[In, Out]) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	workers := max(s.Workers, 1)
	waiting := make(chan chan Out, 2*workers)
	fed := make(chan struct{})
	go func() {
		defer close(fed)
		defer close(waiting)
		s.feed(ctx, waiting, make(chan struct{}, workers))
	}()
	err := s.collect(ctx, waiting)
	cancel()
	<-fed
	return err
}

// feed starts the work on each input and lines up its result.
func (s Stage[In, Out]) feed(ctx context.Context, waiting chan<- chan Out, slots chan struct{}) {
	for in := range s.Inputs(ctx) {
		result := make(chan Out, 1)
		select {
		case <-ctx.Done():
			return
		case waiting <- result:
		}
		select {
		case <-ctx.Done():
			return
		case slots <- struct{}{}:
		}
		go func() {
			defer func() { <-slots }()
			result <- s.Work(in)
		}()
	}
}

func (s Stage[In, Out]) collect(ctx context.Context, waiting <-chan chan Out) error {
	for {
		result, more, err := s.next(ctx, waiting)
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil || !more {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case out := <-result:
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := s.Done(out); err != nil {
				return err
			}
		}
	}
}

// next is the next result in line; more is false after the last one.
func (s Stage[In, Out]) next(ctx context.Context, waiting <-chan chan Out) (result chan Out, more bool, err error) {
	select {
	case result, more = <-waiting:
		return result, more, nil
	default:
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil, false, ctx.Err()
		case result, more = <-waiting:
			return result, more, nil
		case <-timer.C:
			if s.Idle != nil {
				if err := s.Idle(); err != nil {
					return nil, false, err
				}
			}
		}
	}
}
