// Which of some nodes match.
UNWIND $ids AS id
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = id AND n:LABEL
/*filter*/
RETURN n {.*, fold: null} AS node
