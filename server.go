// Command actorgraph turns news articles into a graph of who did what to whom and serves
// it over GraphQL. See package command.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/actorgraph/actorgraph/command"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a closed output is an error of writing, after which commands clean up
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal kills
	code := command.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
