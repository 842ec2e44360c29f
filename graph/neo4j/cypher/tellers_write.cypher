// Says of events who tells of them.
UNWIND $rows AS row
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = row.id
SET n.articleIds = row.articleIds, n.origins = row.origins
