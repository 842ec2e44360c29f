// Package model is what the types of the GraphQL schema are in Go.
//
// Nodes are thin wrappers of those of package graph, one pointer wide: gqlgen binds their
// promoted fields, and methods add what the graph holds as ids. Reading is not done where
// a field is answered but ahead of it: a root field reads its page (see Find), walks its
// selection breadth first, and reads each level below with one call of Nodes and one of
// Expand for each edge field, whatever the number of parents (see Scope and rows.go). The
// methods then only look up what was read; one that misses reads for its one parent and
// goes on below, so that a row too few costs time and never an answer.
package model
