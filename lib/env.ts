import "server-only";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type DemoSecrets, loadDemoSecrets } from "./demo-secrets";
import { Secret } from "./secret";
import { REGIONS } from "./smartsheet/regions";

/** Texts that stand in this repository as examples: a program that runs on one of them has no secret (I19). */
const EXAMPLES = [
  "replace-me-with-a-long-random-text-of-your-own",
  "cmVwbGFjZS1tZS13aXRoLTMyLXJhbmRvbS1ieXRlcyE=",
];

const text = z.string().trim().min(1).optional().catch(undefined);
const onOff = z.enum(["on", "off"]).optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  NEXTAUTH_URL: text,
  NEXTAUTH_SECRET: text,
  MASTER_KEY: text,
  MASTER_KEYS_OLD: text,
  DATABASE_URL: z.string().default("file:./data/sheetpass.db"),
  ADMIN_EMAILS: text,
  SIGN_IN_ALLOW: text,
  SMARTSHEET_CLIENT_ID: text,
  SMARTSHEET_CLIENT_SECRET: text,
  SMARTSHEET_REGION: z.enum(["us", "eu", "au", "gov"]).default("us"),
  SMARTSHEET_SCOPES: z.string().default("READ_SHEETS"),
  SMARTSHEET_API_URL: text,
  SMARTSHEET_AUTHORIZE_URL: text,
  SMARTSHEET_TOKEN_URL: text,
  SMARTSHEET_ADMIN_TOKEN: text,
  SMARTSHEET_ACCESS_TOKEN: text,
  SHARE_LINKS: onOff,
  TIME_ZONE: z.string().default("UTC"),
  RULES_LONGEST_DAYS: z.coerce.number().int().min(1).max(3_660).default(366),
  COPIES_MEMORY_MB: z.coerce.number().int().min(16).max(65_536).default(192),
  COPIES_DISK_MB: z.coerce.number().int().min(0).max(1_048_576).default(2_048),
  TREE_STALE_MINUTES: z.coerce.number().int().min(5).max(1_440).default(60),
  RATE_LIMITS: onOff,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  SANDBOX_PORT: z.coerce.number().int().min(1).max(65535).default(3100),
  /** Set by `npm start` in the demo: what the sandbox it started answered. */
  SHEETPASS_SANDBOX: text,
});

const sandboxInfo = z.object({
  apiUrl: z.url(),
  authorizeUrl: z.url(),
  tokenUrl: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  people: z.array(z.object({ email: z.string(), admin: z.boolean(), token: z.string() })),
});

export interface Env {
  isDemo: boolean;
  port: number;
  host: string;
  /** The one address people use, without a trailing slash. */
  baseUrl: string;
  /** `Origin` values that count as ours; in the demo `localhost` and `127.0.0.1` both do. */
  origins: string[];
  databaseFile: string;
  nextAuthSecret: Secret;
  masterKey: Secret;
  oldMasterKeys: Secret[];
  adminEmails: string[];
  /** Lower-case domains and addresses, or `anyone`. */
  signInAllow: string[] | "anyone";
  smartsheet: {
    clientId: string;
    clientSecret: Secret;
    scopes: string[];
    apiUrl: string;
    authorizeUrl: string;
    tokenUrl: string;
    adminToken: Secret | null;
  };
  isSharingOn: boolean;
  timeZone: string;
  /** How long a rule that opens something may last. */
  longestRuleDays: number;
  /** From when on what lies in a folder or workspace counts as not known. */
  treeStaleMinutes: number;
  /** Where copies of sheets are kept and how much of them; `folder` is null where the database is in memory only. */
  copies: { folder: string | null; memoryBytes: number; diskBytes: number };
  isRateLimited: boolean;
  logLevel: string;
}

/** A start that cannot go on. The message names what is wrong and what to do; it holds no secret. */
export class EnvError extends Error {}

