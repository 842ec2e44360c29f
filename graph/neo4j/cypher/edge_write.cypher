// Makes relationships, each of the type its row says. The second end is optional only so that
// it is looked up after the first: without that, the planner multiplies the two.
UNWIND $rows AS row
MATCH (a:Node) USING INDEX SEEK a:Node(id)
WHERE a.id = row.a
OPTIONAL MATCH (b:Node) USING INDEX SEEK b:Node(id)
WHERE b.id = row.b
WITH row, a, b WHERE b IS NOT NULL
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.props
