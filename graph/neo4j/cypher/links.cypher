// Who takes part in the events that were found, many events in one row: a row costs more than an event. What
// stands in a branch of CASE is read from the node even where an index has it.
RETURN n.score AS score, n.start AS start, n.end AS end, collect(PACKED) AS actors
