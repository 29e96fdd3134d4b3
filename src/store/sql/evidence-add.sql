-- in: all columns
INSERT INTO evidence (digest, title, number, original_name, pages, size, added_at, flags, attachments, personal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
