-- Questions drawn ahead for a group's next drops, in the order in which they come.
CREATE TABLE daily_plan (
  group_id    BIGINT      NOT NULL REFERENCES study_group (id),
  exam        VARCHAR(40) NOT NULL,
  place       INT         NOT NULL, -- from 1
  question_id VARCHAR(40) NOT NULL,
  domain      VARCHAR(60) NOT NULL, -- the one whose credit the draw has used
  PRIMARY KEY (group_id, exam, place)
);
