package model

import (
	"context"
	"time"
)

// Info says what is in the graph, and who is answering.
type Info struct {
	Version      string
	Store        string
	Articles     int
	Actors       int
	Events       int
	Ties         int
	Evidence     int
	LastChange   *string
	LastChangeAt time.Time
}

// ReadInfo answers the root field info.
func ReadInfo(ctx context.Context) (*Info, error) {
	src := scopeOf(ctx).source
	i, err := src.reader.Info(ctx)
	if err != nil {
		return nil, err
	}
	info := &Info{
		Version: src.version, Store: i.Store,
		Articles: i.Articles, Actors: i.Actors, Events: i.Events, Ties: i.Ties, Evidence: i.Evidence,
		LastChangeAt: i.LastChangeAt,
	}
	if i.LastChange != 0 {
		c := changeCursor(i.LastChange)
		info.LastChange = &c
	}
	return info, nil
}
