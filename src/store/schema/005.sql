-- Version 5: what upper offices say and what has to be put right. Opinions, answers and conclusions are rows of whoever
-- said them, own and received alike; what has travelled (delivery) never changes, only a later one follows it.
CREATE TABLE opinion (
  id TEXT NOT NULL PRIMARY KEY,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  unit TEXT NOT NULL,
  task INTEGER NOT NULL, -- 0: the unit as a whole
  item TEXT,             -- negative item or occurrence
  point TEXT,
  pages TEXT,
  revision INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  points TEXT,
  reason TEXT
) STRICT, WITHOUT ROWID;

-- subject: the opinion or finding that is answered.
CREATE TABLE opinion_answer (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  changed TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE conclusion (
  id TEXT NOT NULL PRIMARY KEY,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  unit TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id TEXT NOT NULL PRIMARY KEY,
  office TEXT NOT NULL,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  task INTEGER NOT NULL,
  point TEXT,
  opinion TEXT,
  source TEXT NOT NULL,
  severity TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  owner TEXT,
  measures TEXT,
  due TEXT,
  verified_by TEXT,
  verified_at INTEGER NOT NULL, -- 0 until verified
  verified_reason TEXT
) STRICT, WITHOUT ROWID;

-- Citations of answers and findings.
CREATE TABLE statement_citation (
  statement TEXT NOT NULL,
  id TEXT NOT NULL,
  evidence TEXT NOT NULL,
  pages TEXT,
  labels TEXT,
  note TEXT,
  PRIMARY KEY (statement, id)
) STRICT, WITHOUT ROWID;

-- Which package brought or took which statement; version: of a finding, else 0.
CREATE TABLE delivery (
  statement TEXT NOT NULL,
  version INTEGER NOT NULL,
  package TEXT NOT NULL,
  PRIMARY KEY (statement, version, package)
) STRICT, WITHOUT ROWID;
