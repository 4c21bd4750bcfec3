/** All an administrator's token may ever be used for (I09). Ids are digits, so nothing typed by a person fits in. */
const ALLOWED = [
  /^users\/me$/,
  /^users$/,
  /^sheets$/,
  /^sheets\/[1-9]\d{0,18}$/,
  /^sheets\/[1-9]\d{0,18}\/version$/,
  /^sheets\/[1-9]\d{0,18}\/columns$/,
  /^groups$/,
  /^groups\/[1-9]\d{0,18}$/,
  /^workspaces$/,
  /^workspaces\/[1-9]\d{0,18}\/children$/,
  /^folders\/[1-9]\d{0,18}\/children$/,
  /^sheets\/[1-9]\d{0,18}\/path$/,
  /^reports\/[1-9]\d{0,18}\/path$/,
  /^folders\/[1-9]\d{0,18}\/path$/,
];

/** `path` is what follows the API base, without a leading slash and without a query. */
export function isAdminCallAllowed(method: string, path: string): boolean {
  return method === "GET" && ALLOWED.some((pattern) => pattern.test(path));
}
