// Package schema answers GraphQL over the graph: the API's types stand in *.graphql beside
// this file, described for people who write queries.
//
// NewHandler is all there is to use. How a request goes: transport.go reads it and bounds its
// size; gqlgen parses and validates it against the schema and calls the root fields
// (query.resolvers.go); each of them reads its page and everything selected below it with a
// number of store calls that does not depend on how much is found (package model); errors
// leave through errors.go, with a code, the argument at fault and a hint.
//
// After a change of a *.graphql file run: go generate ./schema/...
package schema
