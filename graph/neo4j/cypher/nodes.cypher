// Nodes of any class by id.
UNWIND $ids AS id
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = id
RETURN n:Closed AS closed, n {.*, fold: null, text: null} AS node
