-- in: digest, page, text
INSERT INTO page_text (digest, page, text) VALUES (?1, ?2, ?3) ON CONFLICT (digest, page) DO UPDATE SET text = excluded.text;
