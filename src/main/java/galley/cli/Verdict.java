package galley.cli;

/** What can become of an annotation from the command line. */
enum Verdict {
  RESOLVE,
  REOPEN,
  ACCEPT,
  REJECT,
  VERIFY,
  UNVERIFIABLE,
  CUT,
  WITHDRAW
}
