// The keys of the nodes that were found, many nodes in one row: a row costs more than a node.
RETURN n.start AS start, n.score AS score, collect([FIRST, SECOND]) AS keys
