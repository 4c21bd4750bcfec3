import { acme } from "../../scenarios/acme";
import type { Scenario, SheetSeed } from "../../scenarios/types";
import type { SandboxOptions } from "../../server";
import { type Answer, startForTest, type TestSandbox } from "../../testing";

/** A sheet with one person of each level: Olga owns it, Sam is admin, Dana editor, Fin commenter, Vik viewer. */
const minutes: SheetSeed = {
  key: "minutes",
  name: "Minutes",
  owner: "olga@acme.test",
  shares: [
    { email: "sam@acme.test", accessLevel: "ADMIN" },
    { email: "dana@acme.test", accessLevel: "EDITOR" },
    { email: "fin@acme.test", accessLevel: "COMMENTER" },
    { email: "vik@acme.test", accessLevel: "VIEWER" },
  ],
  createdAt: "2026-03-02T08:00:00Z",
  modifiedAt: "2026-11-20T08:00:00Z",
  version: 5,
  columns: [
    { title: "Point", type: "TEXT_NUMBER" },
    { title: "Status", type: "PICKLIST", options: ["Open", "Done"], validation: true },
    { title: "Locked", type: "TEXT_NUMBER", locked: true },
    { title: "Number", type: "TEXT_NUMBER", systemColumnType: "AUTO_NUMBER", autoNumberFormat: {} },
    { title: "Modified by", type: "CONTACT_LIST", systemColumnType: "MODIFIED_BY" },
  ],
  rows: [
    { cells: ["Budget", "Open", "kept", null, null] },
    {
      cells: [
        { value: "Plan", image: { name: "plan.png", width: 320, height: 200, altText: "A plan" } },
        "Done",
      ],
    },
    { locked: true, cells: ["Closed", "Done"] },
  ],
  discussions: [
    {
      row: 1,
      comments: [
        { by: "vik@acme.test", at: "2026-11-02T10:00:00Z", text: "Is the figure final?" },
        {
          by: "dana@acme.test",
          at: "2026-11-03T10:00:00Z",
          text: "It is.",
          attachments: [
            {
              name: "proof.txt",
              by: "dana@acme.test",
              at: "2026-11-03T10:00:00Z",
              text: "final",
              mimeType: "text/plain",
            },
          ],
        },
      ],
    },
    { comments: [{ by: "olga@acme.test", at: "2026-11-04T10:00:00Z", text: "Next meeting on Monday" }] },
  ],
  attachments: [
    {
      name: "agenda.txt",
      by: "olga@acme.test",
      at: "2026-11-01T10:00:00Z",
      text: "One. Two. Three.",
      mimeType: "text/plain",
    },
    {
      name: "Wiki",
      row: 2,
      by: "olga@acme.test",
      at: "2026-11-01T11:00:00Z",
      url: "https://wiki.acme.test/",
    },
  ],
};

/** Shared with nobody. */
const diary: SheetSeed = {
  ...minutes,
  key: "diary",
  name: "Diary",
  shares: [],
  discussions: [],
  attachments: [],
};

export const talkScenario: Scenario = {
  plans: acme.plans,
  people: acme.people,
  groups: acme.groups,
  sheets: [minutes, diary],
};

export type Wire = Record<string, unknown>;

export interface TalkSandbox extends TestSandbox {
  /** `/sheets/123` of the sheet everybody in these tests talks about. */
  sheet: string;
  /** `/sheets/123/rows/456` by 1-based number. */
  row(number: number): string;
  /** A call with a JSON body; `as` is the name before the @. */
  as(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** A call with any body. */
  upload(who: string, path: string, init: RequestInit): Promise<Answer>;
}

export async function startTalk(options: SandboxOptions = {}): Promise<TalkSandbox> {
  const sandbox = await startForTest({ rate: 0, scenario: talkScenario, ...options });
  const sheet = `/sheets/${sandbox.sheetId("Minutes")}`;
  const token = (who: string) => sandbox.token(`${who}@acme.test`);
  return {
    ...sandbox,
    sheet,
    row: (number) => `${sheet}/rows/${sandbox.store.sheetByKey("minutes")?.rows[number - 1]?.id}`,
    as: (who, method, path, body, headers = {}) =>
      sandbox.call(method, path, { token: token(who), body, headers }),
    upload: async (who, path, init) => {
      const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${token(who)}` };
      const response = await fetch(`${sandbox.apiUrl}${path}`, { method: "POST", ...init, headers });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Wire };
    },
  };
}

/** A simple upload: the file is the body. */
export function fileBody(name: string, content: string | Buffer, type = "text/plain"): RequestInit {
  return {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${encodeURIComponent(name)}"`,
    },
    body: typeof content === "string" ? content : new Uint8Array(content),
  };
}

export const list = (value: unknown) => value as Wire[];
export const result = (answer: Answer) => answer.body.result as Wire;
