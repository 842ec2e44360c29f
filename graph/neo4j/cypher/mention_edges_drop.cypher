// Takes away the relationships of closed mentions.
UNWIND $rows AS id
MATCH ()-[r:MENTIONS]->() USING INDEX SEEK r:MENTIONS(mention)
WHERE r.mention = id
DELETE r
