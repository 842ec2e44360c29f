// The events of some actors by who takes part in them, one row for each of the actors. One relationship
// counts for a participant, whatever its roles: 1 is a source, 2 a target, 3 both.
UNWIND range(0, size($from) - 1) AS i
MATCH (p:Node)-[r:SOURCE|TARGET]-(n:Event) USING INDEX SEEK p:Node(id)
WHERE p.id = $from[i] AND r.counts AND (r.roles = 2 OR type(r) = 'SOURCE')
/*filter*/
WITH i, PACKED AS actors, count(*) AS events, sum(n.score) AS score,
  min(CASE WHEN n.start = 0 THEN null ELSE n.start END) AS since, max(n.end) AS until
RETURN i, collect([actors, events, score, coalesce(since, 0), until]) AS shared
