-- out: number, hash of the last entry
SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1;
