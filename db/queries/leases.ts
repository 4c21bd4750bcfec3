import "server-only";
import { and, eq, lt, or } from "drizzle-orm";
import { write } from "../client";
import { leases } from "../schema/records";

/** Takes the lease unless another holder has it and it has not run out. Times: ISO 8601 UTC. */
export async function takeLease(
  name: string,
  holder: string,
  now: string,
  expiresAt: string,
): Promise<boolean> {
  return write((tx) => {
    tx.insert(leases)
      .values({ name, holder, expiresAt })
      .onConflictDoUpdate({
        target: leases.name,
        set: { holder, expiresAt },
        setWhere: or(lt(leases.expiresAt, now), eq(leases.holder, holder)),
      })
      .run();
    const held = tx.select().from(leases).where(eq(leases.name, name)).get();
    return held?.holder === holder;
  });
}

export async function dropLease(name: string, holder: string): Promise<void> {
  write((tx) =>
    tx
      .delete(leases)
      .where(and(eq(leases.name, name), eq(leases.holder, holder)))
      .run(),
  );
}
