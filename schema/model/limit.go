package model

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	maxNodes  = 20_000 // that one request may answer, each as often as it is reached
	rootCost  = 20     // nodes that a root field stands for, because it asks the store at least once
	maxLevels = 12     // of reading below one root field
	maxIDs    = 100    // of the root field nodes
)

// LimitError says that a query asks for more than the server gives at once.
type LimitError struct {
	Message string
	Hint    string
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
