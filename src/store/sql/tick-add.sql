-- in: occurrence, item, severity, cases
INSERT INTO occurrence_tick (occurrence, item, severity, cases) VALUES (?1, ?2, ?3, ?4);
