export interface SignInProblem {
  title: string;
  text: string;
  /** False where trying again changes nothing. */
  canRetry: boolean;
}

const denied: SignInProblem = {
  title: "You did not allow it.",
  text: "Nothing was read and nothing was stored. To go on, sign in again and press Allow.",
  canRetry: true,
};

/** What each code means to the person who came back with it. */
const problems: Record<string, SignInProblem> = {
  AccessDenied: denied,
  access_denied: denied,
  NotAllowedHere: {
    title: "Your account may not sign in here.",
    text: "Ask an administrator of this Sheetpass to let your address in, or sign in at Smartsheet with another account.",
    canRetry: false,
  },
  SessionRequired: {
    title: "Your sign-in has ended.",
    text: "Sign in again; you come back to where you were.",
    canRetry: true,
  },
  OAuthSignin: {
    title: "The sign-in could not begin.",
    text: "Check your connection and try again.",
    canRetry: true,
  },
  OAuthCallback: {
    title: "Smartsheet did not finish the sign-in.",
    text: "Nothing was stored. Try again.",
    canRetry: true,
  },
  Callback: {
    title: "The sign-in was not finished.",
    text: "It took too long, began in another window, or Smartsheet did not answer. Try again.",
    canRetry: true,
  },
  OAuthCreateAccount: {
    title: "Your sign-in could not be kept.",
    text: "Try again. If it happens twice, tell an administrator.",
    canRetry: true,
  },
  RateLimited: {
    title: "Too many sign-ins from your network.",
    text: "Wait a few minutes, then try again.",
    canRetry: true,
  },
};

const unknown: SignInProblem = {
  title: "The sign-in did not work.",
  text: "Nothing was stored. Try again. If it happens twice, tell an administrator.",
  canRetry: true,
};

/** Codes come from the address, so anything may stand there; it is looked up, never shown. */
export function signInProblem(code: string): SignInProblem {
  return Object.hasOwn(problems, code) ? (problems[code] ?? unknown) : unknown;
}
