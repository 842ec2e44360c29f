package model

import (
	"errors"
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
)

// nameArgument makes err one that names the argument in which it arose, unless it names
// one itself. base is the path of the argument's field: what gqlgen's decoder adds to it
// leads to the value at fault.
func nameArgument(name string, base int, err error) error {
	path := ast.Path{ast.PathName(name)}
	var at *gqlerror.Error
	if errors.As(err, &at) && len(at.Path) > base {
		path = at.Path[base:]
	}
	var arg *graph.ArgumentError
	if !errors.As(err, &arg) {
		return &graph.ArgumentError{Argument: ArgumentName(path), Message: err.Error()}
	}
	if arg.Argument != "" {
		return err
	}
	c := *arg
	c.Argument = ArgumentName(path)
	return &c
}

// ArgumentName spells a path inside an argument as people write it: where.and[0].since.
func ArgumentName(path ast.Path) string {
	var b strings.Builder
	for _, p := range path {
		switch p := p.(type) {
		case ast.PathName:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(string(p))
		case ast.PathIndex:
			fmt.Fprintf(&b, "[%d]", int(p))
		}
	}
	return b.String()
}
