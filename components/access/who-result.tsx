import { EyeOff } from "lucide-react";
import { FootLine } from "@/components/frame/foot-line";
import { EmptyState } from "@/components/ui/empty-state";
import type { WhoAnswer } from "@/lib/access/schema";
import type { WhoQuestion } from "./who-address";
import { WhoLegend } from "./who-cell";
import { personMatrix, sheetMatrix } from "./who-matrix";
import { WhoNotes } from "./who-notes";
import { WhoTable } from "./who-table";
import { countWords, whoHeadline } from "./who-words";

interface WhoResultProps {
  question: WhoQuestion;
  answer: WhoAnswer;
  addresses: Readonly<Record<string, string>>;
  timeZone: string;
}

/** The answer as a matrix, with how far it goes. */
export function WhoResult({ question, answer, addresses, timeZone }: WhoResultProps) {
  const isBySheet = question.by === "sheet";
  const { about, lines } = answer;
  const matrix = isBySheet ? sheetMatrix(answer, question.column) : personMatrix(answer);
  if (lines.length === 0)
    return (
      <>
        <EmptyState
          icon={<EyeOff />}
          title={whoHeadline(question.by, answer)}
          text={
            answer.unreadable.length > 0
              ? "It could not be looked at, so this may change."
              : "No rule shows it, and Sheetpass has not seen anybody open it with their own account."
          }
        />
        <WhoNotes {...{ answer, isBySheet }} />
      </>
    );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-6 py-3 max-narrow:px-4">
        <p className="font-strong">{whoHeadline(question.by, answer)}</p>
        <WhoLegend
          states={isBySheet ? ["visible", "masked", "closed"] : ["visible", "masked", "closed", "absent"]}
        />
      </div>
      <WhoTable
        label={isBySheet ? `Who sees ${about.name}` : `What ${about.name} sees`}
        by={question.by}
        {...{ matrix, addresses, timeZone }}
      />
      <WhoNotes {...{ answer, isBySheet }} />
      <FootLine>
        <span>
          {isBySheet
            ? countWords(lines.length, "person", "people")
            : countWords(lines.length, "sheet", "sheets")}
        </span>
        <span>{countWords(sensitiveSeen(answer), "sensitive column", "sensitive columns")} seen</span>
      </FootLine>
    </>
  );
}

/** Different columns, each once a sheet, whoever sees them. */
function sensitiveSeen({ lines }: WhoAnswer): number {
  return new Set(
    lines.flatMap(({ sheet, columns }) =>
      columns.flatMap(({ id, isSensitive }) => (isSensitive ? [`${sheet.id} ${id}`] : [])),
    ),
  ).size;
}
