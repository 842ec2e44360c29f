// Takes away what follows from the fold of facts.
UNWIND $rows AS id
MATCH (f:Node) USING INDEX SEEK f:Node(id)
WHERE f.id = id
CALL (f) {
  MATCH (f)-[r:SOURCE|TARGET|FROM|TO|AT]-() RETURN r
  UNION ALL
  MATCH (f)-[r:ABOUT]->() RETURN r
}
DELETE r
