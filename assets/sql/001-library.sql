-- Posts, their texts, their revisions, and the pictures they ever used.
-- Portable: nothing here that PostgreSQL does not understand as well.

CREATE TABLE library (
  id INTEGER PRIMARY KEY,
  name UUID NOT NULL,
  sequence BIGINT NOT NULL,
  posts INTEGER NOT NULL,
  revisions INTEGER NOT NULL,
  post_digest VARCHAR(64) NOT NULL,
  revision_digest VARCHAR(64) NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE post (
  id UUID PRIMARY KEY,
  slug VARCHAR(100000) NOT NULL,
  slug_key VARCHAR(100000) NOT NULL,
  headline VARCHAR(1000000) NOT NULL,
  first_words VARCHAR(1000) NOT NULL,
  stage VARCHAR(40) NOT NULL,
  section VARCHAR(100000) NOT NULL,
  tags VARCHAR(1000000) NOT NULL,
  words INTEGER NOT NULL,
  open_notes INTEGER NOT NULL,
  created TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  changed TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  binned TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  journal_sequence BIGINT NOT NULL,
  body_sha256 VARCHAR(64) NOT NULL,
  draft_sha256 VARCHAR(64) NOT NULL,
  seal VARCHAR(64) NOT NULL
);

CREATE UNIQUE INDEX post_slug ON post (slug_key);

CREATE TABLE post_text (
  post UUID PRIMARY KEY REFERENCES post (id),
  draft BYTEA NOT NULL
);

CREATE TABLE revision (
  id UUID PRIMARY KEY,
  post UUID NOT NULL REFERENCES post (id),
  number BIGINT NOT NULL,
  kept_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  kind VARCHAR(40) NOT NULL,
  name VARCHAR(100000) NOT NULL,
  body_sha256 VARCHAR(64) NOT NULL,
  draft_sha256 VARCHAR(64) NOT NULL,
  words INTEGER NOT NULL,
  added INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  seal VARCHAR(64) NOT NULL
);

CREATE UNIQUE INDEX revision_number ON revision (post, number);

CREATE TABLE revision_text (
  revision UUID PRIMARY KEY REFERENCES revision (id),
  difference BYTEA NOT NULL
);

CREATE TABLE picture_use (
  post UUID NOT NULL REFERENCES post (id),
  sha256 VARCHAR(64) NOT NULL,
  PRIMARY KEY (post, sha256)
);
