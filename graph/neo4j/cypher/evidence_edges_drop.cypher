// Takes away the relationships of closed evidence.
UNWIND $rows AS id
MATCH (e:Node)-[r]->() USING INDEX SEEK e:Node(id)
WHERE e.id = id
DELETE r
