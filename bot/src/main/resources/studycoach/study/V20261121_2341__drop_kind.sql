-- What a drop is part of: drop (of the timetable, or an extra one), live (a question of a live quiz),
-- friendly (the same while too few play, so that it counts for nothing).
ALTER TABLE group_drop ADD COLUMN kind VARCHAR(10) DEFAULT 'drop' NOT NULL;
