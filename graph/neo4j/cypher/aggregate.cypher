// How many of the nodes that were found have the same keys.
RETURN FIRST AS first, SECOND AS second, count(*) AS nodes, sum(n.score) AS score
