// The nodes that match, of the ids that the condition itself names.
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n:LABEL
/*filter*/
