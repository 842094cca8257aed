-- The weekly board, the week and the seasons of a group.
ALTER TABLE study_group ADD COLUMN week_first INT DEFAULT 1 NOT NULL; -- ISO number of a weekday
ALTER TABLE study_group ADD COLUMN board_day INT DEFAULT 1;           -- null: no weekly board
ALTER TABLE study_group ADD COLUMN board_time VARCHAR(5) DEFAULT '12:00' NOT NULL;
ALTER TABLE study_group ADD COLUMN next_board_at TIMESTAMP WITH TIME ZONE;

CREATE TABLE season (
  group_id  BIGINT                   NOT NULL REFERENCES study_group (id),
  number    INT                      NOT NULL,
  starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ends_at   TIMESTAMP WITH TIME ZONE, -- null: until it is reset
  PRIMARY KEY (group_id, number)
);
INSERT INTO season (group_id, number, starts_at) SELECT id, 1, created_at FROM study_group;

-- What a learner lets others see.
ALTER TABLE learner ADD COLUMN on_board BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE learner ADD COLUMN shows VARCHAR(10) DEFAULT 'nothing' NOT NULL;

-- The day in the group's zone for which a drop counts.
ALTER TABLE group_drop ADD COLUMN local_day DATE;
UPDATE group_drop SET local_day = COALESCE(drop_day, CAST(SUBSTRING(CAST(opened_at AT TIME ZONE
  (SELECT g.zone FROM study_group g WHERE g.id = group_drop.group_id) AS VARCHAR(40))
  FROM 1 FOR 10) AS DATE));
ALTER TABLE group_drop ALTER COLUMN local_day SET NOT NULL;

-- What a right answer is worth, by the rule of its day.
ALTER TABLE drop_question ADD COLUMN worth INT DEFAULT 15 NOT NULL;
ALTER TABLE drop_question ADD COLUMN worth_rule INT DEFAULT 1 NOT NULL;
UPDATE drop_question SET worth = 10 WHERE EXISTS (SELECT 1 FROM question_version v
  WHERE v.question_id = drop_question.question_id AND v.version = drop_question.version
  AND v.content LIKE '%"difficulty":"EASY"%');
UPDATE drop_question SET worth = 20 WHERE EXISTS (SELECT 1 FROM question_version v
  WHERE v.question_id = drop_question.question_id AND v.version = drop_question.version
  AND v.content LIKE '%"difficulty":"HARD"%');
ALTER TABLE drop_question ALTER COLUMN worth DROP DEFAULT;
ALTER TABLE drop_question ALTER COLUMN worth_rule DROP DEFAULT;

-- Points given: for a learner and a question once.
CREATE TABLE point_grant (
  learner_id  BIGINT      NOT NULL REFERENCES learner (id),
  question_id VARCHAR(40) NOT NULL,
  attempt_id  BIGINT      NOT NULL REFERENCES attempt (id),
  points      INT         NOT NULL,
  rule        INT         NOT NULL,
  PRIMARY KEY (learner_id, question_id),
  UNIQUE (attempt_id)
);
INSERT INTO point_grant (learner_id, question_id, attempt_id, points, rule)
  SELECT a.learner_id, a.question_id, a.id, q.worth, q.worth_rule
  FROM attempt a JOIN drop_question q ON q.id = a.drop_question_id
  WHERE a.id IN (SELECT MIN(id) FROM attempt WHERE correct GROUP BY learner_id, question_id);

-- The periods for which a drop counts: 'all', 'season 2', 'month 2026-11', 'week 2026-11-16'.
CREATE TABLE drop_period (
  drop_id BIGINT      NOT NULL REFERENCES group_drop (id),
  period  VARCHAR(20) NOT NULL,
  PRIMARY KEY (drop_id, period)
);
INSERT INTO drop_period (drop_id, period) SELECT id, 'all' FROM group_drop;
INSERT INTO drop_period (drop_id, period) SELECT id, 'season 1' FROM group_drop;
INSERT INTO drop_period (drop_id, period)
  SELECT id, 'month ' || SUBSTRING(CAST(local_day AS VARCHAR(10)) FROM 1 FOR 7) FROM group_drop;
INSERT INTO drop_period (drop_id, period)
  SELECT id, 'week '
    || CAST(local_day - CAST(EXTRACT(ISODOW FROM local_day) - 1 AS INT) AS VARCHAR(10))
  FROM group_drop;

-- The log added up, kept up to date with it.
CREATE TABLE board_tally (
  group_id   BIGINT      NOT NULL REFERENCES study_group (id),
  period     VARCHAR(20) NOT NULL,
  domain     VARCHAR(60) NOT NULL, -- empty: all domains
  learner_id BIGINT      NOT NULL REFERENCES learner (id),
  points     INT         NOT NULL,
  correct    INT         NOT NULL,
  answered   INT         NOT NULL,
  PRIMARY KEY (group_id, period, domain, learner_id)
);
CREATE INDEX board_tally_order ON board_tally (group_id, period, domain, points DESC, learner_id);
INSERT INTO board_tally (group_id, period, domain, learner_id, points, correct, answered)
  SELECT a.group_id, p.period, d.name, a.learner_id, COALESCE(SUM(g.points), 0),
    COUNT(*) FILTER (WHERE a.correct), COUNT(*)
  FROM attempt a
  JOIN drop_question q ON q.id = a.drop_question_id
  JOIN drop_period p ON p.drop_id = a.drop_id
  JOIN (SELECT DISTINCT domain AS name FROM drop_question UNION SELECT '') d
    ON d.name = '' OR d.name = q.domain
  LEFT JOIN point_grant g ON g.attempt_id = a.id
  GROUP BY a.group_id, p.period, d.name, a.learner_id;
