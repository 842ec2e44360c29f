// The pairs of actors that the ties found join. The ends of a symmetric relation stand in order.
MATCH (x:Actor)<-[:FROM]-(n)-[:TO]->(y:Actor)
WHERE x <> y
WITH x, y, NOT n.relation IN $symmetric AS directed, count(*) AS ties
WHERE true
/*filter*/
RETURN x.id AS source, y.id AS target, directed, ties
