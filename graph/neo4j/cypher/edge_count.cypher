// How many there are for each parent.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (p:Node)-[r:EDGE]-(n) USING INDEX SEEK p:Node(id)
  WHERE p.id = $from[i]
  /*filter*/
  RETURN count(DISTINCT n) AS total
}
RETURN i, total
