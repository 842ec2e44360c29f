UNWIND $rows AS row
CREATE (c:Change)
SET c = row
