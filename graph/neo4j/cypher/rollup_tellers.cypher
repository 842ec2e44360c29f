// Events, in the order of their ids, with what they are counted by and who tells of them.
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id > $after AND n.id < 'event;' AND n:Event
RETURN n.id AS id, n.start AS start, n.end AS end, n.type AS type, n.status AS status, n.negated AS negated, n.articleIds AS articles, n.origins AS origins
ORDER BY n.id LIMIT $limit
