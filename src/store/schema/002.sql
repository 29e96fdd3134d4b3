-- Version 2: the city's review. Scores, verdicts, decisions, accepted claims and the city's own citations belong to a
-- revision of a submission; a later revision begins with copies of what still holds, the older rows stay as they were.
CREATE TABLE assessor (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE REFERENCES person (name),
  unit TEXT -- his own one, which he never reviews
) STRICT, WITHOUT ROWID;

-- Who reviews which task of which unit, whatever the revision. released: why the lead took him off it again.
CREATE TABLE assignment (
  unit TEXT NOT NULL,
  task INTEGER NOT NULL,
  assessor TEXT NOT NULL REFERENCES assessor (id),
  released TEXT,
  PRIMARY KEY (unit, task, assessor)
) STRICT, WITHOUT ROWID;

-- points as exact text, or a word of the point. computed: it was the computed score when it was saved.
CREATE TABLE score (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  point TEXT NOT NULL,
  assessor TEXT NOT NULL REFERENCES assessor (id),
  points TEXT,
  word TEXT,
  computed INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (unit, revision, point, assessor),
  CHECK ((points IS NULL) <> (word IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  citation TEXT NOT NULL,
  assessor TEXT NOT NULL REFERENCES assessor (id),
  verdict TEXT NOT NULL,
  PRIMARY KEY (unit, revision, citation, assessor)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  point TEXT NOT NULL,
  points TEXT,
  word TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (unit, revision, point),
  CHECK ((points IS NULL) <> (word IS NULL))
) STRICT, WITHOUT ROWID;

-- An accepted claim that a task (point empty) or a scoring point (task 0) does not apply.
CREATE TABLE claim (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL,
  point TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (unit, revision, task, point),
  CHECK ((task = 0) <> (point = ''))
) STRICT, WITHOUT ROWID;

-- The item under which an occurrence deducts, where the lead chose another than the largest.
CREATE TABLE chosen (
  occurrence TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  item TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE city_citation (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  evidence TEXT NOT NULL,
  task INTEGER NOT NULL,
  point TEXT,
  pages TEXT,
  labels TEXT,
  note TEXT,
  PRIMARY KEY (unit, revision, id)
) STRICT, WITHOUT ROWID;

-- What an assessor asks the lead to look at again.
CREATE TABLE second_look (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  point TEXT NOT NULL,
  assessor TEXT NOT NULL REFERENCES assessor (id),
  reason TEXT NOT NULL,
  PRIMARY KEY (unit, revision, point, assessor)
) STRICT, WITHOUT ROWID;

-- What the city adds to the round's assessment: later due dates, own targets of units, published figures (unit empty).
CREATE TABLE extension (
  unit TEXT NOT NULL,
  task INTEGER NOT NULL,
  due TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (unit, task)
) STRICT, WITHOUT ROWID;

CREATE TABLE named_bound (
  unit TEXT NOT NULL,
  metric TEXT NOT NULL,
  growth INTEGER NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (unit, metric, growth)
) STRICT, WITHOUT ROWID;

-- Each time a unit was settled: what its figures were then. Never changed; an appeal that was granted adds another.
CREATE TABLE settlement (
  unit TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  total TEXT NOT NULL,
  grade TEXT NOT NULL,
  person TEXT NOT NULL,
  approver TEXT,
  reason TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (unit, number)
) STRICT, WITHOUT ROWID;

-- Who did what can be undone: nobody takes back another's review.
ALTER TABLE undo_step ADD COLUMN person TEXT;
