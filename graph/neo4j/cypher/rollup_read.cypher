// Who tells of the events of some kinds.
UNWIND $keys AS key
MATCH (n:Rollup) USING INDEX SEEK n:Rollup(key)
WHERE n.key = key
RETURN n.key AS key, n.articles AS articles, n.origins AS origins
