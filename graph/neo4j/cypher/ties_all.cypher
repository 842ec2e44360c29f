// All ties that match, from an index that has what links look at.
MATCH (n:Tie) USING INDEX SEEK n:Tie(fromId, toId, relation, status, negated)
WHERE n.fromId >= '' AND n.toId IS NOT NULL AND n.relation IS NOT NULL AND n.status IS NOT NULL AND n.negated IS NOT NULL
/*filter*/
