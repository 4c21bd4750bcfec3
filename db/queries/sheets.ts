import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { database, write } from "../client";
import { favourites, recents, settings, sheetLabels } from "../schema/records";

export interface SheetLabel {
  sheetId: string;
  name: string;
  modifiedAt: string | null;
}

export async function saveSheetLabel(label: SheetLabel, at: string): Promise<void> {
  const { sheetId, ...values } = label;
  const known = database().select().from(sheetLabels).where(eq(sheetLabels.sheetId, sheetId)).get();
  if (known && known.name === values.name && known.modifiedAt === values.modifiedAt) return;
  write((tx) =>
    tx
      .insert(sheetLabels)
      .values({ sheetId, ...values, seenAt: at })
      .onConflictDoUpdate({ target: sheetLabels.sheetId, set: { ...values, seenAt: at } })
      .run(),
  );
}

export async function findSheetLabels(ids: readonly string[]): Promise<Map<string, SheetLabel>> {
  if (ids.length === 0) return new Map();
  const rows = database()
    .select()
    .from(sheetLabels)
    .where(inArray(sheetLabels.sheetId, [...ids]))
    .all();
  return new Map(rows.map((row) => [row.sheetId, row]));
}

/** Every sheet somebody opened here, by name. */
export async function listSheetLabels(): Promise<SheetLabel[]> {
  return database().select().from(sheetLabels).orderBy(asc(sheetLabels.name)).all();
}

export async function listFavourites(userId: string): Promise<string[]> {
  return database()
    .select({ id: favourites.sheetId })
    .from(favourites)
    .where(eq(favourites.userId, userId))
    .all()
    .map((row) => row.id);
}

export async function setFavourite(
  userId: string,
  sheetId: string,
  isOn: boolean,
  at: string,
): Promise<void> {
  write((tx) => {
    if (isOn) tx.insert(favourites).values({ userId, sheetId, createdAt: at }).onConflictDoNothing().run();
    else
      tx.delete(favourites)
        .where(and(eq(favourites.userId, userId), eq(favourites.sheetId, sheetId)))
        .run();
  });
}

const KEPT_RECENTS = 20;

export async function saveRecent(userId: string, sheetId: string, at: string): Promise<void> {
  write((tx) => {
    tx.insert(recents)
      .values({ userId, sheetId, openedAt: at })
      .onConflictDoUpdate({ target: [recents.userId, recents.sheetId], set: { openedAt: at } })
      .run();
    tx.run(sql`delete from recents where user_id = ${userId} and sheet_id not in
      (select sheet_id from recents where user_id = ${userId} order by opened_at desc limit ${KEPT_RECENTS})`);
  });
}

/** Newest first. */
export async function listRecents(userId: string): Promise<{ sheetId: string; openedAt: string }[]> {
  return database()
    .select({ sheetId: recents.sheetId, openedAt: recents.openedAt })
    .from(recents)
    .where(eq(recents.userId, userId))
    .orderBy(desc(recents.openedAt))
    .all();
}

export async function findSetting(key: string): Promise<string | null> {
  return database().select().from(settings).where(eq(settings.key, key)).get()?.value ?? null;
}

export async function saveSetting(key: string, value: string): Promise<void> {
  write((tx) =>
    tx
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } })
      .run(),
  );
}
