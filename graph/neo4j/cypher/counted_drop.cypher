// Takes away what is no longer counted.
UNWIND $rows AS row
MATCH (c:Counted) USING INDEX SEEK c:Counted(key)
WHERE c.key = row.key AND c.count <= 0
DELETE c
