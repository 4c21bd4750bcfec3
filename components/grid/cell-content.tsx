import type { Contact, VisibleCell, VisibleColumn } from "@/lib/policy/sheet";
import { contactsIn, contactWords, isFormulaError, optionsIn } from "./cell-text";
import { safeHref } from "./links";
import { MarkedText } from "./marked-text";
import { CheckMark, symbolMark } from "./symbols";
import { initialsOf, TINTS, tintOfOption, tintOfPerson } from "./tints";

interface ContentProps {
  cell: VisibleCell;
  column: VisibleColumn;
  /** What the cell says, already formatted. */
  text: string;
  needle: string;
}

function Avatar({ contact }: { contact: Contact }) {
  const words = contactWords(contact);
  return (
    <span
      aria-hidden="true"
      className="grid size-5 flex-none place-items-center rounded-full text-[9px] leading-none font-bold"
      style={TINTS[tintOfPerson(contact.email ?? words)]}
    >
      {initialsOf(words)}
    </span>
  );
}

function Person({ contact, needle }: { contact: Contact; needle: string }) {
  return (
    <>
      <Avatar contact={contact} />
      <span className="ml-[7px] truncate" title={contact.email}>
        <MarkedText text={contactWords(contact)} needle={needle} />
      </span>
    </>
  );
}

/** The cell lays out what stands in it; only several things need an element around them. */
function People({ contacts, needle }: { contacts: readonly Contact[]; needle: string }) {
  const people = [...new Map(contacts.map((contact) => [contact.email ?? contactWords(contact), contact]))];
  const [only] = people;
  if (people.length === 1 && only) return <Person contact={only[1]} needle={needle} />;
  return (
    <span className="flex min-w-0 items-center gap-[7px]">
      {people.map(([key, contact]) => (
        <span key={key} className="flex min-w-0 items-center">
          <Person contact={contact} needle={needle} />
        </span>
      ))}
    </span>
  );
}

function Tag({ option, column, needle }: { option: string; column: VisibleColumn; needle: string }) {
  return (
    <span
      className="min-w-0 truncate rounded-small px-[7px] py-px text-s font-medium"
      style={TINTS[tintOfOption(option, column.options)]}
    >
      <MarkedText text={option} needle={needle} />
    </span>
  );
}

function Tags({ column, cell, needle }: Omit<ContentProps, "text">) {
  const options = [...new Set(optionsIn(cell))];
  const tags = options.map((option) => <Tag key={option} {...{ option, column, needle }} />);
  return tags.length === 1 ? tags[0] : <span className="flex min-w-0 items-center gap-1">{tags}</span>;
}

function LinkText({ href, text, needle }: { href: string; text: string; needle: string }) {
  return (
    <a
      href={href}
      // The grid is one tab stop; Enter on the cell follows the link.
      tabIndex={-1}
      target={href.startsWith("mailto:") ? undefined : "_blank"}
      rel="noopener noreferrer nofollow"
      className="truncate text-accent underline decoration-line-strong underline-offset-[3px] hover:decoration-current"
    >
      <MarkedText text={text} needle={needle} />
    </a>
  );
}

function Words({ text, needle }: { text: string; needle: string }) {
  return (
    <span className="min-w-0 truncate">
      <MarkedText text={text} needle={needle} />
    </span>
  );
}

/** Text and nothing else: the cell can hold it without an element around it. */
export function isPlain(cell: VisibleCell, column: VisibleColumn, text: string): boolean {
  if (cell.link !== undefined || isFormulaError(text) || column.primary) return false;
  switch (column.type) {
    case "TEXT_NUMBER":
    case "DATE":
    case "DATETIME":
    case "ABSTRACT_DATETIME":
    case "DURATION":
    case "PREDECESSOR":
      return true;
    default:
      return false;
  }
}

/** What stands in a cell, by the column's type; anything unexpected is shown as its text. */
export function CellContent({ cell, column, text, needle }: ContentProps) {
  if (isFormulaError(text)) return <span className="truncate text-s text-danger">{text}</span>;
  const href = safeHref(cell.link);
  if (href) return <LinkText href={href} text={text || href} needle={needle} />;
  switch (column.type) {
    case "CHECKBOX":
      if (typeof cell.value === "boolean") return <CheckMark symbol={column.symbol} isOn={cell.value} />;
      break;
    case "PICKLIST": {
      const mark = column.symbol ? symbolMark(column.symbol, text) : null;
      if (mark) return mark;
      return column.symbol ? (
        <Words text={text} needle={needle} />
      ) : (
        <Tags column={column} cell={cell} needle={needle} />
      );
    }
    case "MULTI_PICKLIST":
      return <Tags column={column} cell={cell} needle={needle} />;
    case "CONTACT_LIST":
    case "MULTI_CONTACT_LIST":
      return <People contacts={contactsIn(cell)} needle={needle} />;
    default:
      break;
  }
  return <Words text={text} needle={needle} />;
}

/** Cells whose content is drawn cannot be marked letter by letter; the whole cell is tinted instead. */
export function isDrawn(cell: VisibleCell, column: VisibleColumn): boolean {
  return (column.type === "CHECKBOX" && typeof cell.value === "boolean") || column.symbol !== undefined;
}

export function isNumeric(cell: VisibleCell, column: VisibleColumn): boolean {
  return typeof cell.value === "number" && (column.type === "TEXT_NUMBER" || column.type === "PICKLIST");
}
