/** What went wrong and what to do, with the number under which the log knows it. */
export function errorText(error: { message: string; requestId: string }): string {
  return `${error.message} (Request ${error.requestId})`;
}
