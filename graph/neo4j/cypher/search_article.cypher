CALL db.index.fulltext.queryNodes('article_words', $lucene) YIELD node AS n
WITH n WHERE n:Article AND all(word IN $words WHERE ' ' + n.fold CONTAINS word)
/*filter*/
