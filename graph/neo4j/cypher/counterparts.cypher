// The events of some actors, and who takes part in them. One relationship counts for a participant,
// whatever its roles: 1 is a source, 2 a target, 3 both.
UNWIND range(0, size($from) - 1) AS i
MATCH (p:Node)-[r:SOURCE|TARGET]-(n:Event) USING INDEX SEEK p:Node(id)
WHERE p.id = $from[i] AND r.counts AND (r.roles = 2 OR type(r) = 'SOURCE')
/*filter*/
RETURN i, CASE WHEN n.actors = '*' THEN n.allActors ELSE n.actors END AS actors, n.score AS score, n.start AS start, n.end AS end
