/** Where the sandbox knowingly answers other than the published description says, and why. */
export interface Difference {
  /** Which calls; absent: any. Matches `GET /sheets/{sheetId} 200`. */
  route?: RegExp;
  /** JSON pointer, `*` for list places. */
  at: RegExp;
  problem: string;
  why: string;
}

const OBJECT_VALUES = /\/objectValue$/;

export const DIFFERENCES: Difference[] = [
  // Cells and rows.
  {
    at: OBJECT_VALUES,
    problem: "must be object",
    why: "Plain texts, numbers and booleans are sent bare; the official Java SDK reads them so.",
  },
  {
    at: /\/objectValue\/values$/,
    problem: "unknown",
    why: "The members of a MULTI_CONTACT are called values by the older documentation and the Java SDK; see the switch multiContact.",
  },
  {
    at: /\/objectValue\/(weeks|hours|minutes|seconds)$/,
    problem: "unknown",
    why: "Of a DURATION the description lists only some of the units its own text names.",
  },
  {
    route: /^(GET|POST) \/sheets\/\{sheetId\}(\/sort)? /,
    at: /^\/rows\/\*\/(parentId|permalink)$/,
    problem: "unknown",
    why: "The Row schema forgets parentId, without which no hierarchy could be read, and spells the link permaLink; see the switch rowLink.",
  },
  {
    route: /\/sheets\/\{sheetId\}\/rows(\/\{rowId\})? /,
    at: /^(\/result\/\*)?\/(siblingId|parentId|sheetId|version|accessLevel|permalink|createdBy|modifiedBy|columns)$/,
    problem: "unknown",
    why: "A row of its own is described with an excerpt of the Row schema; the documentation and the official test scenarios send the rest.",
  },
  {
    route: /\/sheets\/\{sheetId\}\/rows(\/\{rowId\})? /,
    at: /\/cells\/\*\/(hyperlink|objectValue|formula|image|format|conditionalFormat|linkInFromCell|linksOutToCells)$/,
    problem: "unknown",
    why: "So is a cell of such a row.",
  },
  {
    route: /^(POST|PUT) \/sheets\/\{sheetId\}\/rows 200/,
    at: /^\/failedItems$/,
    problem: "unknown",
    why: "Described in the text on partial success, missing in the schema.",
  },
  {
    route: /\/rows 400/,
    at: /^\/detail$/,
    problem: "unknown",
    why: "Described in the text on row errors, missing in the schema of an error.",
  },
  {
    route: /^(POST|PUT|DELETE) /,
    at: /^\/version$/,
    problem: "unknown",
    why: "The text of these calls says the result holds the new version of the sheet; the schema has it for some only.",
  },
  // Columns.
  {
    route: /\/columns/,
    at: /(^|\/\*|\/result)\/(version|primary|width|tags|options|hidden|locked|lockedForUser|systemColumnType|autoNumberFormat|formula|description|symbol|format|contactOptions)$/,
    problem: "unknown",
    why: "Column calls are described with an excerpt of the Column schema; the whole one stands beside it.",
  },
  // People.
  {
    route: /^GET \/users/,
    at: /^\/alternateEmails$/,
    problem: "must be object",
    why: "Described as one object; the text, the older documentation and the test scenarios have a list.",
  },
  {
    route: /^GET \/users 200/,
    at: /^\/data\/\*\/(seatType|seatTypeLastChangedAt|isInternal|provisionalExpirationDate)$/,
    problem: "unknown",
    why: "Came with the seat types of 2025; the types of the SDK and the newer test scenarios have them.",
  },
  {
    route: /profileimage/,
    at: /\/profileImage\/(width|height)$/,
    problem: "must be string",
    why: "Sizes in pixels; everywhere else in the description they are numbers.",
  },
  {
    route: /^POST \/groups 200/,
    at: /^\/result\/members$/,
    problem: "unknown",
    why: "The test scenario on groups sends the members of a new group back.",
  },
  {
    route: /^POST \/groups\/\{groupId\}\/members 200/,
    at: /^\/result$/,
    problem: "must be object",
    why: "One or several members may be added; several come back as a list.",
  },
  // Sheets.
  {
    route: /^GET \/sheets 200/,
    at: /^\/data\/\*\/(owner|ownerId)$/,
    problem: "unknown",
    why: "include=ownerInfo: in the official test scenarios, not in the description.",
  },
  {
    route: /^GET \/sheets\/\{sheetId\} 200/,
    at: /^\/(filters|ganttConfig)$/,
    problem: "unknown",
    why: "include=filters and include=ganttConfig are listed as parameters; what they add is described nowhere.",
  },
  // Folders and workspaces.
  {
    route: /^POST \/(folders|workspaces)\/\{\w+\}\/(copy|move) 200/,
    at: /^(\/(message|resultCode|result))?$/,
    problem: "unknown",
    why: "Described with the schema of the request; the official test scenario sends a result.",
  },
  {
    route: /^POST \/(folders|workspaces)\/\{\w+\}\/(copy|move) 200/,
    at: /^$/,
    problem: "must have required property 'destinationId'",
    why: "Described with the schema of the request; the official test scenario sends a result.",
  },
  {
    route: /^POST \/workspaces\/\{workspaceId\}\/folders 200/,
    at: /^\/result\/(id|permalink)$/,
    problem: "unknown",
    why: "Described with the name only; a folder nobody can find by id would be of no use.",
  },
  {
    route: /^GET \/home\/folders 200/,
    at: /^\/data$/,
    problem: "unknown",
    why: "Described as the paging fields alone, with a text that speaks of a list of folders.",
  },
  {
    route: /^GET \/folders\/personal 200/,
    at: /^\/folders\/\*\/sheets\/\*\/(accessLevel|createdAt|modifiedAt)$/,
    problem: "unknown",
    why: "Sheets of an inner folder are described with an excerpt; those of the outer one with these members.",
  },
  // Reports and dashboards.
  {
    route: /^GET \/reports\/\{reportId\} 200/,
    at: /^(\/columns\/\*\/(virtualId|sheetNameColumn)|\/rows\/\*\/(proofs|cells\/\*\/virtualColumnId))$/,
    problem: "unknown",
    why: "ReportColumn, ReportRow and ReportCell are described but not used in the schema of a report.",
  },
  {
    route: /\/sights\/\{sightId\} 200/,
    at: /\/cellData\/\*\/cell\/rowId$/,
    problem: "unknown",
    why: "The official test scenario of a dashboard names the row of such a cell.",
  },
  {
    route: /\/sights\/\{sightId\} 200/,
    at: /\/seriesData\/\*\/x$/,
    problem: "must be number",
    why: "Cities stand on the axis of the chart in the official test scenario of a dashboard.",
  },
  {
    at: /\/attachments\/\*\/description$|^(\/data\/\*|\/result)?\/description$/,
    problem: "unknown",
    why: "A link may be attached with a description; the schema of an attachment has none, and leaving it out would lose it.",
  },
  {
    route: /^GET \/events 200/,
    at: /^\/data\/\*\/objectType$/,
    problem: "must be equal to one of the allowed values",
    why: "The event of a new group is called GroupCreate like the request that makes one, and got lost in the union.",
  },
];
