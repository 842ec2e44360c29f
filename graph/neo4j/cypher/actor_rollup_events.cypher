// The events of some actors, with what they are counted by. One relationship counts for a participant,
// whatever its roles: 1 is a source, 2 a target, 3 both.
UNWIND $ids AS id
MATCH (p:Node)-[r:SOURCE|TARGET]-(n:Event) USING INDEX SEEK p:Node(id)
WHERE p.id = id AND r.counts AND (r.roles = 2 OR type(r) = 'SOURCE')
RETURN id AS actor, r.roles AS roles, n.start AS start, n.end AS end, n.type AS type, n.status AS status, n.negated AS negated, n.score AS score
