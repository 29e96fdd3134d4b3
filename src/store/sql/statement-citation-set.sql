-- in: statement, id, evidence, pages, labels, note
INSERT INTO statement_citation (statement, id, evidence, pages, labels, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (statement, id) DO UPDATE SET evidence = excluded.evidence, pages = excluded.pages, labels = excluded.labels, note = excluded.note;
