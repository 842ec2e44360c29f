// Puts nodes in place of what has their id, or makes them.
UNWIND $rows AS row
MERGE (n:Node {id: row.id})
SET n = row.props
REMOVE n:Closed:Actor:Agency:Official:Person:Group:Organization:Country:Fact:Event:Tie:Evidence:Article:Mention:Place
SET n:$(row.labels)
