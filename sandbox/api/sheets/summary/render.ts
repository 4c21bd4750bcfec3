import { when } from "../../../api/call";
import { valueRenderer } from "../../../render/cell";
import { miniUser } from "../../../render/person";
import type { View } from "../../../render/view";
import type { Sheet } from "../../../store/sheet";
import { atLeast } from "../../../store/store";
import type { Column, SummaryField } from "../../../store/types";

/** A summary field is like a column and its only cell in one. */
export function fieldRenderer(sheet: Sheet, view: View): (field: SummaryField) => Record<string, unknown> {
  const { call, include, exclude } = view;
  const whole = { ...view, include: new Set([...include, "objectValue"]), level: 2 };
  const render = valueRenderer(whole, (rowNumber) => sheet.rows[rowNumber - 1]?.id);
  return (field) => {
    const { id, title, type, cell, symbol, options, contactOptions, locked, validation } = field;
    const { value: _value, columnType: _type, image, ...content } = render(cell, asColumn(field));
    if (exclude.has("displayValue")) delete content.displayValue;
    return {
      id,
      index: sheet.summary.indexOf(field),
      title,
      type,
      ...(symbol ? { symbol } : {}),
      ...(options ? { options } : {}),
      ...(contactOptions ? { contactOptions } : {}),
      ...content,
      ...(image && !exclude.has("image") ? { image: withAltText(image, exclude) } : {}),
      locked,
      lockedForUser: locked && !atLeast(view.access, "ADMIN"),
      ...(validation === undefined ? {} : { validation }),
      createdAt: when(call, field.createdAt),
      modifiedAt: when(call, field.modifiedAt),
      ...(include.has("writerInfo")
        ? { createdBy: miniUser(field.createdBy), modifiedBy: miniUser(field.modifiedBy) }
        : {}),
    };
  };
}

export function asColumn({ id, title, type, symbol, options }: SummaryField): Column {
  return { id, title, type, ...(symbol ? { symbol } : {}), ...(options ? { options } : {}) };
}

function withAltText(image: unknown, exclude: ReadonlySet<string>): unknown {
  if (!exclude.has("imageAltText")) return image;
  const { altText: _altText, ...rest } = image as Record<string, unknown>;
  return rest;
}
