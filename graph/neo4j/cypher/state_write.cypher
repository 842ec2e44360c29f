MATCH (s:Sequencer) USING INDEX SEEK s:Sequencer(of)
WHERE s.of = 'changes'
SET s += $state
