// Events, in the order of their ids, that do not say yet who tells of them.
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id > $after AND n.id < 'event;' AND n:Event AND n.articleIds IS NULL
RETURN n.id AS id ORDER BY n.id LIMIT $limit
