// Who shares events with each of some actors, and how many. A participant is counted by one
// relationship, whatever its roles: 1 is a source, 2 a target, 3 both.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (p:Node)-[r:SOURCE|TARGET]-(n:Event) USING INDEX SEEK p:Node(id)
  WHERE p.id = $from[i] AND r.counts AND (r.roles = 2 OR type(r) = 'SOURCE')
  /*filter*/
  MATCH (n)-[s:SOURCE|TARGET]-(m:Actor)
  WHERE s.counts AND m <> p AND (s.roles = 2 OR type(s) = 'SOURCE')
  WITH m, count(*) AS events,
    sum(CASE WHEN r.roles <> 2 AND s.roles <> 1 THEN 1 ELSE 0 END) AS outgoing,
    sum(CASE WHEN r.roles <> 1 AND s.roles <> 2 THEN 1 ELSE 0 END) AS incoming,
    sum(CASE WHEN r.roles = s.roles OR r.roles = 3 OR s.roles = 3 THEN 1 ELSE 0 END) AS together,
    sum(n.score) AS score, min(CASE n.start WHEN 0 THEN null ELSE n.start END) AS since, max(n.end) AS until
  WHERE true ACTORS
