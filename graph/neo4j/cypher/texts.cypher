// Texts of articles by revision: the present one is the article's own, others stand beside it.
UNWIND range(0, size($articles) - 1) AS i
OPTIONAL MATCH (a:Node) USING INDEX SEEK a:Node(id)
WHERE a.id = $articles[i] AND a.revision = $numbers[i]
OPTIONAL MATCH (v:Revision) USING INDEX SEEK v:Revision(id)
WHERE v.id = $revisions[i]
RETURN i, coalesce(v.text, a.text) AS text
