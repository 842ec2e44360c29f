package schema

import (
	"context"
	"sync"
)

// recent keeps what was lately asked for, up to a number of bytes: parsed queries by their
// texts, so that a dashboard's poll is parsed once, and texts by their hashes. It holds two
// generations: when the young one has grown to half of the limit it becomes the old one, and
// what was not asked for in between is forgotten. It is safe for concurrent use.
type recent[T any] struct {
	limit int // bytes of both generations
	size  func(key string, value T) int

	mu         sync.Mutex
	young, old map[string]T
	taken      int // bytes of young
}

func newRecent[T any](limit int, size func(key string, value T) int) *recent[T] {
	return &recent[T]{limit: limit, size: size, young: map[string]T{}}
}

// Get gives the value of a key, if it is kept.
func (r *recent[T]) Get(_ context.Context, key string) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if v, ok := r.young[key]; ok {
		return v, true
	}
	v, ok := r.old[key]
	if ok {
		r.add(key, v)
	}
	return v, ok
}

// Add keeps a value.
func (r *recent[T]) Add(_ context.Context, key string, value T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.add(key, value)
}

func (r *recent[T]) add(key string, value T) {
	size := r.size(key, value)
	if size > r.limit/16 { // one huge value must not push all others out
		return
	}
	if r.taken+size > r.limit/2 {
		r.young, r.old, r.taken = map[string]T{}, r.young, 0
	}
	if _, ok := r.young[key]; !ok {
		r.taken += size
	}
	r.young[key] = value
}
