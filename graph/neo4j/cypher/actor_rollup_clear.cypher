// Takes away some of the numbers of actors' events.
MATCH (n:ActorRollup) USING INDEX SEEK n:ActorRollup(key)
WHERE n.key >= ''
WITH n LIMIT $limit
DELETE n
RETURN count(*) AS gone
