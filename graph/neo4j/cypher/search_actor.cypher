// The actors one name of which holds all words. The index finds them by all names together.
CALL db.index.fulltext.queryNodes('actor_words', $lucene) YIELD node AS n
WITH n WHERE n:Actor AND any(name IN n.names WHERE all(word IN $words WHERE ' ' + name CONTAINS word))
/*filter*/
