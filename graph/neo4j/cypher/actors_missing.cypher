// Events, in the order of their ids, that do not say yet who takes part, packed.
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id > $after AND n.id < 'event;' AND n:Event AND n.actors IS NULL
RETURN n.id AS id, n.participants AS participants ORDER BY n.id LIMIT $limit
