/** `YYYY-MM-DDTHH:MM:SSZ`, as the API writes moments. */
export function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
