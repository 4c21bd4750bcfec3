import type { ActionError } from "@/lib/actions/define-action";

/** What went wrong and what to do, with the number under which the log knows it. */
export function errorText(error: ActionError): string {
  return `${error.message} (Request ${error.requestId})`;
}
