package sqlite

import (
	"database/sql/driver"

	"modernc.org/sqlite"

	"github.com/actorgraph/actorgraph/graph"
)

// graph_distance measures in Go what filters by distance ask for, so that the answer is the
// same in every store.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("graph_distance", 4,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			var at [4]int
			for i, v := range args {
				n, ok := v.(int64)
				if !ok {
					return nil, nil
				}
				at[i] = int(n)
			}
			return int64(graph.Distance(at[0], at[1], at[2], at[3])), nil
		})
}
