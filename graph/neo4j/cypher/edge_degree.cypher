// The same where none is to be tested and no two are of one node: the server knows.
UNWIND range(0, size($from) - 1) AS i
MATCH (p:Node) USING INDEX SEEK p:Node(id)
WHERE p.id = $from[i]
RETURN i, COUNT { (p)-[:EDGE]-() } AS total
