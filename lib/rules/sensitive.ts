/** Column titles that sound like pay, identity, bank or health data: suggestions for the eye, never a decision. */
const SENSITIVE =
  /salar|\bpay\b|payroll|wage|compensation|bonus|\bssn\b|social security|tax id|national id|passport|\biban\b|\bbic\b|bank|account n|birth|\bdob\b|gender|religio|medical|health|diagnos|disab|home address|private|gehalt|lohn|geburt|konto|steuer/i;

export function soundsSensitive(title: string): boolean {
  return SENSITIVE.test(title);
}
