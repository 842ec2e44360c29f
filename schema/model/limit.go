package model

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// MaxIDs bounds the ids of the root field nodes.
const MaxIDs = 100

// MaxNodes bounds the nodes that one request may answer, each as often as it is reached.
const MaxNodes = 20_000

const (
	rootCost  = 20 // nodes that a root field stands for, because it asks the store at least once
	maxLevels = 12 // of reading below one root field
)

// LimitError says that a query asks for more than the server gives at once.
type LimitError struct {
	Message  string
	Argument string // the one to make smaller, "" if there is none
	Hint     string
}

func (e *LimitError) Error() string { return e.Message }

// atField gives an error the path and the location of the field that it belongs to, which
// the read-ahead knows and gqlgen, still at the root field, does not.
func atField(f *ast.Field, path ast.Path, err error) error {
	at := gqlerror.WrapPath(path, err)
	if f.Position != nil {
		at.Locations = []gqlerror.Location{{Line: f.Position.Line, Column: f.Position.Column}}
	}
	return at
}
