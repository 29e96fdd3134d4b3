-- in: unit, occurrence, item, reason
INSERT INTO chosen (unit, occurrence, item, reason) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (occurrence) DO UPDATE SET item = excluded.item, reason = excluded.reason;
