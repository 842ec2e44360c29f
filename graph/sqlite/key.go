package sqlite

import (
	"errors"
	"fmt"
	"slices"

	"github.com/actorgraph/actorgraph/graph"
)

// keyOf is the number by which rows refer to the node of an id: its class in the upper 3
// bits, then the first 60 of its 128 bits, taken so that keys of one class sort as their ids
// do. So rows are written without looking up a number first, and an index on (sort key, key)
// gives the order that every store must give.
//
// Two ids with one key would have to share 60 bits of a hash. Chance does not do that;
// somebody who tries hard may, and then Write refuses the later one (see checkID). ok is
// false if id has not the form of an id.
func keyOf(id graph.ID) (key int64, ok bool) {
	class := slices.Index(graph.Classes, id.Class())
	hash := id[min(len(id), len(id.Class())+1):]
	if class < 0 || len(hash) != hashLength {
		return 0, false
	}
	key = int64(class)
	for i := range keyLength {
		d := digit(hash[i])
		if d < 0 {
			return 0, false
		}
		key = key<<5 | d
	}
	return key, true
}

// classOf is the class of the id of a key.
func classOf(key int64) graph.Class { return graph.Classes[key>>(5*keyLength)] }

const (
	hashLength = 26 // base32 characters of an id after its class
	keyLength  = 12 // of them in a key
)

// digit is the value of a base32 character in the order of the characters themselves.
func digit(c byte) int64 {
	switch {
	case '2' <= c && c <= '7':
		return int64(c - '2')
	case 'a' <= c && c <= 'z':
		return int64(c-'a') + 6
	}
	return -1
}

// nullKey is the key of id, or NULL.
func nullKey(id graph.ID) any {
	if key, ok := keyOf(id); ok {
		return key
	}
	return nil
}

// checkID refuses an id whose key belongs to another one.
func checkID(id graph.ID, stored string) error {
	if string(id) == stored {
		return nil
	}
	return &collision{id, graph.ID(stored)}
}

// collision is the error of two ids with one key.
type collision struct{ id, stored graph.ID }

func (c *collision) Error() string {
	return fmt.Sprintf("%s cannot be told from %s in this file", c.id, c.stored)
}

func (c *collision) Unwrap() error { return graph.ErrConflict }

// blame names the article that brought the id of a collision, so that the rest of the batch
// can be written without it. Other errors stay as they are.
func blame(err error, b graph.Batch) error {
	var c *collision
	if !errors.As(err, &c) {
		return err
	}
	for i := len(b.Extractions) - 1; i >= 0; i-- { // of two in one batch the later one goes
		if x := &b.Extractions[i]; brings(x, c.id) {
			return &graph.ArticleError{Index: i, Article: x.Article.ID, Err: err}
		}
	}
	return err
}

func brings(x *graph.Extraction, id graph.ID) bool {
	return x.Article.ID == id ||
		slices.ContainsFunc(x.Actors, func(a graph.ActorRecord) bool { return a.ID == id }) ||
		slices.ContainsFunc(x.Places, func(p graph.Place) bool { return p.ID == id }) ||
		slices.ContainsFunc(x.Evidence, func(e graph.Evidence) bool { return e.Record == id })
}
