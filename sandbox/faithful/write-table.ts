import { readFileSync, writeFileSync } from "node:fs";
import { DOCS, withTable } from "./table";

// node --import tsx sandbox/faithful/write-table.ts: brings the table of calls in the docs up to date.
writeFileSync(DOCS, withTable(readFileSync(DOCS, "utf8")));
