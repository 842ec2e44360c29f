// The keys of each of the nodes that were found, and who tells of it.
RETURN FIRST AS first, SECOND AS second, 1 AS nodes, n.score AS score, n.articleIds AS articles, n.origins AS origins
