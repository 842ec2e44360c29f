// Actors, in the order of their ids.
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id > $after AND n.id < 'actor;' AND n:Actor
RETURN n.id AS id ORDER BY n.id LIMIT $limit
