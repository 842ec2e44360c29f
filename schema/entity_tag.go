package schema

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/actorgraph/actorgraph/graph"
)

// entityTag names the answer to a GET request by what it follows from: the request, the
// server, and the last change of the graph. So a poll of a graph that has not changed costs
// one small call of the store. It is "" where the store does not answer.
func entityTag(ctx context.Context, r graph.Reader, server string, accepts string, p *graphql.RawParams) string {
	info, err := r.Info(ctx)
	if err != nil {
		return ""
	}
	h := sha256.New()
	// Maps are encoded in the order of their keys.
	if err := json.NewEncoder(h).Encode([]any{server, accepts, p.Query, p.OperationName, p.Variables, p.Extensions, info.Store, info.LastChange, info.LastChangeAt.UnixNano()}); err != nil {
		return ""
	}
	// Weak, because compression changes the bytes and not the answer.
	return `W/"` + hex.EncodeToString(h.Sum(nil)[:12]) + `"`
}

// unchanged reports whether the client holds the answer of that tag.
func unchanged(r *http.Request, tag string) bool {
	if tag == "" {
		return false
	}
	for held := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		held = strings.TrimSpace(held)
		if held == "*" || strings.TrimPrefix(held, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
