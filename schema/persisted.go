package schema

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/actorgraph/actorgraph/graph"
)

const maxPersisted = 4 << 20 // bytes of the texts that are kept by their hashes

// persisted lets clients send a query once and then only its hash, as the protocol of
// automatic persisted queries has it; with GET they stay short enough for every proxy.
// What was not asked for lately is forgotten, and then sent again. Only queries that fit the
// schema are kept. It is safe for concurrent use.
type persisted struct {
	texts *recent[string] // by the hash of each
}

func newPersisted() persisted {
	return persisted{newRecent(maxPersisted, func(hash, text string) int { return len(hash) + len(text) })}
}

func (persisted) ExtensionName() string                   { return "PersistedQueries" }
func (persisted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts the text of a hash into a request that has none.
func (p persisted) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	hash, err := persistedHash(params.Extensions)
	switch {
	case err != nil:
		return gqlerror.Wrap(err)
	case hash == "":
		return nil
	case params.Query != "":
		if sum := sha256.Sum256([]byte(params.Query)); hex.EncodeToString(sum[:]) != hash {
			return gqlerror.Wrap(&graph.ArgumentError{
				Argument: "extensions.persistedQuery.sha256Hash", Message: "the hash is not that of the query",
				Hint: "give the SHA-256 of the query's text in hexadecimal",
			})
		}
		return nil
	}
	text, ok := p.texts.Get(ctx, hash)
	if !ok { // clients wait for these words
		return gqlerror.Wrap(&graph.ArgumentError{Message: "PersistedQueryNotFound", Hint: "send the query and its hash together once"})
	}
	params.Query = text
	return nil
}

// MutateOperationContext keeps the text of a query that came with its hash.
func (p persisted) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	hash, err := persistedHash(op.Extensions)
	if err == nil && hash != "" {
		p.texts.Add(ctx, hash, strings.Clone(op.RawQuery))
	}
	return nil
}

// persistedHash is the hash that a request names, "" if it names none.
func persistedHash(extensions map[string]any) (string, error) {
	given, ok := extensions["persistedQuery"]
	if !ok || given == nil {
		return "", nil
	}
	fields, _ := given.(map[string]any)
	hash, _ := fields["sha256Hash"].(string)
	version, _ := fields["version"].(json.Number)
	if len(hash) != 2*sha256.Size || version != "1" {
		return "", &graph.ArgumentError{
			Argument: "extensions.persistedQuery", Message: "this is no persisted query of version 1",
			Hint: `give {"version": 1, "sha256Hash": "…"}`,
		}
	}
	return strings.ToLower(hash), nil
}
