package galley.publish;

/** What can be wrong with a host, told apart as far as a person does something else about it. */
public enum Trouble {
  /** Nobody answers there. */
  UNREACHABLE,
  /** The connection broke off, or nothing came for too long. */
  BROKEN_OFF,
  /** The name or the password is wrong, or the key is not known there. */
  SIGN_IN,
  /** Nobody said yes to the host's key or certificate. */
  UNTRUSTED,
  /** The host's key or certificate is another than before. */
  KEY_CHANGED,
  /** There is no such folder on this computer; the message is its path. It can be made. */
  NO_FOLDER,
  /** There is no such folder at the host; the message is its path. */
  NO_FOLDER_THERE,
  /** The host has no room. */
  FULL,
  /** The host doesn't allow it. */
  FORBIDDEN,
  /** The host's kind or settings can't do it. */
  UNABLE,
  /** Another has been there first (Git). */
  OVERTAKEN,
  /** Anything else. */
  FAILED
}
