// Keeps texts of articles that are not the present ones.
UNWIND $rows AS row
MERGE (v:Revision {id: row.id})
SET v = row.props
