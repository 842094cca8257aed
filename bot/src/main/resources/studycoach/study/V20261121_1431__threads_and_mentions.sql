-- Whether a thread for discussion is opened under each reveal.
ALTER TABLE study_group ADD COLUMN threads BOOLEAN DEFAULT FALSE NOT NULL;

-- The role that the drops of a channel mention, and its name when it was last seen.
ALTER TABLE group_channel ADD COLUMN role_id VARCHAR(120);
ALTER TABLE group_channel ADD COLUMN role_name VARCHAR(120);
