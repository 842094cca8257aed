-- Whether a session practises or reviews.
ALTER TABLE practice_session ADD COLUMN kind VARCHAR(10) DEFAULT 'quiz' NOT NULL;

-- What was chosen in a question, whoever answered it.
CREATE INDEX attempt_question_id ON attempt (question_id);
CREATE INDEX practice_attempt_question_id ON practice_attempt (question_id);
