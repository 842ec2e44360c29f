// The pairs of actors that the events found join, and how: from a source to a target, or, where
// nobody is a target, two sources.
CALL (n) {
  MATCH (x:Actor)-[r:SOURCE]->(n)-[s:TARGET]->(y:Actor)
  WHERE r.counts AND s.counts AND x <> y
  RETURN x, y, true AS directed
  UNION ALL
  MATCH (x:Actor)-[r:SOURCE]->(n)<-[s:SOURCE]-(y:Actor)
  WHERE r.counts AND s.counts AND x.id < y.id AND NOT EXISTS { MATCH (n)-[t:TARGET]->(:Actor) WHERE t.counts }
  RETURN x, y, false AS directed
}
WITH x, y, directed, count(*) AS events, sum(n.score) AS score, min(CASE n.start WHEN 0 THEN null ELSE n.start END) AS since, max(n.end) AS until
WHERE events >= $min
/*filter*/
RETURN x.id AS source, y.id AS target, directed, events, score, since, until
