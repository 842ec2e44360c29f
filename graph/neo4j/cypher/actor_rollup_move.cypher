// Moves the numbers of actors' events by a difference.
UNWIND $rows AS row
MERGE (n:ActorRollup {key: row.key})
ON CREATE SET n = row.kind, n.key = row.key, n.actor = row.actor, n.roles = row.roles, n.events = row.events, n.sum = row.sum
ON MATCH SET n.events = n.events + row.events, n.sum = n.sum + row.sum
