// Which of some actors match. They are looked up before anything is asked of them, because the planner
// would sooner look up every id that a condition names.
UNWIND $ids AS id
MATCH (n:Node) USING INDEX SEEK n:Node(id)
WHERE n.id = id
WITH id, n WHERE n:Actor
/*filter*/
RETURN id
