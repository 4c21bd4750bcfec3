import { errorText } from "@/components/ui/error-text";
import type { ActionError } from "@/lib/actions/define-action";

export interface FormProblem {
  /** Beside the field it is about. */
  fields?: Record<string, string>;
  /** Where it is about none of them. */
  text?: string;
}

/** Puts an action's error where it belongs: at its field, when the form has that field. */
export function formProblem(error: ActionError, fields: readonly string[]): FormProblem {
  if (error.field !== undefined && fields.includes(error.field))
    return { fields: { [error.field]: error.message } };
  return { text: errorText(error) };
}
