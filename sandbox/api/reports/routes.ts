import { route } from "../route";
import { getDefinition, updateDefinition } from "./definition";
import { sendReport } from "./emails";
import { listReports } from "./list";
import { createReport, deleteReport } from "./manage";
import { getReportPublish, setReportPublish } from "./publish";
import { getReport } from "./read";
import {
  addReportColumns,
  deleteReportColumn,
  getReportColumn,
  listReportColumns,
  updateReportColumn,
} from "./report-columns";
import { addScope, listScope, removeScope } from "./scope";

const READ = "READ_SHEETS";
const report = "/reports/{reportId}";
const columns = `${report}/columns`;
const column = `${columns}/{columnVirtualId}`;
/** Known from the SDK only. */
const isNew = { inSpec: false };

export const reportRoutes = [
  route("GET", "/reports", READ, listReports, { sdk: "reports.listReports" }),
  route("POST", "/reports", READ, createReport, { sdk: "reports.createReport", ...isNew }),
  route("GET", report, READ, getReport, { sdk: "reports.getReport" }),
  route("DELETE", report, "DELETE_SHEETS", deleteReport, { sdk: "reports.deleteReport", ...isNew }),
  route("POST", `${report}/emails`, "SHARE_SHEETS", sendReport, { sdk: "reports.sendReportViaEmail" }),
  route("GET", `${report}/publish`, READ, getReportPublish, { sdk: "reports.getReportPublishStatus" }),
  route("PUT", `${report}/publish`, "ADMIN_SHEETS", setReportPublish, {
    sdk: "reports.setReportPublishStatus",
  }),

  route("GET", `${report}/definition`, READ, getDefinition, { sdk: "reports.getReportDefinition", ...isNew }),
  route("PUT", `${report}/definition`, READ, updateDefinition, {
    sdk: "reports.updateReportDefinition",
    ...isNew,
  }),
  route("GET", `${report}/scope`, READ, listScope, { sdk: "reports.listReportScope", ...isNew }),
  route("POST", `${report}/scope`, READ, addScope, { sdk: "reports.addReportScope", ...isNew }),
  route("DELETE", `${report}/scope`, READ, removeScope, { sdk: "reports.removeReportScope", ...isNew }),
  route("GET", columns, READ, listReportColumns, { sdk: "reports.listReportColumns", ...isNew }),
  route("POST", columns, READ, addReportColumns, { sdk: "reports.addReportColumns", ...isNew }),
  route("GET", column, READ, getReportColumn, { sdk: "reports.getReportColumn", ...isNew }),
  route("PUT", column, READ, updateReportColumn, { sdk: "reports.updateReportColumn", ...isNew }),
  route("DELETE", column, READ, deleteReportColumn, { sdk: "reports.deleteReportColumn", ...isNew }),
];
