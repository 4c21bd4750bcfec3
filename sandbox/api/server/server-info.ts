import { json, type Reply } from "../../http/reply";
import type { Sandbox } from "../../sandbox";
import { dateFormat, formats, supportedLocales } from "./formats";

/** `GET /serverinfo`, which needs no token. With the switch `dateFormats` the tables have a seventeenth position. */
export function serverInfo({ switches }: Sandbox): Reply {
  const isListed = switches.is("dateFormats", "listed");
  const tables = isListed ? { ...formats, defaults: `${formats.defaults},0`, dateFormat } : formats;
  return json({ supportedLocales, featureInfo: { symbolsVersion: 2 }, formats: tables });
}
