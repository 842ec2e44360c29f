// Package export streams whole result sets of the API as JSON lines or CSV: a table of actors,
// events, ties, evidence or articles, or the links of a network.
//
// A table is a list of columns, each with the place in the API where its value stands (see
// tables.go). Stream asks the API for page after page with the same filter that a query takes,
// and writes each page before it asks for the next, so memory does not grow with what is
// exported. Command gives it a command line, Handler an address.
package export
