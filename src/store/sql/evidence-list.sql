-- out: all columns; newest first
SELECT digest, title, number, original_name, pages, size, added_at, flags, attachments, personal FROM evidence ORDER BY added_at DESC, digest;
