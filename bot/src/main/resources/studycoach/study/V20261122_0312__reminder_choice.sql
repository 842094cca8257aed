-- Which reminders an account wants, and when it wants none. No row: none at all.
CREATE TABLE reminder_choice (
  home_learner_id BIGINT PRIMARY KEY REFERENCES learner (id), -- the account, by its home
  reminders       VARCHAR(10) NOT NULL, -- off, streak, weekly, all
  quiet           VARCHAR(11)           -- wall clock, e.g. 22:30-6:15; null: never
);
