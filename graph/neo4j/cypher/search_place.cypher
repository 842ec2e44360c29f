CALL db.index.fulltext.queryNodes('place_words', $lucene) YIELD node AS n
WITH n WHERE n:Place AND all(word IN $words WHERE ' ' + n.nameFold CONTAINS word)
/*filter*/
