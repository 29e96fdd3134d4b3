-- what has travelled is never taken back: steps over opinions, answers, conclusions and findings go
DELETE FROM undo_step WHERE key GLOB 'said.*';
