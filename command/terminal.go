package command

import (
	"os"

	"golang.org/x/term"

	"github.com/actorgraph/actorgraph/loader"
)

// isTerminal: stream is one that a person looks at or types into.
func isTerminal(stream any) bool {
	if i, ok := stream.(*loader.InterruptibleReader); ok {
		stream = i.Unwrap()
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// hasColor: stream is a terminal whose user has not asked for plain text.
func hasColor(stream any) bool {
	return isTerminal(stream) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
