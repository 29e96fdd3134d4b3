-- in: unit, revision, point, assessor
DELETE FROM score WHERE unit = ?1 AND revision = ?2 AND point = ?3 AND assessor = ?4;
