// Package schema answers GraphQL over the graph: the API's types stand in *.graphql beside
// this file, described for people who write queries.
//
// NewHandler is all there is to use. How a request goes: request.go receives it and bounds
// its size, waiting for a slot (transport.go); persisted.go puts in the text of a query that
// is known by its hash; shape.go refuses documents too costly to validate; gqlgen parses and
// validates against the schema; price.go refuses queries whose answers could hold too much;
// then the root fields are called (query.resolvers.go). Each of them reads its page and
// everything selected below it with a number of store calls that does not depend on how much
// is found (package model). Errors leave through errors.go, with a code, the argument at
// fault and a hint (hints.go); answers through answer.go; observe.go counts and logs them.
//
// After a change of a *.graphql file run: go generate ./schema/...
package schema
