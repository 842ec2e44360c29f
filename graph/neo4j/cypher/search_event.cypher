// The events one passage of which holds all words.
CALL db.index.fulltext.queryNodes('evidence_words', $lucene) YIELD node AS passage
WITH passage WHERE passage:Evidence AND all(word IN $words WHERE ' ' + passage.fold CONTAINS word)
MATCH (passage)-[:SUPPORTS]->(found:Event)
WITH DISTINCT found AS n
WHERE true
/*filter*/
