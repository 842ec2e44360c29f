// A page of the nodes found, sorted, largest first.
WITH n, RANK AS rank, TEXT AS text
WHERE $first OR rank < $rank OR rank = $rank AND (text < $text OR text = $text AND n.id < $after)
RETURN n {.*, fold: null, text: null} AS node, rank
ORDER BY rank DESC, text DESC, n.id DESC LIMIT $limit
