// Takes the lock of the change log. Every write takes it first, so that writers of several
// processes queue before they read what they will fold, and holds it until its commit, so
// that a reader of the log never skips a late entry.
MERGE (s:Sequencer {of: 'changes'})
SET s.locked = true
REMOVE s.locked
