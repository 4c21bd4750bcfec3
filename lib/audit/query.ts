import { z } from "zod";
import { smartsheetId } from "@/lib/rules/schema";

const number = z.string().regex(/^[1-9]\d{0,15}$/, "Write a number from 1 on.");

export const MAX_EVENTS = 500;

/** `?before&limit` and what one may look for. */
export const auditQuery = z
  .strictObject({
    before: number.optional(),
    limit: number.optional(),
    sheetId: smartsheetId.optional(),
    actorId: z.string().max(60).optional(),
    requestId: z.string().max(60).optional(),
    action: z.string().max(40).optional(),
    decision: z.enum(["allowed", "served", "denied", "done", "failed"]).optional(),
  })
  .transform(({ before, limit, ...filter }) => ({
    filter: { ...filter, before: before === undefined ? undefined : Number(before) },
    limit: Math.min(limit === undefined ? 100 : Number(limit), MAX_EVENTS),
  }));
