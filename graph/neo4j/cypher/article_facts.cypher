// The facts that articles state, and where they first do. gathered_… goes on from here.
UNWIND range(0, size($from) - 1) AS i
CALL (i) {
  MATCH (e:Evidence) USING INDEX SEEK e:Evidence(articleId, start, id)
  WHERE e.articleId = $from[i] AND e.start IS NOT NULL AND e.id IS NOT NULL
  MATCH (e)-[:SUPPORTS]->(n:LABEL)
  WHERE true
  /*filter*/
  WITH n, min(e.start) AS begin
