// Nodes of any class by id, with the texts of articles.
UNWIND $ids AS id
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = id
RETURN n:Closed AS closed, n {.*, fold: null} AS node
