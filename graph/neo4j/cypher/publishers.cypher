// How publishers write themselves: of several spellings the smallest.
UNWIND $ids AS id
MATCH (n:Article) USING INDEX SEEK n:Article(publisherFold, id)
WHERE n.publisherFold = id AND n.id IS NOT NULL
RETURN id, min(n.publisher) AS name
