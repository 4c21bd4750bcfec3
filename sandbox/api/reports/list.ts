import { moment, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { type Handler, shownLevel } from "../call";
import { byName } from "../tree/place";
import { nodeHead } from "../tree/render";

/** Paged like other lists, though no paging parameters are documented: the answer has the members of a page. */
export const listReports: Handler = (call) => {
  const { store } = call.sandbox;
  const since = moment(call.query, "modifiedSince") ?? 0;
  const reports = store.reports
    .flatMap((report) => {
      const level = store.accessLevel(call.person, report);
      return level && report.modifiedAt >= since ? [{ report, level }] : [];
    })
    .sort((a, b) => byName(a.report, b.report));
  const page = paginate(reports, call);
  const data = page.data.map(({ report, level }) => ({
    ...nodeHead(report),
    accessLevel: shownLevel(call, level),
    isSummaryReport: report.definition.isSummaryReport,
  }));
  return json({ ...page, data });
};
