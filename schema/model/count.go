package model

import (
	"cmp"
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/actorgraph/actorgraph/graph"
)

// EventStats are counts of events.
type EventStats struct {
	counted graph.Buckets
	by      []graph.By
}

// Events is how many match.
func (s EventStats) Events() int { return s.counted.Total.Events }

// Articles is how many tell of them.
func (s EventStats) Articles() int { return s.counted.Total.Articles }

// IndependentSources is how many of those tell of them.
func (s EventStats) IndependentSources() int { return s.counted.Total.Sources }

// Truncated says that there is more than the buckets show.
func (s EventStats) Truncated() bool { return s.counted.Truncated }

// Buckets are the counts by keys.
func (s EventStats) Buckets() []EventBucket {
	out := make([]EventBucket, len(s.counted.Buckets))
	for i, b := range s.counted.Buckets {
		out[i] = EventBucket{b, s.by}
	}
	return out
}

// EventBucket are the events that have some keys in common.
type EventBucket struct {
	counted graph.Bucket
	by      []graph.By
}

// Keys are what they have in common, one for each dimension.
func (b EventBucket) Keys() []BucketKey { return bucketKeys(b.counted.Keys, b.by) }

// Events is how many there are.
func (b EventBucket) Events() int { return b.counted.Events }

// Articles is how many tell of them.
func (b EventBucket) Articles() int { return b.counted.Articles }

// IndependentSources is how many of those tell of them.
func (b EventBucket) IndependentSources() int { return b.counted.Sources }

// Score is the mean, nil of no events.
func (b EventBucket) Score() *float64 { return meanScore(b.counted.Score, b.counted.Events) }

// Where finds exactly these events.
func (b EventBucket) Where() (string, error) { return EncodeWhere(graph.ClassEvent, b.counted.Where) }

// meanScore divides a sum of tenths, once.
func meanScore(tenths int64, events int) *float64 {
	if events == 0 {
		return nil
	}
	mean := float64(tenths) / float64(10*int64(events))
	return &mean
}

// ArticleStats are counts of articles.
type ArticleStats struct {
	counted graph.Buckets
	by      []graph.By
}

// Articles is how many match.
func (s ArticleStats) Articles() int { return s.counted.Total.Articles }

// Truncated says that there is more than the buckets show.
func (s ArticleStats) Truncated() bool { return s.counted.Truncated }

// Buckets are the counts by keys.
func (s ArticleStats) Buckets() []ArticleBucket {
	out := make([]ArticleBucket, len(s.counted.Buckets))
	for i, b := range s.counted.Buckets {
		out[i] = ArticleBucket{b, s.by}
	}
	return out
}

// ArticleBucket are the articles that have some keys in common.
type ArticleBucket struct {
	counted graph.Bucket
	by      []graph.By
}

// Keys are what they have in common, one for each dimension.
func (b ArticleBucket) Keys() []BucketKey { return bucketKeys(b.counted.Keys, b.by) }

// Articles is how many there are.
func (b ArticleBucket) Articles() int { return b.counted.Articles }

// Where finds exactly these articles.
func (b ArticleBucket) Where() (string, error) {
	return EncodeWhere(graph.ClassArticle, b.counted.Where)
}

// BucketKey is what the nodes of a bucket have in common in one dimension.
type BucketKey struct {
	graph.Key
	dimension graph.Dimension
}

func bucketKeys(keys []graph.Key, by []graph.By) []BucketKey {
	out := make([]BucketKey, len(keys))
	for i, k := range keys {
		out[i] = BucketKey{k, by[i].Dimension}
	}
	return out
}

// Dimension is what the nodes are told apart by.
func (k BucketKey) Dimension() string { return string(k.dimension) }

// Label is the key for people.
func (k BucketKey) Label() string {
	switch {
	case k.Rest:
		return "(others)"
	case k.Value == "":
		return "(none)"
	}
	return cmp.Or(k.Key.Label, k.Value)
}

// Actor is nil unless actors are told apart.
func (k BucketKey) Actor(ctx context.Context) (Actor, error) { return oneActor(ctx, k.Key.Actor) }

// Place is nil unless places are told apart.
func (k BucketKey) Place(ctx context.Context) (*Place, error) { return one[Place](ctx, k.Key.Place) }

// CountEvents answers the root field eventStats.
func CountEvents(ctx context.Context, where *graph.EventWhere, by []graph.By, reality graph.Reality) (*EventStats, error) {
	b, err := count(ctx, graph.Aggregation{Class: graph.ClassEvent, By: by, Reality: reality}, where)
	if err != nil {
		return nil, err
	}
	stats := EventStats{b, by}
	return &stats, scopeOf(ctx).belowRoot(ctx, stats)
}

// CountArticles answers the root field articleStats.
func CountArticles(ctx context.Context, where *graph.ArticleWhere, by []graph.By) (*ArticleStats, error) {
	b, err := count(ctx, graph.Aggregation{Class: graph.ClassArticle, By: by}, where)
	if err != nil {
		return nil, err
	}
	stats := ArticleStats{b, by}
	return &stats, scopeOf(ctx).belowRoot(ctx, stats)
}

// count asks for what is selected of the counts.
func count(ctx context.Context, a graph.Aggregation, where any) (graph.Buckets, error) {
	s, selected := scopeOf(ctx), graphql.GetFieldContext(ctx).Field.Selections
	if err := s.spend(0); err != nil {
		return graph.Buckets{}, err
	}
	a.View = s.view
	var err error
	if a.Where, err = compile(where); err != nil {
		return graph.Buckets{}, err
	}
	if err := a.Validate(); err != nil { // by as well, which may be left out
		return graph.Buckets{}, err
	}
	buckets, truncated, distinct := false, false, false
	mark := func(f *ast.Field) {
		buckets = buckets || f.Name == "buckets"
		truncated = truncated || f.Name == "truncated"
		distinct = distinct || f.Name == "articles" || f.Name == "independentSources"
	}
	eachField(selected, func(f *ast.Field) {
		mark(f)
		if f.Name == "buckets" {
			eachField(f.SelectionSet, mark)
		}
	})
	if !buckets && !truncated {
		a.By = nil
	}
	a.Distinct = distinct && a.Class == graph.ClassEvent
	return s.source.reader.Aggregate(ctx, a)
}
