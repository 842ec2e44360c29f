package pipeline_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/actorgraph/actorgraph/loader/pipeline"
)

func from(inputs iter.Seq[int]) func(context.Context) iter.Seq[int] {
	return func(context.Context) iter.Seq[int] { return inputs }
}

func inOrder(ctx context.Context, workers int, inputs func(context.Context) iter.Seq[int], work func(int) int, done func(int) error) error {
	return pipeline.Stage[int, int]{Workers: workers, Inputs: inputs, Work: work, Done: done}.Run(ctx)
}

func TestInOrderKeepsTheOrder(t *testing.T) {
	var inputs, want []int
	for i := range 500 {
		inputs, want = append(inputs, i), append(want, i*i)
	}
	for _, workers := range []int{0, 1, 3, 16} {
		var got []int
		var running, most atomic.Int64
		err := inOrder(t.Context(), workers, from(slices.Values(inputs)),
			func(n int) int {
				now := running.Add(1)
				defer running.Add(-1)
				for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
				}
				return n * n
			},
			func(n int) error { got = append(got, n); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %d workers (-want +got)\n%s", workers, diff)
		}
		if most.Load() > int64(max(workers, 1)) {
			t.Errorf("%d worked at the same time, %d may", most.Load(), workers)
		}
	}
}

// TestInOrderIsBounded: a slow end holds up the beginning.
func TestInOrderIsBounded(t *testing.T) {
	const workers = 2
	var taken atomic.Int64
	handed := 0
	inputs := func(yield func(int) bool) {
		for i := range 100 {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
	gate := make(chan struct{})
	err := inOrder(t.Context(), workers, from(inputs),
		func(n int) int {
			if n == 0 {
				<-gate // everything behind it has to wait for the first
			}
			if n == workers-1 {
				close(gate)
			}
			return n
		},
		func(n int) error {
			// Beside those that wait, one is with the inputs and one is here.
			if ahead := int(taken.Load()) - handed; ahead > 2*workers+2 {
				t.Errorf("%d inputs were taken ahead of result %d", ahead, n)
			}
			handed++
			return nil
		})
	if err != nil || handed != 100 {
		t.Errorf("%d results, %v", handed, err)
	}
}

func TestInOrderEndsWithTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	same := func(n int) int { return n }
	t.Run("of done", func(t *testing.T) {
		last := -1
		err := inOrder(t.Context(), 4, from(endless), same, func(n int) error {
			last = n
			if n == 20 {
				return broken
			}
			return nil
		})
		if !errors.Is(err, broken) || last != 20 {
			t.Errorf("got %v after %d", err, last)
		}
	})
	t.Run("of the context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		err := inOrder(ctx, 4, from(endless), same, func(n int) error {
			if n == 20 {
				cancel()
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}

// TestRunDoesNotWaitForWork: what is at work when the stage ends is abandoned.
func TestRunDoesNotWaitForWork(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	never := make(chan struct{})
	defer close(never)
	err := pipeline.Stage[int, int]{
		Workers: 2,
		Inputs:  from(slices.Values([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})),
		Work: func(n int) int {
			if n == 3 {
				cancel()
				<-never
			}
			return n
		},
		Done: func(n int) error {
			if n >= 3 {
				t.Errorf("result %d was handed on", n)
			}
			return nil
		},
	}.Run(ctx)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestRunEndsInputs: an error ends inputs that wait for what never comes.
func TestRunEndsInputs(t *testing.T) {
	broken := errors.New("broken")
	ended := false
	err := pipeline.Stage[int, int]{
		Inputs: func(ctx context.Context) iter.Seq[int] {
			return func(yield func(int) bool) {
				if yield(1) {
					<-ctx.Done()
				}
				ended = true
			}
		},
		Work: func(n int) int { return n },
		Done: func(int) error { return broken },
	}.Run(t.Context())
	if !errors.Is(err, broken) || !ended {
		t.Errorf("got %v, inputs ended: %t", err, ended)
	}
}

// TestRunIsIdleBetweenInputs: the next input comes only after Idle was called, once.
func TestRunIsIdleBetweenInputs(t *testing.T) {
	idle := make(chan struct{})
	var order []string
	err := pipeline.Stage[string, string]{
		Inputs: func(context.Context) iter.Seq[string] {
			return func(yield func(string) bool) {
				if yield("a") && yield("b") {
					<-idle
					yield("c")
				}
			}
		},
		Work: func(s string) string { return s },
		Done: func(s string) error { order = append(order, s); return nil },
		Idle: func() error { order = append(order, "idle"); close(idle); return nil },
	}.Run(t.Context())
	if want := []string{"a", "b", "idle", "c"}; err != nil || !slices.Equal(order, want) {
		t.Errorf("got %v, %v", order, err)
	}
}
