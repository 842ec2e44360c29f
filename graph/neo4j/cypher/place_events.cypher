// The events at places and at those within them. gathered_… goes on from here.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (p:Node) USING INDEX SEEK p:Node(id)
  WHERE p.id = $from[i]
  MATCH (p)<-[:WITHIN*0..]-(q)
  MATCH (q)<-[:AT]-(n:Event)
  WHERE true
  /*filter*/
  WITH DISTINCT n
