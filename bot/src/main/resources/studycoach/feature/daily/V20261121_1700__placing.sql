-- How far somebody is with an ordering or a matching that they have not submitted yet.
CREATE TABLE daily_placing (
  learner_id       BIGINT      NOT NULL REFERENCES learner (id),
  drop_question_id BIGINT      NOT NULL REFERENCES drop_question (id),
  picks            VARCHAR(40) NOT NULL,
  PRIMARY KEY (learner_id, drop_question_id)
);
