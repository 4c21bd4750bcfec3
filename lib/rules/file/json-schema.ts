import { z } from "zod";
import { wholeFile } from "./shape";

/** The JSON Schema of rule files (draft 2020-12), for editors. What no schema can say, `sheetpass rules validate` does. */
export function ruleFileSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(wholeFile, { io: "input", unrepresentable: "any" });
  return { $schema, title: "Sheetpass rule file", ...schema };
}
