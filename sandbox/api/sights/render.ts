import { workspaceOf } from "../../store/tree";
import type { Sight, Widget } from "../../store/types";
import { seenIn } from "../tree/place";
import { dates, sourceOf } from "../tree/render";
import { renderChart } from "./chart";
import { renderGrid } from "./grid";
import { withUrl } from "./hyperlink";
import { sightHead } from "./list";
import { renderMetric } from "./metric";
import { renderShortcuts } from "./shortcuts";
import type { SightView } from "./view";

/** A whole dashboard. What it shows of sheets is live, and shown to whoever the dashboard is shared with. */
export function renderSight(view: SightView, sight: Sight) {
  const { call } = view;
  const workspace = workspaceOf(seenIn(call.sandbox.store, call.person, sight));
  return {
    ...sightHead(call, sight),
    backgroundColor: sight.backgroundColor,
    defaultWidgetBackgroundColor: "#FFFFFF",
    columnCount: sight.columnCount,
    ...(workspace ? { workspace: { id: workspace.id, name: workspace.name } } : {}),
    ...(view.include.has("source") ? sourceOf(sight) : {}),
    widgets: sight.widgets.map((widget) => renderWidget(view, widget)),
    ...dates(call, sight),
  };
}

const TITLE_FORMAT = ",,1,,,,,,,3,,,,,,1,";

function renderWidget(view: SightView, widget: Widget) {
  const { id, type, title, x, y, width, height } = widget;
  const isTitled = title !== undefined && type !== "TITLE";
  return {
    id,
    type,
    ...(title === undefined ? {} : { title }),
    contents: renderContents(view, widget),
    xPosition: x,
    yPosition: y,
    width,
    height,
    showTitle: isTitled,
    showTitleIcon: false,
    ...(isTitled ? { titleFormat: TITLE_FORMAT } : {}),
    ...(view.sightLevel >= 2 ? { viewMode: 1 } : {}),
    version: 1,
  };
}

function renderContents(view: SightView, { type, contents }: Widget): Record<string, unknown> {
  const linked = withUrl(view.call, contents);
  switch (type) {
    case "METRIC":
    case "SHEETSUMMARY":
      return renderMetric(view, linked);
    case "CHART":
      return renderChart(view, linked);
    case "GRIDGANTT":
      return renderGrid(view, linked);
    case "SHORTCUT":
    case "SHORTCUTICON":
    case "SHORTCUTLIST":
      return renderShortcuts(view.call, linked);
    default:
      return linked;
  }
}
