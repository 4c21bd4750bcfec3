// npx sheetpass: access rules as a file. Started by bin/sheetpass.mjs, in the folder of the program.
import { createInterface } from "node:readline/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { FileFormat } from "@/lib/rules/file/read-text";
import { plainLine } from "./rules/plain-line";
import { testFile, validateFile } from "./rules/without-database";

export const HELP = `Usage: npx sheetpass rules COMMAND [FILE] [options]

Commands
  export [FILE]    write the rules that are in force or to come to FILE, or show them
  validate FILE    look for mistakes; needs no database and no network
  test FILE        run the tests that stand in the file; needs neither as well
  plan FILE        tell what apply would change, and who would see more or less
  apply FILE       change the rules: all of it or nothing

Options
  --format FORMAT  yaml or json; otherwise the file's name tells, and yaml where it does not
  --end-missing    plan and apply: end the open rules that the file does not name
  --yes            apply without asking
  --help           show this

Exit codes: 0 done, or nothing to do; 2 plan found changes; 1 refused, with the reason.
docs/rules-as-code.md shows what a file may say.`;

export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  /** Null where nobody can answer. */
  ask: ((question: string) => Promise<string>) | null;
  /** What relative paths start from. */
  folder: string;
  now: Date;
  timeZone: string;
  longestDays: number;
}

export interface Options {
  format?: FileFormat;
  endMissing: boolean;
  yes: boolean;
}

/** Runs one command. Returns the exit code. */
export async function sheetpass(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readArguments(args);
  if ("message" in given) return refuse(terminal, given.message);
  if (given.help) {
    terminal.out(HELP);
    return 0;
  }
  const [noun, command, file, ...more] = given.words;
  if (noun !== "rules" || command === undefined || more.length > 0)
    return refuse(terminal, "Say what to do, such as: npx sheetpass rules validate FILE");
  if (file === undefined && command !== "export")
    return refuse(terminal, `Name the file: npx sheetpass rules ${command} FILE`);
  switch (command) {
    case "validate":
      return validateFile(file ?? "", given.options, terminal);
    case "test":
      return testFile(file ?? "", given.options, terminal);
    case "export": {
      const { exportRules } = await import("./rules/export");
      return exportRules(file ?? null, given.options, terminal);
    }
    case "plan":
    case "apply": {
      const { openRuleFiles } = await import("./rules/open-rule-files");
      const { applyFile, planFile } = await import("./rules/with-database");
      const run = command === "plan" ? planFile : applyFile;
      return run(file ?? "", given.options, terminal, openRuleFiles);
    }
    default:
      return refuse(
        terminal,
        `There is no command ${command}. Choose export, validate, test, plan or apply.`,
      );
  }
}

function refuse(terminal: Terminal, message: string): number {
  terminal.error(plainLine(message));
  terminal.error("npx sheetpass --help tells more.");
  return 1;
}

function readArguments(
  args: readonly string[],
): { words: string[]; help: boolean; options: Options } | { message: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "end-missing": { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { format } = values;
    if (format !== undefined && !isFormat(format)) return { message: "--format takes yaml or json." };
    const options = { format, endMissing: values["end-missing"], yes: values.yes };
    return { words: positionals, help: values.help || positionals.length === 0, options };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return { message: `${cause.message.split(". ")[0]}.` };
  }
}

function isFormat(text: string): text is FileFormat {
  return text === "yaml" || text === "json";
}

async function askHere(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const terminal: Terminal = {
    out: (line) => {
      process.stdout.write(`${line}\n`);
    },
    error: (line) => {
      process.stderr.write(`${line}\n`);
    },
    ask: process.stdin.isTTY ? askHere : null,
    folder: process.env.INIT_CWD ?? process.cwd(),
    now: new Date(),
    timeZone: process.env.TIME_ZONE || "UTC",
    longestDays: Number(process.env.RULES_LONGEST_DAYS || 366),
  };
  sheetpass(process.argv.slice(2), terminal).then(
    (code) => {
      process.exitCode = code;
    },
    (cause: unknown) => {
      // What nobody foresaw: its own words, and no stack with values of variables in it.
      terminal.error(plainLine(cause instanceof Error ? cause.message : String(cause)));
      process.exitCode = 1;
    },
  );
}
