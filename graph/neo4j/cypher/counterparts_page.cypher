// A page for each actor, most events first.
    AND ($first OR events < $rank OR events = $rank AND m.id < $after)
  RETURN m, events, outgoing, incoming, together, score, since, until ORDER BY events DESC, m.id DESC LIMIT $limit
}
RETURN i, m {.*, fold: null} AS node, events, outgoing, incoming, together, score, since, until
