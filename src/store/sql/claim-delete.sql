-- in: unit, revision, task, point
DELETE FROM claim WHERE unit = ?1 AND revision = ?2 AND task = ?3 AND point = ?4;
