// The ties from one actor to another that match, by the index of their ends.
UNWIND $pairs AS pair
MATCH (n:Tie) USING INDEX SEEK n:Tie(fromId, toId, relation, status, negated)
WHERE n.fromId = pair[0] AND n.toId = pair[1] AND n.relation IS NOT NULL AND n.status IS NOT NULL AND n.negated IS NOT NULL
/*filter*/
