-- A question that a group does not want to be asked for now, e.g. since it is wrong.
CREATE TABLE held_question (
  group_id    BIGINT                   NOT NULL REFERENCES study_group (id),
  question_id VARCHAR(40)              NOT NULL,
  held_by     BIGINT                   NOT NULL REFERENCES learner (id),
  held_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (group_id, question_id)
);
