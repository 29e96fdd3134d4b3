-- out: names of the tables that are sealed by their rows; the journal has its chain
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN ('seal', 'journal') ORDER BY name;
