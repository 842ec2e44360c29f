// The names of nodes that have one.
UNWIND $ids AS id
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = id AND NOT n:Closed AND n.name IS NOT NULL
RETURN id, n.name AS name
