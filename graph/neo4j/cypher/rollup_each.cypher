// The numbers of events that have the same keys, from what is kept, and who tells of them.
MATCH (n:Rollup) USING INDEX SEEK n:Rollup(key)
WHERE n.key >= ''
/*filter*/
RETURN FIRST AS first, SECOND AS second, n.events AS nodes, n.sum AS score, n.articles AS articles, n.origins AS origins
