import { apiRoutes } from "../../api/routes";
import { findRoute } from "../../http/router";
import type { TestSandbox } from "../../testing";
import type { Description, Finding } from "../description";

export interface Visit {
  /** `GET /sheets/{sheetId}`. */
  route: string;
  status: number;
  findings: Finding[];
}

export interface Going {
  as?: string;
  query?: Record<string, string>;
  body?: unknown;
  /** A body that is no JSON. */
  file?: { name: string; type: string; content: string | Uint8Array };
  headers?: Record<string, string>;
  /** The status it must answer with; 200 where not given. */
  expects?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are held against the description, not against types of ours.
export type Json = any;

/** Calls the sandbox and holds each answer against the description. */
export class Tour {
  readonly visits: Visit[] = [];

  constructor(
    readonly sandbox: TestSandbox,
    private readonly description: Description,
  ) {}

  /** A path below `/2.0`, ids filled in. Dana owns most of what is toured. */
  async go(method: string, path: string, going: Going = {}): Promise<Json> {
    const { as = "dana@acme.test", query = {}, expects = 200 } = going;
    const answer = await fetch(`${this.sandbox.apiUrl}${path}?${new URLSearchParams(query)}`, {
      method,
      headers: { authorization: `Bearer ${this.sandbox.token(as)}`, ...fileHeaders(going), ...going.headers },
      ...bodyOf(going),
    });
    const text = await answer.text();
    if (answer.status !== expects)
      throw new Error(
        `${method} ${path} answered ${answer.status} instead of ${expects}: ${text.slice(0, 300)}`,
      );
    const found = findRoute(apiRoutes, method, path);
    if (found.kind !== "found") throw new Error(`${method} ${path} is no route`);
    const body = JSON.parse(text) as Json;
    const isDescribed = found.handle.inSpec;
    this.visits.push({
      route: `${method} ${found.path}`,
      status: answer.status,
      findings: isDescribed ? this.description.check(method, found.path, answer.status, body) : [],
    });
    return body;
  }

  id(sheet: string): string {
    return this.sandbox.sheetId(sheet);
  }

  column(sheet: string, title: string): string {
    return this.sandbox.columnId(sheet, title);
  }
}

function fileHeaders({ file }: Going): Record<string, string> {
  if (!file) return {};
  return { "content-type": file.type, "content-disposition": `attachment; filename="${file.name}"` };
}

function bodyOf({ body, file }: Going): { body?: string | Uint8Array<ArrayBuffer> } {
  if (file) return { body: file.content as string };
  return body === undefined ? {} : { body: JSON.stringify(body) };
}
