-- Sites, as facts: what a site is, which posts are its own, what was published on it. Each is one
-- row of JSON under a name; a new kind of fact needs no new table.

ALTER TABLE library ADD COLUMN sites INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE library ADD COLUMN site_digest VARCHAR(64)
  DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;

CREATE TABLE site (
  id UUID PRIMARY KEY,
  journal_sequence BIGINT NOT NULL
);

CREATE TABLE site_fact (
  site UUID NOT NULL REFERENCES site (id),
  kind VARCHAR(40) NOT NULL,
  name VARCHAR(1000) NOT NULL,
  content BYTEA NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (site, kind, name)
);

CREATE INDEX site_fact_name ON site_fact (kind, name);

CREATE TABLE site_picture (
  site UUID NOT NULL REFERENCES site (id),
  sha256 VARCHAR(64) NOT NULL,
  PRIMARY KEY (site, sha256)
);
