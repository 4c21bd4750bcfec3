import { Notice } from "@/components/ui/notice";
import type { ConnectionAnswer } from "@/lib/connections/schema";

/** Red, above everything, while rules cannot read because Smartsheet takes a token no more (F17). */
export function RefusedNotice({ connections }: { connections: readonly ConnectionAnswer[] }) {
  const refused = connections.filter(({ check }) => check?.state === "refused");
  if (refused.length === 0) return null;
  const names = refused.map(({ name }) => name).join(", ");
  const isAll = refused.length === connections.length;
  return (
    <Notice tone="danger" shape="bar" role="status">
      <b>Delegated reading is off{isAll ? "" : ` through ${names}`}:</b> Smartsheet refuses{" "}
      {isAll ? `the token of ${names}` : refused.length > 1 ? "their tokens" : "its token"}. Own access goes
      on. Replace the token to turn it on again; no rule is lost.
    </Notice>
  );
}
