import { z } from "zod";
import type { FolderSeed, GroupSeed, HomeFolderSeed, PersonSeed, Scenario, WorkspaceSeed } from "../types";
import { email, type Fields, id, key, moment, name, owned, text } from "./parts";

const folder: z.ZodType<FolderSeed> = z.strictObject({
  id,
  key,
  name,
  get folders() {
    return z.array(folder).optional();
  },
} satisfies Fields<FolderSeed>);

/** `company.json`. */
export const companyFile: z.ZodType<Omit<Scenario, "sheets" | "reports" | "sights">> = z.strictObject({
  plans: z.array(z.strictObject({ key, name: text })).min(1, "is empty. Give at least one plan."),
  people: z
    .array(
      z.strictObject({
        id,
        email,
        firstName: text,
        lastName: text,
        plan: key,
        title: z.string(),
        department: z.string(),
        admin: z.boolean().optional(),
        groupAdmin: z.boolean().optional(),
        licensed: z.boolean().optional(),
        resourceViewer: z.boolean().optional(),
        seatType: z.enum(["MEMBER", "PROVISIONAL_MEMBER", "GUEST", "VIEWER"]).optional(),
        contactId: text.optional(),
        active: z.boolean().optional(),
        alternateEmails: z.array(email).optional(),
      } satisfies Fields<PersonSeed>),
    )
    .min(1, "is empty. Give at least one person."),
  groups: z.array(
    z.strictObject({
      id,
      name: text,
      description: z.string(),
      owner: email,
      members: z.array(email),
    } satisfies Fields<GroupSeed>),
  ),
  workspaces: z
    .array(
      z.strictObject({
        id,
        key,
        name,
        ...owned,
        folders: z.array(folder).optional(),
      } satisfies Fields<WorkspaceSeed>),
    )
    .optional(),
  folders: z
    .array(
      z.strictObject({
        id,
        key,
        name,
        owner: email,
        createdAt: moment,
        modifiedAt: moment,
        folders: z.array(folder).optional(),
      } satisfies Fields<HomeFolderSeed>),
    )
    .optional(),
} satisfies Fields<Omit<Scenario, "sheets" | "reports" | "sights">>);
