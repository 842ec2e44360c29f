// How many events of one actor have the same keys, from the numbers that are kept.
MATCH (n:ActorRollup) USING INDEX SEEK n:ActorRollup(actor, key)
WHERE n.actor = $actor AND n.key >= '' AND n.roles IN $roles
/*filter*/
RETURN FIRST AS first, SECOND AS second, sum(n.events) AS nodes, sum(n.sum) AS score
