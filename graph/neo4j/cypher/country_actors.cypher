// The actors with the code of countries. gathered_… goes on from here.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (p:Node) USING INDEX SEEK p:Node(id)
  WHERE p.id = $from[i] AND p:Actor
  WITH p.country AS code
  MATCH (n:Actor) USING INDEX SEEK n:Actor(country, nameKey)
  WHERE n.country = code AND n.nameKey IS NOT NULL AND n:LABEL
  /*filter*/
  WITH n
