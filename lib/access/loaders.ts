import "server-only";
import { randomUUID } from "node:crypto";
import { readContext } from "@/lib/auth/loaders";
import { findPerson } from "@/lib/auth/person";
import type { Viewer } from "@/lib/auth/principal";
import type { DecisionRecord } from "@/lib/decisions/record";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId, type UserId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { services } from "@/lib/services";
import type { SheetListLine } from "@/lib/sheets/answer";
import { FIRST_ROWS, type PageError, type SheetPage } from "@/lib/sheets/loaders";
import { openSheet } from "@/lib/sheets/open-sheet";
import type { ReadAnswer } from "@/lib/sheets/read-sheet";
import { toSheetAnswer } from "@/lib/sheets/to-answer";
import { findAddressNames } from "./names";
import type { ExplainAnswer, ExplainInput, WhoAnswer, WhoInput } from "./schema";

export async function loadExplain(
  viewer: Viewer,
  input: ExplainInput,
): Promise<Result<ExplainAnswer, PageError>> {
  return asked(viewer, (context) => services().access.explain(input, context));
}

export async function loadWho(viewer: Viewer, input: WhoInput): Promise<Result<WhoAnswer, PageError>> {
  return asked(viewer, (context) => services().access.who(input, viewer, context));
}

/** Errors: `not_found`, also when it is too old. */
export async function loadDecision(
  viewer: Viewer,
  requestId: string,
): Promise<Result<DecisionRecord, PageError>> {
  return asked(viewer, () => services().access.decision(requestId));
}

export interface SeenAs {
  userId: string;
  name: string;
  email: string;
}

export interface ListAsPage {
  person: SeenAs;
  sheets: SheetListLine[];
}

/** What rules give a person. Errors: `not_found` for somebody who never signed in. */
export async function loadListAs(viewer: Viewer, userId: string): Promise<Result<ListAsPage, PageError>> {
  return asked(viewer, async (context) => {
    const { access, clock } = services();
    const person = await findPerson(userId, clock.now());
    if (!person) return fail(appError("not_found"));
    const list = await access.listAs(person.userId, viewer, context);
    if (!list.ok) return list;
    const names = await findAddressNames();
    const sheets = list.value.map((sheet) => ({
      ...sheet,
      assumedNames: named(sheet.assumedUser?.split(", ") ?? [], names),
    }));
    return ok({ person: seenAs(person), sheets });
  });
}

export interface ViewAsPage {
  person: SeenAs;
  /** What rules show the person. */
  as: Result<SheetPage, PageError>;
  /** What the administrator sees. */
  own: Result<SheetPage, PageError>;
}

/** Both looks at one sheet. Errors: `not_found` for nobody or no sheet's id; `sign_in_again`, before anything is read. */
export async function loadViewAs(
  viewer: Viewer,
  userId: string,
  sheetId: string,
): Promise<Result<ViewAsPage, PageError>> {
  return asked(viewer, async (context) => {
    const all = services();
    const person = isSmartsheetId(sheetId) ? await findPerson(userId, all.clock.now()) : null;
    if (!person) return fail(appError("not_found"));
    const window = { page: 1, pageSize: FIRST_ROWS };
    const as = await all.access.readAs(person.userId as UserId, sheetId as SheetId, viewer, context, window);
    if (!as.ok && as.error.code === "sign_in_again") return as;
    // A number of its own: of two decisions under one number, only the second would be kept.
    const ownContext = { ...context, requestId: randomUUID() };
    const own = await openSheet(all, viewer, sheetId, "read", ownContext, { window });
    const names = await findAddressNames();
    return ok({
      person: seenAs(person),
      as: toPage(as, context.requestId, names),
      own: toPage(own, ownContext.requestId, names),
    });
  });
}

type Context = Awaited<ReturnType<typeof readContext>>;

/** Pages count like any other request of the person (T19). */
async function asked<T>(
  viewer: Viewer,
  ask: (context: Context) => Promise<Result<T, AppError>>,
): Promise<Result<T, PageError>> {
  const context = await readContext(viewer);
  const wait = await services().limits.person.take(viewer.userId);
  const result =
    wait === null ? await ask(context) : fail(appError("rate_limited", { retryAfterSeconds: wait }));
  return result.ok ? result : fail({ ...result.error, requestId: context.requestId });
}

function toPage(
  read: Result<ReadAnswer, AppError>,
  requestId: string,
  names: Readonly<Record<string, string>>,
): Result<SheetPage, PageError> {
  if (!read.ok) return fail({ ...read.error, requestId });
  const answer = toSheetAnswer(read.value);
  return ok({ answer, assumedNames: named(answer.access.assumedUsers, names) });
}

function named(addresses: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return addresses.map((address) => names[address.toLowerCase()] ?? address);
}

function seenAs({ userId, name, email }: SeenAs): SeenAs {
  return { userId, name, email };
}
