import type { SourceCell } from "./sheet";
import type { Mask } from "./types";

/** What a mask makes of the few kinds of cells the random sheets hold, and how strict it is, as text that sorts. */
export function maskOf(mask: Mask, cell: SourceCell): { text: string; order: string } {
  const { value, objectValue } = cell;
  const dots = "\u2022\u2022\u2022";
  switch (mask.kind) {
    case "last4": {
      const text = String(value ?? "");
      const telling = [...text].filter((letter) => /[a-z0-9]/i.test(letter));
      const isNone =
        telling.length < 5 || typeof value === "boolean" || objectValue?.type === "MULTI_PICKLIST";
      return { order: "1", text: isNone ? `${dots}\u2022` : `${dots}\u2022${text.slice(text.length - 4)}` };
    }
    case "initials": {
      const name =
        objectValue?.type === "CONTACT" ? objectValue.name : typeof value === "string" ? value : "";
      const words = (name ?? "").split(" ").map((word) => word.replace(/^[^a-z0-9]*/i, ""));
      const telling = words.filter((word) => /^[a-z].*[a-z0-9]/i.test(word));
      const text = telling.map((word) => `${word.charAt(0).toUpperCase()}.`).join("");
      return { order: "2", text: text === "" ? dots : text };
    }
    case "year": {
      const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
      return { order: "3", text: isDay ? (value.split("-")[0] ?? dots) : dots };
    }
    case "bucket": {
      const order = `4 ${String(mask.size).padStart(15, "0")}`;
      if (typeof value !== "number") return { order, text: dots };
      let from = 0;
      while (from + mask.size <= value) from += mask.size;
      while (from > value) from -= mask.size;
      const say = (whole: number) => whole.toLocaleString("en-US");
      return { order, text: `${say(from)}\u2013${say(from + mask.size - 1)}` };
    }
    case "constant":
      return { order: `5 ${mask.text}`, text: mask.text };
  }
}
