-- in: unit, revision, point
DELETE FROM decision WHERE unit = ?1 AND revision = ?2 AND point = ?3;
