// The ends of the ties that were found.
RETURN n.fromId AS source, n.toId AS target, n.relation AS relation
