// A page of the nodes found, sorted, smallest first.
WITH n, RANK AS rank, TEXT AS text
WHERE $first OR rank > $rank OR rank = $rank AND (text > $text OR text = $text AND n.id > $after)
RETURN n {.*, fold: null, text: null} AS node, rank
ORDER BY rank, text, n.id LIMIT $limit
