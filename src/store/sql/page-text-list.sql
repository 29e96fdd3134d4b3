-- out: digest, page, text
SELECT digest, page, text FROM page_text ORDER BY digest, page;
