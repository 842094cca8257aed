-- How far each domain is behind its share of the questions drawn for a group.
CREATE TABLE daily_credit (
  group_id BIGINT           NOT NULL REFERENCES study_group (id),
  domain   VARCHAR(60)      NOT NULL,
  credit   DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (group_id, domain)
);

-- A private copy of a question, with an order of its own.
CREATE TABLE daily_copy (
  learner_id       BIGINT      NOT NULL REFERENCES learner (id),
  drop_question_id BIGINT      NOT NULL REFERENCES drop_question (id),
  permutation      VARCHAR(40) NOT NULL,
  PRIMARY KEY (learner_id, drop_question_id)
);
