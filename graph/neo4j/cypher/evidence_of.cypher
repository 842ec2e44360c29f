// The open evidence of facts, but that of some articles.
UNWIND $ids AS id
MATCH (n:Evidence) USING INDEX SEEK n:Evidence(factId, published, id)
WHERE n.factId = id AND n.published IS NOT NULL AND n.id IS NOT NULL AND NOT n.articleId IN $told
RETURN n {.*, fold: null} AS node
