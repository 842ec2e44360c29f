CALL db.index.fulltext.queryNodes('evidence_words', $lucene) YIELD node AS n
WITH n WHERE n:Evidence AND all(word IN $words WHERE ' ' + n.fold CONTAINS word)
/*filter*/
