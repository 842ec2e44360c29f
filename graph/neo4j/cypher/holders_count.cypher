// How many there are for each parent.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (p:Node)<-[:TO]-(t)-[:FROM]->(n:LABEL) USING INDEX SEEK p:Node(id)
  WHERE p.id = $from[i] AND t.relation IN $relations AND t.status IN ['HAPPENED', 'ONGOING'] AND NOT t.negated
  /*filter*/
  RETURN count(t) AS total
}
RETURN i, total
