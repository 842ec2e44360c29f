package loader

import (
	"context"
	"io"
	"io/fs"
	"os"
)

// Interruptible makes reads from r end with the context's error when ctx does, also those
// that wait for somebody to type. A read that is abandoned takes its bytes with it, so
// nothing may read r after that. It is not safe for concurrent use. One that wraps another
// takes its place.
func Interruptible(ctx context.Context, r io.Reader) *InterruptibleReader {
	if i, ok := r.(*InterruptibleReader); ok {
		r = i.r
	}
	return &InterruptibleReader{ctx: ctx, r: r}
}

// InterruptibleReader is what Interruptible makes.
type InterruptibleReader struct {
	ctx context.Context
	r   io.Reader
}

// Unwrap is the reader that was wrapped.
func (i *InterruptibleReader) Unwrap() io.Reader { return i.r }

type readResult struct {
	bytes []byte
	err   error
}

// Read is the wrapped reader's, until the context ends.
func (i *InterruptibleReader) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	result := make(chan readResult, 1)
	own := make([]byte, min(len(p), 64<<10)) // p is the caller's again once the context has ended
	go func() {
		n, err := i.r.Read(own)
		result <- readResult{own[:n], err}
	}()
	select {
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	case x := <-result:
		return copy(p, x.bytes), x.err
	}
}

// pipe is a file that may make its reader wait for ever, such as a named pipe.
type pipe struct {
	*os.File
	reader *InterruptibleReader
}

func (p pipe) Read(b []byte) (int, error) { return p.reader.Read(b) }

// openWaiting opens a file where that may take until somebody writes to it.
func openWaiting(ctx context.Context, path string) (fs.File, error) {
	type opened struct {
		file *os.File
		err  error
	}
	result := make(chan opened, 1)
	go func() {
		f, err := os.Open(path)
		result <- opened{f, err}
	}()
	select {
	case o := <-result:
		if o.err != nil {
			return nil, o.err
		}
		return pipe{o.file, Interruptible(ctx, o.file)}, nil
	case <-ctx.Done():
		go func() {
			if o := <-result; o.err == nil {
				_ = o.file.Close()
			}
		}()
		return nil, ctx.Err()
	}
}
