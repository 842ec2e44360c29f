// All mentions and evidence of articles, open and closed.
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Mention) USING INDEX SEEK n:Mention(articleId, start, id)
  WHERE n.articleId = id AND n.start IS NOT NULL AND n.id IS NOT NULL
  RETURN n
  UNION ALL
  MATCH (n:Evidence) USING INDEX SEEK n:Evidence(articleId, start, id)
  WHERE n.articleId = id AND n.start IS NOT NULL AND n.id IS NOT NULL
  RETURN n
  UNION ALL
  MATCH (n:Closed) USING INDEX SEEK n:Closed(articleId)
  WHERE n.articleId = id
  RETURN n
}
RETURN n {.*, fold: null} AS node
