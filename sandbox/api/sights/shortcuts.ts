import type { Call } from "../call";
import { linkTo } from "./hyperlink";
import { asRecord, asRecords, type Json } from "./json";

const LABEL_FORMAT = ",2,,,,,1,,1,,,,,,,,";

export function renderShortcuts(call: Call, contents: Json): Json {
  const shortcutData = asRecords(contents.shortcutData).map((shortcut, order) => {
    const hyperlink = asRecord(shortcut.hyperlink);
    return {
      labelFormat: LABEL_FORMAT,
      order,
      ...shortcut,
      ...(hyperlink ? { hyperlink: linkTo(call, hyperlink) } : {}),
    };
  });
  return { ...contents, shortcutData };
}
