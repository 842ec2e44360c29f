// Takes away the numbers of actors' events that there are none of.
UNWIND $rows AS row
MATCH (n:ActorRollup) USING INDEX SEEK n:ActorRollup(key)
WHERE n.key = row.key AND n.events = 0
DELETE n
