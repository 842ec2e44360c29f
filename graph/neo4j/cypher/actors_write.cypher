// Says of events who takes part, packed.
UNWIND $rows AS row
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = row.id
SET n.actors = row.actors, n.allActors = row.allActors
