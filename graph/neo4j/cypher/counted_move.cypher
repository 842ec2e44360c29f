// Moves counted values by a difference.
UNWIND $rows AS row
MERGE (c:Counted {key: row.key})
ON CREATE SET c.actor = row.actor, c.property = row.property, c.value = row.value, c.day = row.day, c.count = row.by
ON MATCH SET c.count = c.count + row.by
