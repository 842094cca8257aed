-- What waits is looked for often, and is little among all that was posted.
CREATE INDEX post_state ON post (state, planned_at);
