-- What platforms have told, by keys that are the same when they tell it again.
CREATE TABLE arrival (
    id       VARCHAR(300) PRIMARY KEY,
    begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
    done     BOOLEAN NOT NULL
);
CREATE INDEX arrival_begun ON arrival (begun_at);

-- Jobs are named by platform now; those that are needed are set at the start.
DELETE FROM scheduled_tasks WHERE task_name IN ('deliver', 'edit');

-- What is out of date is looked for every few seconds, and is little among all that was posted.
CREATE INDEX post_stale ON post (stale);
