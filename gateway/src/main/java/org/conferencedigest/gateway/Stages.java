package org.conferencedigest.gateway;

/**
 * The order in which a request passes through the gateway, as the orders of the filters that do it.
 * Before all of them, the headers were made clean (package {@code header}). Each stage may answer;
 * then the later ones never see the request. After the last one come the gateway's own pages.
 */
public final class Stages {

  /** Is the answer a problem, and a person reads it? */
  public static final int ERROR_PAGES = -1_000;

  /** May a page of another origin ask this? */
  public static final int CORS = -900;

  /** Does somebody who is signed in ask, through a page of the desk? */
  public static final int DESK = -850;

  /** Is the bearer token good, if there is one? */
  public static final int IDENTITY = -800;

  /** Does the answer lie in memory? Answers from there cost too little to be counted. */
  public static final int MEMORY = -700;

  /** Does this address or this identity ask too much? */
  public static final int LIMITS = -600;

  /** What memory could not answer at once, and so counts: the digest, fetched. */
  public static final int FETCHED = -500;

  /** Is it a stream of changes? */
  public static final int LIVE = -400;

  /** Does a service answer it? */
  public static final int FORWARD = -300;

  private Stages() {}
}
