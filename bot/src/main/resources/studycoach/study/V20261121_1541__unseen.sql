-- A drop stood in none of its group's channels of a platform, though it did on others.
CREATE TABLE drop_unseen (
  drop_id  BIGINT      NOT NULL REFERENCES group_drop (id),
  platform VARCHAR(20) NOT NULL,
  PRIMARY KEY (drop_id, platform)
);
