// How many events have the same keys, from the numbers that are kept.
MATCH (n:Rollup) USING INDEX SEEK n:Rollup(key)
WHERE n.key >= ''
/*filter*/
RETURN FIRST AS first, SECOND AS second, sum(n.events) AS nodes, sum(n.sum) AS score
