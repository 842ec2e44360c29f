package examples

import "embed"

// Queries are GraphQL queries over the articles, under "queries/". Each starts with a
// comment that says what it asks.
//
//go:embed queries/*.graphql
var Queries embed.FS
