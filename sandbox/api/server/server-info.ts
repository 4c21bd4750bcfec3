import { json, type Reply } from "../../http/reply";

const switches = ["none", "on"];

/** The small part of `GET /serverinfo` that reading sheets needs; the colour table is left out. */
export function serverInfo(): Reply {
  return json({
    supportedLocales: ["en_US", "en_GB", "de_DE", "fr_FR"],
    featureInfo: { symbolsVersion: 2 },
    formats: {
      defaults: "0,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
      fontFamily: ["Arial", "Tahoma", "Times New Roman", "Verdana"].map((name) => ({ name, traits: [] })),
      fontSize: ["8", "9", "10", "12", "14", "16", "18", "20", "24", "28", "32", "36"],
      bold: switches,
      italic: switches,
      underline: switches,
      strikethrough: switches,
      horizontalAlign: ["default", "left", "center", "right"],
      verticalAlign: ["default", "top", "middle", "bottom"],
      decimalCount: ["0", "1", "2", "3", "4", "5"],
      thousandsSeparator: switches,
      numberFormat: ["none", "NUMBER", "CURRENCY", "PERCENT"],
      textWrap: switches,
    },
  });
}
