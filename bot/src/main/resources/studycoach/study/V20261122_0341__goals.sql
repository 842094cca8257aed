-- When somebody takes an exam, and how much they study until then, as told by one of their accounts.
CREATE TABLE learner_goal (
  home_learner_id BIGINT                   NOT NULL REFERENCES learner (id),
  exam            VARCHAR(40)              NOT NULL,
  exam_day        DATE                     NOT NULL,
  days            INT                      NOT NULL, -- a week
  minutes         INT                      NOT NULL, -- a day
  told_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (home_learner_id, exam)
);
