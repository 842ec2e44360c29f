package sqlite

import (
	"context"
	"strings"
)

// bulk collects rows for one statement of the form start VALUES (…), (…) end.
type bulk struct {
	start, end string
	rows       [][]any
}

// chunks are the numbers of rows that one statement takes: the largest first, the last 1, so
// that any number of rows needs few statements and few texts to prepare.
var chunks = []int{64, 8, 1}

func (b *bulk) add(row ...any) { b.rows = append(b.rows, row) }

// run writes all rows and empties b. It looks at ctx between statements, not within one: that
// would cost a goroutine each.
func (b *bulk) run(ctx context.Context, c *conn) error {
	rows := b.rows
	b.rows = nil
	within := context.WithoutCancel(ctx)
	var args []any
	for _, n := range chunks {
		if len(rows) < n {
			continue
		}
		text := b.text(len(rows[0]), n)
		for ; len(rows) >= n; rows = rows[n:] {
			if err := ctx.Err(); err != nil {
				return err
			}
			args = args[:0]
			for _, row := range rows[:n] {
				args = append(args, row...)
			}
			if _, err := c.exec(within, text, args...); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *bulk) text(columns, rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", columns), ",") + ")"
	return b.start + strings.TrimSuffix(strings.Repeat(row+",", rows), ",") + b.end
}
