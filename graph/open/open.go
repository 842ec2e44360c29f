// Package open opens a store from its address, so that commands need not know which stores
// there are.
//
//	store, err := open.Open(ctx, "sqlite:news.db", open.Options{})
//
// An address is a scheme and what the scheme needs:
//
//	sqlite:news.db              a graph in one file
//	neo4j://host:7687/name      a Neo4j server or cluster; also neo4j+s:// and bolt://
package open

import (
	"context"
	"fmt"
	"strings"

	"github.com/actorgraph/actorgraph/graph"
)

// Default is the address where the user names none.
const Default = "sqlite:actorgraph.db"

// Forms are the addresses that Open understands, for messages and help texts.
const Forms = "sqlite:PATH or neo4j://HOST:PORT/DATABASE"

// Options say how to open a store. The zero Options open or create it. User, password and
// database of a Neo4j server come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE;
// what the address says of user and database goes before.
type Options struct {
	// MustExist refuses to create a graph file: an absent one is graph.ErrNotFound, and so
	// is an empty file. A Neo4j server is there or is not.
	MustExist bool
}

// Open opens the store at an address and migrates it. An address of no known form is a
// *graph.ArgumentError that says what to write; one at which there can be no graph, or no
// server answers, is graph.ErrUnavailable. The caller closes the store.
func Open(ctx context.Context, address string, o Options) (graph.Store, error) {
	scheme, rest, _ := strings.Cut(address, ":")
	switch scheme {
	case "sqlite":
		return openSQLite(ctx, address, rest, o)
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return openNeo4j(ctx, address, o)
	}
	return nil, refuse(nil, "write "+Forms+", for instance "+suggestion(address), "%q is no address of a graph", withoutPassword(address))
}

// Files are the paths where the store at an address may keep files, whether they are there
// or not; none for an address that names no file.
func Files(address string) []string {
	path, ok := strings.CutPrefix(address, "sqlite:")
	if !ok || path == "" {
		return nil
	}
	return []string{path, path + "-wal", path + "-shm", path + "-journal"}
}

func refuse(cause error, hint, format string, args ...any) error {
	return &graph.ArgumentError{Argument: "store", Message: fmt.Sprintf(format, args...), Hint: hint, Err: cause}
}

// suggestion is the address that a bare path was perhaps meant to be.
func suggestion(address string) string {
	if address == "" || strings.Contains(address, ":") {
		return Default
	}
	return "sqlite:" + address
}

// withoutPassword hides what stands between the user's name and the host. A password may
// hold every character, a host no "@".
func withoutPassword(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address
	}
	scheme, secret, ok := strings.Cut(address[:at], "://")
	if !ok {
		return "…" + address[at:]
	}
	user, _, _ := strings.Cut(secret, ":")
	return scheme + "://" + user + address[at:]
}
