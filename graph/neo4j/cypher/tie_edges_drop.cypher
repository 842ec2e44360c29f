// Takes away the relationships of two actors that come from ties, of one type.
UNWIND $rows AS id
MATCH ()-[r:EDGE]->() USING INDEX SEEK r:EDGE(tie)
WHERE r.tie = id
DELETE r
