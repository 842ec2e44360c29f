// Where the graph stands: running counts and the end of the change log.
OPTIONAL MATCH (s:Sequencer) USING INDEX SEEK s:Sequencer(of)
WHERE s.of = 'changes'
RETURN s {.*} AS state
