import { domainOf } from "@/lib/policy/addresses";

/** Whether a person with this address may sign in at all (`SIGN_IN_ALLOW`). Domains match exactly, without subdomains. */
export function maySignIn(address: string, allow: readonly string[] | "anyone"): boolean {
  if (allow === "anyone") return true;
  return allow.includes(address) || allow.includes(domainOf(address) ?? "");
}