/**
 * Reads and checks the environment. Every problem is named at once, so one does not mend them one start at a time.
 * Errors: `EnvError`.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(blankAsAbsent(source));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new EnvError(`The settings cannot be read.\n${lines.join("\n")}`);
  }
  const raw = parsed.data;
  const isDemo = raw.SMARTSHEET_CLIENT_ID === undefined;
  const problems: string[] = [];
  const databaseFile = fileOf(raw.DATABASE_URL, problems);
  const demo = isDemo ? loadDemoSecrets(databaseFile) : null;
  const keys = readKeys(raw, demo, problems);
  const baseUrl = readBaseUrl(raw.NEXTAUTH_URL, raw.PORT, isDemo, problems);
  const smartsheet = isDemo ? demoSmartsheet(raw) : realSmartsheet(raw, problems);
  if (raw.SMARTSHEET_ACCESS_TOKEN)
    problems.push(
      "SMARTSHEET_ACCESS_TOKEN must not be set: the Smartsheet library would use it for people without a token.",
    );
  if (isDemo && !isLoopback(raw.HOST))
    problems.push(`HOST is ${raw.HOST}: the demo listens on 127.0.0.1 only.`);
  if (raw.RATE_LIMITS === "off" && !isLoopback(raw.HOST))
    problems.push("RATE_LIMITS=off is for benchmarks on 127.0.0.1 only.");
  if (!isTimeZone(raw.TIME_ZONE)) problems.push(`TIME_ZONE ${raw.TIME_ZONE} is not an IANA time zone name.`);
  const adminEmails = list(raw.ADMIN_EMAILS ?? (isDemo ? "ada@acme.test" : ""));
  if (!isDemo && adminEmails.length === 0)
    problems.push("ADMIN_EMAILS is missing: name at least one administrator.");
  if (problems.length > 0 || !keys || !smartsheet)
    throw new EnvError(
      `Sheetpass cannot start:\n${problems.map((line) => `- ${line}`).join("\n")}\nSee "Settings" in README.md.`,
    );
  return {
    isDemo,
    port: raw.PORT,
    host: raw.HOST,
    baseUrl,
    origins: originsOf(baseUrl, isDemo),
    databaseFile,
    ...keys,
    adminEmails,
    signInAllow: readSignInAllow(raw.SIGN_IN_ALLOW, adminEmails, isDemo),
    smartsheet,
    isSharingOn: (raw.SHARE_LINKS ?? (isDemo ? "on" : "off")) === "on",
    timeZone: raw.TIME_ZONE,
    longestRuleDays: raw.RULES_LONGEST_DAYS,
    treeStaleMinutes: raw.TREE_STALE_MINUTES,
    copies: {
      folder: databaseFile === ":memory:" ? null : join(dirname(databaseFile), "copies"),
      memoryBytes: raw.COPIES_MEMORY_MB * 1024 * 1024,
      diskBytes: raw.COPIES_DISK_MB * 1024 * 1024,
    },
    isRateLimited: raw.RATE_LIMITS !== "off",
    logLevel: raw.LOG_LEVEL,
  };
}

type Raw = z.infer<typeof environment>;

function blankAsAbsent(source: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}

function readKeys(
  raw: Raw,
  demo: DemoSecrets | null,
  problems: string[],
): Pick<Env, "nextAuthSecret" | "masterKey" | "oldMasterKeys"> | null {
  const nextAuthSecret = raw.NEXTAUTH_SECRET ?? demo?.nextAuthSecret;
  const masterKey = raw.MASTER_KEY ?? demo?.masterKey;
  if (!nextAuthSecret) problems.push("NEXTAUTH_SECRET is missing: make one with `openssl rand -base64 32`.");
  else if (Buffer.byteLength(nextAuthSecret) < 32) problems.push("NEXTAUTH_SECRET is shorter than 32 bytes.");
  else if (EXAMPLES.includes(nextAuthSecret)) problems.push("NEXTAUTH_SECRET is the example: make your own.");
  if (!masterKey) problems.push("MASTER_KEY is missing: make one with `openssl rand -base64 32`.");
  else if (!isKey(masterKey)) problems.push("MASTER_KEY must be exactly 32 bytes in base64.");
  else if (EXAMPLES.includes(masterKey)) problems.push("MASTER_KEY is the example: make your own.");
  const old = list(raw.MASTER_KEYS_OLD ?? "", (key) => key);
  if (old.some((key) => !isKey(key)))
    problems.push("Each of MASTER_KEYS_OLD must be exactly 32 bytes in base64.");
  if (!nextAuthSecret || !masterKey) return null;
  return {
    nextAuthSecret: new Secret(nextAuthSecret),
    masterKey: new Secret(masterKey),
    oldMasterKeys: old.map((key) => new Secret(key)),
  };
}

function isKey(base64: string): boolean {
  const bytes = Buffer.from(base64, "base64");
  return bytes.length === 32 && bytes.toString("base64") === base64;
}

function readBaseUrl(given: string | undefined, port: number, isDemo: boolean, problems: string[]): string {
  if (!given) {
    if (!isDemo)
      problems.push(
        "NEXTAUTH_URL is missing: the address people type, such as https://sheetpass.example.com.",
      );
    return `http://localhost:${port}`;
  }
  const url = URL.parse(given);
  if (
    !url ||
    (url.protocol !== "https:" && url.protocol !== "http:") ||
    url.pathname !== "/" ||
    url.search ||
    url.hash
  ) {
    problems.push("NEXTAUTH_URL must be an address without a path, such as https://sheetpass.example.com.");
    return given;
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    problems.push("NEXTAUTH_URL must start with https: unless it is this machine.");
  return url.origin;
}

function originsOf(baseUrl: string, isDemo: boolean): string[] {
  if (!isDemo) return [baseUrl];
  const swapped = (host: string) => {
    const url = new URL(baseUrl);
    url.hostname = host;
    return url.origin;
  };
  return [...new Set([baseUrl, swapped("localhost"), swapped("127.0.0.1")])];
}

function demoSmartsheet(raw: Raw): Env["smartsheet"] {
  const root = `http://127.0.0.1:${raw.SANDBOX_PORT}`;
  const started = raw.SHEETPASS_SANDBOX ? sandboxInfo.parse(JSON.parse(raw.SHEETPASS_SANDBOX)) : null;
  const admin = started?.people.find((person) => person.admin)?.token;
  return {
    clientId: started?.clientId ?? "sheetpass-sandbox",
    clientSecret: new Secret(started?.clientSecret ?? "sheetpass-sandbox-secret"),
    scopes: raw.SMARTSHEET_SCOPES.split(/[\s,]+/),
    apiUrl: started?.apiUrl ?? `${root}/2.0`,
    authorizeUrl: started?.authorizeUrl ?? `${root}/b/authorize`,
    tokenUrl: started?.tokenUrl ?? `${root}/2.0/token`,
    adminToken: admin ? new Secret(admin) : null,
  };
}

function realSmartsheet(raw: Raw, problems: string[]): Env["smartsheet"] | null {
  const urls = REGIONS[raw.SMARTSHEET_REGION];
  const apiUrl = raw.SMARTSHEET_API_URL ?? urls.apiUrl;
  const authorizeUrl = raw.SMARTSHEET_AUTHORIZE_URL ?? urls.authorizeUrl;
  const tokenUrl = raw.SMARTSHEET_TOKEN_URL ?? urls.tokenUrl;
  for (const [name, value] of Object.entries({
    SMARTSHEET_API_URL: apiUrl,
    SMARTSHEET_AUTHORIZE_URL: authorizeUrl,
    SMARTSHEET_TOKEN_URL: tokenUrl,
  })) {
    const url = URL.parse(value);
    if (!url) problems.push(`${name} is not an address.`);
    else if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname)))
      problems.push(`${name} must start with https: (http: only on this machine).`);
  }
  if (!apiUrl.endsWith("/2.0")) problems.push("SMARTSHEET_API_URL must end in /2.0.");
  if (!raw.SMARTSHEET_CLIENT_SECRET)
    problems.push(
      "SMARTSHEET_CLIENT_SECRET is missing: it stands beside the client id in Smartsheet's developer tools.",
    );
  if (!raw.SMARTSHEET_CLIENT_ID || !raw.SMARTSHEET_CLIENT_SECRET) return null;
  if (raw.SMARTSHEET_ADMIN_TOKEN && !/^[\x21-\x7e]+$/.test(raw.SMARTSHEET_ADMIN_TOKEN))
    problems.push("SMARTSHEET_ADMIN_TOKEN holds characters no token has.");
  return {
    clientId: raw.SMARTSHEET_CLIENT_ID,
    clientSecret: new Secret(raw.SMARTSHEET_CLIENT_SECRET),
    scopes: raw.SMARTSHEET_SCOPES.split(/[\s,]+/),
    apiUrl,
    authorizeUrl,
    tokenUrl,
    adminToken: raw.SMARTSHEET_ADMIN_TOKEN ? new Secret(raw.SMARTSHEET_ADMIN_TOKEN) : null,
  };
}

/** Closed by default: a Smartsheet OAuth app lets anyone in the world with an account sign in (I05). */
function readSignInAllow(
  given: string | undefined,
  adminEmails: string[],
  isDemo: boolean,
): Env["signInAllow"] {
  if (given === undefined && isDemo) return "anyone";
  const entries = list(
    given ?? adminEmails.map((email) => email.slice(email.lastIndexOf("@") + 1)).join(","),
  );
  return entries.includes("anyone") ? "anyone" : entries;
}

function fileOf(databaseUrl: string, problems: string[]): string {
  if (databaseUrl.startsWith("file:")) return databaseUrl.slice("file:".length);
  problems.push("DATABASE_URL must start with file: in this version.");
  return "./data/sheetpass.db";
}

function list(text: string, each: (entry: string) => string = (entry) => entry.toLowerCase()): string[] {
  return text
    .split(",")
    .map((entry) => each(entry.trim()))
    .filter((entry) => entry !== "");
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

let known: Env | undefined;

/** The settings of this process, read once. Nothing else reads the environment. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}
