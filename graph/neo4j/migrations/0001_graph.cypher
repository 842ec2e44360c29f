// Constraints. MERGE without them reads every node, or makes two.
CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT counted_key IF NOT EXISTS FOR (n:Counted) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT change_sequence IF NOT EXISTS FOR (n:Change) REQUIRE n.sequence IS UNIQUE;
CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sequencer_of IF NOT EXISTS FOR (n:Sequencer) REQUIRE n.of IS UNIQUE;
CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE;

// The orders of lists: a sort key, then the id.
CREATE INDEX actor_name IF NOT EXISTS FOR (n:Actor) ON (n.nameKey);
CREATE INDEX actor_events IF NOT EXISTS FOR (n:Actor) ON (n.events, n.id);
CREATE INDEX actor_mentions IF NOT EXISTS FOR (n:Actor) ON (n.mentions, n.id);
CREATE INDEX actor_last_seen IF NOT EXISTS FOR (n:Actor) ON (n.lastSeen, n.id);
CREATE INDEX actor_country IF NOT EXISTS FOR (n:Actor) ON (n.country, n.nameKey);
CREATE INDEX event_start IF NOT EXISTS FOR (n:Event) ON (n.start, n.id);
CREATE INDEX event_oldest IF NOT EXISTS FOR (n:Event) ON (n.oldest, n.id);
CREATE INDEX event_sources IF NOT EXISTS FOR (n:Event) ON (n.sources, n.id);
CREATE INDEX tie_last IF NOT EXISTS FOR (n:Tie) ON (n.last, n.id);
CREATE INDEX evidence_published IF NOT EXISTS FOR (n:Evidence) ON (n.published, n.id);
CREATE INDEX evidence_confidence IF NOT EXISTS FOR (n:Evidence) ON (n.confidence, n.id);
CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published, n.id);
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.nameKey);

// Pages of what belongs to one parent.
CREATE INDEX mention_actor IF NOT EXISTS FOR (n:Mention) ON (n.actorId, n.published, n.id);
CREATE INDEX mention_article IF NOT EXISTS FOR (n:Mention) ON (n.articleId, n.start, n.id);
CREATE INDEX evidence_article IF NOT EXISTS FOR (n:Evidence) ON (n.articleId, n.start, n.id);
CREATE INDEX evidence_fact IF NOT EXISTS FOR (n:Evidence) ON (n.factId, n.published, n.id);
CREATE INDEX evidence_fact_confidence IF NOT EXISTS FOR (n:Evidence) ON (n.factId, n.confidence, n.id);
CREATE INDEX evidence_speaker IF NOT EXISTS FOR (n:Evidence) ON (n.speakerId, n.published, n.id);
CREATE INDEX closed_article IF NOT EXISTS FOR (n:Closed) ON (n.articleId);
CREATE INDEX counted_actor IF NOT EXISTS FOR (n:Counted) ON (n.actor, n.property, n.day);

// Pages of what an actor takes part in, from the relationships: hubs have many.
CREATE INDEX source_start IF NOT EXISTS FOR ()-[r:SOURCE]-() ON (r.party, r.start, r.fact);
CREATE INDEX source_oldest IF NOT EXISTS FOR ()-[r:SOURCE]-() ON (r.party, r.oldest, r.fact);
CREATE INDEX source_sources IF NOT EXISTS FOR ()-[r:SOURCE]-() ON (r.party, r.sources, r.fact);
CREATE INDEX target_start IF NOT EXISTS FOR ()-[r:TARGET]-() ON (r.party, r.start, r.fact);
CREATE INDEX target_oldest IF NOT EXISTS FOR ()-[r:TARGET]-() ON (r.party, r.oldest, r.fact);
CREATE INDEX target_sources IF NOT EXISTS FOR ()-[r:TARGET]-() ON (r.party, r.sources, r.fact);
CREATE INDEX from_last IF NOT EXISTS FOR ()-[r:FROM]-() ON (r.party, r.last, r.fact);
CREATE INDEX to_last IF NOT EXISTS FOR ()-[r:TO]-() ON (r.party, r.last, r.fact);

// Relationships that are found again by what made them.
CREATE INDEX mentions_mention IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.mention);
CREATE INDEX holds_office_tie IF NOT EXISTS FOR ()-[r:HOLDS_OFFICE]-() ON (r.tie);
CREATE INDEX member_of_tie IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.tie);
CREATE INDEX part_of_tie IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.tie);
CREATE INDEX leads_tie IF NOT EXISTS FOR ()-[r:LEADS]-() ON (r.tie);
CREATE INDEX employed_by_tie IF NOT EXISTS FOR ()-[r:EMPLOYED_BY]-() ON (r.tie);
CREATE INDEX citizen_of_tie IF NOT EXISTS FOR ()-[r:CITIZEN_OF]-() ON (r.tie);
CREATE INDEX based_in_tie IF NOT EXISTS FOR ()-[r:BASED_IN]-() ON (r.tie);
CREATE INDEX located_in_tie IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() ON (r.tie);
CREATE INDEX allied_with_tie IF NOT EXISTS FOR ()-[r:ALLIED_WITH]-() ON (r.tie);
CREATE INDEX opposed_to_tie IF NOT EXISTS FOR ()-[r:OPPOSED_TO]-() ON (r.tie);
CREATE INDEX owns_tie IF NOT EXISTS FOR ()-[r:OWNS]-() ON (r.tie);
CREATE INDEX founded_tie IF NOT EXISTS FOR ()-[r:FOUNDED]-() ON (r.tie);
CREATE INDEX family_of_tie IF NOT EXISTS FOR ()-[r:FAMILY_OF]-() ON (r.tie);
CREATE INDEX appointed_tie IF NOT EXISTS FOR ()-[r:APPOINTED]-() ON (r.tie);
CREATE INDEX succeeded_tie IF NOT EXISTS FOR ()-[r:SUCCEEDED]-() ON (r.tie);

// Words. The analyzer splits at blanks only: folding and words are the domain's own.
CREATE FULLTEXT INDEX actor_words IF NOT EXISTS FOR (n:Actor) ON EACH [n.fold] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX evidence_words IF NOT EXISTS FOR (n:Evidence) ON EACH [n.fold] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX article_words IF NOT EXISTS FOR (n:Article) ON EACH [n.fold] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX place_words IF NOT EXISTS FOR (n:Place) ON EACH [n.nameFold] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
