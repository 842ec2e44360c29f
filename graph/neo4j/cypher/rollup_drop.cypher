// Takes away the numbers of events that there are none of.
UNWIND $rows AS row
MATCH (n:Rollup) USING INDEX SEEK n:Rollup(key)
WHERE n.key = row.key AND n.events = 0
DELETE n
