// The places around places, each once.
UNWIND $ids AS id
MATCH (p:Node)-[:WITHIN*1..]->(n:Node) USING INDEX SEEK p:Node(id)
WHERE p.id = id
RETURN DISTINCT n.id AS id
