// Whether a fact leads to a place or to one within it.
UNWIND $ids AS id
MATCH (p:Node) USING INDEX SEEK p:Node(id)
WHERE p.id = id
RETURN id, EXISTS { MATCH (q:Node)-[:WITHIN*0..]->(p) WHERE q.facts > 0 } AS open
