// Package pipeline runs one stage of work on several workers at once and hands its results
// on in the order of its inputs, so that what comes out does not depend on the number of
// workers.
package pipeline

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"
)

// InOrder maps inputs through work on at most workers goroutines (at least one) and calls
// done with the results in the order of the inputs, never from two goroutines. At most
// 2×workers results wait at once. It returns the first error of done, or the context's,
// after all its goroutines have ended. Inputs are taken from one goroutine; one that
// blocks for ever keeps InOrder from returning.
func InOrder[In, Out any](ctx context.Context, workers int, inputs iter.Seq[In], work func(In) Out, done func(Out) error) error {
	workers = max(workers, 1)
	g, ctx := errgroup.WithContext(ctx)
	waiting := make(chan chan Out, 2*workers)
	slots := make(chan struct{}, workers)
	g.Go(func() error {
		defer close(waiting)
		for in := range inputs {
			result := make(chan Out, 1)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case waiting <- result:
			}
			slots <- struct{}{}
			g.Go(func() error {
				defer func() { <-slots }()
				result <- work(in)
				return nil
			})
		}
		return nil
	})
	g.Go(func() error {
		for result := range waiting {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := done(<-result); err != nil {
				return err
			}
		}
		return nil
	})
	return g.Wait()
}
