// Moves the numbers of events by a difference, and says who tells of them now.
UNWIND $rows AS row
MERGE (n:Rollup {key: row.key})
ON CREATE SET n = row.kind, n.key = row.key, n.events = row.events, n.sum = row.sum, n.articles = row.articles, n.origins = row.origins
ON MATCH SET n.events = n.events + row.events, n.sum = n.sum + row.sum, n.articles = row.articles, n.origins = row.origins
