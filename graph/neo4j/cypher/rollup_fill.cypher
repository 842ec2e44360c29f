// Counts the events of each kind that are there.
MATCH (n:Event)
WITH n.type AS type, n.quad AS quad, n.status AS status, n.negated AS negated, CASE n.start WHEN 0 THEN 0 ELSE n.start / 100 * 100 + 1 END AS since,
  CASE n.start WHEN 0 THEN 0 ELSE n.end / 100 * 100 + 1 END AS until, count(*) AS events, sum(n.score) AS sum
MERGE (r:Rollup {key: since + '/' + until + '/' + type + '/' + quad + '/' + status + '/' + toString(negated)})
SET r.start = since, r.end = until, r.type = type, r.quad = quad, r.status = status, r.negated = negated, r.events = events, r.sum = sum
