-- A post that stands in the thread under another one of its lane.
ALTER TABLE post ADD COLUMN parent_id BIGINT REFERENCES post (id);
