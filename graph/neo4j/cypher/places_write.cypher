// What decides whether places are there: how many facts lead to them, and where they lie.
UNWIND $rows AS row
MERGE (p:Node {id: row.id})
ON CREATE SET p:Closed
SET p.facts = row.facts
WITH p
MATCH (p)-[r:WITHIN]->()
DELETE r
