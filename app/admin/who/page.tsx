import { ScanEye } from "lucide-react";
import type { Metadata } from "next";
import { AccessTabs } from "@/components/access/access-tabs";
import { readWho, type WhoQuestion } from "@/components/access/who-address";
import { WhoForm } from "@/components/access/who-form";
import { toWhoInput, whoFileHref } from "@/components/access/who-question";
import { WhoResult } from "@/components/access/who-result";
import { whoHeadline } from "@/components/access/who-words";
import { PageHead } from "@/components/frame/page-head";
import { ProblemState } from "@/components/sheets/problem-state";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { loadWho } from "@/lib/access/loaders";
import { findAddressNames, findChoices } from "@/lib/access/names";
import { isPrefetch, requestedPath, requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Who sees what" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who sees one sheet, or what one person sees, with the question in the address. */
export default async function WhoPage({ searchParams }: Props) {
  const viewer = await requireAdmin("access:who", await requestedPath());
  if (await isPrefetch()) return null;
  const question = readWho(await searchParams);
  const asked = toWhoInput(question);
  const input = asked !== null && "input" in asked ? asked.input : null;
  const answer = input === null ? null : await loadWho(viewer, input);
  const known = answer?.ok ? answer.value : { columns: [], rows: [] };
  return (
    <>
      <PageHead title="Who sees what" actions={<AccessTabs current="who" />} />
      <WhoForm
        question={question}
        {...(await findChoices(services()))}
        columns={known.columns}
        rows={known.rows}
        said={answer?.ok ? whoHeadline(question.by, answer.value) : ""}
        fileHref={input !== null && answer?.ok ? whoFileHref(input) : null}
      />
      {asked !== null && "problem" in asked ? (
        <ErrorState title="This address asks for something else" why={asked.problem} />
      ) : answer === null ? (
        <Unasked by={question.by} />
      ) : answer.ok ? (
        <WhoResult
          question={question}
          answer={answer.value}
          addresses={await findAddressNames()}
          timeZone={services().env.timeZone}
        />
      ) : (
        <ProblemState
          title={answer.error.code === "not_found" ? "Nobody with this id" : "There is no answer yet"}
          error={
            answer.error.code === "not_found"
              ? { ...answer.error, message: "Nobody with this id has signed in here yet. Choose a person." }
              : answer.error
          }
        />
      )}
    </>
  );
}

function Unasked({ by }: { by: WhoQuestion["by"] }) {
  return (
    <EmptyState
      icon={<ScanEye />}
      title={by === "sheet" ? "Choose a sheet" : "Choose a person"}
      text={
        by === "sheet"
          ? "You see everybody who reads something of it here, and which columns."
          : "You see every sheet they read something of here, and which columns."
      }
    />
  );
}
